// Addresses in scripts: what of one lies below that of a service.
#pragma once

#include <optional>
#include <string_view>

#include "analyzer/text/span.hpp"

namespace alyx::analyzer {

/// Bytes of the address, a URL without query and fragment, that name something below `base`; without slashes at their
/// ends. Host and scheme in any case, a port that is the scheme's own or none, `http` for `https`. Nothing where the
/// address lies elsewhere or is no URL.
std::optional<Span> below(std::string_view address, std::string_view base);
/// The host, and the port if it has one, as they are written; empty where `url` is no URL.
std::string_view host_of(std::string_view url);

}  // namespace alyx::analyzer
