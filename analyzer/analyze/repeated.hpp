// Parameters that a request has several times, one for each item of a list.
#pragma once

#include <string_view>
#include <vector>

#include "analyzer/analyze/analysis.hpp"
#include "analyzer/rules/rule.hpp"

namespace alyx::analyzer {

/// `params: {label__in: […]}` of axios and jQuery is `label__in[]=…`.
inline constexpr std::string_view list_mark = "[]";

/// Drops what is said of single items of a list where it is said that a list is sent so.
void drop_said_of_items(Outcome const& outcome, std::vector<Diagnosis>& diagnoses);

/// A parameter that the service reads by itself, and its values in the order of the request.
struct RepeatedParameter {
    std::string_view name;
    Parameter const* spec = nullptr;
    std::vector<FoldedText> values;

    /// Does the service read all items from one text, with commas between?
    bool takes_list() const;
    /// Then what is said of one item would be said of what was meant for all.
    bool is_list() const { return takes_list() || name.ends_with(list_mark); }
    /// What is wrong; without place.
    Diagnosis diagnosis() const;
    /// `['a', 'b']` → `['a,b']`, where the items are written side by side.
    std::optional<FindingFix> joined() const;
};

}  // namespace alyx::analyzer
