// The statement that a call sends, as far as it is known.
#pragma once

#include "analyzer/analyze/site.hpp"

namespace alyx::analyzer {

/// All of a site of a dialect of whole statements: a call of raw operations may send several.
std::vector<FoldedText const*> statement_texts(Site const& site);
/// The first; null where there is none that is known.
FoldedText const* statement_text(Site const& site);

}  // namespace alyx::analyzer
