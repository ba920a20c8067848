// `alyxlint schema show` and `alyxlint schema check`.
#include <algorithm>

#include "analyzer/assist/schema_page.hpp"
#include "analyzer/cli/command.hpp"
#include "analyzer/rules/suggest.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/schema/pack.hpp"
#include "analyzer/text/concat.hpp"
#include "analyzer/workspace/files.hpp"

namespace alyx::cli {

using namespace analyzer;

namespace {

std::string other_services(std::string_view shown) {
    std::string names;
    for (auto service : built_in_services())
        if (service != shown) names += concat(names.empty() ? "" : ", ", service);
    return concat("\nOther services that are built in: ", names, " (--schema NAME).\n");
}

}  // namespace

int run_schema_show(CheckOptions const& configured, std::string const& name) {
    auto packs = load_packs(configured);
    if (!packs) return exit_failure;
    auto const& schema = packs->schemas().front();
    if (name.empty())
        return print(schema_overview(*schema).render(PageFormat::text) + other_services(schema->service), exit_clean);
    if (auto page = schema_page(*schema, name)) return print(page->render(PageFormat::text), exit_clean);
    std::vector<std::string_view> names;
    for (auto const& endpoint : schema->endpoints) names.push_back(endpoint->name);
    for (auto const& model : schema->models) names.push_back(model->name);
    // Several applications may have a model of one name.
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    auto close = closest(name, names);
    complain(
        concat(schema->title, " has no model and no endpoint ", quote(name),
               close.empty() ? "; `alyxlint schema show` lists them" : concat("; did you mean ", join_or(close), "?")));
    return exit_failure;
}

int run_schema_check(std::vector<std::string> const& files) {
    int code = exit_clean;
    std::string text;
    for (auto const& file : files) {
        auto bytes = read_file(file);
        if (!bytes) {
            complain(bytes.error().to_string());
            code = exit_failure;
            continue;
        }
        auto schema = read_pack(file, *bytes);
        if (schema) {
            auto const& s = **schema;
            text += concat(file, ": ", s.title, s.version.empty() ? "" : " ", s.version, ", ",
                           std::to_string(s.models.size()), " models, ", std::to_string(s.endpoints.size()),
                           " endpoints: no problems\n");
            continue;
        }
        for (auto const& failure : schema.error()) text += failure.to_string() + "\n";
        code = std::max(code, exit_findings);
    }
    return print(text, code);
}

}  // namespace alyx::cli
