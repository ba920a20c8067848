// A model that is being built.
#pragma once

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>

#include "analyzer/schema/pack_builder.hpp"

namespace alyx::analyzer {

struct PackBuilder::Draft {
    Model* model = nullptr;
    std::string key = "id";
    std::vector<std::string> keys;     ///< of a key made of several names
    JsonPath const* models = nullptr;  ///< of the object that all models are in
    std::vector<Name> names;
    boost::unordered_flat_set<std::string> listed;
    boost::unordered_flat_map<std::string, FilterDoubt> doubts;
    bool says_key = false;
    enum class Inheritance { not_yet, now, done } inheritance = Inheritance::not_yet;

    Name* find(std::string_view name) {
        auto const at = std::find_if(names.begin(), names.end(), [&](Name const& n) { return n.name == name; });
        return at == names.end() ? nullptr : &*at;
    }
    void add(Name name, FilterDoubt doubt = FilterDoubt::none) {
        if (doubt != FilterDoubt::none) doubts[name.name] = doubt;
        listed.insert(name.name);
        names.push_back(std::move(name));
    }
    FilterDoubt doubt(std::string const& name) const {
        auto at = doubts.find(name);
        return at == doubts.end() ? FilterDoubt::none : at->second;
    }
};

}  // namespace alyx::analyzer
