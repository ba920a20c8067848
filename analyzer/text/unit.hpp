// What is analysed at once: sources in order with one scope.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/text/source.hpp"

namespace alyx::analyzer {

enum class Language : std::uint8_t { python, javascript, typescript, tsx, shell, matlab, queries };

/// A piece of code: the bytes `ranges` (in order, not overlapping) of one of the unit's sources. A script is one
/// range; an indented fence of a Markdown text has a range a line.
struct Fragment {
    std::uint32_t source = 0;
    Language language = Language::python;
    std::vector<Span> ranges;

    /// From its first byte to behind its last.
    Span extent() const { return ranges.empty() ? Span{} : Span{ranges.front().begin, ranges.back().end}; }
    /// Those of the ranges that hold some of the bytes.
    std::span<Span const> ranges_in(Span bytes) const;
};

/// A script, the code cells of a notebook, or the fences of a document. Fragments run in order and share one scope.
struct Unit {
    std::vector<std::shared_ptr<Source const>> sources;
    std::vector<Fragment> fragments;
    std::string path;  ///< absolute, of the file, for what is configured by patterns; empty: there is none
};

}  // namespace alyx::analyzer
