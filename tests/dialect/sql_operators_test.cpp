// Lookups as readers see them in SQL.
#include "analyzer/dialect/sql_operators.hpp"

#include <boost/test/unit_test.hpp>

using namespace alyx::analyzer;

BOOST_AUTO_TEST_CASE(lookups_are_written_as_the_database_sees_them) {
    BOOST_TEST(sql_of(FieldType::text, Lookup::exact, "name", "'a'") == "name = 'a'");
    BOOST_TEST(sql_of(FieldType::text, Lookup::iexact, "name", "'a'") == "UPPER(name) = UPPER('a')");
    BOOST_TEST(sql_of(FieldType::text, Lookup::contains, "name", "a") == "name LIKE '%a%'");
    BOOST_TEST(sql_of(FieldType::text, Lookup::istartswith, "name", "a") == "UPPER(name) LIKE UPPER('a%')");
    BOOST_TEST(sql_of(FieldType::text, Lookup::endswith, "name", "a") == "name LIKE '%a'");
    BOOST_TEST(sql_of(FieldType::json, Lookup::contains, "json", "…") == "json @> …");
    BOOST_TEST(sql_of(FieldType::integer, Lookup::range, "number", "1 AND 5") == "number BETWEEN 1 AND 5");
    BOOST_TEST(sql_of(FieldType::integer, Lookup::isnull, "number", "…") == "number IS NULL");
    BOOST_TEST(sql_of(FieldType::integer, Lookup::isnull, "number", "False") == "number IS NOT NULL");
    BOOST_TEST(sql_of(FieldType::text, Lookup::iregex, "name", "'^a'") == "name ~* '^a'");
}
