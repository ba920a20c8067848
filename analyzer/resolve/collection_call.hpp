// A call of a collection's query method, and what the library makes of each of its conditions.
#pragma once

#include <string_view>
#include <vector>

#include "analyzer/query/collection_keyword.hpp"
#include "analyzer/schema/item_shape.hpp"

namespace alyx::analyzer {

/// What a condition gives to compare with. Texts are not owned.
struct CollectionValue {
    enum class Kind : std::uint8_t { unknown, none, boolean, integer, number, text, list, tuple, set, dict };
    Kind kind = Kind::unknown;
    bool is_open = false;   ///< a text with holes, a container to which more may belong
    std::string_view text;  ///< of a text without holes
    std::vector<CollectionValue> items;

    bool is_container() const {
        return kind == Kind::list || kind == Kind::tuple || kind == Kind::set || kind == Kind::dict;
    }
    bool is_number() const { return kind == Kind::boolean || kind == Kind::integer || kind == Kind::number; }
};

struct CollectionArgument {
    std::string_view name;  ///< of a keyword; empty: positional
    CollectionValue value;
    bool is_spread = false;       ///< `**{…}`, where any text is a name
    std::string_view called;      ///< positional: the name of the function that is called there
    std::size_t called_with = 0;  ///< and how many arguments it gets
};

struct CollectionCall {
    std::string_view method;
    std::vector<CollectionArgument> arguments;
    ItemShape const* items = nullptr;  ///< never null
};

/// How the library reads a keyword.
struct ResolvedCondition {
    enum class Fault : std::uint8_t {
        none,
        wrapper_attribute,  ///< the library's own, which hides the field
        dict_method,        ///< hides the key
        stray_underscores,  ///< a segment is empty, or begins with an underscore before a test
        chained_test,       ///< a test that is not the last segment
        list_position,      ///< digits, which lead into no list
        unknown_field,      ///< the items lack it, for sure
        unknown_test,       ///< the last segment is no test, and no field
        misplaced_not,
        one_underscore,  ///< `number_gt`
    };
    CollectionKeyword keyword;
    Fault fault = Fault::none;
    std::uint32_t segment = 0;           ///< where the fault is
    ItemShape holder;                    ///< of the values in which that segment is looked for
    ItemShape target;                    ///< of the values that are compared, if there is no fault
    std::optional<CollectionTest> test;  ///< none: equality
    std::string_view meant;              ///< one_underscore, unknown_test: the test that was meant; may be empty

    std::string_view at_fault() const { return keyword.segments[segment].span.of(keyword.text); }
    CollectionLookup lookup() const { return test ? test->lookup : CollectionLookup::eq; }
    bool is_negated() const { return test && test->negated; }
};

/// `name` must outlive the result.
ResolvedCondition resolve_condition(std::string_view name, CollectionValue const& value, ItemShape const& items);

/// The test that a misspelt word was meant to be; empty where it may well be a name.
std::string_view misspelt_test(std::string_view word);

}  // namespace alyx::analyzer
