// The small language every host language is lowered to: expressions that make texts, and statements that bind names.
#pragma once

#include <deque>
#include <memory>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "analyzer/fold/folded.hpp"
#include "analyzer/fold/keys.hpp"

namespace alyx::analyzer::ir {

struct Expression;
/// Owned by the Program, never null unless said.
using Operand = Expression const*;
using Operands = std::vector<Operand>;

struct Unknown {
    HoleType type = HoleType::unknown;
    Operands inside;  ///< looked through for calls
};
struct Text {
    std::shared_ptr<Literal const> literal;
};
struct Constant {
    Folded value;  ///< none, boolean or number
};
/// `a + b + …`, or adjacent literals.
struct Concat {
    Operands operands;
};
/// An f-string, or a template of another language.
struct Format {
    static constexpr char as_javascript = 'j';  ///< a conversion: String() of JavaScript
    struct Part {
        std::shared_ptr<Literal const> literal;  ///< or a value
        Operand value = nullptr;
        char conversion = '\0';    ///< r, s, a, as_javascript
        std::string_view shown;    ///< `x=` of {x=}
        std::string_view spec;     ///< after the colon
        bool spec_nested = false;  ///< it has interpolations of its own
        Place place;
    };
    std::vector<Part> parts;
};
struct Name {
    Key key = 0;
};
struct Attribute {
    Operand object = nullptr;
    std::string_view name;
    Key key = 0;  ///< where the object is a path
};
struct Subscript {
    Operand object = nullptr;
    Operand index = nullptr;
};
struct Slice {
    Operand object = nullptr;
    Operand begin = nullptr;  ///< may be null, as `end`
    Operand end = nullptr;
};
/// [a, b], (a, b), {a, b}
struct Display {
    Folded::Kind kind = Folded::Kind::list;
    Operands items;
};
/// *a within a display
struct Splat {
    Operand value = nullptr;
};
struct Dict {
    std::vector<std::pair<Operand, Operand>> entries;  ///< a null key: **value
};
struct Binary {
    enum class Operator : std::uint8_t {
        percent,
        times,
        merge,
        either,
        both,
        equal,
        unequal,
        is,
        is_not,
        contained,
        not_contained
    };
    Operator op = Operator::percent;
    Operand left = nullptr;
    Operand right = nullptr;
};
struct Unary {
    enum class Operator : std::uint8_t { negate, invert_truth };
    Operator op = Operator::negate;
    Operand value = nullptr;
};
struct Conditional {
    Operand condition = nullptr;
    Operand then = nullptr;
    Operand otherwise = nullptr;
};
/// A list, set, generator or (value not null) dict comprehension.
struct Comprehension {
    struct Clause {
        Operand target = nullptr;
        Operand iterable = nullptr;
    };
    Folded::Kind kind = Folded::Kind::list;
    std::vector<Clause> clauses;
    Operands conditions;
    Operand body = nullptr;
    Operand value = nullptr;
};
struct Lambda {
    std::vector<Key> parameters;
    Operands defaults;
    Operand body = nullptr;
};
/// target := value
struct Walrus {
    Operand target = nullptr;
    Operand value = nullptr;
};
struct Call {
    struct Argument {
        enum class Kind : std::uint8_t {
            positional,
            keyword,
            splat,
            dict_splat,
            options,  ///< where it is a dictionary, as dict_splat; else positional
        };
        Kind kind = Kind::positional;
        std::string_view name;
        Place name_place;
        Operand value = nullptr;
    };
    Operand callee = nullptr;
    /// The callee's last name; may be empty. Of a function of another language that is not asked for, Python's name of
    /// what does the same.
    std::string_view name;
    Place name_place;
    Place arguments_place;
    std::vector<Argument> arguments;
    bool reported = false;  ///< it is one of those asked for
    bool broken = false;
};

struct Expression {
    Place place;
    bool matters = false;  ///< a reported call or a binding (a walrus) stands in it
    std::variant<Unknown, Text, Constant, Concat, Format, Name, Attribute, Subscript, Slice, Display, Splat, Dict,
                 Binary, Unary, Conditional, Comprehension, Lambda, Walrus, Call>
        node;
};

}  // namespace alyx::analyzer::ir
