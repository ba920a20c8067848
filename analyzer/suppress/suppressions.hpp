// The directives of a unit, which findings they silence, and which of them were of use.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "analyzer/host/layout.hpp"
#include "analyzer/rules/rule.hpp"
#include "analyzer/suppress/comment.hpp"
#include "analyzer/text/unit.hpp"

namespace alyx::analyzer {

/// A directive in its source; its spans are bytes of the source.
struct PlacedDirective {
    struct Selector {
        Span span;
        std::vector<Rule const*> rules;
        bool foreign = false;  ///< a code of another linter
        bool used = false;     ///< it silenced something, or ended what silenced
    };
    Directive directive;
    std::uint32_t source = 0;
    Comment comment;           ///< that it stands in
    std::uint32_t target = 0;  ///< the row it speaks of: its own or, standing alone, the next that is no comment
    std::vector<Selector> selectors;
    bool used = false;                ///< the same of a directive without a list
    std::vector<std::uint32_t> ends;  ///< of a `disable` the directives that enable some of its rules again

    bool names(Rule const& rule) const;
    /// Uses it for the rule.
    void use(Rule const& rule);
};

/// A directive that cannot be read, in its source.
struct PlacedMalformed {
    Malformed malformed;
    std::uint32_t source = 0;
};

/// What may be silenced: its rule, its place and the calls that it belongs to.
struct Spot {
    Rule const* rule = nullptr;
    Place place;
    std::vector<Place> calls;
};

/// The rows that a spot belongs to.
struct SpotRows {
    Rows own;
    Rows statement;
    std::vector<Rows> calls;  ///< those that hold the spot
};

/// The unit must outlive it.
class Suppressions {
  public:
    /// Reads these of the unit's sources.
    Suppressions(Unit const& unit, std::vector<std::uint32_t> const& sources);
    Suppressions(Suppressions const&) = delete;
    Suppressions& operator=(Suppressions const&) = delete;

    /// The directive that silences what stands there: the one of its line, else of its block, else of its file; null:
    /// none does. All that could are used by it.
    PlacedDirective const* silence(Spot const& spot);
    /// The same for what is said about a directive itself, which uses none. What stands for all rules on its line
    /// leaves such findings alone: they would never be seen.
    PlacedDirective const* silence_remark(Spot const& spot, PlacedDirective const* about) const;
    SpotRows rows_of(Spot const& spot) const;
    /// Does the directive speak of the spot, whatever its rule is? `rows` are the spot's.
    bool reaches(PlacedDirective const& directive, Spot const& spot, SpotRows const& rows) const;

    std::vector<PlacedDirective> const& directives() const { return directives_; }
    std::vector<PlacedMalformed> const& malformed() const { return malformed_; }
    Unit const& unit() const { return unit_; }
    /// Of one of the sources that were read.
    Layout const& layout(std::uint32_t source) const { return layouts_.at(source); }

  private:
    void read(std::uint32_t source, Comment const& comment);
    std::uint32_t text_behind(std::uint32_t source, Comment const& comment);
    void end_blocks();
    bool block_holds(PlacedDirective const& directive, Spot const& spot) const;

    /// Comments that stand one below the other, and what they speak of.
    struct Run {
        std::uint32_t source = 0, first = 0, behind = 0;  ///< rows; the last is none of it
        std::uint32_t target = 0;
    };
    Unit const& unit_;
    Run run_;  ///< the last one that was met
    std::map<std::uint32_t, Layout> layouts_;
    std::vector<PlacedDirective> directives_;  ///< by source, then in the order of the text
    std::vector<PlacedMalformed> malformed_;
    std::vector<PlacedDirective const*> of_remarks_;  ///< of the directives those that may silence remarks
};

/// Is it one of the two rules about suppressions?
bool is_about_suppressions(Rule const& rule);

}  // namespace alyx::analyzer
