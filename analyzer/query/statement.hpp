// The typed tree of a statement: target, projections, a boolean expression of conditions, order, limits.
#pragma once

#include <boost/container/small_vector.hpp>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/query/ast.hpp"
#include "analyzer/query/syntax_fault.hpp"

namespace alyx::analyzer {

/// `[Shot]` behind the segment of a path with this index.
struct Cast {
    std::uint32_t segment = 0;
    Span span;  ///< with its brackets
    Span type;  ///< may be empty
    bool has_hole = false;
};

/// A dotted path. Where one is due and missing it has one empty segment.
struct AttributePath {
    Path path;
    boost::container::small_vector<Cast, 1> casts;

    bool is_missing() const { return path.span.empty(); }
};

struct Operand {
    enum class Form : std::uint8_t { missing, quoted, bare, number, boolean, none, hole };
    Form form = Form::missing;
    Span span;  ///< with its quotes
    bool has_hole = false;

    /// The value itself: without quotes, escaped characters as they are.
    std::string value(std::string_view text) const;
};

enum class Operator : std::uint8_t {
    equal,
    not_equal,
    greater,
    less,
    greater_equal,
    less_equal,
    in,
    not_in,
    like,
    not_like,
    has,
    any,
    unknown,  ///< none stands there, or a word that is none; a fault says which
};

struct Statement;
struct Criterion;

/// A path, an operator, and what it is held against.
struct Comparison {
    AttributePath path;
    Operator op = Operator::unknown;
    Span op_span;                         ///< empty where it is missing
    std::vector<Operand> values;          ///< one, or the items of a list
    bool is_list = false;                 ///< in parentheses
    std::unique_ptr<Statement> subquery;  ///< in a list's place
    std::unique_ptr<Criterion> criteria;  ///< of `has` and `any`; null where the parentheses are empty
};

/// A node of the boolean expression.
struct Criterion {
    enum class Kind : std::uint8_t {
        all,         ///< joined with `and`
        any,         ///< joined with `or`
        negation,    ///< `not` and one part
        group,       ///< one part in parentheses
        comparison,  ///< no parts
        hole,        ///< any criteria, known when the script runs
        missing,
    };
    Kind kind = Kind::missing;
    Span span;
    std::vector<Criterion> parts;
    std::unique_ptr<Comparison> comparison;
};

struct Projection {
    Span span;
    Span aggregate;  ///< `sum` of `sum(bid)`, else empty
    AttributePath path;
};

struct SortKey {
    Span span;
    AttributePath path;
    Span direction;  ///< `desc`; empty where none is written
    bool is_descending = false;
};

enum class Clause : std::uint8_t { where, group, order, offset, limit };

/// Clauses in the order of the text. A clause that is written twice counts with what it says last.
struct Statement {
    std::string_view text;  ///< not owned; of a subquery that of the whole
    Span span;
    Span select;  ///< the keyword; empty where it is not written
    std::vector<Projection> projections;
    Span target;  ///< the entity type; empty where it is missing
    bool target_has_hole = false;
    std::optional<Criterion> criteria;
    std::vector<AttributePath> group;
    std::vector<SortKey> order;
    std::optional<Operand> offset;
    std::optional<Operand> limit;
    struct WrittenClause {
        Clause clause;
        Span span;
    };
    std::vector<WrittenClause> clauses;
    std::vector<SyntaxFault> faults;  ///< of the outermost statement: all there are, in the order of the text
    bool has_holes = false;

    std::string_view text_of(Span part) const { return part.of(text); }
};

}  // namespace alyx::analyzer
