// Lines, blocks and files.
#include "analyzer/suppress/suppressions.hpp"

#include <algorithm>
#include <bitset>

#include "analyzer/rules/selector.hpp"

namespace alyx::analyzer {

extern Rule const unused_suppression;
extern Rule const invalid_suppression;

namespace {

using Verb = Directive::Verb;

bool holds(std::vector<Rule const*> const& rules, Rule const& rule) {
    return std::find(rules.begin(), rules.end(), &rule) != rules.end();
}

bool of_line(PlacedDirective const& directive) {
    return directive.directive.verb == Verb::ignore || directive.directive.verb == Verb::noqa;
}

/// `AQ` and digits; other codes are no matter of ours.
bool is_our_code(std::string_view code) {
    return code.size() > 2 && (code[0] | 0x20) == 'a' && (code[1] | 0x20) == 'q' && code[2] >= '0' && code[2] <= '9';
}

/// By the place in all_rules().
constexpr std::size_t most_rules = 512;
using RuleSet = std::bitset<most_rules>;

RuleSet rules_of(PlacedDirective const& directive) {
    RuleSet set;
    for (std::size_t i = 0; i < std::min(most_rules, all_rules().size()); ++i)
        set[i] = directive.names(*all_rules()[i]);
    return set;
}

/// Nobody writes a directive that is longer; lines of generated files are.
constexpr std::size_t longest_comment = 4096;

/// Does it name a rule about suppressions, or stand for all rules in more than its line?
bool may_silence_remarks(PlacedDirective const& directive) {
    if (!directive.directive.list) return directive.directive.verb != Verb::ignore;
    return directive.names(unused_suppression) || directive.names(invalid_suppression);
}

/// Of a row, which a comment on its own speaks for to its begin, one behind code to both ends.
bool speaks_of(PlacedDirective const& directive, Rows rows) {
    return directive.target == rows.first || (!directive.comment.alone && directive.target == rows.last);
}

}  // namespace

bool is_about_suppressions(Rule const& rule) {
    return &rule == &unused_suppression || &rule == &invalid_suppression;
}

bool PlacedDirective::names(Rule const& rule) const {
    if (!directive.list) return true;
    return std::any_of(selectors.begin(), selectors.end(), [&](Selector const& s) { return holds(s.rules, rule); });
}

void PlacedDirective::use(Rule const& rule) {
    used = true;
    for (auto& selector : selectors) selector.used |= holds(selector.rules, rule);
}

Suppressions::Suppressions(Unit const& unit, std::vector<std::uint32_t> const& sources) : unit_(unit) {
    for (auto source : sources) {
        auto const& layout = layouts_[source] = layout_of(unit, source);
        for (auto const& comment : layout.comments) read(source, comment);
    }
    end_blocks();
    for (auto const& directive : directives_)
        if (may_silence_remarks(directive)) of_remarks_.push_back(&directive);
}

/// Behind a run of comments the next row is meant. In a reStructuredText blank rows part a comment from the text behind
/// it.
std::uint32_t Suppressions::text_behind(std::uint32_t source, Comment const& comment) {
    auto& known = run_;
    if (known.source == source && known.first <= comment.row && comment.row < known.behind) return known.target;
    known = {source, comment.row, comment.row, comment.row};
    for (Comment const* at = &comment; at && at->alone; at = layouts_[source].comment_on(known.behind)) ++known.behind;
    known.target = known.behind;
    auto const& lines = *unit_.sources[source];
    auto const is_blank = [&](std::uint32_t row) {
        return lines.line(row).find_first_not_of(" \t\r") == std::string_view::npos;
    };
    if (comment.span.of(lines.text()).starts_with(".."))
        while (known.target + 1 < lines.line_count() && is_blank(known.target)) ++known.target;
    return known.target;
}

void Suppressions::read(std::uint32_t source, Comment const& comment) {
    auto text = unit_.sources[source]->text();
    if (comment.span.size() > longest_comment) return;
    auto found = read_directives(comment.span.of(text));
    auto const shift = comment.span.begin;
    for (auto& malformed : found.malformed) {
        malformed.span = malformed.span.shifted(shift);
        if (malformed.mend) malformed.mend->span = malformed.mend->span.shifted(shift);
        malformed_.push_back({std::move(malformed), source});
    }
    for (auto& directive : found.directives) {
        PlacedDirective placed{std::move(directive), source, comment, comment.row};
        auto& d = placed.directive;
        d.span = d.span.shifted(shift);
        d.reason = d.reason.shifted(shift);
        if (d.list) d.list = d.list->shifted(shift);
        for (Span& span : d.selectors) {
            span = span.shifted(shift);
            auto word = span.of(text);
            bool foreign = d.verb == Verb::noqa && !is_our_code(word);
            placed.selectors.push_back({span, foreign ? std::vector<Rule const*>() : rules_named(word), foreign});
        }
        if (comment.alone) placed.target = text_behind(source, comment);
        directives_.push_back(std::move(placed));
    }
}

/// What an `enable` is of use for does not depend on findings.
void Suppressions::end_blocks() {
    struct Open {
        PlacedDirective* begin;
        RuleSet rules;
    };
    std::vector<Open> open;
    for (std::uint32_t i = 0; i < directives_.size(); ++i) {
        auto& directive = directives_[i];
        if (!open.empty() && open.back().begin->source != directive.source) open.clear();
        if (directive.directive.verb == Verb::disable) open.push_back({&directive, rules_of(directive)});
        if (directive.directive.verb != Verb::enable) continue;
        auto const ended = rules_of(directive);
        std::erase_if(open, [&](Open const& block) {
            auto const both = block.rules & ended;
            if (both.none()) return false;
            for (std::size_t rule = 0; rule < all_rules().size(); ++rule)
                if (both[rule]) directive.use(*all_rules()[rule]);
            block.begin->ends.push_back(i);
            return both == block.rules;
        });
    }
}

bool Suppressions::block_holds(PlacedDirective const& directive, Spot const& spot) const {
    auto at = spot.place.span.begin;
    return directive.directive.span.begin < at &&
           std::none_of(directive.ends.begin(), directive.ends.end(), [&](std::uint32_t i) {
               return directives_[i].directive.span.begin < at && directives_[i].names(*spot.rule);
           });
}

SpotRows Suppressions::rows_of(Spot const& spot) const {
    auto layout = layouts_.find(spot.place.source);
    if (layout == layouts_.end()) return {};
    auto const& source = *unit_.sources[spot.place.source];
    auto rows = [&](Span span) { return Rows{source.row(span.begin), source.row(span.end)}; };
    SpotRows result{rows(spot.place.span), {}, {}};
    result.statement = layout->second.statement(result.own.first);
    for (auto const& call : spot.calls)
        if (call.source == spot.place.source && call.span.covers(spot.place.span))
            result.calls.push_back(rows(call.span));
    return result;
}

bool Suppressions::reaches(PlacedDirective const& directive, Spot const& spot, SpotRows const& rows) const {
    auto verb = directive.directive.verb;
    if (verb == Verb::ignore_file) return true;
    if (directive.source != spot.place.source || verb == Verb::enable) return false;
    if (verb == Verb::disable) return block_holds(directive, spot);
    bool is_alone = directive.comment.alone;
    // Other linters read it behind code only.
    if (verb == Verb::noqa && is_alone) return false;
    // What is found in a comment is code that was commented out: the directive stands behind it, or above.
    bool const is_in_comment = is_alone && rows.own.first - directive.comment.row <= 1;
    if (is_in_comment || (is_alone ? directive.target == rows.own.first : rows.own.contain(directive.target)))
        return true;
    // Behind one of several calls in a statement it is that call's.
    if ((is_alone || rows.calls.empty()) && speaks_of(directive, rows.statement)) return true;
    return std::any_of(rows.calls.begin(), rows.calls.end(), [&](Rows call) { return speaks_of(directive, call); });
}

PlacedDirective const* Suppressions::silence(Spot const& spot) {
    PlacedDirective const* nearest = nullptr;
    auto width = [](PlacedDirective const& d) {
        return of_line(d) ? 0 : d.directive.verb == Verb::ignore_file ? 2 : 1;
    };
    auto rows = rows_of(spot);
    for (auto& directive : directives_) {
        if (!directive.names(*spot.rule) || !reaches(directive, spot, rows)) continue;
        directive.use(*spot.rule);
        if (!nearest || width(directive) < width(*nearest)) nearest = &directive;
    }
    return nearest;
}

PlacedDirective const* Suppressions::silence_remark(Spot const& spot, PlacedDirective const* about) const {
    if (of_remarks_.empty()) return nullptr;
    auto rows = rows_of(spot);
    for (auto const* one : of_remarks_) {
        auto const& directive = *one;
        // One that stands alone speaks of the next line, and of itself.
        if (!directive.names(*spot.rule) || !(&directive == about || reaches(directive, spot, rows))) continue;
        bool names_it = std::any_of(directive.selectors.begin(), directive.selectors.end(), [&](auto const& selector) {
            return holds(selector.rules, *spot.rule) && selector.rules.size() < all_rules().size();
        });
        bool is_for_all = directive.directive.verb != Verb::ignore && &directive != about;
        if (names_it || is_for_all) return &directive;
    }
    return nullptr;
}

}  // namespace alyx::analyzer
