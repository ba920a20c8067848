// Lines, blocks and files.
#include "analyzer/suppress/suppressions.hpp"

#include <algorithm>

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

/// Do both silence a common rule?
bool meet(PlacedDirective const& a, PlacedDirective const& b) {
    return std::any_of(all_rules().begin(), all_rules().end(),
                       [&](Rule const* rule) { return a.names(*rule) && b.names(*rule); });
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
}

void Suppressions::read(std::uint32_t source, Comment const& comment) {
    auto text = unit_.sources[source]->text();
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
        // Behind a run of comments the next row is meant.
        if (comment.alone)
            for (Comment const* at = &comment; at && at->alone; at = layouts_[source].comment_on(placed.target))
                ++placed.target;
        directives_.push_back(std::move(placed));
    }
}

/// What an `enable` is of use for does not depend on findings.
void Suppressions::end_blocks() {
    for (auto& end : directives_) {
        if (end.directive.verb != Verb::enable) continue;
        for (auto const& begin : directives_) {
            bool before = begin.source == end.source && begin.directive.span.begin < end.directive.span.begin;
            if (begin.directive.verb != Verb::disable || !before || !meet(begin, end)) continue;
            for (auto const* rule : all_rules())
                if (begin.names(*rule) && end.names(*rule)) end.use(*rule);
        }
    }
}

bool Suppressions::in_block(PlacedDirective const& directive, Spot const& spot) const {
    if (directive.directive.span.begin > spot.place.span.begin) return false;
    return std::none_of(directives_.begin(), directives_.end(), [&](PlacedDirective const& end) {
        return end.directive.verb == Verb::enable && end.source == directive.source && end.names(*spot.rule) &&
               end.directive.span.begin > directive.directive.span.begin &&
               end.directive.span.begin < spot.place.span.begin;
    });
}

bool Suppressions::reaches(PlacedDirective const& directive, Spot const& spot) const {
    if (directive.directive.verb == Verb::ignore_file) return true;
    if (directive.source != spot.place.source) return false;
    if (!of_line(directive)) return directive.directive.verb == Verb::disable && in_block(directive, spot);
    auto const& source = *unit_.sources[spot.place.source];
    auto rows_of = [&](Span span) { return Rows{source.position(span.begin).row, source.position(span.end).row}; };
    auto ends_at = [&](Rows rows) { return directive.target == rows.first || directive.target == rows.last; };
    Rows own = rows_of(spot.place.span);
    Rows statement = layout(spot.place.source).statement(own.first);
    bool in_call = false;
    if (directive.comment.alone && (directive.directive.verb == Verb::noqa)) return false;
    for (auto const& call : spot.calls) {
        if (call.source != spot.place.source || !call.span.covers(spot.place.span)) continue;
        in_call = true;
        Rows rows = rows_of(call.span);
        if (directive.comment.alone ? directive.target == rows.first : ends_at(rows)) return true;
    }
    if (directive.comment.alone) return directive.target == own.first || directive.target == statement.first;
    return own.contain(directive.target) || (!in_call && ends_at(statement));
}

PlacedDirective const* Suppressions::silence(Spot const& spot) {
    PlacedDirective const* nearest = nullptr;
    auto width = [](PlacedDirective const& d) {
        return of_line(d) ? 0 : d.directive.verb == Verb::ignore_file ? 2 : 1;
    };
    for (auto& directive : directives_) {
        if (!directive.names(*spot.rule) || !reaches(directive, spot)) continue;
        directive.use(*spot.rule);
        if (!nearest || width(directive) < width(*nearest)) nearest = &directive;
    }
    return nearest;
}

PlacedDirective const* Suppressions::silence_remark(Spot const& spot, PlacedDirective const* about) const {
    for (auto const& directive : directives_) {
        // One that stands alone speaks of the next line, and of itself.
        if (!directive.names(*spot.rule) || !(&directive == about || reaches(directive, spot))) continue;
        bool names_it = std::any_of(directive.selectors.begin(), directive.selectors.end(), [&](auto const& selector) {
            return holds(selector.rules, *spot.rule) && selector.rules.size() < all_rules().size();
        });
        bool is_for_all = directive.directive.verb != Verb::ignore && &directive != about;
        if (names_it || is_for_all) return &directive;
    }
    return nullptr;
}

}  // namespace alyx::analyzer
