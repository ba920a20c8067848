// From what was said to what holds: selection by specificity, defaults, and questions about paths.
#include "analyzer/config/settings.hpp"

#include <algorithm>
#include <iterator>

#include "analyzer/workspace/files.hpp"

namespace alyx::analyzer {
namespace {

std::size_t index_of(Rule const& rule) {
    auto rules = all_rules();
    return static_cast<std::size_t>(std::find(rules.begin(), rules.end(), &rule) - rules.begin());
}

void decide(std::vector<std::optional<bool>>& says, std::vector<Selector> const& selectors, unsigned specificity,
            bool selected) {
    auto rules = all_rules();
    for (auto const& selector : selectors) {
        if (selector.specificity != specificity) continue;
        for (std::size_t i = 0; i < rules.size(); ++i)
            if (selector.selects(*rules[i])) says[i] = selected;
    }
}

/// As ruff: one layer after the other; within one, what is more specific goes last, and of equals what ignores.
/// What lower layers ignore stays ignored where a higher one selects, unless it does so at least as specifically.
std::vector<bool> selected_rules(std::vector<RuleSelection> const& layers) {
    std::vector<bool> selected(all_rules().size(), true);
    std::vector<Selector> carried;
    for (auto const& layer : layers) {
        std::vector<std::optional<bool>> says(selected.size());
        for (unsigned specificity = 0; specificity <= max_specificity; ++specificity) {
            if (layer.select) decide(says, carried, specificity, false);
            if (layer.select) decide(says, *layer.select, specificity, true);
            decide(says, layer.extend_select, specificity, true);
            decide(says, layer.ignore, specificity, false);
        }
        for (std::size_t i = 0; i < selected.size(); ++i)
            selected[i] = layer.select ? says[i].value_or(false) : says[i].value_or(selected[i]);
        if (!layer.extend_select.empty()) carried.clear();
        carried.insert(carried.end(), layer.ignore.begin(), layer.ignore.end());
    }
    return selected;
}

std::vector<Severity> severities(std::vector<RuleSelection> const& layers) {
    auto rules = all_rules();
    std::vector<Severity> levels;
    for (auto const* rule : rules) levels.push_back(default_severity(rule->effect));
    for (auto const& layer : layers)
        for (unsigned specificity = 0; specificity <= max_specificity; ++specificity)
            for (auto const& [selector, severity] : layer.severity)
                for (std::size_t i = 0; selector.specificity == specificity && i < rules.size(); ++i)
                    if (selector.selects(*rules[i])) levels[i] = severity;
    return levels;
}

template <class T>
void set(T& value, std::optional<T>& wanted) {
    if (wanted) value = std::move(*wanted);
}

bool any_covers(std::vector<PathPattern> const& patterns, std::string_view path) {
    return std::any_of(patterns.begin(), patterns.end(), [&](PathPattern const& p) { return p.covers(path); });
}

bool any_matches(std::vector<PathPattern> const& patterns, std::string_view path, bool is_folder) {
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](PathPattern const& p) { return p.matches(path, is_folder); });
}

std::string_view name_in(std::string_view path) {
    return path.substr(path.rfind('/') + 1);
}

}  // namespace

std::optional<Severity> Settings::level(Rule const& rule, std::string_view path) const {
    auto index = index_of(rule);
    if (index >= levels.size() || !levels[index]) return std::nullopt;
    auto silences = [&](PerFileIgnore const& ignore) {
        return std::any_of(ignore.rules.begin(), ignore.rules.end(), [&](auto& s) { return s.selects(rule); }) &&
               ignore.applies_to(path);
    };
    if (!path.empty() && std::any_of(per_file_ignores.begin(), per_file_ignores.end(), silences)) return std::nullopt;
    return levels[index];
}

bool Settings::is_selected(Rule const& rule) const {
    return level(rule, {}).has_value();
}

bool Settings::is_excluded(std::string_view path, bool is_folder) const {
    bool excluded = exclude ? any_matches(*exclude, path, is_folder) : is_folder && is_skipped_folder(name_in(path));
    return excluded || any_matches(extend_exclude, path, is_folder);
}

bool Settings::lies_excluded(std::string_view path) const {
    if (is_excluded(path, false) || any_covers(extend_exclude, path)) return true;
    if (exclude) return any_covers(*exclude, path);
    // Folders above that of the configuration are none of its business.
    auto begin = path.starts_with(folder) ? folder.size() : path.rfind('/');
    for (auto at = path.find('/', begin); at != std::string_view::npos;) {
        auto end = path.find('/', at + 1);
        if (end != std::string_view::npos && is_skipped_folder(path.substr(at + 1, end - at - 1))) return true;
        at = end;
    }
    return false;
}

bool Settings::is_included(std::string_view path, bool is_supported) const {
    bool wanted = include.empty() ? is_supported : any_covers(include, path);
    return wanted || any_covers(extend_include, path);
}

Settings settings_of(Configuration from) {
    Settings settings;
    settings.file = std::move(from.file);
    settings.folder = std::move(from.folder);
    auto selected = selected_rules(from.selections);
    auto levels = severities(from.selections);
    for (std::size_t i = 0; i < levels.size(); ++i)
        settings.levels.push_back(selected[i] ? std::optional(levels[i]) : std::nullopt);
    set(settings.per_file_ignores, from.per_file_ignores);
    settings.per_file_ignores.insert(settings.per_file_ignores.end(),
                                     std::make_move_iterator(from.extend_per_file_ignores.begin()),
                                     std::make_move_iterator(from.extend_per_file_ignores.end()));
    set(settings.fail_on, from.fail_on);
    set(settings.include, from.include);
    settings.extend_include = std::move(from.extend_include);
    settings.exclude = std::move(from.exclude);
    settings.extend_exclude = std::move(from.extend_exclude);
    set(settings.force_exclude, from.force_exclude);
    set(settings.respect_gitignore, from.respect_gitignore);
    set(settings.include_comments, from.include_comments);
    settings.schema = std::move(from.schema);
    settings.schemas = std::move(from.schemas);
    settings.calls = std::move(from.calls);
    set(settings.output_format, from.output_format);
    set(settings.output_file, from.output_file);
    set(settings.baseline, from.baseline);
    set(settings.fix, from.fix);
    set(settings.unsafe_fixes, from.unsafe_fixes);
    set(settings.show_fixes, from.show_fixes);
    return settings;
}

std::shared_ptr<Settings const> default_settings() {
    static auto const settings = std::make_shared<Settings const>(settings_of({}));
    return settings;
}

}  // namespace alyx::analyzer
