// Follows a dotted path through the entity types: attributes, those of subtypes, and casts.
#pragma once

#include <boost/container/small_vector.hpp>
#include <cstdint>
#include <string_view>

#include "analyzer/query/statement.hpp"
#include "analyzer/schema/schema.hpp"

namespace alyx::analyzer {

enum class AttributeFault : std::uint8_t {
    none,
    unknown,         ///< neither the type nor one of its subtypes has the attribute
    of_scalar,       ///< behind an attribute that is no relation nothing can follow
    unknown_cast,    ///< no such type
    unrelated_cast,  ///< the type is no special case of what the relation leads to
    cast_of_scalar,
};

struct AttributeStep {
    Model const* model = nullptr;  ///< where the name was looked up
    Name const* name = nullptr;
    Model const* target = nullptr;  ///< of a relation: where it leads, after a cast
};

struct ResolvedAttribute {
    AttributeFault fault = AttributeFault::none;
    std::uint32_t fault_segment = 0;
    bool is_known = true;                                    ///< false: a hole or a fault hides where it leads
    boost::container::small_vector<AttributeStep, 4> steps;  ///< up to the fault or hole

    /// The attribute that it ends at; null where that is not known.
    Name const* end() const { return is_known && !steps.empty() ? steps.back().name : nullptr; }
};

/// `root` null: not known, and so nothing of the path is.
ResolvedAttribute resolve_attribute(AttributePath const& path, std::string_view text, Model const* root,
                                    Schema const& schema);

}  // namespace alyx::analyzer
