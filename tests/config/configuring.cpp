// Reading configurations in tests.
#include "tests/config/configuring.hpp"

#include <boost/test/unit_test.hpp>

namespace alyx::analyzer::testing {
namespace {

ConfigurationOrigin const origin{"alyxlint.toml", "/project/alyxlint.toml", "/project", "/project"};

}  // namespace

std::vector<std::string> lines_of(std::vector<Failure> const& failures) {
    std::vector<std::string> lines;
    for (auto const& failure : failures) lines.push_back(failure.to_string());
    return lines;
}

Settings settings_of_texts(std::vector<std::string> const& texts) {
    Configuration all;
    for (auto const& text : texts) {
        auto read = read_configuration(origin, text);
        if (!read)
            for (auto const& line : lines_of(read.error())) BOOST_ERROR(line);
        else
            all = combined(std::move(all), std::move(*read));
    }
    return settings_of(std::move(all));
}

Settings settings_of_text(std::string_view text) {
    return settings_of_texts({std::string(text)});
}

std::vector<std::string> mistakes(std::string_view text) {
    auto read = read_configuration(origin, text);
    return read ? std::vector<std::string>() : lines_of(read.error());
}

Rule const& rule(std::string_view code_or_name) {
    auto const* found = find_rule(code_or_name);
    BOOST_REQUIRE(found != nullptr);
    return *found;
}

std::string level(Settings const& settings, std::string_view name, std::string_view path) {
    auto severity = settings.level(rule(name), path);
    return severity ? std::string(name_of(*severity)) : "-";
}

}  // namespace alyx::analyzer::testing
