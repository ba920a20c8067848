// The table of dialects of `alyxlint query`.
#include "analyzer/cli/dialect_query.hpp"

#include <algorithm>

#include "analyzer/analyze/dialect.hpp"
#include "analyzer/schema/pack.hpp"

namespace alyx::cli {

using namespace analyzer;

#define ALYX_DIALECT(name) extern DialectQuery const name##_query;
#include "analyzer/analyze/dialects.def"
#undef ALYX_DIALECT

namespace {

constexpr DialectQuery const* table[] = {
#define ALYX_DIALECT(name) &name##_query,
#include "analyzer/analyze/dialects.def"
#undef ALYX_DIALECT
};

}  // namespace

std::span<DialectQuery const* const> dialect_queries() {
    return table;
}

DialectQuery const* find_dialect_query(std::string_view name) {
    auto const at = std::find_if(std::begin(table), std::end(table), [&](auto const* d) { return d->name == name; });
    return at == std::end(table) ? nullptr : *at;
}

SharedSchema schema_of_dialect(std::string_view dialect, Snapshot const& packs) {
    for (auto const& schema : packs.schemas())
        if (schema->dialect == dialect) return schema;
    auto const* known = find_dialect(dialect);
    return known && !known->services.empty() ? built_in_schema(known->services.front()) : nullptr;
}

void drop_idle_advice(std::vector<Diagnosis>& diagnoses) {
    auto is = [](Effect effect) { return [=](Diagnosis const& d) { return d.rule->effect == effect; }; };
    if (std::any_of(diagnoses.begin(), diagnoses.end(), is(Effect::refused)))
        std::erase_if(diagnoses, is(Effect::advice));
}

}  // namespace alyx::cli
