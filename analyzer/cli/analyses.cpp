// Units, analysed one by one.
#include "analyzer/cli/analyses.hpp"

#include "analyzer/host/host.hpp"

namespace alyx::cli {

using namespace analyzer;

std::vector<std::shared_ptr<Analysis const>> analyses_of(FileName const& name, std::string const& text,
                                                         std::shared_ptr<Snapshot const> const& snapshot,
                                                         std::vector<Failure>* failures) {
    auto file = units_of(name.shown, text);
    if (failures) failures->insert(failures->end(), file.failures.begin(), file.failures.end());
    std::vector<std::shared_ptr<Analysis const>> analyses;
    for (auto& unit : file.units) {
        unit.path = name.path;
        analyses.push_back(analyze(std::make_shared<Unit>(std::move(unit)), snapshot));
    }
    return analyses;
}

}  // namespace alyx::cli
