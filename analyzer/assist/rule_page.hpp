// Rules as pages to read: one of each, and the list of all by family.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/assist/page.hpp"
#include "analyzer/assist/rule_example.hpp"

namespace alyx::analyzer {

/// Which fixes a rule offers, as far as its examples show.
enum class FixKind : std::uint8_t { none, safe, unsafe, both };

/// A rule with what running its examples gave.
struct RuleDocument {
    Rule const* rule = nullptr;
    std::vector<ShownExample> examples;
    FixKind fixes = FixKind::none;
};

/// Rules whose codes begin alike: AQ1 …
struct RuleFamily {
    std::string_view prefix;
    std::string_view title;
};

RuleDocument document(Rule const& rule, std::shared_ptr<Schema const> const& schema);
Page rule_page(RuleDocument const& document);

RuleFamily const& family_of(Rule const& rule);
/// All rules, grouped by family. `extension`: of the pages that are linked to; empty: without links.
Page rule_index(std::string_view extension, std::string_view folder = {});

/// none, safe, unsafe, safe or unsafe
std::string_view name_of(FixKind fixes);

}  // namespace alyx::analyzer
