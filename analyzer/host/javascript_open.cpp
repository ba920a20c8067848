// Reads the tokens of JavaScript and TypeScript as far as strings, templates, brackets and comments need it.
#include <algorithm>
#include <array>

#include "analyzer/host/open_reader.hpp"

namespace alyx::analyzer {
namespace {

using Kind = OpenCode::Kind;

template <std::size_t size>
bool is_among(std::array<std::string_view, size> const& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Words that begin a statement: in front of them no bracket but a block's is open, whatever was forgotten.
constexpr std::array<std::string_view, 15> statement_words{"break",  "class", "const",  "continue", "export",
                                                           "for",    "if",    "import", "let",      "return",
                                                           "switch", "throw", "try",    "var",      "while"};
/// Words behind which a value begins, so that a slash begins a pattern.
constexpr std::array<std::string_view, 11> operator_words{"await",      "case", "delete", "do",    "else",  "in",
                                                          "instanceof", "of",   "return", "throw", "typeof"};

class JavaScriptReader : public OpenReader {
  public:
    using OpenReader::OpenReader;

  private:
    bool line_begins_ = true;
    bool behind_value_ = false;

    void code() override {
        char c = peek();
        if (c == '\n' || c == ' ' || c == '\t' || c == '\r' || c == '\f') {
            line_begins_ |= c == '\n';
            ++at_;
        } else if (next_is("//")) {
            push({.kind = Kind::comment}, 2);
        } else if (next_is("/*")) {
            push({.kind = Kind::comment, .end = "*/"}, 2);
        } else {
            note_statement(at_, begin_);
            token(c);
            line_begins_ = false;
        }
    }

    void token(char c) {
        if (is_in_name(c)) return word();
        if (c == '\'' || c == '"' || c == '`') return quote(c);
        if (c == '/' && !behind_value_) return pattern();
        behind_value_ = c == ')' || c == ']' || c == '}';
        if (c == '(' || c == '[' || c == '{')
            bracket();
        else if (behind_value_)
            close(c);
        else if (c == ',')
            item_ends();
        else if (c == ':' && word_.end == at_)
            name_entry();
        else
            item_begins();
        ++at_;
    }

    static bool is_in_name(char c) { return is_name_byte(c) || c == '$'; }

    void word() {
        auto const begin = at_;
        while (at_ < end_ && is_in_name(text_[at_])) ++at_;
        auto const span = make_span(begin, at_);
        auto const text = span.of(text_);
        if (line_begins_ && is_among(statement_words, text)) forget_brackets();
        behind_value_ = !is_among(operator_words, text);
        name(span);
    }

    void bracket() {
        open_bracket(at_, text_.substr(at_, 1));
        if (at_ > begin_ && text_[at_ - 1] == '>') open().back().callee = before_type_arguments();
    }

    /// `get<Session[]>(`: the name that is called; empty where there is none.
    Span before_type_arguments() const {
        std::size_t depth = 0, end = at_;
        do {
            char const c = text_[--end];
            if (c == '>') ++depth;
            if (c == '<') --depth;
            if (c == '\n' || c == ';' || c == '(') return {};
        } while (depth > 0 && end > begin_);
        auto begin = end;
        while (begin > begin_ && is_in_name(text_[begin - 1])) --begin;
        return make_span(begin, end);
    }

    void forget_brackets() {
        auto const is_block = [](OpenCode const& one) { return one.kind != Kind::bracket || one.opener == '{'; };
        while (!open().empty() && !is_block(open().back())) open().pop_back();
    }

    /// `{ params: …`: of a call's object the entries are its keywords.
    void name_entry() {
        if (!in(Kind::bracket) || open().back().opener != '{') return item_begins();
        name_item();
        if (open().size() < 2) return;
        auto& outer = open()[open().size() - 2];
        if (outer.kind == Kind::bracket && !outer.callee.empty()) outer.keyword = open().back().keyword;
    }

    void quote(char c) {
        item_begins();
        bool const is_template = c == '`';
        push({.kind = Kind::string,
              .end = is_template ? "`"
                     : c == '"'  ? "\""
                                 : "'",
              .spans_lines = is_template,
              .is_format = is_template},
             1);
        behind_value_ = true;
    }

    /// `/[/]/`: to the slash that ends it, on its line.
    void pattern() {
        item_begins();
        bool in_class = false;
        for (++at_; at_ < end_ && text_[at_] != '\n'; ++at_) {
            char const c = text_[at_];
            if (c == '\\') {
                ++at_;
            } else if (c == '[' || c == ']') {
                in_class = c == '[';
            } else if (c == '/' && !in_class) {
                ++at_;
                break;
            }
        }
        at_ = std::min(at_, end_);
        behind_value_ = true;
    }

    void string() override {
        if (goes_on_or_ends()) return;
        if (open().back().is_format && next_is("${")) {
            push({.kind = Kind::interpolation, .end = "}"}, 2);
            behind_value_ = false;
        } else {
            ++at_;
        }
    }
};

}  // namespace

Unfinished open_in_javascript(std::string_view text, std::vector<Span> const& ranges) {
    return JavaScriptReader(text).read(ranges);
}
Unfinished open_in_typescript(std::string_view text, std::vector<Span> const& ranges) {
    return open_in_javascript(text, ranges);
}
Unfinished open_in_tsx(std::string_view text, std::vector<Span> const& ranges) {
    return open_in_javascript(text, ranges);
}

}  // namespace alyx::analyzer
