// Operators by precedence, and what the other parts of the parser share.
#include "analyzer/value/expression_parser.hpp"

namespace alyx::analyzer {
namespace {

struct Infix {
    Sym sym;
    Op op;
    std::uint8_t level;
};
enum : int {
    or_level = 1,
    and_level,
    not_level,
    comparison_level,
    bitwise_level,
    shift_level = 8,
    sum_level,
    product_level
};

constexpr Infix infixes[] = {
    {Sym::or_, Op::or_, or_level},
    {Sym::and_, Op::and_, and_level},
    {Sym::lt, Op::lt, comparison_level},
    {Sym::gt, Op::gt, comparison_level},
    {Sym::le, Op::le, comparison_level},
    {Sym::ge, Op::ge, comparison_level},
    {Sym::eq, Op::eq, comparison_level},
    {Sym::ne, Op::ne, comparison_level},
    {Sym::in, Op::in, comparison_level},
    {Sym::is, Op::is, comparison_level},
    {Sym::not_, Op::not_in, comparison_level},
    {Sym::bar, Op::bit_or, bitwise_level},
    {Sym::caret, Op::bit_xor, bitwise_level + 1},
    {Sym::ampersand, Op::bit_and, bitwise_level + 2},
    {Sym::left, Op::shift_left, shift_level},
    {Sym::right, Op::shift_right, shift_level},
    {Sym::plus, Op::add, sum_level},
    {Sym::minus, Op::subtract, sum_level},
    {Sym::star, Op::multiply, product_level},
    {Sym::slash, Op::divide, product_level},
    {Sym::double_slash, Op::floor_divide, product_level},
    {Sym::percent, Op::modulo, product_level},
    {Sym::at, Op::matrix, product_level},
};

Infix const* find_infix(Sym sym) {
    if (sym < Sym::plus) return nullptr;  // most expressions are displays: brackets and commas
    for (auto const& infix : infixes) {
        if (infix.sym == sym) return &infix;
    }
    return nullptr;
}

Op prefix_of(Sym sym) {
    return sym == Sym::plus ? Op::plus : sym == Sym::minus ? Op::minus : sym == Sym::tilde ? Op::invert : Op::none;
}

/// Where CPython 3.11 gives up: its parser at 6000 levels, its checks of the tree at a depth of about 2984.
constexpr std::uint32_t most_levels = 5946, deepest_tree = 2984;

}  // namespace

ExpressionParser::ExpressionParser(ExpressionTree& tree, Span range, bool enclosed)
    : tree_(tree), tokens_(tree.text, range, enclosed), end_of_last_(range.begin) {
    token_ = tokens_.next();
}

void ExpressionParser::advance() {
    end_of_last_ = token_.span.end;
    token_ = tokens_.next();
}

bool ExpressionParser::take(Sym sym) {
    if (!at(sym)) return false;
    advance();
    return true;
}

void ExpressionParser::expect(Sym sym) {
    if (!take(sym)) fail_here();
}

void ExpressionParser::fail(std::string message, Span span, char const* exception) {
    if (!fault_) {
        bool const token_error = !tokens_.error().empty() && at(Sym::error);
        fault_ = token_error ? ExpressionFault{"SyntaxError", tokens_.error(), tokens_.error_span()}
                             : ExpressionFault{exception, std::move(message), span};
    }
    token_.sym = Sym::error;
}

void ExpressionParser::fail_here() {
    if (at(Sym::indent)) return fail("unexpected indent", token_.span, "IndentationError");
    fail("invalid syntax", token_.span);
}

/// Counts what nests without brackets; `levels` are those of CPython's parser, of which it has 6000.
bool ExpressionParser::descend(std::uint32_t levels) {
    level_ += levels;
    if (level_ > most_levels)
        fail("Parser stack overflowed - Python source too complex to compile", token_.span, "MemoryError");
    return !fault_;
}

NodeId ExpressionParser::wrap(NodeKind kind, std::uint32_t begin, NodeId child) {
    NodeId const id = node(kind, begin);
    tree_.adopt(id, child);
    return close(id);
}

NodeId ExpressionParser::parse_all() {
    NodeId root = parse_expression();
    if (at(Sym::comma)) {
        NodeId const tuple = wrap(NodeKind::tuple, begin_of(root), root);
        while (take(Sym::comma) && !at(Sym::end) && !at(Sym::newline)) tree_.adopt(tuple, parse_expression());
        root = close(tuple);
    }
    while (take(Sym::newline)) {
    }
    if (!at(Sym::end)) fail_here();
    if (tree_[root].depth > deepest_tree) {
        fail("maximum recursion depth exceeded during ast construction", tree_[root].span, "RecursionError");
    }
    return root;
}

NodeId ExpressionParser::parse_enclosed() {
    return parse_group_content(token_.span.begin, Sym::end);
}

NodeId ExpressionParser::parse_expression() {
    if (at(Sym::lambda)) return parse_lambda();
    NodeId const body = parse_binary(or_level);
    if (!take(Sym::if_)) return body;
    tree_.plain = false;
    NodeId const conditional = node(NodeKind::conditional, begin_of(body));
    tree_.adopt(conditional, parse_binary(or_level));
    tree_.adopt(conditional, body);
    expect(Sym::else_);
    if (descend(1)) tree_.adopt(conditional, parse_expression());
    --level_;
    return close(conditional);
}

NodeId ExpressionParser::parse_named() {
    NodeId const target = parse_expression();
    if (!at(Sym::walrus) || !is_bare(target, NodeKind::name)) return target;  // elsewhere the sign fits nothing
    advance();
    store(target, false);
    NodeId const walrus = wrap(NodeKind::walrus, begin_of(target), target);
    tree_.adopt(walrus, parse_expression());
    return close(walrus);
}

NodeId ExpressionParser::parse_starred_or_named() {
    std::uint32_t const begin = token_.span.begin;
    return take(Sym::star) ? wrap(NodeKind::starred, begin, parse_binary(bitwise_level)) : parse_named();
}

NodeId ExpressionParser::parse_binary(int level) {
    NodeId left = level <= not_level ? parse_inversion() : parse_factor();
    NodeId chain = no_node;  // what `a < b < c` and `a or b or c` go on with
    while (Infix const* infix = find_infix(token_.sym)) {
        if (infix->level < level) break;
        Op op = infix->op;
        advance();
        if (op == Op::is && take(Sym::not_)) op = Op::is_not;
        if (op == Op::not_in) expect(Sym::in);
        tree_.plain = false;
        bool const logical = infix->level < not_level, compares = infix->level == comparison_level;
        NodeId const right = parse_binary(infix->level + 1);
        if (left != chain || (logical && tree_[left].op != op) || !(logical || compares)) {
            NodeKind const kind = logical ? NodeKind::boolean : compares ? NodeKind::comparison : NodeKind::binary;
            left = wrap(kind, begin_of(left), left);
            tree_[left].op = op;
            chain = logical || compares ? left : no_node;
        }
        tree_[right].link = op;
        tree_.adopt(left, right);
        close(left);
    }
    return left;
}

NodeId ExpressionParser::parse_inversion() {
    boost::container::small_vector<std::uint32_t, 4> nots;
    while (at(Sym::not_) && descend(1)) {
        nots.push_back(token_.span.begin);
        advance();
    }
    NodeId operand = nots.empty() ? parse_factor() : parse_binary(comparison_level);
    level_ -= static_cast<std::uint32_t>(nots.size());
    for (; !nots.empty(); nots.pop_back()) {
        operand = wrap(NodeKind::unary, nots.back(), operand);
        tree_[operand].op = Op::not_;
    }
    return operand;
}

NodeId ExpressionParser::parse_factor() {
    if (prefix_of(token_.sym) == Op::none) return parse_power();
    boost::container::small_vector<std::pair<Op, std::uint32_t>, 4> signs;
    while (prefix_of(token_.sym) != Op::none && descend(1)) {
        signs.emplace_back(prefix_of(token_.sym), token_.span.begin);
        advance();
    }
    NodeId operand = parse_power();
    level_ -= static_cast<std::uint32_t>(signs.size());
    for (; !signs.empty(); signs.pop_back()) {
        operand = wrap(NodeKind::unary, signs.back().second, operand);
        tree_[operand].op = signs.back().first;
    }
    return operand;
}

NodeId ExpressionParser::parse_power() {
    std::uint32_t const begin = token_.span.begin;
    bool const awaited = take(Sym::await);
    NodeId base = parse_primary();
    if (awaited) {
        base = wrap(NodeKind::await, begin, base);
        tree_.plain = false;
    }
    if (!take(Sym::double_star)) return base;
    tree_.plain = false;
    NodeId const power = wrap(NodeKind::binary, begin_of(base), base);
    tree_[power].op = Op::power;
    if (descend(2)) tree_.adopt(power, parse_factor());
    level_ -= 2;
    return close(power);
}

std::optional<ExpressionFault> parse_expression(ExpressionTree& tree) {
    ExpressionParser parser(tree, make_span(0, tree.text.size()));
    tree.root = parser.parse_all();
    return parser.fault();
}

}  // namespace alyx::analyzer
