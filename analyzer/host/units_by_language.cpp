// A unit a language; JavaScript and TypeScript share one.
#include "analyzer/host/units_by_language.hpp"

#include <algorithm>

#include "analyzer/host/markdown.hpp"

namespace alyx::analyzer {
namespace {

Language family(Language language) {
    bool is_script = language == Language::typescript || language == Language::tsx;
    return is_script ? Language::javascript : language;
}

}  // namespace

Unit& UnitsByLanguage::unit_of(Language language) {
    auto found = std::find_if(units_.begin(), units_.end(),
                              [&](auto const& one) { return family(one.first) == family(language); });
    return found != units_.end() ? found->second : units_.emplace_back(language, Unit()).second;
}

void UnitsByLanguage::add(std::shared_ptr<Source const> source, Language language, std::vector<Span> ranges) {
    Unit& unit = unit_of(language);
    if (unit.sources.empty() || unit.sources.back() != source) unit.sources.push_back(std::move(source));
    unit.fragments.push_back({static_cast<std::uint32_t>(unit.sources.size() - 1), language, std::move(ranges)});
}

void UnitsByLanguage::add_code(std::shared_ptr<Source const> source, Language language) {
    auto all = make_span(0, source->text().size());
    add(std::move(source), language, {all});
}

void UnitsByLanguage::add_fences(std::shared_ptr<Source const> source) {
    for (Fence& fence : code_fences(source->text())) add(source, fence.language, std::move(fence.ranges));
}

void UnitsByLanguage::take(Units& units) {
    for (auto& [language, unit] : units_) units.units.push_back(std::move(unit));
    units_.clear();
}

}  // namespace alyx::analyzer
