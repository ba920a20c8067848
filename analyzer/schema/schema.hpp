// The models, endpoints and client calls of one service, as a pack describes them. Immutable once loaded.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/schema/call_pattern.hpp"
#include "analyzer/schema/endpoint.hpp"
#include "analyzer/schema/model.hpp"
#include "analyzer/schema/usage.hpp"

namespace alyx::analyzer {

/// A name that was changed; `from` is what old scripts write on `model`.
struct Rename {
    Model const* model = nullptr;
    std::string from;
    std::string to;
    std::string since;  ///< version or date of the service
};

struct Schema {
    std::string service;  ///< alyx
    std::string title;    ///< Alyx
    std::string version;
    std::string dialect;          ///< alyx-filter
    std::string query_parameter;  ///< django
    std::vector<std::string> base_urls;
    std::vector<std::unique_ptr<FieldClass>> classes;  ///< sorted by name
    std::vector<std::unique_ptr<Model>> models;        ///< sorted by label
    std::vector<std::unique_ptr<Endpoint>> endpoints;  ///< sorted by name
    std::vector<std::string> client_endpoints;  ///< further ones that the client lets pass, without lists; sorted
    std::vector<Rename> renames;
    std::vector<CallPattern> calls;
    Usage usage;
    boost::unordered_flat_map<std::string_view, Model const*> models_by_name;  ///< by label, and by bare name

    /// A bare name that several models have is the one's that an endpoint lists, if that is only one.
    Model const* find_model(std::string_view label_or_name) const;
    Endpoint const* find_endpoint(std::string_view name) const;
    FieldClass const* find_class(std::string_view name) const;
};

}  // namespace alyx::analyzer
