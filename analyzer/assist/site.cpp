// The pages of rules and of what can be asked, as files.
#include "analyzer/assist/site.hpp"

#include "analyzer/assist/page_layouts.hpp"
#include "analyzer/assist/rule_page.hpp"
#include "analyzer/assist/schema_page.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

namespace {

/// What a page of the site has around its content.
struct Frame {
    std::string title;
    std::string_view root;      ///< from the page to the site's folder: empty, or `../`
    std::string_view section;   ///< of the navigation: Rules, Schema
    std::string before, after;  ///< HTML around the content
};

std::string navigation(Frame const& frame) {
    auto entry = [&](std::string_view name, std::string_view path) {
        auto here = name == frame.section ? " aria-current=\"true\"" : "";
        return concat("<a href=\"", frame.root, path, "\"", here, ">", name, "</a>");
    };
    return concat("<nav>", entry("Rules", "index.html"), entry("Schema", "schema/index.html"), "</nav>");
}

std::string framed(Frame const& frame, std::string_view content) {
    return concat(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"color-scheme\" content=\"light dark\">\n<title>",
        html_text(frame.title), "</title>\n<link rel=\"stylesheet\" href=\"", frame.root,
        "style.css\">\n</head>\n<body>\n<header><div><a class=\"home\" href=\"", frame.root,
        "index.html\">alyxlint</a>", navigation(frame), "</div></header>\n<main>\n", frame.before, content, frame.after,
        "</main>\n</body>\n</html>\n");
}

std::string link_to(Rule const& rule, std::string_view relation) {
    return concat("<a rel=\"", relation, "\" href=\"", rule.name, ".html\">", rule.code, " ", rule.name, "</a>");
}

/// The rules before and behind, to leaf through.
std::string neighbours(std::size_t index) {
    auto rules = all_rules();
    auto before = index > 0 ? link_to(*rules[index - 1], "prev") : "<span></span>";
    auto behind = index + 1 < rules.size() ? link_to(*rules[index + 1], "next") : "<span></span>";
    return concat("<nav class=\"leaf\">", before, behind, "</nav>\n");
}

void add_rules(std::vector<SiteFile>& files, std::shared_ptr<Schema const> const& schema) {
    auto rules = all_rules();
    for (std::size_t i = 0; i < rules.size(); ++i) {
        auto const& rule = *rules[i];
        Frame frame{concat(rule.name, " (", rule.code, ") — alyxlint"), "../", "Rules",
                    concat("<p class=\"family\">", html_text(family_of(rule).title), "</p>\n"), neighbours(i)};
        auto content = rule_page(document(rule, schema)).render_html([&](std::string_view code) {
            auto const* other = find_rule(code);
            return other && other != &rule ? concat(other->name, ".html") : std::string();
        });
        files.push_back({concat("rules/", rule.name, ".html"), framed(frame, content)});
    }
}

void add_schema_pages(std::vector<SiteFile>& files, Schema const& schema) {
    // An endpoint's file is named as it is, a model's by its label, which has a dot: they cannot be the same.
    CodeLinks models = [&](std::string_view code) {
        auto const* model = schema.find_model(code);
        return model ? concat(model->label, ".html") : std::string();
    };
    CodeLinks all = [&](std::string_view code) {
        auto const* endpoint = schema.find_endpoint(code);
        return endpoint ? concat(endpoint->name, ".html") : models(code);
    };
    // Beside the overview, what is spelled like an endpoint may be a parameter or a field.
    auto add = [&](std::string_view name, std::string_view file, Page const& page, CodeLinks const& links) {
        Frame frame{concat(name, " — alyxlint"), "../", "Schema", {}, {}};
        files.push_back({concat("schema/", file, ".html"), framed(frame, page.render_html(links))});
    };
    add("Schema", "index", schema_overview(schema), all);
    for (auto const& endpoint : schema.endpoints)
        add(endpoint->name, endpoint->name, endpoint_page(schema, *endpoint), models);
    for (auto const& model : schema.models) add(model->label, model->label, model_page(schema, *model), models);
}

}  // namespace

std::vector<SiteFile> markdown_rules(std::shared_ptr<Schema const> const& schema) {
    std::vector<SiteFile> files{{"README.md", rule_index(".md").render(PageFormat::markdown)}};
    for (auto const* rule : all_rules())
        files.push_back({concat(rule->name, ".md"), rule_page(document(*rule, schema)).render(PageFormat::markdown)});
    return files;
}

std::vector<SiteFile> html_site(std::shared_ptr<Schema const> const& schema) {
    std::vector<SiteFile> files{{"style.css", std::string(site_style())}};
    Frame frame{"Rules — alyxlint", "", "Rules", {}, {}};
    files.push_back({"index.html", framed(frame, rule_index(".html", "rules/").render(PageFormat::html))});
    add_rules(files, schema);
    add_schema_pages(files, *schema);
    return files;
}

}  // namespace alyx::analyzer
