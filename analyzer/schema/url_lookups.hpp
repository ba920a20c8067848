// How a service reads Django lookups from the parameters of its URLs, as far as its pack says.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/schema/schema.hpp"

namespace alyx::analyzer {

/// The dialect of packs whose filters are parameters: `label__icontains=x`.
inline constexpr std::string_view url_lookups_dialect = "url";
/// Under this name all of a request's lookups are one parameter, the query.
inline constexpr std::string_view lookups_parameter = "?";

struct UrlLookups {
    enum class Unknown : std::uint8_t { undocumented, ignored, refused };
    enum class Lists : std::uint8_t { undocumented, commas, repeated };
    Unknown unknown = Unknown::undocumented;  ///< what becomes of a parameter that is no field
    Lists lists = Lists::undocumented;        ///< how `in` and `range` are written
    int status = 0;                           ///< of what is refused; 0: not documented
    bool all_endpoints = true;                ///< false: there are more than the pack lists
    /// Names that an endpoint's lookups may begin with; an endpoint that is missing takes all of its model.
    boost::unordered_flat_map<Endpoint const*, boost::unordered_flat_set<std::string>> filters;
    /// What the values of a parameter name that says the order.
    boost::unordered_flat_map<Parameter const*, std::vector<std::string>> orderings;
    /// Parameters that do nothing without another one.
    boost::unordered_flat_map<Parameter const*, std::string> required;

    bool may_begin(Endpoint const& endpoint, std::string_view name) const;
};

/// The program's own packs of this dialect.
std::vector<std::shared_ptr<Schema const>> const& built_in_url_schemas();

/// Null where the filters of the service are no parameters.
UrlLookups const* url_lookups(Schema const& schema);
/// Null where the parameter does not say the order.
std::vector<std::string> const* ordering_of(Schema const& schema, Parameter const& parameter);
/// The other parameter without which this one does nothing; empty: there is none.
std::string_view required_by(Schema const& schema, Parameter const& parameter);

}  // namespace alyx::analyzer
