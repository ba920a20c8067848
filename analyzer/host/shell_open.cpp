// Reads a shell's words as far as quotes, expansions, commands and what surrounds them need it.
#include <algorithm>
#include <array>
#include <string>

#include "analyzer/host/open_reader.hpp"
#include "analyzer/host/shell_lowering.hpp"

namespace alyx::analyzer {
namespace {

using Kind = OpenCode::Kind;

/// Openers of brackets that are none of the text's: a command's words, and `if … fi` and its like.
constexpr char of_command = ' ', of_statement = 'k';

/// A word that begins a compound statement, or goes on with it, and what would end it from there.
struct StatementWord {
    std::string_view word;
    std::string_view end;
    bool begins = false;
};
constexpr std::array<StatementWord, 10> statement_words{{{"if", "; then :; fi", true},
                                                         {"then", "; fi"},
                                                         {"elif", "; then :; fi"},
                                                         {"else", "; fi"},
                                                         {"while", "; do :; done", true},
                                                         {"until", "; do :; done", true},
                                                         {"for", "; do :; done", true},
                                                         {"select", "; do :; done", true},
                                                         {"do", "; done"},
                                                         {"case", ";; esac", true}}};

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

class ShellReader : public OpenReader {
  public:
    using OpenReader::OpenReader;

  private:
    struct HereText {
        std::string end;
        bool has_tabs = false;
    };
    bool command_begins_ = true;
    bool in_word_ = false;
    bool assigns_ = false;              ///< the word is `NAME=…`, before a command
    bool behind_prefix_ = false;        ///< `sudo -E`
    std::vector<HereText> here_texts_;  ///< announced on this line
    std::vector<HereText> skipped_;     ///< the place is in the first
    std::vector<bool> outer_;           ///< of each expansion that is open: does the word around it assign?

    void code() override {
        if (!skipped_.empty()) return skip_line();
        char c = peek();
        if (c == '\n') return line_ends();
        if (is_blank(c)) {
            word_ends();
            ++at_;
        } else if (c == '#' && !in_word_) {
            push({.kind = Kind::comment}, 1);
        } else {
            note_statement(at_, begin_);
            token(c);
        }
    }

    void token(char c) {
        if (c == '\\') return escape();
        if (c == '\'' || c == '"') return quote({.kind = Kind::string, .end = c == '"' ? "\"" : "'"}, 1);
        if (c == '$' || c == '`') return expansion(c);
        if (c == '<' || c == '>') return redirect();
        if (c == ';' || c == '|' || (c == '&' && peek(1) != '>')) return command_ends();
        if (c == '(' || c == ')' || (c == '}' && (command_begins_ || in_expansion("}")))) return bracket(c);
        bool const begins_group = c == '{' && command_begins_ && (is_blank(peek(1)) || peek(1) == '\n');
        if (begins_group) return push({.opener = '{', .end = "; }"}, 1);
        plain();
    }

    void escape() {
        if (peek(1) != '\n') word_begins();
        at_ = std::min(at_ + 2, end_);
    }

    bool in_expansion(std::string_view end) const { return in(Kind::interpolation) && result_.open.back().end == end; }

    void word_begins() {
        if (!in_word_) item_begins();
        in_word_ = true;
        if (!assigns_) command_begins_ = false;
    }

    void word_ends() {
        if (!in_word_) return;
        in_word_ = false;
        if (assigns_) command_begins_ = true;
        assigns_ = false;
        item_ends();
    }

    void quote(OpenCode one, std::size_t length) {
        word_begins();
        one.spans_lines = true;
        one.is_format = one.end == "\"";
        push(one, length);
    }

    void expand(std::string_view end, std::size_t length) {
        word_begins();
        outer_.push_back(assigns_);
        push({.kind = Kind::interpolation, .end = end}, length);
        assigns_ = false;
        in_word_ = end == "}";
        command_begins_ = !in_word_;
    }

    void expansion(char c) {
        if (c == '`' && in_outer("`")) return bracket(c);
        if (c == '`') return expand("`", 1);
        if (next_is("$(")) return expand(")", 2);
        if (next_is("${")) return expand("}", 2);
        if (next_is("$'") && !in(Kind::string)) return quote({.kind = Kind::string, .end = "'"}, 2);
        word_begins();
        ++at_;
    }

    bool in_outer(std::string_view end) const {
        auto const& all = result_.open;
        return std::any_of(all.begin(), all.end(), [&](OpenCode const& one) { return one.end == end; });
    }

    /// Within `((…))` or `$((…))`?
    bool in_arithmetic() const {
        auto const& all = result_.open;
        auto const inner =
            std::find_if(all.rbegin(), all.rend(), [](OpenCode const& one) { return one.opener == '('; });
        return inner != all.rend() && inner->begin > 0 && text_[inner->begin - 1] == '(';
    }

    /// `2>&1`, `<(command)`, `<<END`
    void redirect() {
        word_ends();
        if (peek(1) == '(') return expand(")", 2);
        bool const is_here = next_is("<<") && peek(2) != '<' && !in_arithmetic();
        if (is_here) return here_text();
        while (at_ < end_ && (text_[at_] == '<' || text_[at_] == '>' || text_[at_] == '&')) ++at_;
    }

