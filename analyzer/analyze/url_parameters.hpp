// Parameters that a call gives beside its URL, as its library sends them.
#pragma once

#include "analyzer/analyze/url_request.hpp"

namespace alyx::analyzer {

/// Appends what the arguments of the call add to the URL's query.
void add_parameters(FoldedCall const& call, UrlRequest& request);
/// Does its library put the parameters of the call in place of those of the URL?
bool replaces_query(FoldedCall const& call);
/// Is it known that the call sends no GET?
bool is_no_get(FoldedCall const& call);

}  // namespace alyx::analyzer
