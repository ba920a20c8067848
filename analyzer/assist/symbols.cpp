// Names requests after what they ask.
#include "analyzer/assist/symbols.hpp"

#include <algorithm>

#include "analyzer/assist/alyx_assistant.hpp"
#include "analyzer/assist/site_request.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

constexpr std::size_t most_conditions = 5;

std::string name_of(SiteRequest const& request) {
    std::string conditions;
    std::size_t count = 0;
    auto const add = [&](std::string_view condition) {
        if (count++ < most_conditions) conditions += concat(conditions.empty() ? ": " : ", ", condition);
    };
    auto const& outcome = request.outcome();
    for (std::uint32_t i = 0; i < outcome.parameters.size(); ++i) {
        auto const& use = outcome.parameters[i];
        if (!use.query) {
            add(use.spec ? std::string_view(use.spec->name) : std::string_view(request.argument(i).name));
            continue;
        }
        for (auto const& condition : use.query->conditions)
            if (!condition.path.has_hole) add(condition.path.span.of(use.value));
    }
    return concat(request.endpoint()->name, conditions, count > most_conditions ? " …" : "");
}

Place selection_of(SiteRequest const& request) {
    auto const& site = request.site();
    auto const argument = request.client().endpoint_argument;
    if (!site.pattern || argument == ClientCall::none) return site.callee_place;
    auto const place = site.arguments[argument].value.text.place(request.client().endpoint_span);
    bool const inside = place.source == site.place.source && site.place.span.covers(place.span);
    return inside ? place : site.callee_place;
}

}  // namespace

std::optional<Symbol> AlyxAssistant::symbol(Site const& site) const {
    SiteRequest const request(site);
    if (!request.endpoint()) return std::nullopt;
    std::string detail = site.pattern ? std::string(request.client().action) : "query";
    if (detail.empty() && site.pattern) detail = site.pattern->callee;
    return Symbol{name_of(request), std::move(detail), site.place, selection_of(request)};
}

std::vector<Symbol> symbols(Analysis const& analysis) {
    std::vector<Symbol> result;
    for (auto const& site : analysis.sites) {
        bool const is_other_way = !result.empty() && result.back().place == site.place;
        if (is_other_way) continue;
        if (auto symbol = assistant_of(site).symbol(site)) result.push_back(std::move(*symbol));
    }
    std::stable_sort(result.begin(), result.end(), [](Symbol const& a, Symbol const& b) {
        return std::tuple(a.place.source, a.place.span.begin) < std::tuple(b.place.source, b.place.span.begin);
    });
    return result;
}

}  // namespace alyx::analyzer
