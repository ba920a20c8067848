// Looks upwards for configuration files, follows `extend`, and keeps what was found.
#include "analyzer/config/configurations.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <utility>

#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 3> file_names{"alyxlint.toml", ".alyxlint.toml", "pyproject.toml"};
constexpr std::string_view pyproject = "pyproject.toml";
constexpr std::size_t configuration_limit = std::size_t{4} << 20;
constexpr std::size_t longest_chain = 32;

std::string within(std::string_view folder, std::string_view name) {
    return concat(folder, folder.ends_with('/') ? "" : "/", name);
}

std::string parent(std::string const& path) {
    return path.substr(0, std::max<std::size_t>(path.rfind('/'), 1));
}

void append(std::vector<Failure>& to, std::vector<Failure> const& failures) {
    to.insert(to.end(), failures.begin(), failures.end());
}

bool is_file(std::string const& path) {
    std::error_code error;
    auto status = fs::status(path, error);
    // One that may not be looked at is no reason to look further up.
    return fs::exists(status) ? !fs::is_directory(status) : error == std::errc::permission_denied;
}

/// Of the user's own folder: whoever runs with somebody else's home, as services do, has none.
bool is_own_file(std::string const& path) {
    std::error_code error;
    return fs::exists(path, error) && is_file(path);
}

ReadConfiguration read_overrides(Configurations::Options const& options, bool& narrowed) {
    Configuration all;
    std::vector<Failure> failures;
    for (auto const& [origin, toml] : options.overrides) {
        auto read = read_configuration(
            {origin, "", options.current_folder, options.current_folder, options.output_formats}, toml);
        if (!read) {
            append(failures, read.error());
            continue;
        }
        if (read->extend)
            failures.push_back({origin, "", "`extend` has no place here", "name the file: `--config FILE`"});
        for (auto const& selection : read->selections)
            narrowed |= selection.select.has_value() || !selection.ignore.empty();
        // All options are one layer, as one file would be.
        if (!all.selections.empty() && !read->selections.empty()) {
            auto& to = all.selections.front();
            auto& from = read->selections.front();
            if (from.select) to.select = std::move(from.select);
            to.extend_select.insert(to.extend_select.end(), from.extend_select.begin(), from.extend_select.end());
            to.ignore.insert(to.ignore.end(), from.ignore.begin(), from.ignore.end());
            to.severity.insert(to.severity.end(), from.severity.begin(), from.severity.end());
            read->selections.clear();
        }
        all = combined(std::move(all), std::move(*read));
    }
    if (!failures.empty()) return failures;
    return all;
}

}  // namespace

std::string Configurations::user_configuration_folder() {
    if (auto const* folder = std::getenv("XDG_CONFIG_HOME"); folder && *folder == '/')
        return within(folder, "alyxlint");
    auto const* home = std::getenv("HOME");
    return home && *home == '/' ? within(home, ".config/alyxlint") : "";
}

Configurations::Configurations(Options options)
    : options_(std::move(options)), overrides_(read_overrides(options_, narrowed_)) {
    if (!overrides_) failures_ = overrides_.error();
}

Configurations::Result Configurations::of_file(std::string const& path) {
    return of_folder(parent(path));
}

Configurations::Result Configurations::of_folder(std::string const& folder) {
    std::lock_guard lock(mutex_);
    if (!overrides_) return overrides_.error();
    if (options_.isolated) return without_file();
    if (!options_.file.empty())
        return load(resolved_path(options_.current_folder, options_.file), options_.current_folder);
    auto normal = fs::path(folder).lexically_normal().native();
    while (normal.size() > 1 && normal.ends_with('/')) normal.pop_back();
    return look_up(normal);
}

std::vector<Failure> Configurations::failures() const {
    std::lock_guard lock(mutex_);
    return failures_;
}

std::set<std::string> Configurations::inputs() const {
    std::lock_guard lock(mutex_);
    return inputs_;
}

void Configurations::forget() {
    std::lock_guard lock(mutex_);
    inputs_.clear();
    by_folder_.clear();
    by_file_.clear();
    failures_.clear();
    if (!overrides_) failures_ = overrides_.error();
}

Configurations::Result Configurations::look_up(std::string const& folder) {
    std::vector<std::string> asked;
    Result found = std::vector<Failure>();
    for (auto at = folder;; at = parent(at)) {
        if (auto known = by_folder_.find(at); known != by_folder_.end()) {
            found = known->second;
            break;
        }
        asked.push_back(at);
        auto name = std::find_if(file_names.begin(), file_names.end(), [&](std::string_view candidate) {
            auto file = within(at, candidate);
            return is_file(file) && (candidate != pyproject || read(file, at).has_value());
        });
        if (name != file_names.end()) {
            found = load(within(at, *name), at);
            break;
        }
        if (at == "/" || at.empty()) {
            found = without_file();
            break;
        }
    }
    for (auto& at : asked) by_folder_.emplace(std::move(at), found);
    return found;
}

