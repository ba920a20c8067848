// What analyses share: the packs in force and the settings. Immutable.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "analyzer/config/settings.hpp"
#include "analyzer/schema/schema.hpp"

namespace alyx::analyzer {

class Snapshot {
  public:
    explicit Snapshot(std::vector<std::shared_ptr<Schema const>> schemas,
                      std::shared_ptr<Settings const> settings = default_settings());

    std::vector<std::shared_ptr<Schema const>> const& schemas() const { return schemas_; }
    Settings const& settings() const { return *settings_; }
    /// The schema with an endpoint of this name, the first of several; null where there is none.
    Schema const* with_endpoint(std::string_view endpoint) const;

  private:
    std::vector<std::shared_ptr<Schema const>> schemas_;
    std::shared_ptr<Settings const> settings_;
};

}  // namespace alyx::analyzer
