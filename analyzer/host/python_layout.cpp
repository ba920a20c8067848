// The layout of Python.
#include "analyzer/host/language.hpp"
#include "analyzer/host/python_lowering.hpp"
#include "analyzer/host/tree_layout.hpp"

namespace alyx::analyzer {

void lay_out_python(Source const& source, Fragment const& fragment, Layout& layout) {
    LayoutForm form{"string",
                    "block elif_clause else_clause except_clause except_group_clause finally_clause case_clause",
                    "block decorated_definition"};
    lay_out_tree(source, python_tree(source.text(), fragment.ranges), fragment, form, layout);
}

}  // namespace alyx::analyzer
