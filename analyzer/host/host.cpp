// Units of files by their names, and folding of units.
#include "analyzer/host/host.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "analyzer/host/fold_cache.hpp"
#include "analyzer/host/markdown.hpp"
#include "analyzer/host/notebook.hpp"
#include "analyzer/host/words.hpp"

namespace alyx::analyzer {
namespace {

using SharedSource = std::shared_ptr<Source const>;

void add_code(SharedSource source, Unit& unit) {
    auto index = static_cast<std::uint32_t>(unit.sources.size());
    unit.fragments.push_back({index, Language::python, {make_span(0, source->text().size())}});
    unit.sources.push_back(std::move(source));
}

void add_fences(SharedSource source, Unit& unit) {
    auto index = static_cast<std::uint32_t>(unit.sources.size());
    for (auto& ranges : python_fences(source->text()))
        unit.fragments.push_back({index, Language::python, std::move(ranges)});
    unit.sources.push_back(std::move(source));
}

using Add = void (*)(SharedSource source, Unit& unit);

template <Add add>
void one_unit(std::string name, std::string bytes, Units& units) {
    add(std::make_shared<Source const>(std::move(name), std::move(bytes)), units.units.emplace_back());
}

struct Host {
    std::string_view extension;
    void (*units)(std::string name, std::string bytes, Units& units);
};

constexpr std::array<Host, 5> hosts{{
    {".py", one_unit<add_code>},
    {".pyi", one_unit<add_code>},
    {".ipynb", notebook_units},
    {".md", one_unit<add_fences>},
    {".markdown", one_unit<add_fences>},
}};

Host const* host_of(std::string_view name) {
    for (Host const& host : hosts)
        if (name.ends_with(host.extension)) return &host;
    return nullptr;
}

bool is_of_interest(Unit const& unit, CalleeFilter const& filter) {
    auto in_any_source = [&](auto&& is_in) {
        return std::any_of(unit.sources.begin(), unit.sources.end(),
                           [&](auto const& source) { return is_in(source->text()); });
    };
    bool declares = in_any_source([](std::string_view text) { return text.find("alyx:") != text.npos; });
    return declares || std::any_of(filter.names.begin(), filter.names.end(), [&](std::string_view name) {
               return in_any_source([&](std::string_view text) { return find_word(text, name) != text.npos; });
           });
}

}  // namespace

bool is_host_file(std::string_view name) {
    return host_of(name) != nullptr;
}

Units units_of(std::string name, std::string bytes) {
    Units units;
    // Offsets have 32 bits.
    if (bytes.size() >= std::numeric_limits<std::uint32_t>::max()) {
        units.failures.push_back({name, "", "the file is larger than 4 GiB", ""});
        return units;
    }
    Host const* host = host_of(name);
    (host ? host->units : one_unit<add_code>)(std::move(name), std::move(bytes), units);
    return units;
}

Units units_of_text(std::string_view language, SharedSource source) {
    Units units;
    if (language == "python")
        add_code(std::move(source), units.units.emplace_back());
    else if (language == "markdown")
        add_fences(std::move(source), units.units.emplace_back());
    else if (language == "jupyter")
        notebook_units(source->name(), std::string(source->text()), units);
    return units;
}

Units units_of_cells(std::vector<EditorCell> const& cells) {
    Unit code, fences;
    for (auto const& cell : cells) {
        if (cell.language == "python") add_code(cell.source, code);
        if (cell.language == "markdown") add_fences(cell.source, fences);
    }
    Units units;
    for (auto* unit : {&code, &fences})
        if (!unit->sources.empty()) units.units.push_back(std::move(*unit));
    return units;
}

FoldedUnit fold_unit(Unit const& unit, CalleeFilter const& filter, FoldCache* cache) {
    if (!is_of_interest(unit, filter)) return {};
    FoldCache none;
    return (cache ? *cache : none).fold(unit, filter);
}

}  // namespace alyx::analyzer
