// The keys of a configuration.
#include "analyzer/config/read.hpp"

#include <algorithm>
#include <iterator>

#include "analyzer/config/reader.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

using Kind = TomlValue::Kind;

template <class T>
void add(std::vector<T>& to, std::optional<std::vector<T>> items) {
    if (items) to.insert(to.end(), std::make_move_iterator(items->begin()), std::make_move_iterator(items->end()));
}

RuleSelection& rules(Configuration& to) {
    if (to.selections.empty()) to.selections.emplace_back();
    return to.selections.front();
}

void read_severity(Reader& reader, TomlValue const& value, Configuration& to) {
    if (!reader.is(value, "severity", Kind::table, "a table from rules to severities")) return;
    for (auto const& member : value.members) {
        auto selector = reader.selector(member.key, member.mark);
        auto severity = reader.severity(member.value, concat("severity.", member.key));
        if (selector && severity) rules(to).severity.emplace_back(std::move(*selector), *severity);
    }
}

std::vector<PerFileIgnore> per_file_ignores(Reader& reader, TomlValue const& value, std::string_view key) {
    std::vector<PerFileIgnore> made;
    if (!reader.is(value, key, Kind::table, "a table from patterns to rules")) return made;
    for (auto const& member : value.members) {
        bool negated = member.key.starts_with('!');
        auto pattern = reader.pattern(std::string_view(member.key).substr(negated), member.mark);
        auto selectors = reader.selectors(member.value, concat(key, ".\"", member.key, "\""));
        if (pattern && selectors) made.push_back({std::move(*pattern), negated, std::move(*selectors)});
    }
    return made;
}

void read_output_format(Reader& reader, TomlValue const& value, Configuration& to) {
    auto formats = reader.origin().output_formats;
    if (formats.empty()) {
        to.output_format = reader.text(value, "output-format");
    } else if (auto index = reader.one_of(value, "output-format", formats)) {
        to.output_format = formats[*index];
    }
}

constexpr ConfigurationKey<Configuration> keys[] = {
    {"extend", [](auto& reader, auto& value, auto& to) { to.extend = reader.path(value, "extend"); }},
    {"select", [](auto& reader, auto& value, auto& to) { rules(to).select = reader.selectors(value, "select"); }},
    {"extend-select", [](auto& reader, auto& value,
                         auto& to) { add(rules(to).extend_select, reader.selectors(value, "extend-select")); }},
    {"ignore", [](auto& reader, auto& value, auto& to) { add(rules(to).ignore, reader.selectors(value, "ignore")); }},
    {"severity", read_severity},
    {"per-file-ignores", [](auto& reader, auto& value,
                            auto& to) { to.per_file_ignores = per_file_ignores(reader, value, "per-file-ignores"); }},
    {"extend-per-file-ignores",
     [](auto& reader, auto& value, auto& to) {
         add(to.extend_per_file_ignores, std::optional(per_file_ignores(reader, value, "extend-per-file-ignores")));
     }},
    {"fail-on", [](auto& reader, auto& value, auto& to) { to.fail_on = reader.severity(value, "fail-on"); }},
    {"include", [](auto& reader, auto& value, auto& to) { to.include = reader.patterns(value, "include"); }},
    {"extend-include",
     [](auto& reader, auto& value, auto& to) { add(to.extend_include, reader.patterns(value, "extend-include")); }},
    {"exclude", [](auto& reader, auto& value, auto& to) { to.exclude = reader.patterns(value, "exclude"); }},
    {"extend-exclude",
     [](auto& reader, auto& value, auto& to) { add(to.extend_exclude, reader.patterns(value, "extend-exclude")); }},
    {"force-exclude",
     [](auto& reader, auto& value, auto& to) { to.force_exclude = reader.boolean(value, "force-exclude"); }},
    {"respect-gitignore",
     [](auto& reader, auto& value, auto& to) { to.respect_gitignore = reader.boolean(value, "respect-gitignore"); }},
    {"include-comments",
     [](auto& reader, auto& value, auto& to) { to.include_comments = reader.boolean(value, "include-comments"); }},
    {"schema", [](auto& reader, auto& value, auto& to) { to.schema = reader.pack(value, "schema"); }},
    {"schemas", read_schemas},
    {"calls", read_calls},
    {"output-format", read_output_format},
    {"output-file", [](auto& reader, auto& value, auto& to) { to.output_file = reader.path(value, "output-file"); }},
    {"baseline", [](auto& reader, auto& value, auto& to) { to.baseline = reader.path(value, "baseline"); }},
    {"fix", [](auto& reader, auto& value, auto& to) { to.fix = reader.boolean(value, "fix"); }},
    {"unsafe-fixes",
     [](auto& reader, auto& value, auto& to) { to.unsafe_fixes = reader.boolean(value, "unsafe-fixes"); }},
    {"show-fixes", [](auto& reader, auto& value, auto& to) { to.show_fixes = reader.boolean(value, "show-fixes"); }},
};

ReadConfiguration read(ConfigurationOrigin const& origin, TomlValue const& table, std::string_view name) {
    Configuration made;
    made.file = origin.file;
    made.folder = origin.pattern_folder;
    std::vector<Failure> failures;
    Reader reader(origin, failures);
    read_table<Configuration>(reader, table, name, keys, made);
    if (!failures.empty()) return failures;
    return made;
}

std::vector<Failure> syntax_failure(ConfigurationOrigin const& origin, Failure failure) {
    if (origin.is_option()) {
        failure.place.clear();
        if (failure.remedy.empty()) failure.remedy = "write KEY=VALUE, texts in quotes: --config 'fail-on = \"error\"'";
    }
    return {std::move(failure)};
}

}  // namespace

ReadConfiguration read_configuration(ConfigurationOrigin const& origin, std::string_view text) {
    auto document = parse_toml(origin.name, text);
    if (!document) return syntax_failure(origin, document.error());
    return read(origin, *document, "");
}

std::optional<ReadConfiguration> read_pyproject(ConfigurationOrigin const& origin, std::string_view text) {
    // Most have no such table: not worth reading, whatever else is in them.
    if (text.find("alyxlint") == std::string_view::npos) return std::nullopt;
    auto document = parse_toml(origin.name, text);
    if (!document) return syntax_failure(origin, document.error());
    auto const* tool = document->find("tool");
    auto const* table = tool ? tool->find("alyxlint") : nullptr;
    if (!table) return std::nullopt;
    if (table->kind == Kind::table) return read(origin, *table, "tool.alyxlint");
    std::vector<Failure> failures;
    Reader(origin, failures).is(*table, "tool.alyxlint", Kind::table, "a table");
    return failures;
}

std::vector<std::string> configuration_keys() {
    std::vector<std::string> names;
    for (auto const& key : keys) names.emplace_back(key.name);
    for (auto key : schemas_keys()) names.push_back(concat("schemas.", key));
    for (auto key : calls_keys()) names.push_back(concat("calls.", key));
    return names;
}

}  // namespace alyx::analyzer