Configurations::Result Configurations::kept(std::string const& file, Result result) {
    if (!result) append(failures_, result.error());
    return by_file_.emplace(file, std::move(result)).first->second;
}

Configurations::Result Configurations::without_file() {
    if (!options_.isolated && !options_.user_folder.empty())
        for (std::size_t i = 0; i < 2; ++i)
            if (auto file = within(options_.user_folder, file_names[i]); is_own_file(file))
                return load(file, options_.current_folder);
    if (auto known = by_file_.find(""); known != by_file_.end()) return known->second;
    Configuration none;
    none.folder = options_.current_folder;
    return kept("", finished(std::move(none)));
}

Configurations::Result Configurations::load(std::string const& file, std::string const& pattern_folder) {
    if (auto known = by_file_.find(file); known != by_file_.end()) return known->second;
    auto configuration = read_chain(file, pattern_folder);
    if (!configuration) return kept(file, configuration.error());
    return kept(file, finished(std::move(*configuration)));
}

Configurations::Result Configurations::finished(Configuration configuration) {
    auto settings = settings_of(combined(std::move(configuration), *overrides_));
    settings.narrowed = narrowed_;
    auto add_pack = [&](PackName const& pack) {
        if (pack.is_path) inputs_.insert(pack.name);
    };
    if (settings.schema) add_pack(*settings.schema);
    for (auto const& use : settings.schemas) add_pack(use.pack);
    for (auto const& call : settings.calls)
        if (call.pack) add_pack(*call.pack);
    return std::make_shared<Settings const>(std::move(settings));
}

std::string Configurations::shown(std::string const& file) const {
    auto const folder = within(options_.current_folder, "");
    return file.starts_with(folder) ? file.substr(folder.size()) : file;
}

std::optional<ReadConfiguration> Configurations::read(std::string const& file,
                                                      std::string const& pattern_folder) const {
    ConfigurationOrigin const origin{shown(file), file, pattern_folder, parent(file), options_.output_formats};
    auto text = read_file(file, configuration_limit);
    if (!text) {
        auto failure = text.error();
        failure.file = origin.name;
        return std::vector<Failure>{std::move(failure)};
    }
    if (file.ends_with(concat("/", pyproject))) return read_pyproject(origin, *text);
    return read_configuration(origin, *text);
}

ReadConfiguration Configurations::read_chain(std::string const& first, std::string const& pattern_folder) {
    std::vector<std::string> chain;
    std::vector<Configuration> layers;
    std::vector<Failure> failures;
    auto folder = pattern_folder;
    for (auto file = first;;) {
        inputs_.insert(file);
        auto made = read(file, folder);
        if (!made) {
            failures.push_back({shown(file), "", "has no table `[tool.alyxlint]`", "add it, or name another file"});
            break;
        }
        if (!*made) {
            append(failures, made->error());
            // A file that cannot be read: who named it?
            if (!chain.empty() && failures.back().place.empty() && failures.back().remedy.empty())
                failures.back().remedy = concat("`extend` in ", shown(chain.back()), " names it");
            break;
        }
        chain.push_back(file);
        layers.push_back(std::move(**made));
        if (!layers.back().extend) break;
        auto next = *layers.back().extend;
        if (std::find(chain.begin(), chain.end(), next) != chain.end() || chain.size() == longest_chain) {
            std::string way;
            for (auto const& link : chain) way += concat(shown(link), " → ");
            failures.push_back({shown(file), "", concat("`extend` leads in a circle: ", way, shown(next)),
                                "take `extend` out of one of them"});
            break;
        }
        file = std::move(next);
        folder = parent(file);
    }
    if (!failures.empty()) return failures;
    auto result = std::move(layers.back());
    for (auto layer = std::next(layers.rbegin()); layer != layers.rend(); ++layer)
        result = combined(std::move(result), std::move(*layer));
    return result;
}

DiscoverOptions discover_options(Configurations& configurations, std::function<bool(std::string_view)> is_supported) {
    DiscoverOptions options;
    auto settings_at = [&configurations](std::string const& path) {
        auto settings = configurations.of_file(path);
        return settings ? *settings : default_settings();
    };
    options.is_supported = [settings_at, is_supported = std::move(is_supported)](std::string const& path) {
        return settings_at(path)->is_included(path, is_supported(path));
    };
    options.is_excluded = [settings_at](std::string const& path, bool is_folder) {
        return settings_at(path)->is_excluded(path, is_folder);
    };
    options.is_forced_out = [settings_at](std::string const& path) {
        auto settings = settings_at(path);
        return settings->force_exclude && settings->lies_excluded(path);
    };
    return options;
}

}  // namespace alyx::analyzer
