// Negation anywhere but as one `~` in front of the path.
#include <algorithm>

#include "analyzer/rules/culprit.hpp"
#include "analyzer/rules/like_pattern.hpp"
#include "analyzer/rules/mend.hpp"
#include "analyzer/rules/path_mend.hpp"
#include "analyzer/rules/suggest.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/rules/url_parameter.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

/// What the path is without its misplaced negation.
std::optional<PathEdit> without_negation(Conjunct const& c) {
    auto at = c.target.fault_segment;
    auto name = failing_segment(c);
    auto const& segments = c.path->segments;
    Span span = segments[at].span;
    constexpr std::string_view marks[] = {"~", "!", "-", "not ", "not_"};
    auto mark = std::find_if(std::begin(marks), std::end(marks), [&](auto m) { return name.substr(0, m.size()) == m; });
    if (auto lookup = negated_lookup(name); at > 0 && lookup) {
        if (!lookup->empty()) return PathEdit{span, std::string(*lookup)};
        return PathEdit{{segments[at - 1].span.end, span.end}, ""};
    }
    if (mark == std::end(marks)) return std::nullopt;
    return PathEdit{span, std::string(name.substr(std::min(name.size(), name.find_first_not_of('~', mark->size()))))};
}

bool explain(Review const& review, Refusal const& refusal, Diagnosis& d) {
    auto const& c = *refusal.conjunct;
    if (!wrote_path(c) || url_of(review)) return false;
    auto edit = without_negation(c);
    if (!edit || !leads_on(review, c, *edit)) return false;
    bool twice = c.negated && c.target.fault_segment == 0;
    d.message = twice ? std::string("a path is negated with one `~`, and here is another")
                      : concat("a condition is negated by one `~` as the very first character of its path, not by ",
                               quote(failing_segment(c)));
    if (!review.with_help) return true;
    if (c.negated && !twice) {
        d.help = "the path is negated already: two negations are none";
        return true;
    }
    bool is_like = edit->text == "contains" || edit->text == "icontains";
    bool has_pattern = is_like && has_wildcard(review, c);
    auto pattern = has_pattern ? like_pattern(review, c, edit->text) : std::nullopt;
    if (pattern) edit->text = pattern->lookup;
    auto fix = with_path(c, edit->span, edit->text);
    auto path = concat("~", path_after(c, fix));
    d.help = concat("write ", quote(path), has_pattern ? ", without the `%`, which is no wildcard" : "");
    fix.title = concat("write ", quote(path));
    if (has_pattern && !pattern) return true;
    Span front{c.path->span.begin, c.path->span.begin};
    if (!c.negated) fix.edits.insert(fix.edits.begin(), {c.in_value(front), "~"});
    if (pattern) fix.edits.insert(fix.edits.end(), pattern->edits.begin(), pattern->edits.end());
    offer(review, refusal, d, std::move(fix));
    return true;
}

constexpr Cause causes[] = {Cause::unknown_field, Cause::unsupported_lookup};
constexpr RuleExample examples[] = {
    {"sessions", "number__ne,1", "~number,1"},
    {"sessions", "subject__~nickname,KS022", "~subject__nickname,KS022"},
    {"sessions", "~~number,1", "~number,1"},
};

}  // namespace

extern Rule const misplaced_negation;
Rule const misplaced_negation{
    .code = "AQ213",
    .name = "misplaced-negation",
    .effect = Effect::refused,
    .summary = "Negation that is not one `~` in front of the path",
    .why =
        "`~` as the very first character of a path excludes what the condition matches. Anywhere else it is part of a "
        "name, and lookups such as `ne` or `not_in` do not exist.",
    .examples = examples,
    .causes = causes,
    .explain = explain,
};

}  // namespace alyx::analyzer
