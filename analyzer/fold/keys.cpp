// Interning of dotted paths.
#include "analyzer/fold/keys.hpp"

namespace alyx::analyzer::ir {

std::size_t Keys::Hash::operator()(std::pair<Key, std::string_view> const& path) const {
    return std::hash<std::string_view>()(path.second) ^ (path.first * 0x9E3779B97F4A7C15ULL);
}

Key Keys::intern(Key object, std::string_view text) {
    if (auto known = keys_.find({object, text}); known != keys_.end()) return known->second;
    std::string_view name = names_.emplace_back(text);
    paths_.emplace_back(object, name);
    return keys_[{object, name}] = static_cast<Key>(paths_.size());
}

Key Keys::root_of(Key key) const {
    while (Key object = object_of(key)) key = object;
    return key;
}

}  // namespace alyx::analyzer::ir
