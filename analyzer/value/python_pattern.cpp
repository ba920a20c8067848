// Sequences, sets and repeats of Python's regular expressions.
#include "analyzer/value/python_pattern.hpp"

#include "analyzer/text/concat.hpp"
#include "analyzer/value/python_pattern_parser.hpp"

namespace alyx::analyzer {
namespace {

constexpr std::size_t deepest = 100;

std::uint32_t character_of(std::string_view token) {
    auto lead = static_cast<unsigned char>(token.front());
    if (lead < 0x80) return lead;
    std::uint32_t value = lead < 0xE0 ? lead & 0x1FU : lead < 0xF0 ? lead & 0x0FU : lead & 0x07U;
    for (std::size_t i = 1; i < token.size(); ++i) value = value << 6 | (static_cast<unsigned char>(token[i]) & 0x3FU);
    return value;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The number; beyond what `re` can count the first that is too large.
std::uint64_t repetitions(std::string_view digits) {
    std::uint64_t value = 0;
    for (char c : digits) value = std::min<std::uint64_t>(value * 10 + static_cast<std::uint64_t>(c - '0'), 1ULL << 32);
    return value;
}

}  // namespace

void PythonPatternParser::advance() {
    next_ = {};
    if (index_ >= pattern_.size() || error_) return;
    auto begin = index_;
    auto take = [&] {
        ++index_;
        while (index_ < pattern_.size() && (static_cast<unsigned char>(pattern_[index_]) & 0xC0) == 0x80) ++index_;
    };
    take();
    if (pattern_[begin] == '\\') {
        if (index_ == pattern_.size()) {
            error_ = PythonPatternError{"bad escape (end of pattern)", {begin, index_}};
            return;
        }
        take();
    }
    next_ = pattern_.substr(begin, index_ - begin);
}

std::string_view PythonPatternParser::get() {
    auto token = next_;
    advance();
    return token;
}

bool PythonPatternParser::match(std::string_view token) {
    if (next_ != token) return false;
    advance();
    return true;
}

void PythonPatternParser::seek(std::uint32_t to) {
    index_ = to;
    advance();
}

std::string_view PythonPatternParser::get_while(std::size_t most, bool (*is)(char)) {
    auto begin = tell();
    for (std::size_t i = 0; i < most && next_.size() == 1 && is(next_[0]); ++i) advance();
    return pattern_.substr(begin, tell() - begin);
}

std::string_view PythonPatternParser::get_until(std::string_view terminator, std::string_view what) {
    auto begin = tell();
    while (!next_.empty() && next_ != terminator) advance();
    auto name = pattern_.substr(begin, tell() - begin);
    if (next_.empty()) {
        fail(name.empty() ? concat("missing ", what) : concat("missing ", terminator, ", unterminated name"),
             name.size());
    } else {
        advance();
        if (name.empty()) fail(concat("missing ", what), 1);
    }
    return name;
}

void PythonPatternParser::fail(std::string message, std::size_t back) {
    if (!error_ && !is_too_deep_) {
        auto size = static_cast<std::uint32_t>(pattern_.size());
        auto end = tell(), begin = end - std::min(end, static_cast<std::uint32_t>(back));
        if (begin == end) begin < size ? ++end : begin -= std::min(begin, 1U);
        error_ = PythonPatternError{std::move(message), {begin, end}};
    }
    next_ = {};
    index_ = static_cast<std::uint32_t>(pattern_.size());
}

void PythonPatternParser::give_up() {
    is_too_deep_ = true;
    next_ = {};
    index_ = static_cast<std::uint32_t>(pattern_.size());
}

std::optional<PythonPatternError> PythonPatternParser::run() {
    alternatives(false, true);
    if (verbose_) {
        // `(?x)` was met: everything is read again, without its blanks and comments.
        groups_.clear();
        names_.clear();
        conditions_.clear();
        late_.reset();
        depth_ = 0;
        seek(0);
        alternatives(true, true);
    }
    if (is_too_deep_) return std::nullopt;
    if (!next_.empty()) fail("unbalanced parenthesis");
    for (auto [number, at] : conditions_)
        if (number > groups_.size() && !error_)
            error_ = PythonPatternError{concat("invalid group reference ", std::to_string(number)), {at, at + 1}};
    if (late_ && !error_) error_ = PythonPatternError{"look-behind requires fixed-width pattern", *late_};
    return error_;
}

PythonPatternParser::Width PythonPatternParser::alternatives(bool verbose, bool is_whole) {
    Width width = sequence(verbose, is_whole);
    while (match("|")) {
        Width other = sequence(verbose);
        width = {std::min(width.low, other.low), std::max(width.high, other.high)};
    }
    return width;
}

/// What verbose patterns leave out: blanks, and comments to their ends.
bool PythonPatternParser::is_skipped(std::string_view token) {
    constexpr std::string_view blanks = " \t\n\r\v\f";
    if (token != "#") return token.size() == 1 && blanks.find(token[0]) != blanks.npos;
    while (!next_.empty() && get() != "\n") {
    }
    return true;
}

PythonPatternParser::Width PythonPatternParser::sequence(bool verbose, bool is_first) {
    Width before, last;
    Item item = Item::none;
    auto add = [&](Width width, Item what) {
        before = {std::min(unlimited, before.low + last.low), std::min(unlimited, before.high + last.high)};
        last = width;
        item = what;
    };
    while (!next_.empty() && next_ != "|" && next_ != ")") {
        auto token = get();
        if (verbose && is_skipped(token)) continue;
        if (token == "*" || token == "+" || token == "?" || token == "{") {
            if (!repeat(token, last, item)) add({1, 1}, Item::other);
        } else if (token == "(") {
            Width width;
            // Deeper ones are not looked into: nothing is known of them.
            if (depth_ == deepest) return give_up(), Width{0, unlimited};
            ++depth_;
            if (group(verbose, is_first && item == Item::none, width)) add(width, Item::other);
            --depth_;
        } else if (token[0] == '\\') {
            Item what = Item::other;
            Width width = escape(token, what);
            add(width, what);
        } else {
            if (token == "[") set();
            bool is_anchor = token == "^" || token == "$";
            add(is_anchor ? Width{} : Width{1, 1}, is_anchor ? Item::anchor : Item::other);
        }
    }
    add({}, item);
    return before;
}

/// The bounds behind a brace; false where there are none, and the brace is a character.
bool PythonPatternParser::read_bounds(std::uint32_t here, Width& times) {
    if (next_ == "}") return false;
    auto low = get_while(pattern_.size(), is_digit);
    auto high = low;
    if (match(",")) high = get_while(pattern_.size(), is_digit);
    if (!match("}")) {
        seek(here);
        return false;
    }
    times = {low.empty() ? 0 : repetitions(low), high.empty() ? unlimited : repetitions(high)};
    auto back = tell() - here;
    constexpr std::uint64_t too_many = UINT32_MAX;
    if ((!low.empty() && times.low >= too_many) || (!high.empty() && times.high >= too_many))
        fail("the repetition number is too large", back);
    else if (times.high < times.low)
        fail("min repeat greater than max repeat", back);
    return true;
}

/// Repeats the last item; false where the brace is a character.
bool PythonPatternParser::repeat(std::string_view token, Width& last, Item& item) {
    auto here = tell();
    Width times{token == "+" ? 1U : 0U, token == "?" ? 1U : unlimited};
    if (token == "{" && !read_bounds(here, times)) return false;
    auto back = tell() - here + token.size();
    if (item == Item::none || item == Item::anchor) fail("nothing to repeat", back);
    if (item == Item::repeat) fail("multiple repeat", back);
    if (!match("?")) match("+");
    item = Item::repeat;
    last = {std::min(unlimited, last.low * times.low), std::min(unlimited, last.high * times.high)};
    return true;
}

void PythonPatternParser::set() {
    auto here = tell() - 1;
    bool is_empty = true;
    match("^");
    auto member = [&](std::string_view token) {
        return token[0] == '\\' ? set_escape(token) : SetMember{true, character_of(token), token};
    };
    auto unterminated = [&] { fail("unterminated character set", tell() - here); };
    for (;; is_empty = false) {
        auto token = get();
        if (token.empty()) return unterminated();
        if (token == "]" && !is_empty) return;
        auto low = member(token);
        if (!match("-")) continue;
        auto other = get();
        if (other.empty()) return unterminated();
        if (other == "]") return;
        auto high = member(other);
        if (!low.is_character || !high.is_character || high.character < low.character)
            return fail(concat("bad character range ", token, "-", other), token.size() + 1 + other.size());
    }
}

std::optional<PythonPatternError> check_python_pattern(std::string_view pattern) {
    return PythonPatternParser(pattern).run();
}

}  // namespace alyx::analyzer