    void here_text() {
        at_ += 2;
        HereText here{.has_tabs = peek() == '-'};
        if (here.has_tabs) ++at_;
        while (is_blank(peek())) ++at_;
        for (;
             at_ < end_ && !is_blank(text_[at_]) && std::string_view("\n;|&<>()").find(text_[at_]) == std::string::npos;
             ++at_)
            if (std::string_view("'\"\\").find(text_[at_]) == std::string_view::npos) here.end += text_[at_];
        here_texts_.push_back(std::move(here));
    }

    void command_ends() {
        word_ends();
        if (in(Kind::bracket) && open().back().opener == of_command) open().pop_back();
        command_begins_ = true;
        behind_prefix_ = false;
        ++at_;
    }

    void line_ends() {
        command_ends();
        skipped_ = std::exchange(here_texts_, {});
    }

    /// A line of a here-text. The one that ends it has a line end itself; before that, the place is in the text.
    void skip_line() {
        auto const& here = skipped_.front();
        auto const end = std::min(text_.substr(0, end_).find('\n', at_), end_);
        auto line = text_.substr(at_, end - at_);
        if (here.has_tabs) line.remove_prefix(std::min(line.find_first_not_of('\t'), line.size()));
        if (line.ends_with('\r')) line.remove_suffix(1);
        bool const is_over = line == here.end && end < end_;
        if (is_over) skipped_.erase(skipped_.begin());
        at_ = std::min(end + 1, end_);
    }

    /// A here-text is no code: of no use to whoever writes a query.
    void ends() override {
        if (!skipped_.empty()) push({.kind = Kind::comment, .end = "\n\n"}, 0);
    }

    void bracket(char c) {
        bool const in_command = in(Kind::bracket) && open().back().opener == of_command;
        if (in_command && next_is("()")) {
            // The name of a function.
            open().pop_back();
            at_ += 2;
            command_begins_ = true;
            return;
        }
        if (c == '(') {
            bool const is_array = in_word_;
            push({.opener = '(', .end = ")"}, 1);
            command_begins_ = !is_array;
            in_word_ = false;
            return;
        }
        bool const behind_pattern = c == ')' && !in_outer(")");
        word_ends();
        if (in_command) open().pop_back();
        bool const was_expansion = in_expansion(c == ')' ? ")" : c == '}' ? "}" : "`");
        close(c);
        ++at_;
        command_begins_ = behind_pattern;
        in_word_ = was_expansion;
        if (was_expansion && !outer_.empty()) {
            assigns_ = outer_.back();
            outer_.pop_back();
        }
    }

    /// What stands in a word without quotes.
    void plain() {
        constexpr std::string_view ends = " \t\r\n'\"`$\\;|&<>()";
        auto const begin = at_;
        bool const is_first = !in_word_ && command_begins_;
        while (at_ < end_ && ends.find(text_[at_]) == std::string_view::npos &&
               !(text_[at_] == '}' && in_expansion("}")))
            ++at_;
        auto const span = make_span(begin, std::max(at_, begin + 1));
        at_ = span.end;
        if (!is_first) return word_begins();
        first_word(span, span.of(text_));
    }

    void first_word(Span span, std::string_view word) {
        bool const is_own = behind_prefix_ && word.starts_with('-');
        if (is_own || word == "!") return;
        if (word.find('=') != word.npos) {
            assigns_ = in_word_ = true;
            return;
        }
        bool const is_whole = at_ == end_ || is_blank(peek()) || peek() == '\n' || peek() == ';';
        if (is_whole && statement_word(word)) return;
        auto const name = command_name(word);
        if (is_command_prefix(name)) {
            behind_prefix_ = true;
            return;
        }
        auto const begin = static_cast<std::uint32_t>(span.end);
        auto const length = static_cast<std::uint32_t>(name.size());
        open().push_back({.opener = of_command, .begin = begin, .callee = {begin - length, begin}});
        command_begins_ = false;
        in_word_ = false;
    }

    bool statement_word(std::string_view word) {
        if (word == "fi" || word == "done" || word == "esac") {
            for (auto at = open().size(); at-- > 0 && open()[at].kind == Kind::bracket;)
                if (open()[at].end.ends_with(word)) return open().resize(at), true;
            return true;
        }
        for (auto const& one : statement_words) {
            if (one.word != word) continue;
            bool const goes_on = in(Kind::bracket) && open().back().opener == of_statement;
            if (one.begins)
                open().push_back({.opener = of_statement, .end = one.end, .begin = static_cast<std::uint32_t>(at_)});
            else if (goes_on)
                open().back().end = one.end;
            command_begins_ = word != "for" && word != "select" && word != "case";
            return true;
        }
        return false;
    }

    void string() override {
        auto const& one = open().back();
        char c = peek();
        bool const is_ansi = one.end == "'" && text_[one.begin] == '$';
        if (c == '\\' && (one.is_format || is_ansi)) {
            at_ = std::min(at_ + 2, end_);
        } else if (next_is(one.end)) {
            ++at_;
            open().pop_back();
        } else if (one.is_format && (next_is("$(") || next_is("${") || c == '`')) {
            expansion(c);
        } else {
            ++at_;
        }
    }
};

}  // namespace

Unfinished open_in_shell(std::string_view text, std::vector<Span> const& ranges) {
    return ShellReader(text).read(ranges);
}

}  // namespace alyx::analyzer
