// One node of the tree of a Python expression.
#pragma once

#include <cstdint>
#include <limits>

#include "analyzer/text/span.hpp"

namespace alyx::analyzer {

enum class NodeKind : std::uint8_t {
    constant,  ///< `literal`
    name,
    list,
    tuple,
    set,
    dict,  ///< keys and values in turn; `double_starred` alone
    starred,
    double_starred,
    unary,
    binary,
    boolean,      ///< two operands or more
    comparison,   ///< operands; each but the first says in `link` how it is compared with the one before
    conditional,  ///< test, body, alternative
    subscript,
    slice,      ///< of its bounds those in `parts`
    attribute,  ///< `label`
    call,       ///< callee, positional arguments, keywords
    keyword,    ///< `label`, empty for `**`
    lambda,     ///< parameters, body
    parameter,  ///< `label`; its default
    list_comprehension,
    set_comprehension,
    dict_comprehension,
    generator,  ///< as all comprehensions: what is yielded (dict: two), then clauses
    clause,     ///< target, iterable, conditions
    walrus,
    yield,
    await,
    joined,     ///< an f-string
    formatted,  ///< value; its format, if `parts` is set
};

// clang-format off
enum class Op : std::uint8_t {
    none, or_, and_, not_,
    lt, gt, le, ge, eq, ne, in, not_in, is, is_not,
    bit_or, bit_xor, bit_and, shift_left, shift_right,
    add, subtract, multiply, divide, floor_divide, modulo, matrix, power,
    plus, minus, invert,
};
// clang-format on

using NodeId = std::uint32_t;
constexpr NodeId no_node = std::numeric_limits<NodeId>::max();

struct ExpressionNode {
    NodeKind kind = NodeKind::constant;
    Op op = Op::none;
    Op link = Op::none;
    std::uint8_t parts = 0;     ///< slice: bits of the bounds given; formatted: has a format; parameter: see below
    bool stored = false;        ///< a name that is bound here
    bool grouped = false;       ///< in parentheses of its own
    char conversion = 0;        ///< of a formatted value: s, r, a
    bool asynchronous = false;  ///< a clause
    Span span;
    Span label;
    NodeId first = no_node, last = no_node, next = no_node;
    std::uint32_t literal = 0;  ///< index into `literals`
    std::uint32_t depth = 1;    ///< of the tree below
};

/// Values of `ExpressionNode::parts` of a parameter.
enum ParameterForm : std::uint8_t { positional, positional_only, keyword_only, rest, rest_keywords };

}  // namespace alyx::analyzer
