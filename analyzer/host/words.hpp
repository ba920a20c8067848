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

/// Calls `each` with each of the words, between which blanks stand, until it returns true.
template <class Each>
bool any_word(std::string_view words, Each const& each) {
    while (!words.empty()) {
        auto end = words.find(' ');
        if (each(words.substr(0, end))) return true;
        words.remove_prefix(end == words.npos ? words.size() : end + 1);
    }
    return false;
}

}  // namespace alyx::analyzer
