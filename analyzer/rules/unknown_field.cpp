// The first name of a path, which the endpoint's model does not have.
#include "analyzer/query/alyx_filter.hpp"
#include "analyzer/rules/comparison.hpp"
#include "analyzer/rules/culprit.hpp"
#include "analyzer/rules/mend.hpp"
#include "analyzer/rules/path_mend.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/schema/url_lookups.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

/// `number>=3,number<=5`: as many parts as pairs have.
bool explain_comparisons(Review const& review, Refusal const& refusal, Diagnosis& d) {
    auto const& c = *refusal.conjunct;
    auto const* query = review.outcome.parameters[refusal.parameter].query.get();
    if (!query || url_lookups(review.schema()) || c.path_source != Conjunct::PathSource::value) return false;
    auto const first = read_comparison(query->text, c.written);
    if (!first || first->value.empty()) return false;
    auto name = query->text_of(first->path);
    name.remove_prefix(name.front() == '~');
    auto const target = resolve_path(parse_path(name), name, *review.endpoint().model, review.endpoint().annotations);
    if (target.fault != PathFault::none) return false;
    d.message = concat(quote(query->text_of(c.written)),
                       " is no path: the string is read as `path,value,path,value`, split at each comma");
    if (!review.with_help) return true;
    d.help = "a comma stands between path and value, and comparisons are lookups of the path: `number__gte,3`";
    Fix fix{.title = "write paths, lookups and values"};
    for (auto const& condition : query->conditions)
        for (auto part : {condition.path.span, condition.value.span}) {
            auto const found = read_comparison(query->text, part);
            if (!found || found->value.empty()) return true;
            if (joins_conditions(query->text_of(found->value))) {
                d.help = "conditions are joined with commas too: `number,1,lab__name,x`";
                return true;
            }
            bool const has_sign = query->text_of(found->path).front() == '~';
            if (found->negated && has_sign) return true;
            if (found->negated) fix.edits.push_back({{found->path.begin, found->path.begin}, "~"});
            fix.edits.push_back({found->sign, concat(found->lookup, ",")});
        }
    offer(review, refusal, d, std::move(fix));
    return true;
}

bool explain(Review const& review, Refusal const& refusal, Diagnosis& d) {
    if (explain_comparisons(review, refusal, d)) return true;
    auto const& c = *refusal.conjunct;
    auto const culprit = culprit_text(review, refusal);
    if (url_lookups(review.schema()) && review.endpoint().model->find(culprit)) {
        d.message =
            concat(quote(culprit), " is part of what ", quote(review.endpoint().name), " lists, but no filter of it");
        d.help = concat(quote(concat("alyxlint schema show ", review.endpoint().name)), " lists the filters");
        return true;
    }
    auto name = failing_segment(c);
    d.message = concat(quote(name), " is no field of ", c.target.model->name);
    if (!review.with_help) return true;
    suggest_edits(review, refusal, d, meant_names(review, c));
    if (!d.help.empty()) return true;
    bool is_piece = name.find_first_of(" {}'\":[]()") != std::string_view::npos;
    d.help = is_piece && !url_lookups(review.schema())
                 ? "each comma separates: a comma within a value must stand between brackets, like `('a, b')`"
                 : concat(quote(concat("alyxlint schema show ", c.target.model->name)), " lists the fields");
    return true;
}

constexpr Cause causes[] = {Cause::unknown_field};
constexpr RuleExample examples[] = {
    {"sessions", "subject__nickname,KS022,projcts__name,ibl", "subject__nickname,KS022,projects__name,ibl"},
    {"datasets", "lab__name,mainenlab", "session__lab__name,mainenlab"},
    {"sessions", "sessions__subject__nickname__icontains,dop", "subject__nickname__icontains,dop"},
    {"sessions", "subject_nickname,KS022", "subject__nickname,KS022"},
    {"sessions", "number>=3,number<=5", "number__gte,3,number__lte,5"},
};

}  // namespace

extern Rule const unknown_field;
Rule const unknown_field{
    .code = "AQ203",
    .name = "unknown-field",
    .effect = Effect::refused,
    .summary = "A path that begins with a name the endpoint's model does not have",
    .why =
        "A path begins at the model that the endpoint lists, and follows relations from there with `__`. The server "
        "answers `Cannot resolve keyword … into field` and lists all names, but not the one that was meant, nor the "
        "relations that lead to it. Properties of the Python classes, such as `age_days`, are no fields.",
    .examples = examples,
    .causes = causes,
    .explain = explain,
};

}  // namespace alyx::analyzer
