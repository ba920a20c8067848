// What configuration files and the command line say, each key set or not, one on top of the other.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analyzer/config/path_pattern.hpp"
#include "analyzer/config/selector.hpp"

namespace alyx::analyzer {

/// What one file, or the command line, says about rules.
struct RuleSelection {
    std::optional<std::vector<Selector>> select;  ///< instead of all that was selected before
    std::vector<Selector> extend_select;
    std::vector<Selector> ignore;
    std::vector<std::pair<Selector, Severity>> severity;
};

/// Rules that say nothing in the files that a pattern covers; with `!` in front of it, in all others.
struct PerFileIgnore {
    PathPattern files;
    bool negated = false;
    std::vector<Selector> rules;

    bool applies_to(std::string_view path) const { return files.covers(path) != negated; }
};

/// A pack by the name of a built-in one, or by its absolute path; and where it is named, for failures.
struct PackName {
    std::string name;
    bool is_path = false;
    std::string file, place;
    friend bool operator==(PackName const& a, PackName const& b) { return a.name == b.name && a.is_path == b.is_path; }
};

/// `[[schemas]]`: where a pack holds.
struct PackUse {
    PackName pack;
    std::vector<PathPattern> files;
    std::vector<std::string> base_urls;
};

/// `[[calls]]`: a function of the user's own that sends queries.
struct OwnCall {
    std::string callee;                   ///< its last name
    std::string receiver;                 ///< the name that must stand before it; empty: any
    std::optional<PackName> pack;         ///< none: that of the file
    std::string dialect;                  ///< empty: the pack's
    std::string endpoint;                 ///< fixed; else empty
    std::string endpoint_argument;        ///< or the name of the argument that is the endpoint
    std::vector<std::string> arguments;   ///< names of the positional ones
    std::vector<std::string> keywords;    ///< the arguments that are queries; empty: the pack's query parameter
    std::vector<std::string> parameters;  ///< further arguments, sent as parameters of the same name; `*`: all others
    std::string file, place;
};

/// Lists that `extend` in their name add to those below, as calls and schemas do; the other keys replace.
struct Configuration {
    std::string file;    ///< that it was read from; empty: none
    std::string folder;  ///< its patterns count from here
    std::optional<std::string> extend;
    std::vector<RuleSelection> selections;  ///< the lowest first
    std::optional<std::vector<PerFileIgnore>> per_file_ignores;
    std::vector<PerFileIgnore> extend_per_file_ignores;
    std::optional<Severity> fail_on;
    std::optional<std::vector<PathPattern>> include, exclude;
    std::vector<PathPattern> extend_include, extend_exclude;
    std::optional<bool> force_exclude, respect_gitignore, include_comments, fix, unsafe_fixes, show_fixes;
    std::optional<PackName> schema;
    std::vector<PackUse> schemas;
    std::vector<OwnCall> calls;
    std::optional<std::string> output_format, output_file, baseline;
};

/// `upper` on top of `lower`. File and folder are the upper's, if it has any.
Configuration combined(Configuration lower, Configuration upper);

}  // namespace alyx::analyzer
