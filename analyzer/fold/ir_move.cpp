// Moves a part of a program to where its bytes stand after an edit before it.
#include "analyzer/fold/ir_program.hpp"

namespace alyx::analyzer::ir {
namespace {

class Move {
  public:
    /// Of what was right when the part began at `before`.
    Move(Part& part, std::uint32_t before)
        : part_(part), before_(before), by_(part.place.span.begin - before) {}  // unsigned numbers wrap: back too

    void expressions(std::size_t first, std::size_t last) {
        if (by_ == 0) return;
        for (auto at = first; at < last; ++at) {
            Expression& expression = part_.expressions[at];
            place(expression.place);
            std::visit(*this, expression.node);
        }
    }
    /// Bindings are moved by themselves.
    void block(Block& statements) {
        if (by_ == 0) return;
        for (Statement& statement : statements)
            if (!statement.is_binding) this->statement(statement);
    }
    void statement(Statement& statement) {
        place(statement.place);
        std::visit(*this, statement.node);
    }

    void operator()(Text& node) { literal(node.literal); }
    void operator()(Constant& node) {
        place(node.value.place);
        for (Piece& piece : node.value.text.pieces) place(piece.place);
    }
    void operator()(Format& node) {
        for (auto& part : node.parts) {
            if (part.literal) literal(part.literal);
            place(part.place);
        }
    }
    void operator()(Call& node) {
        place(node.name_place);
        place(node.arguments_place);
        for (auto& argument : node.arguments) place(argument.name_place);
    }

    void operator()(Assign& node) { directive(node.directive); }
    void operator()(Augment& node) { directive(node.directive); }
    void operator()(Branch& node) {
        for (auto& arm : node.arms) block(arm.block);
    }
    void operator()(Loop& node) { block(node.body), block(node.otherwise); }
    void operator()(Try& node) {
        block(node.body), block(node.otherwise), block(node.finally);
        for (auto& handler : node.handlers) block(handler);
    }
    void operator()(Function& node) { block(node.body); }
    void operator()(Class& node) { block(node.body); }

    template <class Node>
    void operator()(Node&) {}  // holds operands and keys only

  private:
    /// Where nothing stands (a call without parentheses) the span is none.
    void place(Place& place) const {
        if (place.span != Span{}) place.span = place.span.shifted(by_);
    }
    void directive(std::optional<Directive>& directive) const {
        if (directive) place(directive->place);
    }
    void literal(std::shared_ptr<Literal const>& literal) const {
        auto moved = std::make_shared<Literal>(*literal);
        Span within = literal->contents.span.shifted(0 - before_);
        place(moved->contents);
        moved->statement += by_;
        Decoded decoded;
        decode_literal(moved->layer, within.of(part_.text), moved->contents.span.begin, decoded);
        moved->map = std::move(decoded.map);
        literal = std::move(moved);
    }

    Part& part_;
    std::uint32_t before_;
    std::uint32_t by_;
};

}  // namespace

void settle(Part& part) {
    auto const begin = part.place.span.begin;
    Move rest(part, part.begin);
    std::size_t next = 0;
    for (Binding& binding : part.bindings) {
        Statement& statement = *binding.statement;
        rest.expressions(next, statement.first);
        next = statement.last;
        if (statement.is_idle || binding.begin == begin) continue;
        Move own(part, binding.begin);
        own.expressions(statement.first, statement.last);
        own.statement(statement);
        binding.begin = begin;
    }
    rest.expressions(next, part.expressions.size());
    rest.block(part.body);
    part.begin = begin;
}

}  // namespace alyx::analyzer::ir
