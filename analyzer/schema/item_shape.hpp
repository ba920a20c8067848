// What is known of the values that a collection holds: their kinds, and the fields of those that have some.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/schema/model.hpp"
#include "analyzer/text/span.hpp"

namespace alyx::analyzer {

enum class ItemKind : std::uint8_t { none, boolean, integer, number, text, list, tuple, set, dict, date, uuid };

/// The union of several values. By itself nothing is known.
struct ItemShape {
    struct Field;

    std::uint16_t kinds = 0;         ///< a bit for each ItemKind that was seen
    bool is_open = true;             ///< there may be other values, and other fields
    std::uint32_t values = 0;        ///< how many it is made of; 0: it comes from a pack
    std::vector<Field> fields;       ///< of dictionaries, or of a pack's objects, in the order in which they were met
    std::vector<std::string> texts;  ///< some of the values that are texts

    static constexpr std::uint16_t bit(ItemKind kind) {
        return static_cast<std::uint16_t>(1U << static_cast<unsigned>(kind));
    }
    bool has(ItemKind kind) const { return (kinds & bit(kind)) != 0; }
    /// All values are known, and of one of these kinds.
    bool is_only(std::initializer_list<ItemKind> among) const;
    /// No value is of one of these kinds, for sure.
    bool is_never(std::initializer_list<ItemKind> among) const;
    Field const* find(std::string_view name) const;
};

struct ItemShape::Field {
    std::string name;
    std::shared_ptr<ItemShape const> shape;
    std::uint32_t seen = 0;      ///< in how many of the values
    std::optional<Place> place;  ///< where it is first named
    std::string help;
};

/// The same, if either may be.
ItemShape merge(ItemShape const& one, ItemShape const& other);
/// Values of a model of a pack, as the objects or dictionaries that a collection holds; relations followed `depth`
/// deep.
ItemShape shape_of(Model const& model, int depth = 4);

/// `text`, `number` … joined with or, for messages.
std::string describe_kinds(ItemShape const& shape);
std::string_view name_of(ItemKind kind);

}  // namespace alyx::analyzer
