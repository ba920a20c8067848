// Options as curl reads them: `-d a=b`, `-da=b`, `--data a=b`; a cluster of short ones ends at the one with a value.
#include "analyzer/analyze/curl.hpp"

#include <algorithm>
#include <boost/algorithm/string/predicate.hpp>

namespace alyx::analyzer {
namespace {

struct Option {
    std::string_view name;       ///< long, or of one letter
    std::uint32_t value_at = 0;  ///< where its value begins in the word; past its end: in the next word
};

/// The text of a word without holes at its begin, where options are told.
std::string_view text_of(Folded const& word) {
    if (word.kind != Folded::Kind::text) return {};
    auto const& text = word.text;
    if (!text.pieces.empty() && text.pieces.front().kind == Piece::Kind::hole) return {};
    return text.text;
}

/// Short options that take a value.
constexpr std::string_view with_value = "AbcCdDeEFhHKmoPQrtTuUwxXyYz";

/// Calls `see(option, word index)` for each option.
void each_option(FoldedCall const& call, auto const& see) {
    auto const& words = call.positional;
    for (std::size_t i = 0; i < words.size(); ++i) {
        auto const text = text_of(words[i].value);
        if (text.starts_with("--")) {
            see(Option{text.substr(2), static_cast<std::uint32_t>(text.size())}, i);
            continue;
        }
        if (!text.starts_with('-')) continue;
        for (std::uint32_t at = 1; at < text.size(); ++at) {
            see(Option{text.substr(at, 1), at + 1}, i);
            if (with_value.find(text[at]) == std::string_view::npos) continue;
            if (at + 1 == text.size()) ++i;
            break;
        }
    }
}

bool is_data(std::string_view name) {
    return name == "d" || name == "data" || name == "data-ascii" || name == "data-raw" || name == "data-binary";
}
bool is_get(std::string_view name) {
    return name == "G" || name == "get";
}

/// The value of an option: the rest of its word, or the next one.
FoldedText value_of(FoldedCall const& call, Option const& option, std::size_t word) {
    auto const& text = call.positional[word].value.text;
    auto const size = static_cast<std::uint32_t>(text.text.size());
    if (option.value_at < size) return text.part({option.value_at, size});
    if (word + 1 >= call.positional.size()) return {};
    return folded_str(call.positional[word + 1].value);
}

bool has(FoldedCall const& call, bool (*is)(std::string_view)) {
    bool found = false;
    each_option(call, [&](Option const& option, std::size_t) { found |= is(option.name); });
    return found;
}

/// `name=text`, of which curl encodes the text alone.
void add_encoded(FoldedText const& value, Place place, UrlRequest& request) {
    auto const equals = value.text.find('=');
    auto const at = value.text.find('@');
    if (equals == std::string::npos || at < equals || equals == 0) return request.set_open();
    auto const size = static_cast<std::uint32_t>(value.text.size());
    auto const end = static_cast<std::uint32_t>(equals);
    request.add(value.part({0, end}), value.part({end + 1, size}), place);
}

bool is_globoff(std::string_view name) {
    return name == "g" || name == "globoff";
}

/// `[1-9]`, `[a-z:2]`, `{a,b}`: its size; 0 where it is none.
std::size_t glob_size(std::string_view text) {
    bool const is_set = text.front() == '{';
    auto const end = text.find_first_of(is_set ? "{}" : "[]", 1);
    if (end == text.npos || end == 1 || text[end] != (is_set ? '}' : ']')) return 0;
    auto const within = text.substr(1, end - 1);
    bool const is_range = within.find('-') != within.npos && within.find(',') == within.npos;
    return is_set || is_range ? end + 1 : 0;
}

}  // namespace

FoldedText unglobbed(FoldedCall const& call, FoldedText const& url) {
    if (has(call, is_globoff)) return url;
    FoldedText sent;
    std::string_view const text = url.text;
    std::size_t kept = 0;
    auto const keep = [&](std::size_t end) {
        if (end > kept) sent.append(url.part(make_span(kept, end)));
        kept = end;
    };
    for (auto at = text.find_first_of("[{\\"); at != text.npos; at = text.find_first_of("[{\\", at)) {
        if (text[at] == '\\') {
            bool const escapes = at + 1 < text.size() && std::string_view("[]{}").find(text[at + 1]) != text.npos;
            if (escapes) keep(at), kept = at + 1;
            at += escapes ? 2 : 1;
            continue;
        }
        auto const size = glob_size(text.substr(at));
        if (size > 0) {
            keep(at);
            sent.append_hole(HoleType::unknown, url.place(make_span(at, at + size)));
            kept = at + size;
        }
        at += std::max<std::size_t>(size, 1);
    }
    keep(text.size());
    return sent;
}

void add_curl_data(FoldedCall const& call, UrlRequest& request) {
    if (!has(call, is_get)) return;
    each_option(call, [&](Option const& option, std::size_t word) {
        if (!is_data(option.name) && option.name != "data-urlencode") return;
        auto const value = value_of(call, option, word);
        if (option.name == "data-urlencode") return add_encoded(value, call.positional[word].place, request);
        if (value.text.starts_with('@')) return request.set_open();
        request.add_query(value, make_span(0, value.text.size()));
    });
}

bool is_no_curl_get(FoldedCall const& call) {
    bool other = false;
    bool sends = false;
    each_option(call, [&](Option const& option, std::size_t word) {
        sends |= is_data(option.name) || option.name == "data-urlencode" || option.name == "F" ||
                 option.name == "form" || option.name == "json";
        if (option.name != "X" && option.name != "request") return;
        auto const method = value_of(call, option, word);
        other |= !method.has_holes() && !boost::iequals(method.text, "get") && !boost::iequals(method.text, "head");
    });
    return other || (sends && !has(call, is_get));
}

}  // namespace alyx::analyzer
