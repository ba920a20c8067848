// Analyses a text and shows its findings as `row code`, rows from 1; adds comments to it.
#pragma once

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "analyzer/analyze/add_ignores.hpp"
#include "analyzer/analyze/analysis.hpp"
#include "analyzer/edit/apply.hpp"
#include "analyzer/host/host.hpp"
#include "analyzer/schema/pack.hpp"

namespace alyx::analyzer::test {

inline std::shared_ptr<Snapshot const> snapshot() {
    static auto const one = std::make_shared<Snapshot const>(std::vector{built_in_schema("alyx")});
    return one;
}

inline std::vector<std::shared_ptr<Analysis const>> analyses(std::string const& name, std::string const& text) {
    std::vector<std::shared_ptr<Analysis const>> all;
    for (auto& unit : units_of(name, text).units)
        all.push_back(analyze(std::make_shared<Unit>(std::move(unit)), snapshot()));
    return all;
}

/// `3 AQ203, 4 AQ001`, in a notebook `2:3 AQ203` with the cell in front.
inline std::string shown(Analysis const& analysis, Finding const& finding) {
    auto const& source = *analysis.unit->sources[finding.place.source];
    auto row = std::to_string(source.position(finding.place.span.begin).row + 1);
    auto cell = source.cell() ? std::to_string(*source.cell()) + ":" : "";
    return cell + row + " " + std::string(finding.rule->code);
}

inline std::string found(std::string const& text, std::string const& name = "a.py") {
    std::string list;
    for (auto const& analysis : analyses(name, text))
        for (auto const& finding : analysis->findings) list += (list.empty() ? "" : ", ") + shown(*analysis, finding);
    return list;
}

/// `2 AQ203 (reason)`
inline std::string silenced(std::string const& text, std::string const& name = "a.py") {
    std::string list;
    for (auto const& analysis : analyses(name, text))
        for (auto const& one : analysis->suppressed)
            list += (list.empty() ? "" : ", ") + shown(*analysis, one.finding) + " (" + one.reason + ")";
    return list;
}

/// With the ignores that silence its findings; all edits must find their place.
inline std::string added(std::string const& text, std::string const& name = "a.py", std::string_view reason = "") {
    std::vector<EditGroup> groups;
    for (auto const& analysis : analyses(name, text))
        for (auto const& edit : add_ignores(*analysis, reason)) {
            auto in = in_file(edit, *analysis->unit->sources[edit.place.source], text);
            BOOST_TEST_REQUIRE(in.has_value(), name << ": cannot write " << edit.text);
            groups.push_back({*in});
        }
    auto applied = apply_edits(text, groups);
    BOOST_TEST(applied.groups.size() == groups.size(), name << ": edits touch");
    return applied.text;
}

}  // namespace alyx::analyzer::test
