// As tokenize.detect_encoding reads it: ^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)
#include "analyzer/host/python_coding.hpp"

#include <algorithm>

namespace alyx::analyzer {
namespace {

bool is_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == '.';
}

std::string_view without_blanks(std::string_view text, std::string_view blanks) {
    return text.substr(std::min(text.find_first_not_of(blanks), text.size()));
}

std::string_view coding_of(std::string_view comment) {
    constexpr std::string_view word = "coding";
    for (auto at = comment.find(word); at != comment.npos; at = comment.find(word, at + 1)) {
        auto rest = comment.substr(at + word.size());
        if (rest.empty() || (rest[0] != ':' && rest[0] != '=')) continue;
        rest = without_blanks(rest.substr(1), " \t");
        auto end = std::find_if_not(rest.begin(), rest.end(), is_name);
        if (end != rest.begin()) return rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
    }
    return {};
}

}  // namespace

std::string_view declared_coding(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) return {};
    for (int row = 0; row < 2; ++row) {
        auto end = std::min(bytes.find_first_of("\r\n"), bytes.size());
        auto line = without_blanks(bytes.substr(0, end), " \t\f");
        if (!line.empty() && line[0] != '#') return {};
        if (auto name = coding_of(line); !name.empty()) return name;
        bool two = bytes.substr(end).starts_with("\r\n");
        bytes.remove_prefix(std::min(end + (two ? 2 : 1), bytes.size()));
    }
    return {};
}

}  // namespace alyx::analyzer
