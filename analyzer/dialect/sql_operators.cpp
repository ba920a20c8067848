// PostgreSQL's operators for Django's lookups.
#include "analyzer/dialect/sql_operators.hpp"

#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

std::string_view operator_of(FieldType type, Lookup lookup) {
    switch (lookup) {
        case Lookup::gt:
            return ">";
        case Lookup::gte:
            return ">=";
        case Lookup::lt:
            return "<";
        case Lookup::lte:
            return "<=";
        case Lookup::regex:
            return "~";
        case Lookup::iregex:
            return "~*";
        case Lookup::contains:
            return type == FieldType::json || type == FieldType::array ? "@>" : "LIKE";
        case Lookup::contained_by:
            return "<@";
        case Lookup::overlap:
            return "&&";
        case Lookup::has_key:
            return "?";
        case Lookup::has_keys:
            return "?&";
        case Lookup::has_any_keys:
            return "?|";
        case Lookup::in:
            return "IN";
        case Lookup::range:
            return "BETWEEN";
        case Lookup::exact:
        case Lookup::iexact:
            return "=";
        default:
            return "LIKE";
    }
}

bool ignores_case(Lookup lookup) {
    return lookup == Lookup::iexact || lookup == Lookup::icontains || lookup == Lookup::istartswith ||
           lookup == Lookup::iendswith;
}

std::string pattern(Lookup lookup, std::string_view value) {
    bool const begins = lookup == Lookup::startswith || lookup == Lookup::istartswith;
    bool const ends = lookup == Lookup::endswith || lookup == Lookup::iendswith;
    return concat("'", begins ? "" : "%", value, ends ? "" : "%", "'");
}

}  // namespace

std::string sql_of(FieldType type, Lookup lookup, std::string_view column, std::string_view value) {
    if (lookup == Lookup::isnull) return concat(column, value == "False" ? " IS NOT NULL" : " IS NULL");
    auto const sign = operator_of(type, lookup);
    bool const is_pattern = sign == "LIKE";
    std::string right = is_pattern ? pattern(lookup, value) : std::string(value);
    if (ignores_case(lookup)) return concat("UPPER(", column, ") ", sign, " UPPER(", right, ")");
    return concat(column, " ", sign, " ", right);
}

}  // namespace alyx::analyzer
