// Names that SearchableCollection and Python give a meaning: lookups of other libraries, methods, attributes.
#pragma once

#include <span>
#include <string_view>

#include "analyzer/schema/item_shape.hpp"

namespace alyx::analyzer {

/// A lookup that people know from elsewhere.
struct ForeignLookup {
    std::string_view name;
    std::string_view instead;  ///< what to write in its place; empty: there is no one lookup
    std::string_view help;     ///< what to write where `instead` does not say it all; may be empty
    /// A name that fields have too: that it is meant as a lookup must be known from the value.
    bool is_common_word;
};
/// Null where it is none.
ForeignLookup const* find_foreign_lookup(std::string_view name);

/// What stands in the way of fields: attributes of the wrapper that the library puts around each item.
bool is_wrapper_attribute(std::string_view name);
/// Methods of dictionaries hide keys of the same name.
bool is_dict_method(std::string_view name);
/// Has a value of this kind an attribute of that name, as far as Python's own types go?
bool has_attribute(ItemKind kind, std::string_view name);

/// A method that collections lack, though others have it.
struct MissingMethod {
    std::string_view name;
    std::string_view replacement;  ///< a method that takes its place as it is; else empty
    std::string_view help;
};
MissingMethod const* find_missing_method(std::string_view name);
bool is_query_method(std::string_view name);
/// The query method that `find_al_where` or `findAllWhere` was meant to be; empty where it is none of these.
std::string_view misspelt_method(std::string_view name);

}  // namespace alyx::analyzer
