// Names and dotted paths as numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace alyx::analyzer::ir {

/// A name or a dotted path of names (`self.query`), interned; 0 is no path.
using Key = std::uint32_t;

/// Grows only. Keys hold, and the names are owned, as long as it lives.
class Keys {
  public:
    Key name(std::string_view text) { return intern(0, text); }
    Key attribute(Key object, std::string_view text) { return intern(object, text); }
    Key object_of(Key key) const { return paths_[key - 1].first; }
    std::string_view last_name(Key key) const { return paths_[key - 1].second; }
    std::size_t size() const { return paths_.size(); }
    /// The first name of the path.
    Key root_of(Key key) const;

  private:
    struct Hash {
        std::size_t operator()(std::pair<Key, std::string_view> const& path) const;
    };
    Key intern(Key object, std::string_view text);
    std::deque<std::string> names_;
    std::unordered_map<std::pair<Key, std::string_view>, Key, Hash> keys_;  ///< views of `names_`
    std::vector<std::pair<Key, std::string_view>> paths_;
};

}  // namespace alyx::analyzer::ir
