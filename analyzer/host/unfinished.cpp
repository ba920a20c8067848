// Reads Python's tokens as far as strings, brackets and comments need it.
#include "analyzer/host/unfinished.hpp"

#include <algorithm>
#include <array>

#include "analyzer/host/words.hpp"

namespace alyx::analyzer {
namespace {

using Kind = OpenCode::Kind;

std::string_view end_of(OpenCode const& one) {
    switch (one.kind) {
        case Kind::string:
            return one.quote;
        case Kind::bracket:
            return one.opener == '(' ? ")" : one.opener == '[' ? "]" : "}";
        case Kind::interpolation:
            return "}";
        case Kind::comment:
            break;
    }
    return "";
}

/// Words that begin a statement and stand nowhere else: in front of them no bracket is open, whatever was forgotten.
bool begins_statement(std::string_view word) {
    static constexpr std::array<std::string_view, 14> words{"assert",   "break",  "class",   "continue", "def",
                                                            "del",      "except", "finally", "global",   "import",
                                                            "nonlocal", "raise",  "return",  "try"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

class Reader {
  public:
    explicit Reader(std::string_view text) : text_(text) {}

    /// One range of the code, or its beginning.
    void read(Span range) {
        begin_ = at_ = range.begin;
        end_ = range.end;
        while (at_ < end_) {
            if (in(Kind::string))
                string();
            else if (in(Kind::comment))
                comment();
            else
                code();
        }
    }

    Unfinished take() && {
        bool in_code = !in(Kind::string) && !in(Kind::comment);
        if (in_code && word_.end == at_) result_.word = word_;
        // The word at the place is what is being written there, not an item that stands there.
        if (in(Kind::bracket) && !result_.word.empty()) open().back().item_began = began_before_word_;
        return std::move(result_);
    }

  private:
    std::string_view text_;
    Unfinished result_;
    std::size_t begin_ = 0, at_ = 0, end_ = 0;  ///< of the range
    Span word_{};
    bool began_before_word_ = false;
    bool line_begins_ = true;

    std::vector<OpenCode>& open() { return result_.open; }
    bool in(Kind kind) const { return !result_.open.empty() && result_.open.back().kind == kind; }
    char peek(std::size_t ahead = 0) const { return at_ + ahead < end_ ? text_[at_ + ahead] : '\0'; }
    bool next_is(std::string_view word) const { return text_.substr(at_, end_ - at_).starts_with(word); }

    void push(OpenCode one, std::size_t length) {
        one.begin = static_cast<std::uint32_t>(at_);
        open().push_back(one);
        at_ += length;
    }

    void item_begins() {
        if (in(Kind::bracket)) open().back().item_began = true;
        line_begins_ = false;
    }

    bool at_margin() const { return at_ == begin_ || text_[at_ - 1] == '\n'; }

    void code() {
        char c = text_[at_];
        bool const is_blank = c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\n' || c == '#';
        if (!is_blank && open().empty() && at_margin()) result_.statement = static_cast<std::uint32_t>(at_);
        if (is_word_byte(c)) return word();
        if (c == '\n') {
            line_begins_ = true;
            end_single_line_string();
            ++at_;
        } else if (c == ' ' || c == '\t' || c == '\r' || c == '\f') {
            ++at_;
        } else if (c == '\\') {
            at_ = std::min(at_ + 2, end_);
        } else if (c == '#') {
            push({.kind = Kind::comment}, 1);
        } else if (c == '\'' || c == '"') {
            quote(false);
        } else if (c == '(' || c == '[' || c == '{') {
            bracket(c);
        } else if (c == ')' || c == ']' || c == '}') {
            close(c);
            ++at_;
        } else if (c == ',') {
            if (in(Kind::bracket)) {
                ++open().back().items;
                open().back().item_began = false;
                open().back().keyword = {};
            }
            ++at_;
        } else {
            bool const names = c == '=' && peek(1) != '=' && word_.end == at_ && in(Kind::bracket);
            if (names && !began_before_word_) open().back().keyword = word_;
            item_begins();
            ++at_;
        }
    }

    void word() {
        std::size_t begin = at_;
        while (at_ < end_ && is_word_byte(text_[at_])) ++at_;
        word_ = make_span(begin, at_);
        auto text = word_.of(text_);
        if (line_begins_ && begins_statement(text)) open().clear();
        began_before_word_ = in(Kind::bracket) && open().back().item_began;
        item_begins();
        bool format = false, prefix = text.size() <= 2;
        for (char c : text) {
            char lower = static_cast<char>(c | 0x20);
            format |= lower == 'f';
            prefix &= lower == 'r' || lower == 'f' || lower == 'b' || lower == 'u';
        }
        if (prefix && (peek() == '\'' || peek() == '"')) quote(format);
    }

    void quote(bool format) {
        static constexpr std::array<std::string_view, 4> quotes{"'''", "\"\"\"", "'", "\""};
        item_begins();
        for (auto quote : quotes) {
            if (!next_is(quote)) continue;
            return push({.kind = Kind::string, .quote = quote, .is_format = format}, quote.size());
        }
    }

    void bracket(char opener) {
        item_begins();
        bool is_call = opener == '(' && word_.end == at_;
        push({.kind = Kind::bracket, .opener = opener, .callee = is_call ? word_ : Span{}}, 1);
    }

    /// A closer that fits none of the brackets within the string or interpolation is an error of the script's.
    void close(char closer) {
        for (auto at = open().size(); at-- > 0;) {
            auto const& one = open()[at];
            if (one.kind == Kind::string) return;
            if (end_of(one).front() == closer) return open().resize(at);
            if (one.kind == Kind::interpolation) return;
        }
    }

    void comment() {
        while (at_ < end_ && text_[at_] != '\n') ++at_;
        if (at_ < end_) open().pop_back();
    }

    void string() {
        auto const& one = open().back();
        char c = text_[at_];
        if (c == '\\') {
            at_ = std::min(at_ + (peek(1) == '\r' && peek(2) == '\n' ? 3 : 2), end_);
        } else if (next_is(one.quote)) {
            at_ += one.quote.size();
            open().pop_back();
        } else if (c == '\n' && one.quote.size() == 1) {
            open().pop_back();  // read again, as code
        } else if (one.is_format && c == '{') {
            if (peek(1) == '{')
                at_ += 2;
            else
                push({.kind = Kind::interpolation}, 1);
        } else {
            ++at_;
        }
    }

    /// A line's end within an interpolation of a string in single quotes ends both.
    void end_single_line_string() {
        for (auto at = open().size(); at-- > 0;) {
            if (open()[at].kind != Kind::string) continue;
            if (open()[at].quote.size() == 1) open().resize(at);
            return;
        }
    }

    static bool is_word_byte(char c) { return is_word(c) || static_cast<unsigned char>(c) >= 0x80; }
};

/// The part of a range that lies before the offset.
Span before(Span range, std::uint32_t offset) {
    return {range.begin, std::max(range.begin, std::min(range.end, offset))};
}

bool holds(Fragment const& fragment, Place place) {
    auto const offset = place.span.begin;
    return fragment.source == place.source && !fragment.ranges.empty() && fragment.ranges.front().begin <= offset &&
           offset <= fragment.ranges.back().end;
}

/// The fragments around the one at `index`. Behind it those of the same source go: their bytes have moved.
std::vector<Fragment> kept(std::vector<Fragment> fragments, std::ptrdiff_t index, AroundCode around) {
    if (around == AroundCode::statement) return {fragments[static_cast<std::size_t>(index)]};
    auto const behind = fragments.begin() + index + 1;
    auto const source = fragments[static_cast<std::size_t>(index)].source;
    auto const goes = [&](Fragment const& fragment) {
        return around == AroundCode::before || fragment.source == source;
    };
    fragments.erase(std::remove_if(behind, fragments.end(), goes), fragments.end());
    return fragments;
}

}  // namespace

std::optional<Unfinished> unfinished_at(Unit const& unit, Place place) {
    auto offset = place.span.begin;
    for (auto const& fragment : unit.fragments) {
        bool holds = fragment.source == place.source &&
                     std::any_of(fragment.ranges.begin(), fragment.ranges.end(),
                                 [&](Span r) { return r.begin <= offset && offset <= r.end; });
        if (!holds) continue;
        Reader reader(unit.sources[fragment.source]->text());
        for (Span range : fragment.ranges)
            if (range.begin <= offset) reader.read(before(range, offset));
        return std::move(reader).take();
    }
    return std::nullopt;
}

Unit closed_at(Unit const& unit, Place place, Unfinished const& unfinished, std::string_view marker,
               AroundCode around) {
    auto const& source = *unit.sources[place.source];
    auto const offset = place.span.begin;
    std::string text(source.text().substr(0, offset));
    text += marker;
    for (auto one = unfinished.open.rbegin(); one != unfinished.open.rend(); ++one) text += end_of(*one);
    auto const joint = static_cast<std::uint32_t>(text.size());
    bool const goes_on = around == AroundCode::but_end_of_line;
    auto const next = goes_on ? source.text().find('\n', offset) : source.text().npos;
    text += next == source.text().npos ? "\n" : source.text().substr(next);

    Unit closed{unit};
    auto const it = std::find_if(closed.fragments.begin(), closed.fragments.end(),
                                 [&](Fragment const& fragment) { return holds(fragment, place); });
    if (it != closed.fragments.end()) {
        auto& ranges = it->ranges;
        bool const is_whole = ranges.size() == 1 && ranges[0].end == source.text().size();
        std::erase_if(ranges, [&](Span range) { return range.begin > offset; });
        ranges.back().end = is_whole ? static_cast<std::uint32_t>(text.size()) : joint;
        if (around == AroundCode::statement) {
            std::erase_if(ranges, [&](Span range) { return range.end < unfinished.statement; });
            ranges.front().begin = std::max(ranges.front().begin, unfinished.statement);
        }
        auto const index = it - closed.fragments.begin();
        closed.fragments = kept(std::move(closed.fragments), index, around);
    }
    closed.sources[place.source] = std::make_shared<Source const>(source.name(), std::move(text));
    return closed;
}

}  // namespace alyx::analyzer
