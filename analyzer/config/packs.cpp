// Reads packs and keeps them.
#include "analyzer/config/packs.hpp"

#include "analyzer/schema/pack.hpp"
#include "analyzer/text/concat.hpp"
#include "analyzer/workspace/files.hpp"

namespace alyx::analyzer {

Packs::Result Packs::load(PackName const& name) {
    if (!name.is_path) return built_in_schema(name.name);
    std::lock_guard lock(mutex_);
    if (auto known = by_path_.find(name.name); known != by_path_.end()) return known->second;
    auto text = read_file(name.name);
    if (text) return by_path_.emplace(name.name, read_pack(name.name, *text)).first->second;
    auto failure = text.error();
    failure.reason = concat("the schema ", name.name, ": ", failure.reason);
    failure.file = name.file;
    failure.place = name.place;
    return std::vector<Failure>{std::move(failure)};
}

void Packs::forget() {
    std::lock_guard lock(mutex_);
    by_path_.clear();
}

}  // namespace alyx::analyzer
