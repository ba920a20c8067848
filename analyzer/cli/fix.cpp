// Analyse, edit, analyse again.
#include "analyzer/cli/fix.hpp"

#include <algorithm>

#include "analyzer/analyze/add_ignores.hpp"
#include "analyzer/edit/apply.hpp"

namespace alyx::cli {

using namespace analyzer;

namespace {

/// The edits as ones of the file; none where the file cannot express one of them.
std::optional<EditGroup> group_of(std::vector<SourceEdit> const& edits, Analysis const& analysis,
                                  std::string_view text) {
    EditGroup group;
    for (auto const& edit : edits) {
        auto in = in_file(edit, *analysis.unit->sources[edit.place.source], text);
        if (!in) return std::nullopt;
        group.push_back(std::move(*in));
    }
    return group;
}

bool holds(Encoding const& encoding, EditGroup const& group) {
    return std::all_of(group.begin(), group.end(), [&](FileEdit const& edit) { return encoding.holds(edit.text); });
}

struct Groups {
    std::vector<EditGroup> groups;
    std::vector<Rule const*> rules;  ///< of each group
    std::size_t left_out = 0;

    void add(Analysis const& analysis, std::string_view text, bool unsafe, Encoding const& encoding) {
        for (auto const& finding : analysis.findings) {
            if (!finding.fix || (finding.fix->safety == Fix::Safety::unsafe && !unsafe)) continue;
            auto group = group_of(finding.fix->edits, analysis, text);
            if (!group) continue;
            if (!holds(encoding, *group)) {
                ++left_out;
                continue;
            }
            groups.push_back(std::move(*group));
            rules.push_back(finding.rule);
        }
    }
};

}  // namespace

Fixed fix_text(FileName const& name, std::string text, std::shared_ptr<Snapshot const> const& snapshot, bool unsafe,
               Encoding const& encoding) {
    constexpr int rounds = 10;
    Fixed fixed{std::move(text)};
    for (int round = 0; round < rounds; ++round) {
        Groups found;
        for (auto const& analysis : analyses_of(name, fixed.text, snapshot))
            found.add(*analysis, fixed.text, unsafe, encoding);
        fixed.left_out = found.left_out;
        auto applied = apply_edits(fixed.text, found.groups);
        if (applied.groups.empty() || applied.text == fixed.text) break;
        fixed.text = std::move(applied.text);
        for (auto index : applied.groups) ++fixed.fixes[found.rules[index]];
    }
    return fixed;
}

Silenced silence_text(FileName const& name, std::string const& text, std::shared_ptr<Snapshot const> const& snapshot,
                      std::string_view reason, Encoding const& encoding) {
    std::vector<EditGroup> groups;
    for (auto const& analysis : analyses_of(name, text, snapshot))
        for (auto const& edit : add_ignores(*analysis, reason)) {
            auto group = group_of({edit}, *analysis, text);
            if (group && holds(encoding, *group)) groups.push_back(std::move(*group));
        }
    auto applied = apply_edits(text, groups);
    return {std::move(applied.text), applied.groups.size()};
}

}  // namespace alyx::cli
