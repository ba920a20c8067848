// Settings written out as a configuration file.
#include <span>

#include "analyzer/config/settings.hpp"
#include "analyzer/config/toml_document.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

template <class Items, class TextOf>
std::string array_of(Items const& items, TextOf text_of) {
    std::string list = "[";
    for (auto const& item : items) list += concat(list.size() > 1 ? ", " : "", toml_quoted(text_of(item)));
    return list + "]";
}

/// A pattern as it reads in a file of `folder`.
std::string written(PathPattern const& pattern, std::string const& folder) {
    if (pattern.folder() == folder || pattern.text().find('/') == std::string::npos) return pattern.text();
    auto text = std::string_view(pattern.text());
    if (text.starts_with(pattern.folder() + "/")) return pattern.text();
    while (text.starts_with("./")) text.remove_prefix(2);
    while (text.starts_with('/')) text.remove_prefix(1);
    return concat(pattern.folder(), "/", text);
}

class Writer {
  public:
    explicit Writer(Settings const& settings) : settings_(settings) {}

    std::string write() && {
        rules();
        files();
        others();
        tables();
        return std::move(text_);
    }

  private:
    Settings const& settings_;
    std::string text_;

    void line(std::string_view key, std::string_view value) { text_ += concat(key, " = ", value, "\n"); }
    void flag(std::string_view key, bool value) { line(key, value ? "true" : "false"); }
    void line_if(std::string_view key, std::string const& value) {
        if (!value.empty()) line(key, toml_quoted(value));
    }
    std::string patterns(std::vector<PathPattern> const& all) const {
        return array_of(all, [&](PathPattern const& p) { return written(p, settings_.folder); });
    }

    void rules() {
        std::vector<std::string_view> selected;
        for (std::size_t i = 0; i < settings_.levels.size(); ++i)
            if (settings_.levels[i]) selected.push_back(all_rules()[i]->code);
        auto itself = [](auto const& text) { return text; };
        bool all = selected.size() == settings_.levels.size();
        line("select", all ? "[\"ALL\"]" : array_of(selected, itself));
        line("fail-on", toml_quoted(name_of(settings_.fail_on)));
    }

    void files() {
        if (!settings_.include.empty()) line("include", patterns(settings_.include));
        if (!settings_.extend_include.empty()) line("extend-include", patterns(settings_.extend_include));
        if (settings_.exclude) line("exclude", patterns(*settings_.exclude));
        line("extend-exclude", patterns(settings_.extend_exclude));
        flag("force-exclude", settings_.force_exclude);
        flag("respect-gitignore", settings_.respect_gitignore);
        flag("include-comments", settings_.include_comments);
    }

    void others() {
        line("schema", toml_quoted(settings_.schema ? settings_.schema->name : "alyx"));
        line("output-format", toml_quoted(settings_.output_format));
        line_if("output-file", settings_.output_file);
        line_if("baseline", settings_.baseline);
        flag("fix", settings_.fix);
        flag("unsafe-fixes", settings_.unsafe_fixes);
        flag("show-fixes", settings_.show_fixes);
    }

    void tables() {
        severity();
        if (!settings_.per_file_ignores.empty()) text_ += "\n[per-file-ignores]\n";
        for (auto const& ignore : settings_.per_file_ignores)
            line(toml_quoted(concat(ignore.negated ? "!" : "", written(ignore.files, settings_.folder))),
                 array_of(ignore.rules, [](Selector const& s) { return s.text; }));
        for (auto const& use : settings_.schemas) {
            text_ += "\n[[schemas]]\n";
            line("schema", toml_quoted(use.pack.name));
            if (!use.files.empty()) line("files", patterns(use.files));
            if (!use.base_urls.empty()) line("base-url", array_of(use.base_urls, [](auto const& url) { return url; }));
        }
        for (auto const& call : settings_.calls) write_call(call);
    }

    void severity() {
        std::string changed;
        for (std::size_t i = 0; i < settings_.levels.size(); ++i) {
            auto const* rule = all_rules()[i];
            auto const& level = settings_.levels[i];
            if (level && *level != default_severity(rule->effect))
                changed += concat(rule->code, " = ", toml_quoted(name_of(*level)), "\n");
        }
        if (!changed.empty()) text_ += concat("\n[severity]\n", changed);
    }

    void write_call(OwnCall const& call) {
        auto itself = [](auto const& text) { return text; };
        text_ += "\n[[calls]]\n";
        line("callee", toml_quoted(concat(call.receiver, call.receiver.empty() ? "" : ".", call.callee)));
        if (call.pack) line("schema", toml_quoted(call.pack->name));
        line_if("dialect", call.dialect);
        line_if("endpoint", call.endpoint);
        line_if("endpoint-argument", call.endpoint_argument);
        if (!call.arguments.empty()) line("arguments", array_of(call.arguments, itself));
        if (!call.keywords.empty()) line("keywords", array_of(call.keywords, itself));
        if (!call.parameters.empty()) line("parameters", array_of(call.parameters, itself));
    }
};

}  // namespace

std::string to_toml(Settings const& settings) {
    return Writer(settings).write();
}

}  // namespace alyx::analyzer
