// Values of lookups in a URL: texts, of which the service makes lists and booleans.
#pragma once

#include "analyzer/outcome/outcome.hpp"
#include "analyzer/schema/url_lookups.hpp"

namespace alyx::analyzer {

/// Sets the literal of a condition's value to what the service reads there: the items of a list, a boolean; `computed`
/// where that is not documented or no value at all, so that only its path can be wrong.
void read_url_value(UrlLookups const& url, Conjunct const& conjunct, Value& value, Endpoint const& endpoint);

}  // namespace alyx::analyzer
