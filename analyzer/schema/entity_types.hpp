// What packs say of models as entity types: what they build on, their keys, what clients ask for by themselves.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/schema/schema.hpp"

namespace alyx::analyzer {

/// What keeps an attribute from being a plain thing to filter by: no public example does so.
enum class FilterDoubt : std::uint8_t {
    none,
    computed,    ///< by the service
    restricted,  ///< not for everybody, and the client drops it
    path,        ///< names joined for showing
    object,      ///< structured data
    internal,    ///< deprecated, or the service's own
};
std::optional<FilterDoubt> filter_doubt(std::string_view name);

struct EntityType {
    Model const* base = nullptr;                   ///< whose names it has too
    std::vector<Model const*> subtypes;            ///< all that build on it, directly or not
    std::vector<Name const*> keys;                 ///< of a key made of several names; else empty
    std::vector<std::string> default_projections;  ///< what a client asks for where a query says nothing
    bool is_grouped = false;                       ///< aggregates over groups of it are possible
};

struct EntityTypes {
    boost::unordered_flat_map<Model const*, EntityType> by_model;
    boost::unordered_flat_map<Name const*, FilterDoubt> doubts;
};

/// Those of the pack that the schema was read from, which own them.
EntityTypes const& entity_types(Schema const& schema);

/// Of a model of the schema. An entity type of which the pack says nothing is all by itself.
EntityType const& entity_type(Schema const& schema, Model const& model);
FilterDoubt doubt_about(Schema const& schema, Name const& name);

}  // namespace alyx::analyzer
