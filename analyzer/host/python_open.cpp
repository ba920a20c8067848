// Reads Python's tokens as far as strings, brackets and comments need it.
#include <algorithm>
#include <array>

#include "analyzer/host/open_reader.hpp"

namespace alyx::analyzer {
namespace {

using Kind = OpenCode::Kind;

/// Words that begin a statement and stand nowhere else: in front of them no bracket is open, whatever was forgotten.
bool begins_statement(std::string_view word) {
    static constexpr std::array<std::string_view, 14> words{"assert",   "break",  "class",   "continue", "def",
                                                            "del",      "except", "finally", "global",   "import",
                                                            "nonlocal", "raise",  "return",  "try"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

class PythonReader : public OpenReader {
  public:
    using OpenReader::OpenReader;

  private:
    bool line_begins_ = true;

    void code() override {
        char c = peek();
        if (c == '\n') {
            line_begins_ = true;
            end_single_line_string();
            ++at_;
        } else if (c == ' ' || c == '\t' || c == '\r' || c == '\f') {
            ++at_;
        } else if (c == '#') {
            push({.kind = Kind::comment}, 1);
        } else {
            note_statement(at_, begin_);
            token(c);
        }
    }

    void token(char c) {
        if (is_name_byte(c)) return word();
        if (c != '\\') line_begins_ = false;
        if (c == '\\') {
            at_ = std::min(at_ + 2, end_);
        } else if (c == '\'' || c == '"') {
            quote(false);
        } else if (c == '(' || c == '[' || c == '{') {
            open_bracket(at_, text_.substr(at_, 1));
            ++at_;
        } else if (c == ')' || c == ']' || c == '}') {
            close(c);
            ++at_;
        } else if (c == ',') {
            item_ends();
            ++at_;
        } else {
            if (c == '=' && peek(1) != '=' && word_.end == at_) name_item();
            item_begins();
            ++at_;
        }
    }

    void word() {
        std::size_t begin = at_;
        while (at_ < end_ && is_name_byte(text_[at_])) ++at_;
        auto const span = make_span(begin, at_);
        auto const text = span.of(text_);
        if (line_begins_ && begins_statement(text)) open().clear();
        line_begins_ = false;
        name(span);
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
            OpenCode const one{
                .kind = Kind::string, .end = quote, .spans_lines = quote.size() > 1, .is_format = format};
            return push(one, quote.size());
        }
    }

    void string() override {
        if (goes_on_or_ends()) return;
        if (open().back().is_format && peek() == '{') {
            if (peek(1) == '{')
                at_ += 2;
            else
                push({.kind = Kind::interpolation, .end = "}"}, 1);
        } else {
            ++at_;
        }
        at_ = std::min(at_, end_);
    }

    /// A line's end within an interpolation of a string in single quotes ends both.
    void end_single_line_string() {
        for (auto at = open().size(); at-- > 0;) {
            if (open()[at].kind != Kind::string) continue;
            if (!open()[at].spans_lines) open().resize(at);
            return;
        }
    }
};

}  // namespace

Unfinished open_in_python(std::string_view text, std::vector<Span> const& ranges) {
    auto found = PythonReader(text).read(ranges);
    found.takes_keywords = true;
    return found;
}

}  // namespace alyx::analyzer
