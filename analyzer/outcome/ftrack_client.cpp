// The client's two searches and its look at the begin, over plain text.
#include "analyzer/outcome/ftrack_client.hpp"

#include <algorithm>

namespace alyx::analyzer {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The first `word` and digits behind one blank; the client asks for no word boundary.
std::optional<Span> find_page(std::string_view text, std::string_view word) {
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        auto digits = at + word.size();
        auto end = static_cast<std::size_t>(
            std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(digits), text.end(), is_digit) - text.begin());
        if (end > digits) return make_span(at, end);
    }
    return std::nullopt;
}

}  // namespace

FtrackClientOutcome predict_ftrack_client(Statement const& statement, bool type_is_known) {
    FtrackClientOutcome outcome;
    auto text = statement.text;
    if (!text.starts_with("select")) {
        outcome.type = make_span(0, std::min(text.find(' '), text.size()));
        bool is_target = outcome.type == statement.target;
        outcome.raises_key_error = !statement.target_has_hole && !(is_target && type_is_known);
    }
    outcome.offset = find_page(text, "offset ");
    outcome.limit = find_page(text, "limit ");
    return outcome;
}

}  // namespace alyx::analyzer
