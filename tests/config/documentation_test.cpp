// The JSON Schema and the documentation speak of the keys that are read, and of no others.
#include <algorithm>
#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <set>

#include "tests/config/configuring.hpp"

using namespace alyx::analyzer;
using namespace alyx::analyzer::testing;

namespace {

namespace json = boost::json;
using Names = std::set<std::string>;

std::string contents(std::string const& name) {
    std::ifstream in(std::string(ALYX_ROOT) + "/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void add_properties(json::object const& schema, std::string const& above, Names& names) {
    for (auto const& [key, property] : schema.at("properties").as_object()) {
        names.insert(above + std::string(key));
        BOOST_TEST((property.as_object().contains("description")), above + std::string(key));
        auto const* items = property.as_object().if_contains("items");
        if (items && items->as_object().contains("properties"))
            add_properties(items->as_object(), std::string(key) + ".", names);
    }
}

/// The TOML examples below each heading of the documentation.
std::vector<std::pair<std::string, std::string>> examples(std::string const& text) {
    std::vector<std::pair<std::string, std::string>> found;
    std::string heading;
    bool inside = false;
    for (std::size_t at = 0; at < text.size();) {
        auto end = std::min(text.find('\n', at), text.size());
        auto line = text.substr(at, end - at);
        at = end + 1;
        if (line == "```toml") found.emplace_back(heading, "");
        if (line.rfind("```", 0) == 0)
            inside = line == "```toml";
        else if (inside)
            found.back().second += line + "\n";
        else if (line.rfind("#", 0) == 0)
            heading = line.substr(line.find_first_not_of("# "));
    }
    return found;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_json_schema_has_the_keys_that_are_read_and_no_others) {
    auto schema = json::parse(contents("schemas/alyxlint.schema.json")).as_object();
    Names described;
    add_properties(schema, "", described);
    auto keys = configuration_keys();
    Names read(keys.begin(), keys.end());
    BOOST_TEST(described == read, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_json_schema_knows_the_defaults) {
    auto schema = json::parse(contents("schemas/alyxlint.schema.json")).as_object();
    std::string toml;
    for (auto const& [key, property] : schema.at("properties").as_object())
        if (auto const* value = property.as_object().if_contains("default"))
            toml += std::string(key) + " = " + json::serialize(*value) + "\n";
    BOOST_TEST(to_toml(settings_of_text(toml)) == to_toml(settings_of_text("")));
}

BOOST_AUTO_TEST_CASE(each_key_is_documented_with_an_example_that_can_be_read) {
    auto all = examples(contents("docs/configuration.md"));
    Names with_example;
    ConfigurationOrigin const origin{"pyproject.toml", "/p/pyproject.toml", "/p", "/p"};
    for (auto const& [heading, toml] : all) {
        if (toml.rfind("# pyproject.toml", 0) == 0) {
            auto made = read_pyproject(origin, toml);
            BOOST_TEST((made && made->has_value()), toml);
            continue;
        }
        for (auto const& mistake : mistakes(toml)) BOOST_ERROR(heading << ": " << mistake);
        if (toml.find(heading) != toml.npos) with_example.insert(heading);
    }
    auto text = contents("docs/configuration.md");
    for (auto const& key : configuration_keys()) {
        auto dot = key.find('.');
        if (dot == key.npos) BOOST_TEST(with_example.contains(key), key);
        if (dot != key.npos) BOOST_TEST(text.find("`" + key.substr(dot + 1) + "`") != text.npos, key);
    }
}
