// Folds parts of a script and the script with bytes changed.
#include "tests/host/calls.hpp"

#include <random>

#include "analyzer/host/layout.hpp"

namespace alyx::analyzer::test {
namespace {

void fold(std::string const& name, std::string code) {
    for (Unit const& unit : units_of(name, std::move(code)).units) {
        fold_unit(unit, {asked_names});
        for (std::uint32_t source = 0; source < unit.sources.size(); ++source) layout_of(unit, source);
    }
}

}  // namespace

void fold_all_parts(std::string const& name, std::string_view code) {
    // Some are enough: what a part ends with comes again.
    for (std::size_t i = 0; i < code.size(); i += 7) {
        fold(name, std::string(code.substr(0, i)));
        fold(name, std::string(code.substr(i)));
    }
    std::mt19937 random(3);
    using namespace std::string_view_literals;
    constexpr auto bytes = "\0\n\t '\"`(){}[]:,=#\\%!?$<f\xFF\xC3"sv;
    for (int round = 0; round < 100; ++round) {
        std::string changed(code);
        for (int change = 0; change < 3; ++change) changed[random() % changed.size()] = bytes[random() % bytes.size()];
        fold(name, std::move(changed));
    }
}

}  // namespace alyx::analyzer::test
