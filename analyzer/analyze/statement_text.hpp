// The statement that a call sends, as far as it is known.
#pragma once

#include "analyzer/analyze/site.hpp"

namespace alyx::analyzer {

/// Of a site of a dialect of whole statements; null where the argument is no text.
FoldedText const* statement_text(Site const& site);

}  // namespace alyx::analyzer
