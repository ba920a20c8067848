// Lowers one fragment of JavaScript, TypeScript or either with JSX.
#include <array>

#include "analyzer/host/javascript_lowering.hpp"
#include "analyzer/host/language.hpp"

namespace alyx::analyzer {
namespace {

constexpr std::size_t grammars = 3;

std::size_t index_of(Language language) {
    return language == Language::javascript ? 0 : language == Language::typescript ? 1 : 2;
}

template <class Table>
std::array<Table, grammars> for_each_grammar(Table (*make)(TSLanguage const*)) {
    return {make(tree_sitter_javascript()), make(tree_sitter_typescript()), make(tree_sitter_tsx())};
}

void lower(Source const& source, Fragment const& fragment, CalleeFilter const& filter, ir::Keys& keys, ir::Part& part) {
    JavaScriptLowering(source, fragment, filter, keys, part, javascript_grammar(fragment.language)).run();
}

}  // namespace

TSLanguage const* javascript_grammar(Language language) {
    TSLanguage const* all[grammars] = {tree_sitter_javascript(), tree_sitter_typescript(), tree_sitter_tsx()};
    return all[index_of(language)];
}

void lower_javascript(Source const& source, Fragment const& fragment, CalleeFilter const& filter, ir::Keys& keys,
                      ir::Part& part) {
    lower(source, fragment, filter, keys, part);
}
void lower_typescript(Source const& source, Fragment const& fragment, CalleeFilter const& filter, ir::Keys& keys,
                      ir::Part& part) {
    lower(source, fragment, filter, keys, part);
}
void lower_tsx(Source const& source, Fragment const& fragment, CalleeFilter const& filter, ir::Keys& keys,
               ir::Part& part) {
    lower(source, fragment, filter, keys, part);
}

JavaScriptLowering::Expression JavaScriptLowering::expression_of(TSSymbol symbol) const {
    static auto const tables = for_each_grammar(expression_table);
    auto const& table = tables[index_of(fragment_.language)];
    return symbol < table.size() ? table[symbol] : nullptr;
}

JavaScriptLowering::Statement JavaScriptLowering::statement_of(TSSymbol symbol) const {
    static auto const tables = for_each_grammar(statement_table);
    auto const& table = tables[index_of(fragment_.language)];
    return symbol < table.size() ? table[symbol] : nullptr;
}

void JavaScriptLowering::run() {
    collect_comments("/");
    Node root = tree_.root();
    if (root.is_error())
        error(root);
    else
        statements(root);
}

}  // namespace alyx::analyzer
