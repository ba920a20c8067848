// Reading configurations in tests.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/config/configurations.hpp"

namespace alyx::analyzer::testing {

/// The settings of the text of `/project/alyxlint.toml`; the test fails where it is refused.
Settings settings_of_text(std::string_view text);
/// Of several files, each extending the one before.
Settings settings_of_texts(std::vector<std::string> const& texts);
/// What is wrong with the text, as a user sees it.
std::vector<std::string> mistakes(std::string_view text);

std::vector<std::string> lines_of(std::vector<Failure> const& failures);

Rule const& rule(std::string_view code_or_name);
/// `error`, `warning`, `information` or `-`.
std::string level(Settings const& settings, std::string_view rule, std::string_view path = {});

}  // namespace alyx::analyzer::testing
