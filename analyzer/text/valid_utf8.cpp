// Replaces bytes that are no UTF-8.
#include "analyzer/text/valid_utf8.hpp"

#include <algorithm>

#include "analyzer/text/utf8.hpp"

namespace alyx::analyzer {

std::string valid_utf8(std::string_view text) {
    std::string valid;
    for (std::size_t i = 0; i < text.size();) {
        auto length = utf8_length(text, i);
        valid.append(length > 0 ? text.substr(i, length) : "\xEF\xBF\xBD");
        i += std::max<std::size_t>(length, 1);
    }
    return valid;
}

}  // namespace alyx::analyzer
