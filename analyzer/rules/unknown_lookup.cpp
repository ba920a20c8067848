// A segment behind a field that is neither lookup nor transform.
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

std::vector<std::string_view> names_behind(FieldType type) {
    auto lookups = lookups_of(type);
    auto transforms = transforms_of(type);
    std::vector<std::string_view> names(lookups.begin(), lookups.end());
    names.insert(names.end(), transforms.begin(), transforms.end());
    return names;
}

/// `subject__nickname__lab`: the field before it is not on the way.
PathEdit without_field(Conjunct const& c) {
    auto const& segments = c.path->segments;
    auto at = c.target.fault_segment;
    return {{segments[at - 1].span.begin, segments[at].span.begin}, ""};
}

std::vector<PathEdit> meant(Review const& review, Conjunct const& c, std::string_view name) {
    if (auto known = foreign_lookup(name); !known.empty())
        if (auto edits = fitting(review, c, {std::string(known)}); !edits.empty()) return edits;
    auto edits = fitting(review, c, closest(name, names_behind(type_before_failure(c))));
    if (edits.empty() && c.target.model->find(name))
        if (auto edit = without_field(c); leads_on(review, c, edit, true)) edits.push_back(edit);
    return edits;
}

/// `ilike,%x%`: the wildcards go with the lookup. Is it that?
bool explain_like(Review const& review, Refusal const& refusal, Diagnosis& d, std::string_view name) {
    auto const& c = *refusal.conjunct;
    if ((name != "like" && name != "ilike") || !wrote_path(c) || !has_wildcard(review, c)) return false;
    auto pattern = like_pattern(review, c, foreign_lookup(name));
    d.help = "`%` is no wildcard: `contains`, `startswith` and `endswith` say where the text stands";
    if (!pattern) return true;
    auto fix = with_path(c, c.path->segments[c.target.fault_segment].span, pattern->lookup);
    d.help = concat("did you mean ", quote(path_after(c, fix)), " without the `%`, which is no wildcard?");
    fix.edits.insert(fix.edits.end(), pattern->edits.begin(), pattern->edits.end());
    offer(review, refusal, d, std::move(fix));
    return true;
}

bool explain(Review const& review, Refusal const& refusal, Diagnosis& d) {
    auto const& c = *refusal.conjunct;
    auto name = failing_segment(c);
    bool is_name = c.target.model->find(name) != nullptr;
    d.message = is_name ? concat(before_failure(c), " is no relation, so the field ", quote(name), " cannot follow")
                        : concat(quote(name), " is no lookup of ", before_failure(c));
    if (!review.with_help || explain_like(review, refusal, d, name)) return true;
    if (url_of(review) && negated_lookup(name)) {
        d.help = "a URL has no negation: leave out of the answer what is not wanted";
        return true;
    }
    suggest_edits(review, refusal, d, meant(review, c, name));
    if (!d.help.empty()) return true;
    std::vector<std::string> all;
    for (auto known : names_behind(type_before_failure(c))) all.emplace_back(known);
    d.help = concat("there are ", join_or(all));
    return true;
}

constexpr Cause causes[] = {Cause::unsupported_lookup};
constexpr RuleExample examples[] = {
    {"subjects", "nickname__incontains,KS", "nickname__icontains,KS"},
    {"sessions", "start_time__before,2021-01-01", "start_time__lt,2021-01-01"},
    {"subjects", "nickname__like,KS", "nickname__contains,KS"},
};

}  // namespace

extern Rule const unknown_lookup;
Rule const unknown_lookup{
    .code = "AQ204",
    .name = "unknown-lookup",
    .effect = Effect::refused,
    .summary = "A name behind a field that is no lookup",
    .why =
        "Behind a field stand the parts that can be taken out of it (`start_time__year`), and at last one lookup. "
        "Lookups are Django's: `like`, `eq` or `between` are not among them.",
    .examples = examples,
    .causes = causes,
    .explain = explain,
};

}  // namespace alyx::analyzer
