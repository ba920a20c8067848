// Wildcards at the ends of a value.
#include "analyzer/rules/like_pattern.hpp"

#include "analyzer/rules/text.hpp"

namespace alyx::analyzer {

bool has_wildcard(Review const& review, Conjunct const& c) {
    return written(review, c).find('%') != std::string_view::npos;
}

std::optional<LikePattern> like_pattern(Review const& review, Conjunct const& c, std::string_view lookup) {
    auto text = written(review, c);
    if (text.empty() || text.front() == '(' || text.front() == '[') return std::nullopt;
    bool open_front = text.front() == '%', open_back = text.size() > 1 && text.back() == '%';
    auto inner = text.substr(open_front, text.size() - open_front - open_back);
    if (inner.empty() || inner.find('%') != inner.npos || (!open_front && !open_back)) return std::nullopt;
    bool any_case = lookup == "icontains";
    LikePattern pattern;
    if (open_front && open_back)
        pattern.lookup = lookup;
    else if (open_front)
        pattern.lookup = any_case ? "iendswith" : "endswith";
    else
        pattern.lookup = any_case ? "istartswith" : "startswith";
    // The ends alone are edited, for a variable may stand between them.
    Span span = c.value->span;
    if (open_front) pattern.edits.push_back({{span.begin, span.begin + 1}, ""});
    if (open_back) pattern.edits.push_back({{span.end - 1, span.end}, ""});
    return pattern;
}

}  // namespace alyx::analyzer
