// ARRAY[…] as PostgreSQL's parser types it: a common type first, then each item is made one, in order.
#include "analyzer/dialect/sql_types.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "analyzer/dialect/driver.hpp"
#include "analyzer/value/pg_literal.hpp"

namespace alyx::analyzer {
namespace {

using Kind = PyValue::Kind;

/// A type, or that none was found yet (NULL and quoted text take any), or the exception that ends the search.
struct Typed {
    bool known = false;
    PgType type = PgType::text;
    bool is_array = false;
    std::string_view exception;
    std::string_view text;  ///< of quoted text
    bool is_null = false;   ///< None, or a list of nothing else, which is written as text
};

constexpr std::string_view no_common_type = "ProgrammingError";

bool is_numeric(PgType type) {
    return type >= PgType::int4 && type <= PgType::float8;  // in the order in which one becomes the other
}

bool becomes(Typed const& from, Typed const& to) {
    if (from.is_array != to.is_array) return false;
    return from.type == to.type || (is_numeric(from.type) && is_numeric(to.type) && from.type <= to.type);
}

/// Types of different categories have nothing in common; within a category one may turn out not to become the other.
bool same_category(Typed const& a, Typed const& b) {
    if (a.is_array || b.is_array) return a.is_array && b.is_array;
    auto is_user_defined = [](PgType t) { return t == PgType::uuid || t == PgType::bytea; };
    return a.type == b.type || (is_numeric(a.type) && is_numeric(b.type)) ||
           (is_user_defined(a.type) && is_user_defined(b.type));
}

Typed type_of(PyValue const& value);

Typed common_type(std::vector<Typed> const& items) {
    Typed common;
    for (auto const& item : items) {
        if (!item.known) continue;
        if (!common.known) common = item;
        if (!same_category(common, item)) return {.exception = no_common_type};
        if (becomes(common, item)) common = item;
    }
    common.known = true;  // only texts: text
    return common;
}

std::string_view coercion_exception(Typed const& item, Typed const& to) {
    if (item.known) return becomes(item, to) ? std::string_view() : no_common_type;
    if (item.is_null && item.text.empty()) return {};
    if (to.type == PgType::record && !to.is_array) return "NotSupportedError";
    bool fits = to.is_array ? is_array_literal(item.text, to.type) : pg_takes(to.type, item.text);
    return fits ? std::string_view() : "DataError";
}

Typed type_of_list(PyValue const& list) {
    if (list.items.empty()) return {.text = "{}"};
    std::vector<Typed> items;
    for (auto const& value : list.items) {
        // Within a list an empty one is written as ARRAY[], whose type nothing tells; elsewhere as the text '{}'.
        if (value.is(Kind::list) && value.items.empty()) return {.exception = no_common_type};
        auto& item = items.emplace_back(type_of(value));
        if (!item.exception.empty()) return item;
    }
    if (std::all_of(items.begin(), items.end(), [](Typed const& item) { return item.is_null; }))
        return {.text = "{NULL}", .is_null = true};
    auto common = common_type(items);
    if (!common.exception.empty()) return common;
    for (auto const& item : items)
        if (auto exception = coercion_exception(item, common); !exception.empty()) return {.exception = exception};
    common.is_array = true;
    return common;
}

Typed type_of_row(PyValue const& tuple) {
    for (auto const& value : tuple.items)
        if (auto item = type_of(value); !item.exception.empty()) return item;
    return {.known = true, .type = PgType::record};
}

Typed type_of(PyValue const& value) {
    if (value.is(Kind::list)) return type_of_list(value);
    if (value.is(Kind::tuple)) return value.items.size() == 1 ? type_of(value.items[0]) : type_of_row(value);
    switch (write_sql(value).kind) {
        case SqlKind::boolean:
            return {.known = true, .type = PgType::boolean};
        case SqlKind::integer:
            return {.known = true, .type = PgType::int4};
        case SqlKind::bigint:
            return {.known = true, .type = value.huge ? PgType::numeric : PgType::int8};
        case SqlKind::number:
            return {.known = true, .type = std::isfinite(value.number) ? PgType::numeric : PgType::float8};
        case SqlKind::moment:
            return {.known = true, .type = PgType::timestamp};
        case SqlKind::uuid:
            return {.known = true, .type = PgType::uuid};
        case SqlKind::bytes:
            return {.known = true, .type = PgType::bytea};
        default:
            break;
    }
    return {.text = value.text, .is_null = value.is(Kind::none)};
}

}  // namespace

std::string_view typing_exception(PyValue const& value) {
    return type_of(value).exception;
}

}  // namespace alyx::analyzer
