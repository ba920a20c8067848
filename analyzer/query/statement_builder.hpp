// Puts statements together from what a grammar meets, in the order of the text.
#pragma once

#include <string>
#include <vector>

#include "analyzer/query/statement.hpp"

namespace alyx::analyzer {

/// Each call is an event of the parse. Every `begin_` is followed by its `end_`; what is between them nests.
class StatementBuilder {
  public:
    /// A byte that no statement holds, to mark holes with.
    static constexpr char hole_mark = '\x01';

    /// `marked` is the text with the mark in each hole, and in no other place.
    StatementBuilder(std::string_view text, std::string_view marked) : text_(text), marked_(marked) {}

    std::string_view marked() const { return marked_; }
    bool has_hole(Span span) const { return span.of(marked_).find(hole_mark) != std::string_view::npos; }
    bool is_hole(Span span) const {
        return !span.empty() && span.of(marked_).find_first_not_of(hole_mark) == std::string_view::npos;
    }

    /// Where the last token ended: what is missing is missing there.
    std::uint32_t end() const { return last_.end; }
    void token(Span span) { last_ = span; }

    void fault(SyntaxFault::Kind kind, Span span, std::string_view expected = {});
    void missing(std::string_view expected) { fault(SyntaxFault::Kind::missing, {end(), end()}, expected); }
    /// Neighbouring tokens that have no business there are one fault.
    void unexpected(Span span);
    /// Anything may stand here once the script runs: faults from here on are not certain.
    void open_hole(Span span);
    /// What is opened before may be closed in it.
    void loose_hole() { has_loose_hole_ = true; }

    void begin_statement();
    void end_statement();
    Statement& statement() { return *statements_.back(); }
    bool is_nested() const { return statements_.size() > 1; }
    void clause(Clause clause, Span keyword);

    void begin_path(std::uint32_t at);
    void segment(Span span);
    void cast(Span span, Span type);
    AttributePath take_path();

    void begin_criteria();
    void join_or() { close_conjuncts(frames_.back()); }
    void add(Criterion criterion) { frames_.back().conjuncts.push_back(std::move(criterion)); }
    Criterion end_criteria();
    /// The last criterion becomes the one part of this.
    void wrap(Criterion::Kind kind, std::uint32_t begin);

    void begin_comparison();
    Comparison& comparison() { return comparisons_.back(); }
    void operand(Operand operand) { comparison().values.push_back(std::move(operand)); }
    void end_comparison();

    /// False once the text nests deeper than the parse may.
    bool enter(std::uint32_t at);
    void leave() { --depth_; }

    Statement finish();

  private:
    struct Frame {
        std::vector<Criterion> alternatives;
        std::vector<Criterion> conjuncts;
    };
    static constexpr int most_depth = 60;

    static void close_conjuncts(Frame& frame);
    static Criterion join(Criterion::Kind kind, std::vector<Criterion>& parts);

    std::string_view text_;
    std::string_view marked_;
    Span last_;
    AttributePath path_;
    std::vector<std::unique_ptr<Statement>> statements_;
    std::vector<Frame> frames_;
    std::vector<Comparison> comparisons_;
    std::vector<SyntaxFault> faults_;
    std::uint32_t open_from_ = UINT32_MAX;
    std::uint32_t instead_until_ = UINT32_MAX;
    bool has_loose_hole_ = false;
    int depth_ = 0;
};

}  // namespace alyx::analyzer
