// Adjacent string literals, and f-strings as Python 3.11 takes them apart.
#include <utility>

#include "analyzer/text/concat.hpp"
#include "analyzer/value/expression_literals.hpp"
#include "analyzer/value/expression_parser.hpp"

namespace alyx::analyzer {
namespace {

/// Reads the body of one f-string; what stands in its braces goes to a parser of its own.
class FormatReader {
  public:
    FormatReader(ExpressionTree& tree, StringLiteral const& literal)
        : tree_(tree), text_(tree.text), at_(literal.body.begin), end_(literal.body.end), raw_(literal.raw) {}

    /// Adds pieces to `joined` up to the end, or to the brace that ends a format (`nesting` > 0).
    void read(NodeId joined, int nesting = 0) {
        while (at_ < end_ && !fault_) {
            read_literal(joined, nesting);
            if (at_ == end_ || fault_) return;
            if (text_[at_] == '}') {
                if (nesting == 0) fail("f-string: single '}' is not allowed", {at_, at_ + 1});
                return;
            }
            read_field(joined, nesting);
        }
    }
    std::optional<ExpressionFault>& fault() { return fault_; }

  private:
    ExpressionTree& tree_;
    std::string_view text_;
    std::uint32_t at_, end_;
    bool raw_;
    std::optional<ExpressionFault> fault_;

    void fail(std::string message, Span span) {
        if (!fault_) fault_ = ExpressionFault{"SyntaxError", std::move(message), span};
    }
    char peek(std::uint32_t offset = 0) const { return at_ + offset < end_ ? text_[at_ + offset] : '\0'; }

    void add_text(NodeId joined, Span where) {
        PyValue value = PyValue::make_text({});
        bool computed = false;
        if (auto error = decode_body(where.of(text_), raw_, false, value.text, computed); !error.empty())
            fail(error, where);
        if (computed) value.kind = PyValue::Kind::computed;
        tree_.adopt(joined, tree_.add_constant(std::move(value), where));
    }

    /// Doubled braces stand for themselves, except within a format.
    void read_literal(NodeId joined, int nesting) {
        std::uint32_t from = at_;
        auto flush = [&](std::uint32_t to) {
            if (from < to) add_text(joined, {from, to});
        };
        while (at_ < end_) {
            char const c = peek();
            if (!raw_ && c == '\\') {
                bool const named = peek(1) == 'N' && peek(2) == '{';
                auto const close = named ? text_.substr(0, end_).find('}', at_) : std::string_view::npos;
                at_ = close != std::string_view::npos    ? static_cast<std::uint32_t>(close + 1)
                      : peek(1) == '{' || peek(1) == '}' ? at_ + 1
                                                         : std::min(at_ + 2, end_);
            } else if (c != '{' && c != '}') {
                ++at_;
            } else if (nesting == 0 && peek(1) == c) {
                flush(at_ + 1);
                at_ += 2;
                from = at_;
            } else {
                break;
            }
        }
        flush(at_);
    }

    /// The end of the expression in a field: a `}`, `!`, `:` or `=` outside of quotes and brackets.
    void skip_expression() {
        std::string open;
        char quote = 0;
        std::uint32_t quotes = 0;
        for (; at_ < end_; ++at_) {
            char const c = peek();
            if (c == '\\') return fail("f-string expression part cannot include a backslash", {at_, at_ + 1});
            if (quote) {
                bool const closes = c == quote && (quotes == 1 || (peek(1) == c && peek(2) == c));
                if (closes) at_ += quotes - 1, quote = 0;
            } else if (c == '\'' || c == '"') {
                quote = c;
                quotes = peek(1) == c && peek(2) == c ? 3 : 1;
                at_ += quotes - 1;
            } else if (c == '(' || c == '[' || c == '{') {
                if (open.size() == 200) return fail("f-string: too many nested parenthesis", {at_, at_ + 1});
                open += c;
            } else if (c == '#') {
                return fail("f-string expression part cannot include '#'", {at_, at_ + 1});
            } else if (open.empty() && std::string_view("!:}=<>").find(c) != std::string_view::npos) {
                if (c != ':' && c != '}' && peek(1) == '=') {
                    ++at_;
                } else if (c != '<' && c != '>') {
                    return;
                }
            } else if (c == ')' || c == ']' || c == '}') {
                if (open.empty()) return fail("f-string: unmatched bracket", {at_, at_ + 1});
                char const opener = open.back();
                if (c != (opener == '(' ? ')' : opener == '[' ? ']' : '}')) {
                    return fail("f-string: closing parenthesis does not match", {at_, at_ + 1});
                }
                open.pop_back();
            }
        }
        if (quote) return fail("f-string: unterminated string", {at_, at_});
        if (!open.empty()) return fail(concat("f-string: unmatched '", open.substr(open.size() - 1), "'"), {at_, at_});
    }

