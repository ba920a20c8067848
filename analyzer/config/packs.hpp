// The packs that configurations name, each read once.
#pragma once

#include <boost/system/result.hpp>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "analyzer/config/configuration.hpp"
#include "analyzer/schema/schema.hpp"

namespace alyx::analyzer {

/// May be used from several threads.
class Packs {
  public:
    using Result = boost::system::result<std::shared_ptr<Schema const>, std::vector<Failure>>;

    /// Where its file cannot be read, the failure stands where the pack is named; what is wrong in it, in its file.
    Result load(PackName const& name);
    /// Files may have changed: reads them anew.
    void forget();

  private:
    std::mutex mutex_;
    std::map<std::string, Result> by_path_;
};

}  // namespace alyx::analyzer
