// Makes a snapshot for each configuration once.
#include "analyzer/analyze/snapshots.hpp"

#include <algorithm>

namespace alyx::analyzer {

Snapshots::Result Snapshots::of_file(std::string const& path) {
    auto settings = configurations_.of_file(path);
    if (!settings) return settings.error();
    std::lock_guard lock(mutex_);
    if (auto known = by_settings_.find(*settings); known != by_settings_.end()) return known->second;
    auto snapshot = Snapshot::of(*settings, packs_);
    if (!snapshot)
        for (auto& failure : snapshot.error()) {
            bool said = std::any_of(failures_.begin(), failures_.end(),
                                    [&](Failure const& f) { return f.to_string() == failure.to_string(); });
            if (!said) failures_.push_back(std::move(failure));
        }
    return by_settings_.emplace(*settings, std::move(snapshot)).first->second;
}

std::vector<Failure> Snapshots::failures() const {
    auto all = configurations_.failures();
    std::lock_guard lock(mutex_);
    all.insert(all.end(), failures_.begin(), failures_.end());
    return all;
}

void Snapshots::forget() {
    configurations_.forget();
    packs_.forget();
    std::lock_guard lock(mutex_);
    by_settings_.clear();
    failures_.clear();
}

}  // namespace alyx::analyzer
