// From a mention to the row of the page that describes it.
#include "analyzer/assist/definition.hpp"

#include <algorithm>

#include "analyzer/analyze/dialect.hpp"
#include "analyzer/assist/references.hpp"
#include "analyzer/assist/schema_page.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

/// The row whose first cell is the name; 0 where the page has none.
std::uint32_t row_of(std::string_view page, std::string_view name) {
    auto const cell = concat("| `", name, "` |");
    auto const at = page.starts_with(cell) ? 0 : page.find(concat("\n", cell));
    if (at == page.npos) return 0;
    return static_cast<std::uint32_t>(std::count(page.begin(), page.begin() + static_cast<std::ptrdiff_t>(at), '\n')) +
           1;
}

}  // namespace

std::optional<Definition> definition(Analysis const& analysis, Place place) {
    auto const mention = mention_at(analysis, place);
    if (!mention) return std::nullopt;
    auto const& what = mention->what;
    auto const* schema = schema_of_service(*analysis.snapshot, what.service);
    auto const name = what.owner.empty() ? what.name : what.owner;
    auto const page = schema ? schema_page(*schema, name) : std::nullopt;
    if (!page) return std::nullopt;
    auto const row = what.owner.empty() ? 0 : row_of(page->render(PageFormat::markdown), what.name);
    return Definition{mention->place, schema, name, row};
}

}  // namespace alyx::analyzer
