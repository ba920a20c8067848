// The state of lowering a fragment of a POSIX shell or bash; its functions lie in shell_*.cpp.
//
// How it appears in the IR, for whoever matches calls:
//   curl -G "$URL" -d 'a=b'   a call of the name `curl`, whose words are positional arguments: texts '-G', …
//   /usr/bin/curl, sudo curl  likewise `curl`
//   "$BASE/x?y=${Z}"          texts with holes, as f-strings; variables are names
//   "${args[@]}"              `*args`, of an array
//   X=$(curl …)               the call is found, X is a text that is not known
#pragma once

#include <set>

#include "analyzer/host/lowering.hpp"

namespace alyx::analyzer {

class ShellLowering : public Lowering {
  public:
    ShellLowering(Source const& source, Fragment const& fragment, CalleeFilter const& filter, ir::Keys& keys,
                  ir::Part& part)
        : Lowering(source, fragment, filter, keys, part, tree_sitter_bash()), block_(&part.body) {}
    void run();

  private:
    using Expression = ir::Operand (*)(ShellLowering&, Node);
    using Statement = void (*)(ShellLowering&, Node);
    struct Names {
        std::set<ir::Key> local;
        std::set<ir::Key> assigned;
    };
    static std::vector<Expression> expression_table();
    static std::vector<Statement> statement_table();

    // Expressions: shell_expressions.cpp
    ir::Operand expression(Node node);
    ir::Operand unknown(Node node, HoleType type = HoleType::text);
    ir::Operands inside(Node node);
    ir::Operand word(Node node);
    ir::Operand quoted(Node node);
    ir::Operand concatenation(Node node);
    ir::Operand variable(Node node);
    ir::Operand expansion(Node node);
    ir::Operand array(Node node);
    ir::Operand command(Node node);
    Node array_of(Node word);

    // Statements: shell_statements.cpp
    void statements(Node node);
    void statement(Node node);
    ir::Block block_of(Node node);
    void run_command(Node node);
    void assign_unknown(Span name);
    void assignment(Node node, bool is_local);
    void declaration(Node node);
    void either(Node node);
    void branch(Node node);
    void loop(Node node);
    void for_each(Node node);
    void choose(Node node);
    void function(Node node);
    void error(Node node);
    void add(Span span, decltype(ir::Statement::node) node) { block_->push_back({place(span), std::move(node)}); }

    ir::Block* block_;             ///< that is being filled
    Names* names_ = nullptr;       ///< of the innermost function
    std::set<ir::Key> variables_;  ///< all that were assigned so far
    ir::Block inherited_;          ///< bindings of those that are assigned somewhere only
};

/// The name of a command without its folder.
std::string_view command_name(std::string_view word);
/// Does the command run the one behind it, as sudo does?
bool is_command_prefix(std::string_view word);

}  // namespace alyx::analyzer
