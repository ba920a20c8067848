// The table of dialects, and what is asked of all of them.
#include "analyzer/analyze/dialect.hpp"

#include <algorithm>

#include "analyzer/host/words.hpp"
#include "analyzer/schema/pack.hpp"

namespace alyx::analyzer {

#define ALYX_DIALECT(name) extern Dialect const name##_dialect;
#include "analyzer/analyze/dialects.def"
#undef ALYX_DIALECT

namespace {

constexpr Dialect const* table[] = {
#define ALYX_DIALECT(name) &name##_dialect,
#include "analyzer/analyze/dialects.def"
#undef ALYX_DIALECT
};

std::vector<Site> first_sites(FoldedCall const& call, Snapshot const& snapshot, std::string_view path,
                              SiteState state) {
    if (call.callee.empty()) return {};
    for (auto const* dialect : table)
        if (auto sites = dialect->sites_of(call, snapshot, path, state); !sites.empty()) return sites;
    return {};
}

bool stands_in(Unit const& unit, std::string_view word) {
    return std::any_of(unit.sources.begin(), unit.sources.end(), [&](std::shared_ptr<Source const> const& source) {
        return find_word(source->text(), word) != std::string_view::npos;
    });
}

}  // namespace

std::span<Dialect const* const> dialects() {
    return table;
}

Dialect const* find_dialect(std::string_view name) {
    auto const at = std::find_if(std::begin(table), std::end(table), [&](auto const* d) { return d->name == name; });
    return at == std::end(table) ? nullptr : *at;
}

Dialect const& dialect_of(Site const& site) {
    auto const* dialect = find_dialect(site.schema->dialect);
    return dialect ? *dialect : *table[0];
}

std::vector<Schema const*> schemas_of(Dialect const& dialect, Snapshot const& snapshot) {
    std::vector<Schema const*> found;
    for (auto const& schema : snapshot.schemas())
        if (schema->dialect == dialect.name) found.push_back(schema.get());
    // A pack may leave the calls to the program's own.
    if (std::any_of(found.begin(), found.end(), [](auto const* schema) { return !schema->calls.empty(); }))
        return found;
    for (auto service : dialect.services) found.push_back(built_in_schema(service).get());
    return found;
}

Schema const* schema_of_service(Snapshot const& snapshot, std::string_view service) {
    for (auto const& schema : snapshot.schemas())
        if (schema->service == service) return schema.get();
    for (auto const* dialect : table)
        if (std::find(dialect->services.begin(), dialect->services.end(), service) != dialect->services.end())
            return built_in_schema(service).get();
    return nullptr;
}

std::vector<Dialect const*> dialects_in(Unit const& unit) {
    std::vector<Dialect const*> found;
    for (auto const* dialect : table)
        if (std::any_of(dialect->words.begin(), dialect->words.end(),
                        [&](std::string_view word) { return stands_in(unit, word); }))
            found.push_back(dialect);
    return found;
}

std::vector<Schema const*> schemas_in(Unit const& unit, Snapshot const& snapshot) {
    std::vector<Schema const*> found;
    for (auto const& schema : snapshot.schemas()) found.push_back(schema.get());
    for (auto const* dialect : dialects_in(unit))
        for (auto const* schema : schemas_of(*dialect, snapshot))
            if (std::find(found.begin(), found.end(), schema) == found.end()) found.push_back(schema);
    return found;
}

Site bind(FoldedCall const& call, Schema const& schema, CallPattern const& pattern) {
    Site site{&schema, &pattern, call.place, call.callee_place, {}, !call.open && !call.broken};
    for (std::size_t i = 0; i < call.positional.size() && i < pattern.arguments.size(); ++i) {
        auto const& argument = call.positional[i];
        site.arguments.push_back({pattern.arguments[i], argument.place, argument.value, argument.place, false});
    }
    for (auto const& keyword : call.keywords)
        site.arguments.push_back({keyword.name, keyword.name_place, keyword.value, keyword.place, true});
    return site;
}

bool has_receiver(FoldedCall const& call, std::vector<std::string> const& names) {
    if (call.callee.size() < 2) return false;
    return std::find(names.begin(), names.end(), call.callee[call.callee.size() - 2]) != names.end();
}

std::vector<Site> sites_of(FoldedCall const& call, Snapshot const& snapshot, std::string_view path) {
    return first_sites(call, snapshot, path, SiteState::written);
}

std::vector<Site> unfinished_sites_of(FoldedCall const& call, Snapshot const& snapshot, std::string_view path) {
    return first_sites(call, snapshot, path, SiteState::unfinished);
}

}  // namespace alyx::analyzer
