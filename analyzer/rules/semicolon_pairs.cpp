// Pairs with semicolons, as the service's own documentation shows them: only commas separate.
#include <algorithm>

#include "analyzer/rules/mend.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const semicolon_pairs;

namespace {

/// Each stretch between commas is a pair of its own.
bool are_all_pairs(std::string_view text) {
    auto semicolons = std::count(text.begin(), text.end(), ';'), commas = std::count(text.begin(), text.end(), ',');
    bool nested = text.find_first_of("[](){}") != text.npos;
    for (std::size_t begin = 0; begin <= text.size();) {
        auto end = std::min(text.find(',', begin), text.size());
        auto part = text.substr(begin, end - begin);
        if (std::count(part.begin(), part.end(), ';') != 1) return false;
        begin = end + 1;
    }
    return !nested && semicolons == commas + 1;
}

void check(Review const& review, Report& report) {
    auto const& parameters = review.outcome.parameters;
    for (std::uint32_t i = 0; i < parameters.size(); ++i) {
        auto const& use = parameters[i];
        if (!use.spec || use.spec->meaning != ParameterMeaning::pairs || !use.query) continue;
        auto const& conditions = use.query->conditions;
        auto found = std::find_if(conditions.begin(), conditions.end(), [&](Condition const& c) {
            return c.is_known && !c.path.has_hole && c.path.span.of(use.value).find(';') != std::string_view::npos;
        });
        if (found == conditions.end()) continue;
        auto* d = report.add(semicolon_pairs, i, found->path.span,
                             concat("semicolons separate nothing: ", quote(found->path.span.of(use.value)),
                                    " is taken for one key of ", quote(use.spec->name)));
        if (!d || !review.with_help) continue;
        d->help = "write commas: `key,value,key,value`";
        if (are_all_pairs(use.value) && use.holes.empty()) d->fix = commas_for_semicolons(use.value);
    }
}

constexpr RuleExample examples[] = {
    {"sessions", "extended_qc=behavior;1,task__gte;0.5", "extended_qc=behavior,1,task__gte,0.5", true},
};

}  // namespace

Rule const semicolon_pairs{
    .code = "AQ513",
    .name = "semicolon-pairs",
    .effect = Effect::misleading,
    .summary = "Pairs of `json=` or `extended_qc=` written with semicolons, which become part of a key",
    .why =
        "The server's own documentation shows `key;value`, but its parser splits at commas only. With an even "
        "number of parts the request is accepted, with keys that no row has; with an odd number it fails.",
    .examples = examples,
    .check = check,
};

}  // namespace alyx::analyzer
