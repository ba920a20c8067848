// Whole words of a text.
#include "analyzer/host/words.hpp"

namespace alyx::analyzer {

std::size_t find_word(std::string_view text, std::string_view word, std::size_t from) {
    for (std::size_t at = text.find(word, from); at != text.npos; at = text.find(word, at + 1)) {
        bool begins = at == 0 || !is_word(text[at - 1]);
        bool ends = at + word.size() >= text.size() || !is_word(text[at + word.size()]);
        if (begins && ends) return at;
    }
    return text.npos;
}

}  // namespace alyx::analyzer
