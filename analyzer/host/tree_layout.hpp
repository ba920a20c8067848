// The layout of a fragment whose language has a grammar.
#pragma once

#include <string_view>

#include "analyzer/host/layout.hpp"
#include "analyzer/host/tree.hpp"

namespace alyx::analyzer {

/// What the nodes of a grammar are; types with blanks between.
struct LayoutForm {
    std::string_view strings;   ///< in whose rows no comment can stand
    std::string_view clauses;   ///< parts of compound statements, which hold statements
    std::string_view wrappers;  ///< statements that are nothing but what they hold
    std::string_view blocks;    ///< where statements stand within expressions too: bodies of functions
};

/// Adds comments and statements of the fragment, which the tree is of.
void lay_out_tree(Source const& source, Tree tree, Fragment const& fragment, LayoutForm const& form, Layout& layout);

}  // namespace alyx::analyzer
