// A site as its client sees it: arguments as texts, and what is sent for their values.
#pragma once

#include "analyzer/analyze/site.hpp"
#include "analyzer/outcome/client.hpp"

namespace alyx::analyzer {

/// The site must have a pattern, and must outlive the call.
ClientCall client_call(Site const& site);

/// What the client sends for a value: lists are joined with commas, everything else goes through str().
FoldedText sent_text(SiteArgument const& argument);

}  // namespace alyx::analyzer
