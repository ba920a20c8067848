// Counts conditions and joins.
#include "analyzer/assist/lenses.hpp"

#include <algorithm>

#include "analyzer/assist/alyx_assistant.hpp"
#include "analyzer/assist/site_request.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

/// Each condition joins the rows of a relation to many anew.
std::size_t joins_to_many(Conjunct const& conjunct) {
    auto const& steps = conjunct.target.steps;
    return static_cast<std::size_t>(std::count_if(steps.begin(), steps.end(), [](Step const& step) {
        return step.kind == Step::Kind::relation && step.name->multi_valued;
    }));
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return concat(" · ", std::to_string(count), " ", count == 1 ? one : many);
}

std::string title_of(SiteRequest const& request) {
    std::size_t conditions = 0, joins = 0;
    bool has_holes = false;
    auto const& outcome = request.outcome();
    for (auto const& use : outcome.parameters) {
        if (use.ignored_value) continue;
        conditions += use.query ? use.query->conditions.size() : 1;
        has_holes |= use.query && use.query->has_holes;
    }
    for (auto const& conjunct : outcome.conjuncts) joins += joins_to_many(conjunct);
    std::string title = request.endpoint()->name;
    title += conditions == 0 ? " · all rows" : counted(conditions, "condition", "conditions");
    if (has_holes && conditions > 0) title += " known here";
    if (joins > 0) title += counted(joins, "join to many rows", "joins to many rows");
    return title;
}

}  // namespace

std::optional<Lens> AlyxAssistant::lens(Site const& site) const {
    SiteRequest const request(site);
    if (!request.sends_list()) return std::nullopt;
    return Lens{site.place, title_of(request)};
}

std::vector<Lens> lenses(Analysis const& analysis) {
    std::vector<Lens> result;
    for (auto const& site : analysis.sites) {
        bool const is_other_way = !result.empty() && result.back().place == site.place;
        if (is_other_way) continue;
        if (auto lens = assistant_of(site).lens(site)) result.push_back(std::move(*lens));
    }
    std::stable_sort(result.begin(), result.end(), [](Lens const& a, Lens const& b) {
        return std::tuple(a.place.source, a.place.span.begin) < std::tuple(b.place.source, b.place.span.begin);
    });
    return result;
}

}  // namespace alyx::analyzer
