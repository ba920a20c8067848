// The stacks behind nested statements, criteria and comparisons.
#include "analyzer/query/statement_builder.hpp"

#include <algorithm>
#include <tuple>

namespace alyx::analyzer {

void StatementBuilder::fault(SyntaxFault::Kind kind, Span span, std::string_view expected) {
    // What is wrong with a piece of text is said once; what follows from it is not.
    if (kind == SyntaxFault::Kind::missing && !faults_.empty() && faults_.back().span.end >= span.begin &&
        !faults_.back().span.empty())
        return;
    faults_.push_back({kind, span, expected, last_});
}

void StatementBuilder::unexpected(Span span) {
    if (!faults_.empty()) {
        auto& last = faults_.back();
        bool touches = last.span.end == last_.end && last.span.begin <= last_.begin;
        if (last.kind == SyntaxFault::Kind::unexpected && touches) {
            last.span.end = span.end;
            return token(span);
        }
        // What stands in the place of what is missing is not wrong a second time.
        bool is_instead = last.kind == SyntaxFault::Kind::missing && last.span.begin == end();
        if (is_instead || instead_until_ == end()) {
            instead_until_ = span.end;
            return token(span);
        }
    }
    faults_.push_back({SyntaxFault::Kind::unexpected, span, {}, last_});
    token(span);
}

void StatementBuilder::open_hole(Span span) {
    open_from_ = std::min(open_from_, span.begin);
}

void StatementBuilder::begin_statement() {
    statements_.push_back(std::make_unique<Statement>());
    statement().text = text_;
    statement().span.begin = end();
}

void StatementBuilder::end_statement() {
    auto& done = statement();
    done.span.end = std::max(done.span.begin, end());
    if (statements_.size() == 1) return;
    auto inner = std::move(statements_.back());
    statements_.pop_back();
    comparison().subquery = std::move(inner);
}

void StatementBuilder::clause(Clause clause, Span keyword) {
    auto& clauses = statement().clauses;
    auto same = [&](auto const& c) { return c.clause == clause; };
    // `limit 5 offset 2` is as good as the other way round.
    auto rank = [](Clause c) { return std::min(c, Clause::offset); };
    auto later = [&](auto const& c) { return rank(c.clause) > rank(clause); };
    if (std::any_of(clauses.begin(), clauses.end(), same))
        fault(SyntaxFault::Kind::repeated_clause, keyword);
    else if (std::any_of(clauses.begin(), clauses.end(), later))
        fault(SyntaxFault::Kind::clause_order, keyword);
    clauses.push_back({clause, keyword});
    token(keyword);
}

void StatementBuilder::begin_path(std::uint32_t at) {
    path_ = {};
    path_.path.span = {at, at};
}

void StatementBuilder::segment(Span span) {
    path_.path.segments.push_back({span, has_hole(span)});
    path_.path.has_hole |= has_hole(span);
    path_.path.span.end = span.end;
    token(path_.path.span);
}

void StatementBuilder::cast(Span span, Span type) {
    path_.casts.push_back({static_cast<std::uint32_t>(path_.path.segments.size()) - 1, span, type, has_hole(span)});
    path_.path.has_hole |= has_hole(span);
    path_.path.span.end = span.end;
    token(path_.path.span);
}

AttributePath StatementBuilder::take_path() {
    return std::move(path_);
}

void StatementBuilder::begin_criteria() {
    frames_.emplace_back();
}

Criterion StatementBuilder::join(Criterion::Kind kind, std::vector<Criterion>& parts) {
    if (parts.size() == 1) return std::move(parts.front());
    Criterion joined{kind, {parts.front().span.begin, parts.back().span.end}, std::move(parts), nullptr};
    return joined;
}

void StatementBuilder::close_conjuncts(Frame& frame) {
    if (!frame.conjuncts.empty()) frame.alternatives.push_back(join(Criterion::Kind::all, frame.conjuncts));
    frame.conjuncts.clear();
}

Criterion StatementBuilder::end_criteria() {
    auto frame = std::move(frames_.back());
    frames_.pop_back();
    close_conjuncts(frame);
    if (frame.alternatives.empty()) return {Criterion::Kind::missing, {end(), end()}, {}, nullptr};
    return join(Criterion::Kind::any, frame.alternatives);
}

void StatementBuilder::wrap(Criterion::Kind kind, std::uint32_t begin) {
    auto& last = frames_.back().conjuncts.back();
    Criterion whole{kind, {begin, std::max(end(), last.span.end)}, {}, nullptr};
    whole.parts.push_back(std::move(last));
    last = std::move(whole);
}

void StatementBuilder::begin_comparison() {
    comparisons_.emplace_back().path = take_path();
    comparison().op_span = {end(), end()};
}

void StatementBuilder::end_comparison() {
    auto done = std::make_unique<Comparison>(std::move(comparisons_.back()));
    comparisons_.pop_back();
    Span span{done->path.path.span.begin, std::max(done->path.path.span.end, end())};
    add({Criterion::Kind::comparison, span, {}, std::move(done)});
}

bool StatementBuilder::enter(std::uint32_t at) {
    if (depth_ == most_depth) {
        bool said = std::any_of(faults_.begin(), faults_.end(),
                                [](auto const& f) { return f.kind == SyntaxFault::Kind::nested_too_deep; });
        if (!said) fault(SyntaxFault::Kind::nested_too_deep, {at, at + 1});
        return false;
    }
    ++depth_;
    return true;
}

Statement StatementBuilder::finish() {
    auto statement = std::move(*statements_.front());
    auto may_be_mended = [&](SyntaxFault const& f) {
        bool unclosed = f.kind == SyntaxFault::Kind::unclosed_quote || f.expected == ")";
        if (unclosed && (has_loose_hole_ || open_from_ != UINT32_MAX)) return true;
        // What is missing may stand behind the blanks.
        auto const next = std::min(marked_.find_first_not_of(" \t\r\n\f\v", f.span.end), marked_.size());
        bool const is_missing = f.kind == SyntaxFault::Kind::missing;
        return open_from_ != UINT32_MAX && (is_missing ? next : f.span.end) >= open_from_;
    };
    std::erase_if(faults_, may_be_mended);
    // What is beyond that depth was not read, so nothing else is certain.
    auto deep = std::find_if(faults_.begin(), faults_.end(),
                             [](auto const& f) { return f.kind == SyntaxFault::Kind::nested_too_deep; });
    if (deep != faults_.end()) faults_ = {*deep};
    std::stable_sort(faults_.begin(), faults_.end(), [](auto const& a, auto const& b) {
        return std::tuple(a.span.begin, a.span.end) < std::tuple(b.span.begin, b.span.end);
    });
    statement.faults = std::move(faults_);
    return statement;
}

}  // namespace alyx::analyzer
