// Turns a pack's JSON value into a schema; one file a part of the pack.
#pragma once

#include <array>
#include <boost/json/object.hpp>
#include <boost/unordered/unordered_flat_map.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/schema/entity_types.hpp"
#include "analyzer/schema/enum_names.hpp"
#include "analyzer/schema/problems.hpp"
#include "analyzer/schema/schema.hpp"
#include "analyzer/schema/url_lookups.hpp"

namespace alyx::analyzer {

/// Members of a JSON object, leniently: what is missing or of a wrong type is empty, for the format's description has
/// already been checked.
class Members {
  public:
    Members(boost::json::object const& object, JsonPath const& path) : object_(&object), path_(&path) {}

    std::string_view text(std::string_view key) const;
    bool flag(std::string_view key, bool otherwise) const;
    bool has(std::string_view key) const { return object_->contains(key); }
    bool is_null(std::string_view key) const;
    std::int64_t integer(std::string_view key) const;
    boost::json::object const& object(std::string_view key) const;
    boost::json::array const& array(std::string_view key) const;
    std::vector<std::string> texts(std::string_view key) const;
    std::vector<std::pair<std::string, std::string>> pairs(std::string_view key) const;
    template <class Enum>
    Enum one_of(std::string_view key, Enum otherwise) const {
        return from_name<Enum>(text(key)).value_or(otherwise);
    }
    JsonPath const& path() const { return *path_; }
    boost::json::object const& all() const { return *object_; }

  private:
    boost::json::object const* object_;
    JsonPath const* path_;
};

/// Builds one schema. Each `build_` reports what is wrong and goes on; a schema with problems is to be thrown away.
class PackBuilder {
  public:
    PackBuilder(Schema& schema, EntityTypes& entities, UrlLookups& url, Problems& problems)
        : schema_(schema), entities_(entities), url_(url), problems_(problems) {}

    /// Classes and habits of naming: of the base pack first, then of the pack.
    void build_classes(Members const& pack);
    /// What parameters that are lookups mean; before the endpoints.
    void build_url_lookups(Members const& pack);
    void build_models(Members const& pack);
    void build_endpoints(Members const& pack);
    void build_renames(Members const& pack);
    void build_calls(Members const& pack);
    /// After everything else: it only points to it.
    void build_usage(Members const& pack);

  private:
    struct Draft;  ///< a model whose names can still grow; in draft.hpp

    std::optional<Name> read_name(std::string_view name, Members const& member);
    void read_class(Name& name, Members const& member);
    void read_target(Name& name, Members const& member);
    std::vector<Choice> read_choices(Members const& member);
    void read_entity(Draft& draft, Members const& model);
    void inherit(Draft& draft, std::vector<Draft>& drafts);
    void finish_entity(Draft& draft);
    void add_ways_back(std::vector<Draft>& drafts);
    void set_value_classes(std::vector<Draft>& drafts);
    void add_aliases(Draft& draft) const;
    void finish_models(std::vector<Draft>& drafts);

    void build_endpoint(Endpoint& endpoint, Members const& member, std::vector<std::string> const& paging);
    void read_id(Endpoint& endpoint, Members const& member);
    void check_base_urls(Members const& pack);
    void check_path(Endpoint const& endpoint, Parameter const& made, Members const& member);
    void add_lookups(Endpoint& endpoint);
    void read_filters(Endpoint const& endpoint, Members const& member);
    void read_url_parameter(Endpoint const& endpoint, Members const& parameter);
    Parameter read_parameter(Endpoint const& endpoint, Members const& member);
    void build_call(Members const& member);
    void count(void const* object, std::uint32_t count, JsonPath const& path, std::string_view name,
               std::string_view what);
    void build_keys(Members const& usage);
    void check_call(CallPattern const& call, Members const& member);

    FieldClass const* class_named(std::string_view name, JsonPath const& path);
    Model* model_named(std::string_view label, JsonPath const& path);

    Schema& schema_;
    EntityTypes& entities_;
    UrlLookups& url_;
    Problems& problems_;
    boost::unordered_flat_map<std::string_view, FieldClass*> classes_;
    boost::unordered_flat_map<std::string_view, Model*> models_;
    std::array<std::string, std::size_t(NameKind::generic_foreign_key) + 1> relation_classes_;  ///< by NameKind
    std::string key_alias_;
    std::string relation_suffix_;
};

/// The name that the path of a condition ends at, before lookups and transforms; null where it leads nowhere.
Name const* end_of_path(Model const* model, std::string_view path);

}  // namespace alyx::analyzer
