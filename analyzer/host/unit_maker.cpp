// One fragment after the other.
#include "analyzer/host/unit_maker.hpp"

#include "analyzer/host/doctest.hpp"
#include "analyzer/host/markdown.hpp"
#include "analyzer/host/restructured_text.hpp"

namespace alyx::analyzer {

void UnitMaker::add(std::shared_ptr<Source const> source, Language language, std::vector<Span> ranges) {
    if (unit_.sources.empty() || unit_.sources.back() != source) unit_.sources.push_back(std::move(source));
    unit_.fragments.push_back({static_cast<std::uint32_t>(unit_.sources.size() - 1), language, std::move(ranges)});
}

void UnitMaker::add_code(std::shared_ptr<Source const> source, Language language) {
    auto all = make_span(0, source->text().size());
    add(source, language, {all});
    if (language == Language::python)
        for (auto& ranges : doctests(source->text())) add(source, language, std::move(ranges));
}

void UnitMaker::add_fences(std::shared_ptr<Source const> source) {
    for (Fence& fence : code_fences(source->text())) add(source, fence.language, std::move(fence.ranges));
}

void UnitMaker::add_blocks(std::shared_ptr<Source const> source) {
    for (Fence& block : code_blocks(source->text())) add(source, block.language, std::move(block.ranges));
}

void UnitMaker::take(Units& units) {
    if (!unit_.sources.empty()) units.units.push_back(std::move(unit_));
    unit_ = Unit();
}

}  // namespace alyx::analyzer
