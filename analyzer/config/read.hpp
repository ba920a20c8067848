// TOML text to a configuration, or all that is wrong with it.
#pragma once

#include <boost/system/result.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/config/configuration.hpp"

namespace alyx::analyzer {

/// Where a configuration comes from, and what its words count from.
struct ConfigurationOrigin {
    std::string name;            ///< what failures say: a path as the user knows it, or an option (`--select`)
    std::string file;            ///< absolute; empty for an option
    std::string pattern_folder;  ///< absolute: its patterns count from here
    std::string folder;          ///< absolute: the files that it names do
    std::span<std::string_view const> output_formats = {};  ///< that there are; empty: any word is taken

    bool is_option() const { return file.empty(); }
};

using ReadConfiguration = boost::system::result<Configuration, std::vector<Failure>>;

/// The text of an `alyxlint.toml`, or of an option's `key = value`.
ReadConfiguration read_configuration(ConfigurationOrigin const& origin, std::string_view text);
/// The table `[tool.alyxlint]` of a `pyproject.toml`; none where it has no such table.
std::optional<ReadConfiguration> read_pyproject(ConfigurationOrigin const& origin, std::string_view text);

/// All keys that are read, tables by their path: `select`, `schemas.files`, `calls.callee`.
std::vector<std::string> configuration_keys();

/// `path` as a configuration in `folder` means it: `~/` is the user's home, and relative paths count from the folder.
std::string resolved_path(std::string_view folder, std::string_view path);

}  // namespace alyx::analyzer
