// Compares URLs part by part.
#include "analyzer/analyze/address.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>
#include <string>

namespace alyx::analyzer {
namespace {

namespace urls = boost::urls;

std::string_view view(urls::string_view text) {
    return {text.data(), text.size()};
}

/// The port, where it says more than the scheme.
std::string_view port_of(urls::url_view const& url) {
    auto const port = view(url.port());
    bool const is_usual = (url.scheme_id() == urls::scheme::https && port == "443") ||
                          (url.scheme_id() == urls::scheme::http && port == "80");
    return is_usual ? std::string_view() : port;
}

bool is_web(urls::url_view const& url) {
    return url.scheme_id() == urls::scheme::https || url.scheme_id() == urls::scheme::http;
}

std::string_view without_slashes(std::string_view path) {
    while (path.ends_with('/')) path.remove_suffix(1);
    return path;
}

}  // namespace

std::optional<Span> below(std::string_view address, std::string_view base) {
    auto const at = urls::parse_uri(urls::string_view(address.data(), address.size()));
    auto const of = urls::parse_uri(urls::string_view(base.data(), base.size()));
    if (!at || !of || !is_web(*at) || !is_web(*of)) return std::nullopt;
    bool const same_server =
        boost::iequals(view(at->encoded_host()), view(of->encoded_host())) && port_of(*at) == port_of(*of);
    auto path = view(at->encoded_path());
    auto const above = without_slashes(view(of->encoded_path()));
    if (!same_server || !path.starts_with(above)) return std::nullopt;
    path.remove_prefix(above.size());
    if (!path.empty() && path.front() != '/') return std::nullopt;
    while (path.starts_with('/')) path.remove_prefix(1);
    path = without_slashes(path);
    auto const begin = path.empty() ? address.size() : static_cast<std::size_t>(path.data() - address.data());
    return make_span(begin, begin + path.size());
}

std::string_view host_of(std::string_view url) {
    auto const parsed = urls::parse_uri(urls::string_view(url.data(), url.size()));
    return parsed ? view(parsed->encoded_host_and_port()) : std::string_view();
}

}  // namespace alyx::analyzer
