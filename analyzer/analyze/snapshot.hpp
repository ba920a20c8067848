// What analyses share: the packs in force and the settings. Immutable.
#pragma once

#include <boost/system/result.hpp>
#include <memory>
#include <string_view>
#include <vector>

#include "analyzer/config/packs.hpp"
#include "analyzer/config/settings.hpp"
#include "analyzer/schema/schema.hpp"

namespace alyx::analyzer {

class Snapshot {
  public:
    /// A call of the user's own; without a schema its queries are for the pack of the file.
    struct OwnPattern {
        CallPattern pattern;
        Schema const* schema = nullptr;
    };

    /// Each pack may describe any call. The settings name no packs and no calls.
    explicit Snapshot(std::vector<std::shared_ptr<Schema const>> schemas,
                      std::shared_ptr<Settings const> settings = default_settings());
    /// With the packs and calls that the settings name; or why one of them cannot be used.
    static boost::system::result<std::shared_ptr<Snapshot const>, std::vector<Failure>> of(
        std::shared_ptr<Settings const> settings, Packs& packs);

    Settings const& settings() const { return *settings_; }
    std::vector<std::shared_ptr<Schema const>> const& schemas() const { return schemas_; }
    std::vector<OwnPattern> const& own_calls() const { return own_calls_; }
    /// The packs that may describe a call: that of the file's path, or of the literal address of its server, or those
    /// that are not bound to either. Never empty where there are packs.
    std::vector<Schema const*> schemas_for(std::string_view path, std::string_view base_url) const;

  private:
    void add(std::shared_ptr<Schema const> const& schema, bool is_unbound);
    void add_own_call(OwnCall const& call, Packs& packs, std::vector<Failure>& failures);
    void load(Packs& packs, std::vector<Failure>& failures);

    std::vector<std::shared_ptr<Schema const>> schemas_;
    std::vector<Schema const*> unbound_;  ///< for calls of which neither path nor server says more
    std::vector<Schema const*> by_use_;   ///< of each of the settings' `schemas`
    std::vector<OwnPattern> own_calls_;
    std::shared_ptr<Settings const> settings_;
};

}  // namespace alyx::analyzer
