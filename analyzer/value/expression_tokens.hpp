// The tokens of Python expressions.
#pragma once

#include <string>
#include <string_view>

#include "analyzer/text/span.hpp"

namespace alyx::analyzer {

// clang-format off
enum class Sym : std::uint8_t {
    end, error, newline, indent, name, string, integer, number, imaginary,
    round, round_close, square, square_close, curly, curly_close,
    comma, colon, dot, assign, walrus, ellipsis,
    plus, minus, star, double_star, slash, double_slash, percent, at, tilde, bar, caret, ampersand, left, right,
    lt, gt, le, ge, eq, ne,
    and_, or_, not_, in, is, if_, else_, for_, async, await, lambda, yield, from, true_, false_, none,
    keyword,  ///< any other reserved word
};
// clang-format on

struct ExpressionToken {
    Sym sym = Sym::end;
    Span span;
};

/// Cuts a text into tokens as Python's tokenizer does: within brackets line ends are blanks. After an error, which is
/// kept, there are only error tokens.
class Tokens {
  public:
    /// Reads `range` of the text; `enclosed`: as if brackets stood around it.
    Tokens(std::string_view text, Span range, bool enclosed = false);

    ExpressionToken next();
    /// Empty while there was no error.
    std::string const& error() const { return error_; }
    Span error_span() const { return error_span_; }

  private:
    std::string_view text_;
    char const* at_;
    char const* end_;
    std::string open_;  ///< the brackets that are open
    std::uint32_t offset_of_open_[200];
    bool enclosed_;
    bool at_line_start_ = false;
    std::string error_;
    Span error_span_;

    Span span(char const* from, char const* to) const;
    ExpressionToken fail(std::string message, char const* from, char const* to);
    bool skip_blanks(ExpressionToken& found);
    ExpressionToken read_bracket(ExpressionToken token);
    ExpressionToken read_name(char const* from);
    ExpressionToken end_number(ExpressionToken token, char const* from);
    ExpressionToken end_of_text();
};

}  // namespace alyx::analyzer
