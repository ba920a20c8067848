// Walks over the queries of files.
#include "queries.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "analyzer/analyze/client_call.hpp"
#include "analyzer/host/host.hpp"
#include "analyzer/query/alyx_filter.hpp"
#include "analyzer/schema/pack.hpp"

namespace alyx::analyzer::test {
namespace {

namespace fs = std::filesystem;

std::shared_ptr<Snapshot const> snapshot() {
    return std::make_shared<Snapshot const>(std::vector{built_in_schema("alyx")});
}

}  // namespace

void for_each_path(Analysis const& analysis, std::function<void(WrittenPath const&)> const& use) {
    for (auto const& site : analysis.sites) {
        auto const call = site.pattern ? client_call(site) : ClientCall{};
        auto const* endpoint = site.pattern ? predict_client(call).endpoint
                                            : site.schema->find_endpoint(site.arguments[0].value.text.text);
        if (!endpoint || !endpoint->model) continue;
        for (auto const& argument : site.arguments) {
            auto const* parameter = endpoint->find(argument.name);
            if (!parameter || parameter->meaning != ParameterMeaning::query) continue;
            auto const sent = sent_text(argument);
            auto const holes = sent.holes();
            auto const query = parse_alyx_filter(sent.text, holes);
            for (auto const& condition : query.conditions) {
                auto const target = resolve_path(condition.path, sent.text, *endpoint->model, endpoint->annotations);
                use({*endpoint, sent.text, condition.path, target});
            }
        }
    }
}

std::vector<std::string> code_files(std::string_view folder) {
    std::vector<std::string> found;
    for (auto const& entry : fs::recursive_directory_iterator(fs::path(ALYX_ROOT) / folder))
        if (entry.is_regular_file() && is_host_file(entry.path().string())) found.push_back(entry.path().string());
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<std::shared_ptr<Analysis const>> analyze_file(std::string const& path) {
    std::ifstream in(path, std::ios::binary);
    std::vector<std::shared_ptr<Analysis const>> result;
    for (auto& unit : units_of(path, {std::istreambuf_iterator<char>(in), {}}).units)
        result.push_back(analyze(std::make_shared<Unit const>(std::move(unit)), snapshot()));
    return result;
}

std::shared_ptr<Analysis const> analyze_code(std::string code) {
    auto units = units_of("script.py", std::move(code)).units;
    return analyze(std::make_shared<Unit const>(std::move(units.front())), snapshot());
}

}  // namespace alyx::analyzer::test
