// Edits of a file's bytes.
#include "analyzer/edit/apply.hpp"

#include <algorithm>

namespace alyx::analyzer {
namespace {

/// Does a JSON string end within? A quote that no backslash escapes.
bool leaves_string(std::string_view raw) {
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] == '\\')
            ++i;
        else if (raw[i] == '"')
            return true;
    }
    return false;
}

/// Two insertions at one place count as touching: their order would be arbitrary.
bool touch(Span a, Span b) {
    if (a.empty() || b.empty()) return a.begin <= b.end && b.begin <= a.end;
    return a.begin < b.end && b.begin < a.end;
}

}  // namespace

std::optional<FileEdit> in_file(SourceEdit const& edit, Source const& source, std::string_view file) {
    Span span = source.in_file(edit.place.span);
    if (!source.map()) return FileEdit{span, edit.text};
    if (leaves_string(span.of(file))) return std::nullopt;
    auto encoded = encode_literal(LiteralLayer::json_string, "\"", edit.text);
    if (!encoded) return std::nullopt;
    return FileEdit{span, std::move(*encoded)};
}

Applied apply_edits(std::string_view file, std::vector<EditGroup> const& groups) {
    std::vector<FileEdit> taken;
    Applied applied;
    for (auto const& group : groups) {
        auto is_new = [&](FileEdit const& edit) { return std::find(taken.begin(), taken.end(), edit) == taken.end(); };
        bool clashes = std::any_of(group.begin(), group.end(), [&](FileEdit const& edit) {
            return is_new(edit) && std::any_of(taken.begin(), taken.end(),
                                               [&](FileEdit const& other) { return touch(edit.span, other.span); });
        });
        if (clashes || group.empty()) continue;
        std::vector<FileEdit> added;
        std::copy_if(group.begin(), group.end(), std::back_inserter(added), is_new);
        taken.insert(taken.end(), added.begin(), added.end());
        applied.groups.push_back(static_cast<std::size_t>(&group - groups.data()));
    }
    std::sort(taken.begin(), taken.end(),
              [](FileEdit const& a, FileEdit const& b) { return a.span.begin < b.span.begin; });
    std::size_t at = 0;
    for (auto const& edit : taken) {
        applied.text.append(file.substr(at, edit.span.begin - at)).append(edit.text);
        at = edit.span.end;
    }
    applied.text.append(file.substr(at));
    return applied;
}

}  // namespace alyx::analyzer
