// The layout of JavaScript and TypeScript.
#include "analyzer/host/javascript_lowering.hpp"
#include "analyzer/host/language.hpp"
#include "analyzer/host/tree_layout.hpp"

namespace alyx::analyzer {
namespace {

void lay_out(Source const& source, Fragment const& fragment, Layout& layout) {
    LayoutForm form{"string template_string jsx_element",
                    "statement_block else_clause catch_clause finally_clause switch_body switch_case switch_default "
                    "class_body",
                    "statement_block export_statement", "statement_block class_body"};
    Tree tree(javascript_grammar(fragment.language), source.text(), fragment.ranges);
    lay_out_tree(source, std::move(tree), fragment, form, layout);
}

}  // namespace

void lay_out_javascript(Source const& source, Fragment const& fragment, Layout& layout) {
    lay_out(source, fragment, layout);
}
void lay_out_typescript(Source const& source, Fragment const& fragment, Layout& layout) {
    lay_out(source, fragment, layout);
}
void lay_out_tsx(Source const& source, Fragment const& fragment, Layout& layout) {
    lay_out(source, fragment, layout);
}

}  // namespace alyx::analyzer
