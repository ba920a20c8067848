// How a lookup is written in the SQL that reaches the database.
#pragma once

#include <string>
#include <string_view>

#include "analyzer/dialect/lookups.hpp"

namespace alyx::analyzer {

/// The comparison of `column` with `value` as Django 5 writes it for PostgreSQL, leaving out casts: for readers.
std::string sql_of(FieldType type, Lookup lookup, std::string_view column, std::string_view value);

}  // namespace alyx::analyzer
