// The words of curl: which of them make up the query.
#pragma once

#include "analyzer/analyze/url_request.hpp"

namespace alyx::analyzer {

/// What a `curl` of these words adds to the URL's query: with -G what -d and --data-urlencode give.
void add_curl_data(FoldedCall const& call, UrlRequest& request);
/// Is it known that it sends no GET: -X POST, or data without -G?
bool is_no_curl_get(FoldedCall const& call);

}  // namespace alyx::analyzer
