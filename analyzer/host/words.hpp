// Looking for whole words before anything is parsed.
#pragma once

#include <cstddef>
#include <string_view>

namespace alyx::analyzer {

/// An ASCII letter, digit or underscore.
constexpr bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// Where `word` stands from `from` on with no ASCII letter, digit or underscore beside it; npos: nowhere.
std::size_t find_word(std::string_view text, std::string_view word, std::size_t from = 0);

}  // namespace alyx::analyzer
