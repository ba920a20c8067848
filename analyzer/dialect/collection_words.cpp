// Tables of names.
#include "analyzer/dialect/collection_words.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "analyzer/schema/nearest.hpp"

namespace alyx::analyzer {
namespace {

#include "analyzer/dialect/collection_attributes.inc"

constexpr ForeignLookup foreign[] = {
    {"exact", "eq", "", false},
    {"equals", "eq", "", false},
    {"equal", "eq", "", false},
    {"is", "eq", "", true},
    {"iexact", "match", "case is ignored by `__match` with `(?i)…$`", false},
    {"icontains", "search", "case is ignored by `__search` with `(?i)`", false},
    {"istartswith", "match", "case is ignored by `__match` with `(?i)`", false},
    {"iendswith", "search", "case is ignored by `__search` with `(?i)…$`", false},
    {"ilike", "search", "case is ignored by `__search` with `(?i)`", false},
    {"like", "contains", "`__contains` finds a part of a text, `__search` a pattern", true},
    {"regex", "search", "", true},
    {"regexp", "search", "", true},
    {"iregex", "search", "case is ignored by `__search` with `(?i)`", false},
    {"re", "search", "", true},
    {"isnull", "", "compare with None: `=None`, or `__not_eq=None`", false},
    {"is_null", "", "compare with None: `=None`, or `__not_eq=None`", false},
    {"exists", "", "compare with None: `__not_eq=None`", true},
    {"range", "", "two conditions: `__gte` and `__lte`", true},
    {"between", "", "two conditions: `__gte` and `__lte`", true},
    {"ne", "not_eq", "", false},
    {"neq", "not_eq", "", false},
    {"noteq", "not_eq", "", false},
    {"nin", "not_in", "", false},
    {"notin", "not_in", "", false},
    {"isin", "is_in", "", false},
    {"any_of", "in", "", false},
    {"has", "contains", "", true},
    {"includes", "contains", "", false},
    {"prefix", "startswith", "", true},
    {"suffix", "endswith", "", true},
    {"starts_with", "startswith", "", false},
    {"ends_with", "endswith", "", false},
    {"before", "lt", "", true},
    {"after", "gt", "", true},
    {"greater_than", "gt", "", false},
    {"less_than", "lt", "", false},
    {"gteq", "gte", "", false},
    {"lteq", "lte", "", false},
    {"geq", "gte", "", false},
    {"leq", "lte", "", false},
    {"min", "gte", "", true},
    {"max", "lte", "", true},
};

constexpr MissingMethod missing[] = {
    {"filter", "find_all_where", ""},
    {"find_where", "find_all_where", ""},
    {"where", "find_all_where", ""},
    {"find_all", "find_all_where", ""},
    {"find", "find_all_where", ""},
    {"exclude", "", "use `find_all_where` with lookups that begin with `not_`"},
    {"get", "find_one_where", ""},
    {"first", "find_one_where", ""},
    {"find_one", "find_one_where", ""},
    {"get_or_none", "find_one_where", ""},
    {"all", "", "a collection is iterated over as it is: `list(collection)`"},
    {"count", "", "count what is found: `len(list(collection.find_all_where(…)))`"},
    {"order_by", "", "sort what is found: `sorted(collection.find_all_where(…), key=…)`"},
    {"exists", "", "use `find_one_where(…) is not None`"},
    {"filter_by", "find_all_where", ""},
    {"find_first_where", "find_one_where", ""},
    {"delete_all_where", "delete_where", ""},
    {"remove_where", "delete_where", ""},
};

constexpr std::string_view query_methods[] = {"find_all_where", "find_one_where", "delete_where"};

template <class Table>
auto find_in(Table const& table, std::string_view name) {
    auto at = std::find_if(std::begin(table), std::end(table), [&](auto const& row) { return row.name == name; });
    return at == std::end(table) ? nullptr : &*at;
}

template <class Names>
bool holds(Names const& names, std::string_view name) {
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

}  // namespace

ForeignLookup const* find_foreign_lookup(std::string_view name) {
    return find_in(foreign, name);
}

MissingMethod const* find_missing_method(std::string_view name) {
    return find_in(missing, name);
}

bool is_query_method(std::string_view name) {
    return holds(query_methods, name);
}

std::string_view misspelt_method(std::string_view name) {
    constexpr std::size_t shortest = 8;
    if (name.size() < shortest || is_query_method(name) || find_missing_method(name)) return {};
    auto const folded = [](std::string_view word) {
        std::string letters;
        for (char c : word)
            if (c != '_') letters += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        return letters;
    };
    auto const word = folded(name);
    for (auto method : query_methods)
        if (edit_distance(word, folded(method), 2) <= 2) return method;
    return {};
}

bool is_wrapper_attribute(std::string_view name) {
    constexpr std::string_view names[] = {"target", "collection",     "original_delete",
                                          "delete", "set_item_index", "_item_index"};
    return holds(names, name);
}

bool is_dict_method(std::string_view name) {
    return holds(dict_attributes, name);
}

bool has_attribute(ItemKind kind, std::string_view name) {
    switch (kind) {
        case ItemKind::none:
            return false;
        case ItemKind::boolean:
        case ItemKind::integer:
            return holds(integer_attributes, name);
        case ItemKind::number:
            return holds(number_attributes, name);
        case ItemKind::text:
            return holds(text_attributes, name);
        case ItemKind::list:
            return holds(list_attributes, name);
        case ItemKind::tuple:
            return holds(tuple_attributes, name);
        case ItemKind::set:
            return holds(set_attributes, name);
        case ItemKind::dict:
            return holds(dict_attributes, name);
        case ItemKind::date:
            return holds(date_attributes, name);
        case ItemKind::uuid:
            return holds(uuid_attributes, name);
    }
    return false;
}

}  // namespace alyx::analyzer
