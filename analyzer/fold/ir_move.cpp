// Moves a part of a program to where its bytes stand after an edit before it.
#include "analyzer/fold/ir_statements.hpp"

namespace alyx::analyzer::ir {
namespace {

class Move {
  public:
    Move(Part& part, std::uint32_t begin) : part_(part), by_(begin - part.place.span.begin) {}

    void run() {
        for (Expression& expression : part_.expressions) {
            place(expression.place);
            std::visit(*this, expression.node);
        }
        block(part_.body);
        for (Place& comment : part_.comments) place(comment);
        place(part_.place);
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
    /// Unsigned numbers wrap around, so that this goes back too. Where nothing stands (a call without parentheses) the
    /// span is none.
    void place(Place& place) const {
        if (place.span != Span{}) place.span = place.span.shifted(by_);
    }
    void directive(std::optional<Directive>& directive) const {
        if (directive) place(directive->place);
    }
    void block(Block& statements) {
        for (Statement& statement : statements) {
            place(statement.place);
            std::visit(*this, statement.node);
        }
    }
    void literal(std::shared_ptr<Literal const>& literal) const {
        auto moved = std::make_shared<Literal>(*literal);
        Span within = literal->contents.span.shifted(0 - part_.place.span.begin);
        place(moved->contents);
        moved->statement += by_;
        Decoded decoded;
        decode_literal(moved->layer, within.of(part_.text), moved->contents.span.begin, decoded);
        moved->map = std::move(decoded.map);
        literal = std::move(moved);
    }

    Part& part_;
    std::uint32_t by_;
};

}  // namespace

void move_to(Part& part, std::uint32_t begin) {
    if (part.place.span.begin != begin) Move(part, begin).run();
}

}  // namespace alyx::analyzer::ir
