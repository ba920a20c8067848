// `alyxlint explain RULE` and `alyxlint rules`: what the rules say of themselves.
#include <algorithm>
#include <cctype>
#include <functional>

#include "analyzer/assist/rule_page.hpp"
#include "analyzer/assist/rule_url.hpp"
#include "analyzer/cli/command.hpp"
#include "analyzer/cli/json_text.hpp"
#include "analyzer/cli/terminal.hpp"
#include "analyzer/rules/suggest.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/schema/pack.hpp"
#include "analyzer/text/concat.hpp"
#include "analyzer/workspace/documentation.hpp"

namespace alyx::cli {

using namespace analyzer;

namespace {

/// One object of JSON, written member by member.
class JsonObject {
  public:
    JsonObject& text(std::string_view name, std::string_view value) {
        begin(name);
        append_json(json_, value);
        return *this;
    }
    JsonObject& text_or_null(std::string_view name, std::string_view value) {
        return value.empty() ? raw(name, "null") : text(name, value);
    }
    JsonObject& raw(std::string_view name, std::string_view json) {
        begin(name);
        json_ += json;
        return *this;
    }
    std::string take() { return json_ + "}"; }

  private:
    void begin(std::string_view name) {
        json_ += json_.size() > 1 ? "," : "";
        append_json(json_, name);
        json_ += ':';
    }
    std::string json_ = "{";
};

std::string json_of(ShownExample const& example) {
    JsonObject object;
    object.text("language", example.language).text("wrong", example.wrong).text_or_null("instead", example.instead);
    object.text("message", example.message).text_or_null("help", example.help);
    if (example.server) {
        JsonObject server;
        server.raw("status", std::to_string(example.server->status))
            .text_or_null("exception", example.server->exception);
        object.raw("server", server.take());
    } else {
        object.raw("server", "null");
    }
    if (example.fix_safety) {
        auto safety = *example.fix_safety == Fix::Safety::safe ? "safe" : "unsafe";
        object.raw("fix", JsonObject().text("title", example.fix_title).text("safety", safety).take());
    } else {
        object.raw("fix", "null");
    }
    return object.take();
}

std::string json_of(Rule const& rule) {
    auto const about = document(rule, built_in_schema("alyx"));
    std::string examples = "[";
    for (auto const& example : about.examples) examples += concat(examples.size() > 1 ? "," : "", json_of(example));
    JsonObject object;
    object.text("code", rule.code).text("name", rule.name).text("family", family_of(rule).title);
    object.text("effect", name_of(rule.effect)).text("severity", name_of(default_severity(rule.effect)));
    object.text("fix", name_of(about.fixes)).text("summary", rule.summary).text("why", rule.why);
    object.text_or_null("url", rule_url(rule, documentation_base())).raw("examples", examples + "]");
    return object.take();
}

std::string mapped(std::string text, int (*of)(unsigned char)) {
    std::transform(text.begin(), text.end(), text.begin(), [&](unsigned char c) { return static_cast<char>(of(c)); });
    return text;
}

/// A line a rule, for terminals.
std::string listing(Style const& style, std::function<bool(Rule const&)> const& is_wanted) {
    std::string text;
    std::size_t widest = 0;
    for (auto const* rule : all_rules()) widest = std::max(widest, rule->name.size());
    for (auto const* rule : all_rules()) {
        if (!is_wanted(*rule)) continue;
        auto severity = name_of(default_severity(rule->effect));
        text += concat(style.bold(rule->code), "  ", rule->name, std::string(widest - rule->name.size() + 2, ' '),
                       severity, std::string(13 - severity.size(), ' '), rule->summary, "\n");
    }
    return text;
}

}  // namespace

int run_explain(CommonOptions const& common, std::string const& given, std::string const& format) {
    // Codes are written large and names small.
    auto name = mapped(given, [](unsigned char c) { return std::tolower(c); });
    if (name.starts_with("aq")) name = mapped(given, [](unsigned char c) { return std::toupper(c); });
    auto const* rule = find_rule(name);
    auto family = [&](Rule const& other) { return name.starts_with("AQ") && other.code.starts_with(name); };
    if (!rule && format == "text")
        if (auto text = listing(Style(common.colours()), family); !text.empty()) return print(text, exit_clean);
    if (!rule) {
        std::vector<std::string_view> names;
        for (auto const* other : all_rules()) names.insert(names.end(), {other->name, other->code});
        auto close = closest(name, names);
        complain(concat("there is no rule ", quote(name), "; ",
                        close.empty() ? "`alyxlint rules` lists them" : concat("did you mean ", join_or(close), "?")));
        return exit_failure;
    }
    if (format == "json") return print(json_of(*rule) + "\n", exit_clean);
    auto page = rule_page(document(*rule, built_in_schema("alyx")));
    return print(page.render(format == "markdown" ? PageFormat::markdown : PageFormat::text), exit_clean);
}

int run_rules(CommonOptions const& common, std::string const& format) {
    if (format == "markdown") return print(rule_index("").render(PageFormat::markdown), exit_clean);
    if (format != "json") return print(listing(Style(common.colours()), [](Rule const&) { return true; }), exit_clean);
    std::string json = "[";
    for (auto const* rule : all_rules()) json += concat(json.size() > 1 ? ",\n " : "\n ", json_of(*rule));
    return print(json + "\n]\n", exit_clean);
}

}  // namespace alyx::cli
