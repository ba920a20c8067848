// Analyse, edit, analyse again.
#include "analyzer/cli/fix.hpp"

#include <algorithm>

#include "analyzer/edit/apply.hpp"
#include "analyzer/host/host.hpp"

namespace alyx::cli {

using namespace analyzer;

namespace {

/// Appends the edits of each fix; says how many fixes the encoding cannot hold.
std::size_t add_groups(Analysis const& analysis, std::string_view text, bool unsafe, Encoding const& encoding,
                       std::vector<EditGroup>& groups) {
    std::size_t left_out = 0;
    for (auto const& finding : analysis.findings) {
        if (!finding.fix || (finding.fix->safety == Fix::Safety::unsafe && !unsafe)) continue;
        EditGroup group;
        for (auto const& edit : finding.fix->edits) {
            auto in = in_file(edit, *analysis.unit->sources[edit.place.source], text);
            if (!in) break;
            group.push_back(std::move(*in));
        }
        if (group.size() != finding.fix->edits.size()) continue;
        bool held =
            std::all_of(group.begin(), group.end(), [&](auto const& edit) { return encoding.holds(edit.text); });
        if (held)
            groups.push_back(std::move(group));
        else
            ++left_out;
    }
    return left_out;
}

}  // namespace

Fixed fix_text(std::string const& name, std::string text, std::shared_ptr<Snapshot const> const& snapshot, bool unsafe,
               Encoding const& encoding) {
    constexpr int rounds = 10;
    Fixed fixed{std::move(text), 0, 0};
    for (int round = 0; round < rounds; ++round) {
        std::vector<EditGroup> groups;
        fixed.left_out = 0;
        for (auto& unit : units_of(name, fixed.text).units) {
            auto analysis = analyze(std::make_shared<Unit>(std::move(unit)), snapshot);
            fixed.left_out += add_groups(*analysis, fixed.text, unsafe, encoding, groups);
        }
        auto applied = apply_edits(fixed.text, groups);
        if (applied.groups == 0 || applied.text == fixed.text) break;
        fixed.text = std::move(applied.text);
        fixed.fixes += applied.groups;
    }
    return fixed;
}

}  // namespace alyx::cli
