// Finding what is known of entity types.
#include "analyzer/schema/entity_types.hpp"

#include <algorithm>
#include <iterator>

namespace alyx::analyzer {

std::optional<FilterDoubt> filter_doubt(std::string_view name) {
    constexpr std::string_view names[] = {"none", "computed", "restricted", "path", "object", "internal"};
    auto const* at = std::find(std::begin(names), std::end(names), name);
    if (at == std::end(names)) return std::nullopt;
    return static_cast<FilterDoubt>(at - std::begin(names));
}

EntityType const& entity_type(Schema const& schema, Model const& model) {
    static EntityType const alone;
    auto const& types = entity_types(schema).by_model;
    auto at = types.find(&model);
    return at == types.end() ? alone : at->second;
}

FilterDoubt doubt_about(Schema const& schema, Name const& name) {
    auto const& doubts = entity_types(schema).doubts;
    auto at = doubts.find(&name);
    return at == doubts.end() ? FilterDoubt::none : at->second;
}

}  // namespace alyx::analyzer
