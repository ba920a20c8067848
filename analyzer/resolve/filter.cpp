// One grammar a dialect.
#include "analyzer/resolve/filter.hpp"

#include "analyzer/query/alyx_filter.hpp"
#include "analyzer/query/url_lookups.hpp"
#include "analyzer/schema/url_lookups.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

Query parse_filter(Schema const& schema, std::string_view text, Holes holes, std::string_view prefix) {
    if (prefix.empty() && url_lookups(schema)) return parse_url_lookups(text, holes);
    return parse_alyx_filter(text, holes, prefix);
}

std::string pair_text(Schema const& schema, std::string_view path, std::string_view value) {
    return concat(path, url_lookups(schema) ? "=" : ",", value);
}

}  // namespace alyx::analyzer
