// How far down the list the segment stands that was wanted, after 0, 1 and 2 typed characters.
#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>

#include "analyzer/assist/completion.hpp"
#include "analyzer/schema/pack.hpp"
#include "queries.hpp"

using namespace alyx::analyzer;

namespace {

/// 1 where the item is the first of those that begin with what is typed, 1/2 where it is the second …
double reciprocal_rank(std::string const& endpoint, std::string const& before, std::string_view segment,
                       std::size_t typed) {
    auto const prefix = segment.substr(0, typed);
    std::string code = "one.alyx.rest('" + endpoint + "', 'list', django='" + before + std::string(prefix);
    auto const cursor = static_cast<std::uint32_t>(code.size());
    auto const analysis = test::analyze_code(code + "')\n");
    std::size_t rank = 0;
    for (auto const& item : complete(*analysis, {0, {cursor, cursor}})) {
        if (!item.filter_text.starts_with(prefix)) continue;
        ++rank;
        if (item.label == segment) return 1.0 / static_cast<double>(rank);
    }
    return 0;
}

bool is_offered(Step::Kind kind) {
    return kind == Step::Kind::relation || kind == Step::Kind::field || kind == Step::Kind::annotation ||
           kind == Step::Kind::transform || kind == Step::Kind::lookup;
}

}  // namespace

BOOST_AUTO_TEST_CASE(wanted_segments_stand_at_the_top) {
    std::array<double, 3> sums{};
    std::size_t count = 0;
    auto measure = [&](test::WrittenPath const& path) {
        for (std::size_t i = 0; i < path.target.steps.size(); ++i) {
            auto const span = path.path.segments[i].span;
            auto const segment = span.of(path.text);
            bool const is_lone = path.path.has_hole || segment.empty();
            if (is_lone || !is_offered(path.target.steps[i].kind)) continue;
            std::string const before(Span{path.path.names().begin, span.begin}.of(path.text));
            ++count;
            for (std::size_t typed = 0; typed < sums.size(); ++typed)
                sums[typed] += reciprocal_rank(path.endpoint.name, before, segment, std::min(typed, segment.size()));
        }
    };
    for (auto folder : {"tests/fixtures", "tests/examples"})
        for (auto const& file : test::code_files(folder))
            for (auto const& analysis : test::analyze_file(file)) test::for_each_path(*analysis, measure);
    BOOST_REQUIRE(count > 300);
    for (auto& sum : sums) sum /= static_cast<double>(count);
    BOOST_TEST_MESSAGE("mean reciprocal rank of " << count << " segments after 0, 1, 2 characters: " << sums[0] << ", "
                                                  << sums[1] << ", " << sums[2]);
    BOOST_TEST(sums[0] >= 0.5);
    BOOST_TEST(sums[1] >= 0.8);
    BOOST_TEST(sums[2] >= 0.9);
}

BOOST_AUTO_TEST_CASE(what_the_pack_counts_are_lookups_of_the_type) {
    auto const schema = built_in_schema("alyx");
    std::size_t count = 0;
    for (std::size_t i = 0; i < schema->usage.lookups.size(); ++i)
        for (auto const& [name, uses] : schema->usage.lookups[i]) {
            auto const type = static_cast<FieldType>(i);
            BOOST_TEST((find_lookup(type, name) || find_transform(type, name)), name << " is none of type " << i);
            ++count;
        }
    BOOST_TEST(count > 20);
}
