// Compares from both ends.
#include "analyzer/host/edit_range.hpp"

#include <algorithm>

namespace alyx::analyzer {

std::optional<Span> EditRange::unedited(Span span) const {
    if (span.end <= after.begin) return span;
    if (span.begin >= after.end) return span.shifted(before.end - after.end);
    return {};
}

EditRange edit_range(std::string_view before, std::string_view after) {
    std::size_t most = std::min(before.size(), after.size());
    auto prefix = static_cast<std::size_t>(
        std::mismatch(before.begin(), before.begin() + static_cast<std::ptrdiff_t>(most), after.begin()).first -
        before.begin());
    auto suffix = static_cast<std::size_t>(
        std::mismatch(before.rbegin(), before.rbegin() + static_cast<std::ptrdiff_t>(most - prefix), after.rbegin())
            .first -
        before.rbegin());
    return {make_span(prefix, before.size() - suffix), make_span(prefix, after.size() - suffix)};
}

}  // namespace alyx::analyzer
