// What analyses share.
#include "analyzer/analyze/snapshot.hpp"

namespace alyx::analyzer {

Snapshot::Snapshot(std::vector<std::shared_ptr<Schema const>> schemas, std::shared_ptr<Settings const> settings)
    : schemas_(std::move(schemas)), settings_(std::move(settings)) {}

Schema const* Snapshot::with_endpoint(std::string_view endpoint) const {
    for (auto const& schema : schemas_)
        if (schema->find_endpoint(endpoint)) return schema.get();
    return nullptr;
}

}  // namespace alyx::analyzer
