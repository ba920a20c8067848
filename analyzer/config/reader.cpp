// Checks of types and words in configurations.
#include "analyzer/config/reader.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>

#include "analyzer/schema/nearest.hpp"
#include "analyzer/schema/pack.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

using Kind = TomlValue::Kind;

std::string listed(std::span<std::string_view const> words) {
    std::string list;
    for (std::size_t i = 0; i < words.size(); ++i)
        list += concat(i == 0 ? "" : i + 1 == words.size() ? " or " : ", ", "`", words[i], "`");
    return list;
}

}  // namespace

std::string resolved_path(std::string_view folder, std::string_view path) {
    std::string expanded(path);
    auto const* home = std::getenv("HOME");
    if (home && (path == "~" || path.starts_with("~/"))) expanded = concat(home, path.substr(1));
    return (std::filesystem::path(folder) / expanded).lexically_normal().native();
}

void Reader::fail(Mark mark, std::string reason, std::string remedy) {
    failures_.push_back({origin_.name, place(mark), std::move(reason), std::move(remedy)});
}

bool Reader::is(TomlValue const& value, std::string_view key, Kind kind, std::string_view wanted) {
    if (value.kind == kind) return true;
    fail(value.mark, concat("`", key, "` is ", value.what(), ", not ", wanted));
    return false;
}

std::optional<bool> Reader::boolean(TomlValue const& value, std::string_view key) {
    if (value.kind == Kind::boolean) return value.boolean;
    fail(value.mark, concat("`", key, "` is ", value.what(), ", not a boolean"), "write true or false");
    return std::nullopt;
}

std::optional<std::string> Reader::text(TomlValue const& value, std::string_view key) {
    if (!is(value, key, Kind::text, "a string")) return std::nullopt;
    if (!value.text.empty() && value.text.find('\0') == std::string::npos) return value.text;
    fail(value.mark, concat("`", key, value.text.empty() ? "` is empty" : "` holds a NUL"));
    return std::nullopt;
}

std::optional<std::string> Reader::path(TomlValue const& value, std::string_view key) {
    auto written = text(value, key);
    return written ? std::optional(resolved_path(origin_.folder, *written)) : std::nullopt;
}

std::optional<std::size_t> Reader::one_of(TomlValue const& value, std::string_view key,
                                          std::span<std::string_view const> words) {
    if (!is(value, key, Kind::text, "a string")) return std::nullopt;
    auto at = std::find(words.begin(), words.end(), value.text);
    if (at != words.end()) return static_cast<std::size_t>(at - words.begin());
    auto remedy = did_you_mean(value.text, words);
    fail(value.mark, concat("`", key, "` is `", value.text, "`, not ", listed(words)), std::move(remedy));
    return std::nullopt;
}

std::optional<Severity> Reader::severity(TomlValue const& value, std::string_view key) {
    std::array const words{name_of(Severity::error), name_of(Severity::warning), name_of(Severity::information)};
    auto index = one_of(value, key, words);
    return index ? std::optional(static_cast<Severity>(*index)) : std::nullopt;
}

std::optional<PackName> Reader::pack(TomlValue const& value, std::string_view key) {
    auto written = text(value, key);
    if (!written) return std::nullopt;
    bool is_path = written->find('/') != std::string::npos || written->ends_with(".json");
    PackName pack{is_path ? resolved_path(origin_.folder, *written) : *written, is_path, origin_.name,
                  place(value.mark)};
    auto services = built_in_services();
    if (is_path || std::find(services.begin(), services.end(), *written) != services.end()) return pack;
    auto remedy = did_you_mean(*written, services);
    if (remedy.empty()) remedy = concat("built in is ", listed(services), "; the path of a pack ends with `.json`");
    fail(value.mark, concat("there is no schema `", *written, "`"), std::move(remedy));
    return std::nullopt;
}

std::optional<Selector> Reader::selector(std::string_view text, Mark mark) {
    auto parsed = parse_selector(text);
    if (parsed) return std::move(*parsed);
    fail(mark, parsed.error().reason, parsed.error().remedy);
    return std::nullopt;
}

std::optional<PathPattern> Reader::pattern(std::string_view text, Mark mark) {
    auto parsed = PathPattern::parse(origin_.pattern_folder, text);
    if (parsed) return std::move(*parsed);
    fail(mark, parsed.error().reason, parsed.error().remedy);
    return std::nullopt;
}

std::vector<TomlValue const*> Reader::strings(TomlValue const& value, std::string_view key) {
    std::vector<TomlValue const*> items;
    for (auto const& item : value.items) {
        if (item.kind == Kind::text)
            items.push_back(&item);
        else
            fail(item.mark, concat("an item of `", key, "` is ", item.what(), ", not a string"));
    }
    return items;
}

std::optional<std::vector<std::string>> Reader::texts(TomlValue const& value, std::string_view key) {
    if (!is(value, key, Kind::array, "an array of strings")) return std::nullopt;
    std::vector<std::string> made;
    for (auto const* item : strings(value, key)) {
        if (item->text.empty())
            fail(item->mark, concat("an item of `", key, "` is empty"));
        else
            made.push_back(item->text);
    }
    return made;
}

std::optional<std::vector<Selector>> Reader::selectors(TomlValue const& value, std::string_view key) {
    if (!is(value, key, Kind::array, "an array of rules")) return std::nullopt;
    std::vector<Selector> made;
    for (auto const* item : strings(value, key))
        if (auto one = selector(item->text, item->mark)) made.push_back(std::move(*one));
    return made;
}

std::optional<std::vector<PathPattern>> Reader::patterns(TomlValue const& value, std::string_view key) {
    if (!is(value, key, Kind::array, "an array of patterns")) return std::nullopt;
    std::vector<PathPattern> made;
    for (auto const* item : strings(value, key))
        if (auto one = pattern(item->text, item->mark)) made.push_back(std::move(*one));
    return made;
}

void Reader::unknown_key(TomlMember const& member, std::string_view table, std::span<std::string_view const> keys) {
    auto remedy = did_you_mean(member.key, keys);
    if (remedy.empty() && table.empty() && member.key == "tool")
        remedy = "keys stand at the top of this file, without `[tool.alyxlint]`, which is for pyproject.toml";
    if (remedy.empty()) remedy = concat("there are ", listed(keys));
    fail(member.mark, concat("unknown key `", table, table.empty() ? "" : ".", member.key, "`"), std::move(remedy));
}

}  // namespace alyx::analyzer
