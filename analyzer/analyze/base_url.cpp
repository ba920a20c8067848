// Looks through the calls that made a receiver, and those among their arguments.
#include "analyzer/analyze/base_url.hpp"

#include <boost/algorithm/string/predicate.hpp>

namespace alyx::analyzer {
namespace {

constexpr int most_makers = 8;
constexpr std::string_view keywords[] = {"base_url", "baseURL"};  // httpx and aiohttp; axios

std::string_view url_in(Folded const& value) {
    if (value.kind != Folded::Kind::text || value.text.has_holes()) return {};
    std::string_view text = value.text.text;
    return text.starts_with("https://") || text.starts_with("http://") ? text : std::string_view();
}

/// Of `ONE(…)`: its own keyword, else a first argument that is an address, else what a client among them was made with.
std::string_view url_of_maker(FoldedCall const& maker, int depth) {
    for (auto const& argument : maker.keywords)
        if (argument.name == keywords[0] || argument.name == keywords[1]) return url_in(argument.value);
    if (!maker.positional.empty())
        if (auto url = url_in(maker.positional.front().value); !url.empty()) return url;
    auto inner = [&](Folded const& value) {
        return value.call && depth < most_makers ? url_of_maker(*value.call, depth + 1) : std::string_view();
    };
    for (auto const& argument : maker.keywords)
        if (auto url = inner(argument.value); !url.empty()) return url;
    for (auto const& argument : maker.positional)
        if (auto url = inner(argument.value); !url.empty()) return url;
    return {};
}

std::string_view without_slashes(std::string_view url) {
    while (url.ends_with('/')) url.remove_suffix(1);
    return url;
}

}  // namespace

std::string_view base_url_of(FoldedCall const& call) {
    int depth = 0;
    for (auto maker = call.receiver; maker && depth < most_makers; maker = maker->receiver, ++depth)
        if (auto url = url_of_maker(*maker, 0); !url.empty()) return url;
    return {};
}

bool is_same_url(std::string_view a, std::string_view b) {
    return boost::iequals(without_slashes(a), without_slashes(b));
}

}  // namespace alyx::analyzer
