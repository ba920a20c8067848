// What holds for the files of one configuration: which rules say what where, and how the program is to behave.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/config/configuration.hpp"
#include "analyzer/rules/rule.hpp"

namespace alyx::analyzer {

/// Immutable once made. Paths that it is asked about are absolute and canonical.
struct Settings {
    std::string file;    ///< the configuration file; empty: there is none
    std::string folder;  ///< of that file
    /// Of each rule, in the order of all_rules(): its severity, or none where it is not selected.
    std::vector<std::optional<Severity>> levels;
    std::vector<PerFileIgnore> per_file_ignores;
    Severity fail_on = Severity::warning;  ///< findings of this severity or worse make a run fail
    std::vector<PathPattern> include;      ///< empty: the kinds of files that are understood
    std::vector<PathPattern> extend_include;
    std::optional<std::vector<PathPattern>> exclude;  ///< none: the folders of tools, see is_skipped_folder()
    std::vector<PathPattern> extend_exclude;
    bool force_exclude = false;
    bool respect_gitignore = true;
    bool include_comments = false;   ///< code that was commented out is read too
    std::optional<PackName> schema;  ///< none: built-in Alyx
    std::vector<PackUse> schemas;    ///< the first that fits has the say
    std::vector<OwnCall> calls;
    std::string output_format = "full";
    std::string output_file;  ///< absolute; empty: standard output
    std::string baseline;     ///< absolute; empty: none
    bool fix = false;
    bool unsafe_fixes = false;
    bool show_fixes = false;
    /// The command line asked for some rules only: that the others are silent says nothing about suppressions.
    bool narrowed = false;

    /// The severity at which a rule speaks in a file; none where it is to be silent. Without a path (empty) what is
    /// said of files does not count.
    std::optional<Severity> level(Rule const& rule, std::string_view path) const;
    bool is_selected(Rule const& rule) const;

    /// Is what a walk meets here left out? Asked of each folder on the way, hence of the path itself only.
    bool is_excluded(std::string_view path, bool is_folder) const;
    /// Is this file, or a folder in which it lies, left out?
    bool lies_excluded(std::string_view path) const;
    /// Is a file that a walk meets one to look at? `is_supported`: its kind is understood.
    bool is_included(std::string_view path, bool is_supported) const;
};

/// `narrowed` is for the caller to set.
Settings settings_of(Configuration configuration);
std::shared_ptr<Settings const> default_settings();

/// As a configuration file that says the same, every key written out.
std::string to_toml(Settings const& settings);

}  // namespace alyx::analyzer
