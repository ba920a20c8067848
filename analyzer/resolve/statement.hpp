// What the names of a statement and of the statements in it stand for.
#pragma once

#include <vector>

#include "analyzer/query/statement.hpp"
#include "analyzer/resolve/attribute.hpp"

namespace alyx::analyzer {

/// A path somewhere in a statement.
struct AttributeUse {
    enum class Role : std::uint8_t { projection, aggregate, condition, group, sort };
    Role role = Role::projection;
    AttributePath const* path = nullptr;
    Statement const* statement = nullptr;  ///< in which it stands
    Model const* root = nullptr;           ///< whose attributes it begins with; null: not known
    ResolvedAttribute target;
    Comparison const* comparison = nullptr;  ///< of a condition
    Criterion const* criterion = nullptr;    ///< that it is
};

/// Points into the statement, which must outlive it.
struct ResolvedStatement {
    struct Part {
        Statement const* statement;
        Model const* target;  ///< null: not known
    };
    std::vector<Part> parts;         ///< the statement first, then its subqueries
    std::vector<AttributeUse> uses;  ///< in the order of the text, but for projections before what follows
};

ResolvedStatement resolve_statement(Statement const& statement, Schema const& schema);

}  // namespace alyx::analyzer
