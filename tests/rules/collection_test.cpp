// Rules about collections: examples of each rule, what is found with and without known items, their fixes.
#include "analyzer/rules/collection.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "analyzer/schema/item_shape.hpp"

namespace {

using namespace alyx::analyzer;
using Kind = CollectionValue::Kind;

ItemShape of_kind(ItemKind kind) {
    ItemShape shape;
    shape.kinds = ItemShape::bit(kind);
    shape.is_open = false;
    shape.values = 1;
    return shape;
}

ItemShape dict(std::initializer_list<std::pair<char const*, ItemShape>> fields) {
    auto shape = of_kind(ItemKind::dict);
    for (auto const& [name, field] : fields)
        shape.fields.push_back({name, std::make_shared<ItemShape const>(field), 1, std::nullopt, {}});
    return shape;
}

/// {serial: text, cost: number, tags: list, match: text, blog: {name: text, gt: integer}}
ItemShape const& known() {
    static auto const shape =
        dict({{"serial", of_kind(ItemKind::text)},
              {"cost", of_kind(ItemKind::number)},
              {"tags", of_kind(ItemKind::list)},
              {"match", of_kind(ItemKind::text)},
              {"a__b", of_kind(ItemKind::text)},
              {"blog", dict({{"name", of_kind(ItemKind::text)}, {"gt", of_kind(ItemKind::integer)}})}});
    return shape;
}

std::string codes(ItemShape const& items, std::string_view keyword, CollectionValue value) {
    CollectionCall call{"find_all_where", {{keyword, std::move(value), false, {}, 0}}, &items};
    std::vector<ResolvedCondition> const conditions{resolve_condition(keyword, call.arguments[0].value, items)};
    std::string all;
    for (auto const& d : diagnose(CollectionReview{call, conditions}))
        all += (all.empty() ? "" : " ") + std::string(d.rule->code);
    return all;
}

CollectionValue value(Kind kind, std::string_view text = "x") {
    CollectionValue result;
    result.kind = kind;
    if (kind == Kind::text) result.text = text;
    return result;
}

struct Case {
    char const* keyword;
    Kind kind;
    char const* with_items;
    char const* without;
};
std::ostream& operator<<(std::ostream& out, Case const& c) {
    return out << c.keyword;
}

Case const cases[] = {
    {"serial", Kind::text, "", ""},
    {"serail", Kind::text, "AQ712", ""},
    {"serial__startswith", Kind::text, "", ""},
    {"serial__not_startswith", Kind::text, "", ""},
    {"serial__startsswith", Kind::text, "AQ711", "AQ711"},
    {"serial__startsWith", Kind::text, "AQ711", "AQ711"},
    {"serial__starts_with", Kind::text, "AQ711", "AQ711"},
    {"serial__gx", Kind::text, "AQ711", ""},
    {"serial__not_gx", Kind::text, "AQ711", ""},
    {"serial__ne", Kind::text, "AQ711", "AQ711"},
    {"serial__upper", Kind::text, "", ""},
    {"serial__upper__eq", Kind::text, "", ""},
    {"cost__gt", Kind::integer, "", ""},
    {"cost__gt", Kind::text, "AQ725", ""},
    {"cost__contains", Kind::integer, "AQ725", ""},
    {"cost__in", Kind::integer, "AQ722", "AQ722"},
    {"cost", Kind::text, "AQ725", ""},
    {"cost", Kind::none, "", ""},
    {"cost", Kind::unknown, "", ""},
    {"cost__real", Kind::integer, "", ""},
    {"tags__0", Kind::integer, "AQ716", "AQ716"},
    {"tags__count", Kind::text, "", ""},
    {"tags__contains", Kind::integer, "", ""},
    {"match", Kind::text, "", ""},
    {"match__match", Kind::text, "", "AQ715"},
    {"a__b", Kind::text, "", ""},
    {"blog__name__contains", Kind::text, "", ""},
    {"blog__nam", Kind::text, "AQ712", ""},
    {"blog__name__first", Kind::text, "AQ711", ""},
    {"blog__gt", Kind::integer, "AQ725", ""},
    {"blog", Kind::integer, "AQ725", ""},
    {"blog__name__not", Kind::text, "AQ714", "AQ714"},
    {"cost_gt", Kind::integer, "AQ713", "AQ713"},
    {"signed_in", Kind::boolean, "AQ712", ""},
    {"not_before", Kind::text, "AQ712", ""},
    {"gt", Kind::integer, "AQ725", ""},
    {"items__x", Kind::integer, "AQ717", "AQ717"},
    {"blog__keys", Kind::integer, "AQ717", ""},
    {"__class__", Kind::unknown, "", ""},
    {"pub_date__year", Kind::integer, "AQ712", ""},
    {"blog__date", Kind::text, "AQ712", ""},
    {"sub__patch", Kind::text, "AQ712", ""},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(collections)

BOOST_DATA_TEST_CASE(conditions_are_judged_with_and_without_items, boost::unit_test::data::make(cases), c) {
    BOOST_TEST(codes(known(), c.keyword, value(c.kind)) == c.with_items);
    BOOST_TEST(codes(ItemShape{}, c.keyword, value(c.kind)) == c.without);
}

BOOST_AUTO_TEST_CASE(a_changed_letter_in_a_known_keyword_is_found) {
    std::size_t changed = 0, found = 0;
    for (std::string keyword : {"serial__startswith", "serial__not_contains", "cost__gte", "cost__not_lt",
                                "blog__name__search", "blog__name", "tags__contains", "serial", "blog__name__not_in"}) {
        auto const kind = keyword.ends_with("in")       ? Kind::list
                          : keyword.starts_with("cost") ? Kind::integer
                                                        : Kind::text;
        BOOST_TEST(codes(known(), keyword, value(kind)) == (kind == Kind::list ? "AQ724" : ""), keyword);
        for (std::size_t i = 0; i < keyword.size(); ++i) {
            if (keyword[i] == '_') continue;
            auto mutant = keyword;
            for (char letter : {'q', 'x', 'k'}) {
                mutant[i] = letter;
                if (mutant == keyword) continue;
                ++changed;
                auto const said = codes(known(), mutant, value(kind == Kind::list ? Kind::unknown : kind));
                found += !said.empty();
                BOOST_TEST(!said.empty(), mutant);
            }
        }
    }
    BOOST_TEST(changed > 250u);
    BOOST_TEST(found == changed);
}

BOOST_AUTO_TEST_CASE(tests_are_found_by_their_usual_misspellings_only) {
    for (auto const* word :
         {"startwith", "startsWith", "starts_with", "endwith", "contians", "contain", "serach", "mach"})
        BOOST_TEST(!misspelt_test(word).empty(), word);
    for (auto const* word :
         {"batch", "patch", "containers", "research", "id", "date", "rate", "lat", "site", "start", "end"})
        BOOST_TEST(misspelt_test(word).empty(), word);
}

BOOST_AUTO_TEST_CASE(shapes_of_several_values_are_merged) {
    auto const both =
        merge(dict({{"a", of_kind(ItemKind::text)}}), dict({{"a", of_kind(ItemKind::integer)}, {"b", {}}}));
    BOOST_TEST(both.values == 2u);
    BOOST_REQUIRE(both.find("a"));
    BOOST_TEST(both.find("a")->seen == 2u);
    BOOST_TEST(both.find("a")->shape->is_only({ItemKind::text, ItemKind::integer}));
    BOOST_TEST(!both.find("a")->shape->is_never({ItemKind::integer}));
    BOOST_TEST(both.find("b")->seen == 1u);
    BOOST_TEST(both.find("b")->shape->is_open);
    BOOST_TEST(describe_kinds(*both.find("a")->shape) == "integer or text");
    BOOST_TEST(merge(both, ItemShape{}).is_open);
}

BOOST_AUTO_TEST_SUITE_END()
