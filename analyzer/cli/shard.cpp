// A hash that is the same on all machines decides.
#include "analyzer/cli/shard.hpp"

#include <charconv>
#include <optional>

#include "analyzer/text/concat.hpp"

namespace alyx::cli {
namespace {

/// FNV-1a, whose low bits alone would not be even enough, mixed as in splitmix64.
std::uint64_t hash(std::string_view text) {
    std::uint64_t h = 0xCBF29CE484222325;
    for (char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3;
    h = (h ^ (h >> 30)) * 0xBF58476D1CE4E5B9;
    h = (h ^ (h >> 27)) * 0x94D049BB133111EB;
    return h ^ (h >> 31);
}

std::optional<std::uint32_t> number(std::string_view text) {
    std::uint32_t value = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

}  // namespace

bool Shard::holds(std::string_view path) const {
    return hash(path) % count == index - 1;
}

boost::system::result<Shard, analyzer::Failure> parse_shard(std::string_view text) {
    auto slash = text.find('/');
    auto index = number(text.substr(0, slash));
    auto count = slash == text.npos ? std::nullopt : number(text.substr(slash + 1));
    auto wrong = [&](std::string reason) {
        return analyzer::Failure{"--shard", "", analyzer::concat("`", text, "` ", reason),
                                 "write I/N, with I from 1 to N: --shard 1/4"};
    };
    if (!index || !count) return wrong("is no pair of numbers");
    if (*count == 0) return wrong("makes no parts");
    if (*index == 0 || *index > *count) return wrong("is no part of so many");
    return Shard{*index, *count};
}

}  // namespace alyx::cli
