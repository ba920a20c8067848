// Reads MATLAB from left to right, knowing which brackets are open.
#include "analyzer/host/matlab_tokens.hpp"

#include <algorithm>
#include <array>

#include "analyzer/host/words.hpp"

namespace alyx::analyzer {
namespace {

using Kind = MatlabToken::Kind;

constexpr std::array<std::string_view, 37> keywords{"break",
                                                    "case",
                                                    "catch",
                                                    "classdef",
                                                    "continue",
                                                    "else",
                                                    "elseif",
                                                    "end",
                                                    "for",
                                                    "function",
                                                    "global",
                                                    "if",
                                                    "otherwise",
                                                    "parfor",
                                                    "persistent",
                                                    "return",
                                                    "spmd",
                                                    "switch",
                                                    "try",
                                                    "while",
                                                    "endif",
                                                    "endwhile",
                                                    "endfor",
                                                    "endfunction",
                                                    "endswitch",
                                                    "end_try_catch",
                                                    "unwind_protect",
                                                    "unwind_protect_cleanup",
                                                    "end_unwind_protect",
                                                    "do",
                                                    "until",
                                                    "properties",
                                                    "methods",
                                                    "events",
                                                    "enumeration",
                                                    "arguments",
                                                    "endparfor"};
/// The last ones are words of a class or function only at the begin of a line.
constexpr std::array<std::string_view, 5> at_line_begin{"properties", "methods", "events", "enumeration", "arguments"};

constexpr std::array<std::string_view, 20> operators{"...", ".^'", "==", "~=", "!=", "<=", ">=", "&&", "||", ".*",
                                                     "./",  ".\\", ".^", ".'", "++", "--", "+=", "-=", "*=", "/="};

template <std::size_t size>
bool is_one_of(std::array<std::string_view, size> const& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\f';
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool begins_name(char c) {
    return (is_word(c) && !is_digit(c)) || static_cast<unsigned char>(c) >= 0x80;
}
bool in_name(char c) {
    return is_word(c) || static_cast<unsigned char>(c) >= 0x80;
}

class Reader {
  public:
    explicit Reader(std::string_view text) : text_(text) {}

    void read(Span range) {
        at_ = range.begin;
        end_ = range.end;
        while (at_ < end_) token();
        spaced_ = true;
    }
    MatlabTokens take() {
        if (last_ != Kind::newline) push(Kind::newline, end_, end_);
        push(Kind::end, end_, end_);
        return std::move(result_);
    }

  private:
    std::string_view text_;
    MatlabTokens result_;
    std::size_t at_ = 0, end_ = 0;
    std::vector<char> open_;
    bool spaced_ = false;
    Kind last_ = Kind::newline;  ///< of the last token

    char peek(std::size_t ahead = 0) const { return at_ + ahead < end_ ? text_[at_ + ahead] : '\0'; }
    bool in_matrix() const { return !open_.empty() && open_.back() != '('; }
    std::string_view rest() const { return text_.substr(at_, end_ - at_); }

    void push(Kind kind, std::size_t begin, std::size_t end, bool closed = true) {
        result_.tokens.push_back({kind, make_span(begin, end), spaced_, closed});
        last_ = kind;
        spaced_ = false;
        at_ = end;
    }

    std::size_t line_end() const { return std::min(text_.find('\n', at_), end_); }

    void token() {
        char c = peek();
        bool at_begin = last_ == Kind::newline && open_.empty();
        if (is_blank(c)) {
            spaced_ = true;
            ++at_;
        } else if (c == '%' || c == '#') {
            comment(at_begin);
        } else if (rest().starts_with("...")) {
            auto end = std::min(line_end() + 1, end_);
            result_.continued.push_back(make_span(at_, end));
            spaced_ = true;
            at_ = end;
        } else if (c == '\n' || ((c == ';' || c == ',') && open_.empty())) {
            line_ends(c);
        } else if (c == '"' || (c == '\'' && !transposes())) {
            string(c);
        } else if (begins_name(c)) {
            name(at_begin);
        } else if (is_digit(c) || (c == '.' && is_digit(peek(1)))) {
            number();
        } else {
            symbol();
        }
    }

    /// `%{` alone on its line begins a comment that `%}` ends.
    void comment(bool at_begin) {
        std::size_t end = line_end();
        auto word = text_.substr(at_, end - at_);
        while (!word.empty() && is_blank(word.back())) word.remove_suffix(1);
        if (at_begin && (word == "%{" || word == "#{")) {
            std::size_t depth = 1;
            while (depth > 0 && end < end_) {
                std::size_t begin = end + 1;
                end = std::min(text_.find('\n', begin), end_);
                auto line = text_.substr(begin, end - begin);
                auto first = line.find_first_not_of(" \t\r");
                auto last = line.find_last_not_of(" \t\r");
                if (first == line.npos) continue;
                auto mark = line.substr(first, last - first + 1);
                if (mark == "%{" || mark == "#{") ++depth;
                if (mark == "%}" || mark == "#}") --depth;
            }
        }
        std::size_t last = end;
        if (last > at_ && text_[last - 1] == '\r') --last;
        result_.comments.push_back(make_span(at_, last));
        at_ = end;
        spaced_ = true;
    }

    /// Within ( ) too: a line that is not continued ends there, whatever was forgotten. In [ ] it parts rows.
    void line_ends(char c) {
        if (c == '\n' && in_matrix()) {
            spaced_ = true;
            push(Kind::symbol, at_, at_ + 1);
            return;
        }
        if (c == '\n') open_.clear();
        push(Kind::newline, at_, at_ + 1);
    }

    /// Behind a value a quote transposes; in [ ] and { } only where no blank stands before it.
    bool transposes() const {
        if (result_.tokens.empty()) return false;
        auto const& before = result_.tokens.back();
        auto word = before.span.of(text_);
        bool is_value =
            last_ == Kind::name || last_ == Kind::number || last_ == Kind::text ||
            (last_ == Kind::keyword && word == "end" && !open_.empty()) ||
            (last_ == Kind::symbol && (word == ")" || word == "]" || word == "}" || word == "'" || word == ".'"));
        return is_value && !(spaced_ && (in_matrix() || open_.empty()));
    }

    void string(char quote) {
        std::size_t end = at_ + 1;
        while (end < end_ && text_[end] != '\n') {
            if (text_[end] != quote)
                ++end;
            else if (end + 1 < end_ && text_[end + 1] == quote)
                end += 2;
            else
                break;
        }
        bool closed = end < end_ && text_[end] == quote;
        push(Kind::text, at_, closed ? end + 1 : end, closed);
    }

    void name(bool at_begin) {
        std::size_t end = at_;
        while (end < end_ && in_name(text_[end])) ++end;
        auto word = text_.substr(at_, end - at_);
        bool behind_dot = !result_.tokens.empty() && result_.tokens.back().is(text_, ".");
        bool is_keyword = !behind_dot && is_one_of(keywords, word) && (at_begin || !is_one_of(at_line_begin, word)) &&
                          (open_.empty() || word == "end");
        push(is_keyword ? Kind::keyword : Kind::name, at_, end);
        if (at_begin && !is_keyword) command();
    }

    /// `hold on`, `cd ../data`: a word that follows a name and a blank, and is neither an operator with a blank behind
    /// it nor a bracket.
    void command() {
        std::size_t next = at_;
        while (next < end_ && is_blank(text_[next])) ++next;
        if (next == at_ || next >= end_) return;
        char c = text_[next];
        bool is_word_begin = begins_name(c) || is_digit(c);
        bool is_option = (c == '-' || c == '.' || c == '/' || c == '~') && next + 1 < end_ &&
                         !is_blank(text_[next + 1]) && text_[next + 1] != '=' && text_[next + 1] != '\n' &&
                         text_.substr(next, 3) != "...";
        if (!is_word_begin && !is_option) return;
        std::size_t end = next;
        while (end < end_ && text_[end] != '\n' && text_[end] != '%' && text_[end] != ';' && text_[end] != ',') ++end;
        auto words = text_.substr(next, end - next);
        // `a b = 3` is broken rather than a command; `x == y`, `x in y` are none.
        if (words.find('=') != words.npos || words.find('(') != words.npos) return;
        spaced_ = true;
        push(Kind::command, next, end);
    }

    void number() {
        std::size_t end = at_;
        auto digits = [&] {
            while (end < end_ && (is_word(text_[end]) || text_[end] == '.')) {
                bool is_exponent =
                    (text_[end] | 0x20) == 'e' && end + 1 < end_ && (text_[end + 1] == '+' || text_[end + 1] == '-');
                // 1.^2, 1./x, 1.'
                bool is_operator = text_[end] == '.' && end + 1 < end_ &&
                                   std::string_view("*/\\^'").find(text_[end + 1]) != std::string_view::npos;
                if (is_operator) break;
                end += is_exponent ? 2 : 1;
            }
        };
        digits();
        push(Kind::number, at_, std::max(end, at_ + 1));
    }

    void symbol() {
        char c = peek();
        std::size_t length = 1;
        for (auto known : operators)
            if (rest().starts_with(known)) {
                length = known.size();
                break;
            }
        if (c == '(' || c == '[' || c == '{') open_.push_back(c);
        if ((c == ')' || c == ']' || c == '}') && !open_.empty()) open_.pop_back();
        push(Kind::symbol, at_, at_ + length);
    }
};

}  // namespace

MatlabTokens matlab_tokens(std::string_view text, std::vector<Span> const& ranges) {
    Reader reader(text);
    for (Span range : ranges) reader.read(range);
    return reader.take();
}

}  // namespace alyx::analyzer
