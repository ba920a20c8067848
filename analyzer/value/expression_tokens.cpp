// The lexical grammar of Python expressions in X3.
#include "analyzer/value/expression_tokens.hpp"

#include <algorithm>
#include <boost/spirit/home/x3.hpp>

#include "analyzer/text/concat.hpp"
#include "analyzer/value/characters.hpp"

namespace alyx::analyzer {
namespace {

namespace x3 = boost::spirit::x3;
using x3::char_, x3::digit, x3::lit, x3::no_case, x3::omit, x3::xdigit;

struct Punctuation : x3::symbols<Sym> {
    Punctuation() {
        add("(", Sym::round)(")", Sym::round_close)("[", Sym::square)("]", Sym::square_close)("{", Sym::curly)(
            "}", Sym::curly_close)(",", Sym::comma)(":", Sym::colon)(".", Sym::dot)("=", Sym::assign)(
            ":=", Sym::walrus)("...", Sym::ellipsis)("+", Sym::plus)("-", Sym::minus)("*", Sym::star)(
            "**", Sym::double_star)("/", Sym::slash)("//", Sym::double_slash)("%", Sym::percent)("@", Sym::at)(
            "~", Sym::tilde)("|", Sym::bar)("^", Sym::caret)("&", Sym::ampersand)("<<", Sym::left)(">>", Sym::right)(
            "<", Sym::lt)(">", Sym::gt)("<=", Sym::le)(">=", Sym::ge)("==", Sym::eq)("!=", Sym::ne);
    }
} const punctuation;

struct Keywords : x3::symbols<Sym> {
    Keywords() {
        add("and", Sym::and_)("or", Sym::or_)("not", Sym::not_)("in", Sym::in)("is", Sym::is)("if", Sym::if_)(
            "else", Sym::else_)("for", Sym::for_)("async", Sym::async)("await", Sym::await)("lambda", Sym::lambda)(
            "yield", Sym::yield)("from", Sym::from)("True", Sym::true_)("False", Sym::false_)("None", Sym::none);
        for (char const* word :
             {"as", "assert", "break", "class", "continue", "def", "del", "elif", "except", "finally", "global",
              "import", "nonlocal", "pass", "raise", "return", "try", "while", "with"}) {
            add(word, Sym::keyword);
        }
    }
} const keywords;

auto const line_end = lit("\r\n") | '\n' | '\r';
auto const comment = '#' >> *~char_("\r\n");
auto const continued = '\\' >> line_end;
auto const blanks = *(char_(" \t\f") | comment | continued);

auto const prefix = no_case[lit("rb") | "br" | "rf" | "fr" | "r" | "b" | "u" | "f"];
auto const escape = '\\' >> (lit("\r\n") | char_);
auto quoted(char quote, auto const& stops) {
    return lit(quote) >> *(escape | ~char_(stops)) >> lit(quote);
}
auto thrice(char const* quotes) {
    return lit(quotes) >> *(escape | (char_ - lit(quotes))) >> lit(quotes);
}
auto const string_start = -prefix >> char_("'\"");
auto const string = omit[-prefix] >> (thrice("'''") | thrice("\"\"\"") | (!lit("'''") >> quoted('\'', "\\'\r\n")) |
                                      (!lit("\"\"\"") >> quoted('"', "\\\"\r\n")));

auto const digits = digit >> *(-lit('_') >> digit);
auto based(char letter, auto const& set) {
    return '0' >> no_case[lit(letter)] >> +(-lit('_') >> char_(set));
}
auto const whole = based('x', "0-9a-fA-F") | based('o', "0-7") | based('b', "01");
auto const exponent = no_case[lit('e')] >> -char_("+-") >> digits;
auto const number = ((('.' >> digits) | (digits >> '.' >> -digits)) >> -exponent) | (digits >> exponent);
auto const imaginary = (number | digits) >> no_case[lit('j')];

auto const word = +(char_("a-zA-Z0-9_") | char_('\x80', '\xff'));

/// Python bears a keyword directly after a number: `1if 1else 2`.
auto const keyword_after_number = lit("and") | "else" | "for" | "if" | "in" | "is" | "or" | "not";

template <class Parser>
bool accept(char const*& at, char const* end, Parser const& parser) {
    return x3::parse(at, end, parser);
}

bool is_word_byte(char c) {
    return static_cast<signed char>(c) < 0 || is_identifier_part(static_cast<char32_t>(c));
}

}  // namespace

Tokens::Tokens(std::string_view text, Span range, bool enclosed)
    : text_(text), at_(text.data() + range.begin), end_(text.data() + range.end), enclosed_(enclosed) {}

Span Tokens::span(char const* from, char const* to) const {
    return make_span(static_cast<std::size_t>(from - text_.data()), static_cast<std::size_t>(to - text_.data()));
}

ExpressionToken Tokens::fail(std::string message, char const* from, char const* to) {
    if (error_.empty()) {
        error_ = std::move(message);
        error_span_ = span(from, to);
    }
    return {Sym::error, error_span_};
}

/// Skips what separates tokens; true if a line end outside of brackets is a token itself.
bool Tokens::skip_blanks(ExpressionToken& found) {
    for (;;) {
        char const* from = at_;
        accept(at_, end_, blanks);
        char const* line = at_;
        if (accept(at_, end_, line_end)) {
            if (enclosed_ || !open_.empty()) continue;
            if (at_line_start_) continue;  // an empty line says nothing
            at_line_start_ = true;
            found = {Sym::newline, span(line, at_)};
            return true;
        }
        if (at_line_start_ && at_ != end_) {
            at_line_start_ = false;
            if (at_ != from) {
                found = {Sym::indent, span(from, at_)};
                return true;
            }
        }
        return false;
    }
}

ExpressionToken Tokens::end_of_text() {
    if (open_.empty()) return {Sym::end, span(at_, at_)};
    char const* bracket = text_.data() + offset_of_open_[open_.size() - 1];
    return fail(concat("'", open_.substr(open_.size() - 1), "' was never closed"), bracket, bracket + 1);
}

ExpressionToken Tokens::read_bracket(ExpressionToken token) {
    char const c = text_[token.span.begin];
    char const* from = text_.data() + token.span.begin;
    if (token.sym == Sym::round || token.sym == Sym::square || token.sym == Sym::curly) {
        if (open_.size() == std::size(offset_of_open_)) return fail("too many nested parentheses", from, from + 1);
        offset_of_open_[open_.size()] = token.span.begin;
        open_ += c;
        return token;
    }
    std::string_view const closer(from, 1);
    if (open_.empty()) return fail(concat("unmatched '", closer, "'"), from, from + 1);
    char const opened = open_.back();
    if (!(opened == '(' ? c == ')' : opened == '[' ? c == ']' : c == '}')) {
        return fail(concat("closing parenthesis '", closer, "' does not match opening parenthesis '",
                           std::string_view(&opened, 1), "'"),
                    from, from + 1);
    }
    open_.pop_back();
    return token;
}

ExpressionToken Tokens::read_name(char const* from) {
    accept(at_, end_, word);
    Span const where = span(from, at_);
    std::string_view const name = where.of(text_);
    for (std::size_t i = 0; i < name.size();) {
        auto [code, size] = character_at(name, i);
        if (!(i ? is_identifier_part(code) : is_identifier_start(code))) {
            return fail(concat("invalid character '", name.substr(i, size), "'"), from + i, from + i + size);
        }
        i += size;
    }
    if (Sym sym{}; x3::parse(name.begin(), name.end(), keywords >> x3::eoi, sym)) return {sym, where};
    return {Sym::name, where};
}

ExpressionToken Tokens::end_number(ExpressionToken token, char const* from) {
    token.span = span(from, at_);
    std::string_view const written = token.span.of(text_);
    if (at_ != end_ && is_word_byte(*at_)) {
        char const* ahead = at_;
        if (!accept(ahead, end_, keyword_after_number)) return fail("invalid decimal literal", from, at_ + 1);
    }
    bool const decimal = token.sym == Sym::integer && (written.size() < 2 || written[1] <= '9' || written[1] == '_');
    if (decimal && written[0] == '0' && written.find_first_not_of("0_") != std::string_view::npos) {
        return fail("leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
                    from, at_);
    }
    return token;
}

ExpressionToken Tokens::next() {
    if (!error_.empty()) return {Sym::error, error_span_};
    ExpressionToken token;
    if (skip_blanks(token)) return token;
    if (at_ == end_) return end_of_text();
    char const* from = at_;
    if (accept(at_, end_, string)) return {Sym::string, span(from, at_)};
    if (accept(at_, end_, imaginary)) return end_number({Sym::imaginary, {}}, from);
    if (accept(at_, end_, number)) return end_number({Sym::number, {}}, from);
    if (accept(at_, end_, whole) || accept(at_, end_, digits)) return end_number({Sym::integer, {}}, from);
    if (x3::parse(at_, end_, punctuation, token.sym)) {
        token.span = span(from, at_);
        return token.sym <= Sym::curly_close && token.sym >= Sym::round ? read_bracket(token) : token;
    }
    if (char const* ahead = at_; accept(ahead, end_, string_start))
        return fail("unterminated string literal", from, end_);
    if (is_word_byte(*at_)) return read_name(from);
    bool const backslash = *from == '\\';
    return fail(backslash ? "unexpected character after line continuation character" : "invalid syntax", from,
                from + 1);
}

}  // namespace alyx::analyzer
