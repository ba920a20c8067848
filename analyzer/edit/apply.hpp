// Edits of a file's bytes: from places in its sources, through the notebook's own layer, to the new text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/edit/encode.hpp"
#include "analyzer/text/source.hpp"

namespace alyx::analyzer {

/// Replaces bytes of a file.
struct FileEdit {
    Span span;
    std::string text;
    friend bool operator==(FileEdit const&, FileEdit const&) = default;
};

/// The edit as one of the file that holds the source; nothing where the file cannot express it (a span over two lines
/// of a notebook's cell, which are two JSON strings). `file` is the file's text.
std::optional<FileEdit> in_file(SourceEdit const& edit, Source const& source, std::string_view file);

/// Edits that are made together or not at all.
using EditGroup = std::vector<FileEdit>;

/// Applies the groups in their order; a group that touches bytes which another has edited is left out, but for edits
/// that are the same.
struct Applied {
    std::string text;
    std::vector<std::size_t> groups;  ///< indices of those that were applied
};
Applied apply_edits(std::string_view file, std::vector<EditGroup> const& groups);

}  // namespace alyx::analyzer
