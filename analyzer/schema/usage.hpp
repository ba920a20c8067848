// How often scripts use what a service offers: says what editors offer first, and nothing else.
#pragma once

#include <array>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/schema/model.hpp"

namespace alyx::analyzer {

/// Counts of a pack, relative to one another within each kind.
struct Usage {
    /// Of endpoints, parameters and names, by their addresses in the schema.
    boost::unordered_flat_map<void const*, std::uint32_t> counts;
    boost::unordered_flat_map<std::string, std::uint32_t> actions;
    /// Of names by how they are spelt, over all models.
    boost::unordered_flat_map<std::string, std::uint32_t> spellings;
    /// Of lookups and transforms, for each type of field.
    std::array<boost::unordered_flat_map<std::string, std::uint32_t>, std::size_t(FieldType::relation) + 1> lookups;
    /// Keys that a JSON field is known to hold; `a__b` is b within a.
    boost::unordered_flat_map<Name const*, std::vector<std::string>> keys;

    std::uint32_t of(void const* object) const { return find(counts, object); }
    std::uint32_t of_action(std::string_view name) const { return find(actions, std::string(name)); }
    std::uint32_t of_spelling(std::string_view name) const { return find(spellings, std::string(name)); }
    std::uint32_t of_lookup(FieldType type, std::string_view name) const {
        return find(lookups[std::size_t(type)], std::string(name));
    }

  private:
    template <class Map, class Key>
    static std::uint32_t find(Map const& map, Key const& key) {
        auto at = map.find(key);
        return at == map.end() ? 0 : at->second;
    }
};

}  // namespace alyx::analyzer
