// Calls that send a URL, of whatever library: told by the address, which is that of a service, or by the pack.
#pragma once

#include <string_view>
#include <vector>

#include "analyzer/analyze/site.hpp"
#include "analyzer/text/unit.hpp"

namespace alyx::analyzer {

/// Where a service is known to run, and whose pack is its. Texts and packs live as long as the snapshot.
struct ServiceAddress {
    std::string_view base_url;
    Schema const* schema = nullptr;
};
/// As the settings say, as the packs say, and those of the program's own packs whose queries are URLs.
std::vector<ServiceAddress> service_addresses(Snapshot const& snapshot);

/// What an address, a URL without query, names of a service; its endpoint as bytes of the address.
struct UrlTarget {
    Schema const* schema = nullptr;
    Span endpoint;
};
std::vector<UrlTarget> targets_of(std::string_view address, std::vector<ServiceAddress> const& services);
/// `/sessions`, relative to a base URL that is not told.
UrlTarget relative_target(std::string_view address, Schema const& schema);

/// Is the name of an endpoint one that the service has, or surely a slip: the pack says that it lists all, or the
/// request filters by fields of one that is spelled nearly the same?
bool is_judgeable(Site const& site);

/// Last names of calls that may send a URL, as far as the unit can have one.
std::vector<std::string_view> url_callees(Unit const& unit, Snapshot const& snapshot);

}  // namespace alyx::analyzer