    NodeId parse_field_expression(Span where) {
        if (where.of(text_).find_first_not_of(" \t\n\f\r") == std::string_view::npos) {
            fail("f-string: empty expression not allowed", where);
            return no_node;
        }
        ExpressionParser parser(tree_, where, true);
        NodeId const value = parser.parse_enclosed();
        if (parser.fault() && !fault_) fault_ = parser.fault();
        return value;
    }

    void read_field(NodeId joined, int nesting) {
        std::uint32_t const begin = at_++;
        if (nesting >= 2) return fail("f-string: expressions nested too deeply", {begin, at_});
        std::uint32_t const first = at_;
        skip_expression();
        if (fault_) return;
        if (at_ == end_) return fail("f-string: expecting '}'", {begin, at_});
        NodeId const value = parse_field_expression({first, at_});
        if (fault_) return;
        bool const shown = peek() == '=';
        if (shown) {
            ++at_;
            while (at_ < end_ && std::string_view(" \t\n\f\r\v").find(peek()) != std::string_view::npos) ++at_;
            bool const raw = std::exchange(raw_, true);
            add_text(joined, {first, at_});
            raw_ = raw;
        }
        NodeId const field = tree_.add(NodeKind::formatted, {begin, at_});
        tree_.adopt(field, value);
        if (peek() == '!') {
            ++at_;
            if (std::string_view("sra").find(peek()) == std::string_view::npos) {
                return fail("f-string: invalid conversion character: expected 's', 'r', or 'a'", {begin, at_});
            }
            tree_[field].conversion = text_[at_++];
        } else if (shown && peek() != ':') {
            tree_[field].conversion = 'r';
        }
        if (peek() == ':') {
            ++at_;
            NodeId const format = tree_.add(NodeKind::joined, {at_, at_});
            read(format, nesting + 1);
            tree_[field].parts = 1;
            tree_.adopt(field, format);
        }
        if (fault_) return;
        if (peek() != '}') return fail("f-string: expecting '}'", {begin, at_});
        tree_[field].span.end = ++at_;
        tree_.adopt(joined, field);
    }
};

/// What the plain literals of a run have given so far.
struct PlainText {
    PyValue value;
    bool computed = false;

    PyValue take(PyValue::Kind kind) {
        value.kind = computed ? PyValue::Kind::computed : kind;
        computed = false;
        return std::exchange(value, {});
    }
};

}  // namespace

NodeId ExpressionParser::parse_strings() {
    std::uint32_t const begin = token_.span.begin;
    PlainText plain;
    NodeId joined = no_node;  // an f-string is among them
    bool const bytes = read_string_literal(tree_.text, token_.span).bytes;
    auto const flush = [&] {
        if (plain.value.text.empty() && !plain.computed) return;
        Span const where{begin, token_.span.begin};
        tree_.adopt(joined, tree_.add_constant(plain.take(PyValue::Kind::text), where));
    };
    for (; at(Sym::string); advance()) {
        StringLiteral const literal = read_string_literal(tree_.text, token_.span);
        std::optional<ExpressionFault> fault;
        if (literal.bytes != bytes) {
            fault = ExpressionFault{"SyntaxError", "cannot mix bytes and nonbytes literals", {begin, token_.span.end}};
        } else if (literal.format) {
            tree_.plain = false;
            if (joined == no_node) joined = node(NodeKind::joined, begin);
            flush();
            FormatReader reader(tree_, literal);
            reader.read(joined);
            fault = reader.fault();
        } else {
            auto const body = literal.body.of(tree_.text);
            auto error = decode_body(body, literal.raw, bytes, plain.value.text, plain.computed);
            if (!error.empty()) fault = ExpressionFault{"SyntaxError", std::move(error), token_.span};
        }
        if (fault) {
            fail(std::move(fault->message), fault->span, fault->exception.c_str());
            return node(NodeKind::tuple, begin);
        }
    }
    if (joined == no_node) {
        auto const kind = bytes ? PyValue::Kind::bytes : PyValue::Kind::text;
        return tree_.add_constant(plain.take(kind), {begin, end_of_last_});
    }
    flush();
    return close(joined);
}

}  // namespace alyx::analyzer
