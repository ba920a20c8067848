// Units of files by their names, and folding of units.
#include "analyzer/host/host.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "analyzer/host/fold_cache.hpp"
#include "analyzer/host/language.hpp"
#include "analyzer/host/notebook.hpp"
#include "analyzer/host/unit_maker.hpp"
#include "analyzer/host/words.hpp"

namespace alyx::analyzer {
namespace {

using SharedSource = std::shared_ptr<Source const>;

void add_script(SharedSource source, Language language, Units& units) {
    UnitMaker code;
    code.add_code(std::move(source), language);
    code.take(units);
}

/// A text without code is a unit too.
template <void (UnitMaker::*add)(SharedSource)>
void add_text(SharedSource source, Units& units) {
    UnitMaker code;
    (code.*add)(source);
    std::size_t before = units.units.size();
    code.take(units);
    if (units.units.size() == before) units.units.emplace_back().sources.push_back(std::move(source));
}

/// Kinds of files that hold code of other languages. Scripts are known by their languages.
struct Document {
    std::string_view extensions;  ///< with blanks between
    std::string_view language;    ///< as editors call it
    void (*units)(SharedSource source, Units& units);
};

constexpr std::array<Document, 3> documents{{
    {".ipynb", "jupyter",
     [](SharedSource source, Units& units) { notebook_units(source->name(), std::string(source->text()), units); }},
    {".md .markdown", "markdown", add_text<&UnitMaker::add_fences>},
    {".rst .rest", "restructuredtext", add_text<&UnitMaker::add_blocks>},
}};

std::string_view editor_name(HostLanguage const& language) {
    return language.names.substr(0, language.names.find(' '));
}

Document const* document_of_file(std::string_view name) {
    for (Document const& one : documents)
        if (any_word(one.extensions, [&](std::string_view extension) { return name.ends_with(extension); }))
            return &one;
    return nullptr;
}

Document const* document_named(std::string_view language) {
    for (Document const& one : documents)
        if (one.language == language) return &one;
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
    return document_of_file(name) || language_of_file(name);
}

Units units_of(std::string name, std::string bytes) {
    Units units;
    // Offsets have 32 bits.
    if (bytes.size() >= std::numeric_limits<std::uint32_t>::max()) {
        units.failures.push_back({name, "", "the file is larger than 4 GiB", ""});
        return units;
    }
    auto const* document = document_of_file(name);
    auto language = language_of_file(name);
    if (!language) language = language_of_first_line(bytes);
    auto source = std::make_shared<Source const>(std::move(name), std::move(bytes));
    if (document)
        document->units(std::move(source), units);
    else
        add_script(std::move(source), language.value_or(Language::python), units);
    return units;
}

Units units_of_text(std::string_view language, SharedSource source) {
    Units units;
    if (auto const* document = document_named(language))
        document->units(std::move(source), units);
    else if (auto script = language_named(language))
        add_script(std::move(source), *script, units);
    return units;
}

std::vector<std::string_view> host_extensions() {
    std::vector<std::string_view> all;
    auto add = [&](std::string_view extension) {
        all.push_back(extension);
        return false;
    };
    for (HostLanguage const& language : host_languages()) any_word(language.extensions, add);
    for (Document const& document : documents) any_word(document.extensions, add);
    return all;
}

std::vector<std::string_view> cell_languages() {
    std::vector<std::string_view> all;
    for (HostLanguage const& language : host_languages()) {
        if (language.language == Language::queries) continue;
        all.push_back(editor_name(language));
        // Editors have a name for it with JSX, which one grammar reads.
        if (language.language == Language::javascript) all.emplace_back("javascriptreact");
    }
    all.emplace_back("markdown");
    return all;
}

std::vector<std::string_view> editor_languages() {
    std::vector<std::string_view> all;
    for (HostLanguage const& language : host_languages()) all.push_back(editor_name(language));
    for (Document const& document : documents) all.push_back(document.language);
    return all;
}

std::string_view editor_language(std::string_view name) {
    if (auto const* document = document_of_file(name)) return document->language;
    return editor_name(host_language(language_of_file(name).value_or(Language::python)));
}

Units units_of_cells(std::vector<EditorCell> const& cells) {
    UnitMaker code, fences;
    for (auto const& cell : cells) {
        if (cell.language == "markdown")
            fences.add_fences(cell.source);
        else if (auto language = language_named(cell.language))
            code.add_code(cell.source, *language);
    }
    Units units;
    code.take(units);
    fences.take(units);
    return units;
}

FoldedUnit fold_unit(Unit const& unit, CalleeFilter const& filter, FoldCache* cache) {
    if (!is_of_interest(unit, filter)) return {};
    FoldCache none;
    return (cache ? *cache : none).fold(unit, filter);
}

}  // namespace alyx::analyzer
