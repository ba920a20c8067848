// The words of curl: which of them make up the query.
#pragma once

#include "analyzer/analyze/url_request.hpp"

namespace alyx::analyzer {

/// What a `curl` of these words adds to the URL's query: with -G what -d and --data-urlencode give.
void add_curl_data(FoldedCall const& call, UrlRequest& request);
/// The URL as it is sent: brackets and braces are curl's own syntax unless -g says otherwise. `\[` is `[`; what
/// `[1-9]` and `{a,b}` stand for becomes a hole.
FoldedText unglobbed(FoldedCall const& call, FoldedText const& url);
/// Is it known that it sends no GET: -X POST, or data without -G?
bool is_no_curl_get(FoldedCall const& call);

}  // namespace alyx::analyzer
