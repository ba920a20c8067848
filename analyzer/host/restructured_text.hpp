// Code in reStructuredText: directives, literal blocks and doctests.
#pragma once

#include <string_view>
#include <vector>

#include "analyzer/host/markdown.hpp"

namespace alyx::analyzer {

/// The code of each block whose language is known, in order, as code_fences gives it: of `.. code-block:: python` and
/// directives like it, of paragraphs that end with `::`, and of doctests in prose. As in Sphinx, a block that names no
/// language is of the one that `.. highlight::` named last, and else Python.
std::vector<Fence> code_blocks(std::string_view text);

/// The directives and literal blocks whose content is neither text nor code of a known language, with the line that
/// announces them.
std::vector<Span> foreign_blocks(std::string_view text);

}  // namespace alyx::analyzer
