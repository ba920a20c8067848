// A pack's way from text to schema: parse, check against the format, build.
#include "analyzer/schema/pack.hpp"

#include <boost/json/monotonic_resource.hpp>
#include <boost/json/object.hpp>
#include <deque>
#include <mutex>
#include <optional>
#include <stdexcept>

#include "analyzer/schema/embedded.hpp"
#include "analyzer/schema/json_document.hpp"
#include "analyzer/schema/json_schema.hpp"
#include "analyzer/schema/nearest.hpp"
#include "analyzer/schema/pack_builder.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

namespace json = boost::json;

namespace {

constexpr std::string_view format_file = "pack.schema.json";
constexpr std::string_view base_folder = "base/";
constexpr std::string_view extension = ".json";

/// Files that people wrote are checked against the format; those in the program are by the tests.
enum class Trust { none, built_in };

std::vector<std::string_view> files_in(std::string_view folder) {
    std::vector<std::string_view> names;
    for (auto const& file : embedded_files()) {
        auto name = file.name;
        if (name == format_file || !name.starts_with(folder) || !name.ends_with(extension)) continue;
        name.remove_prefix(folder.size());
        name.remove_suffix(extension.size());
        if (name.find('/') == std::string_view::npos) names.push_back(name);
    }
    return names;
}

void check_format(json::value const& document, std::string_view text, Problems& problems) {
    auto const format = parse_json(embedded_text(format_file), {}, problems);
    if (format) check_json(document, *format, problems);
    check_duplicate_keys(text, problems);
}

/// What `own` does not say, `parent` does: member by member down to the names of models, which are replaced whole.
json::object merged(json::object parent, json::object const& own, int depth = 0) {
    constexpr int most_depth = 3;
    for (auto const& [key, value] : own) {
        auto& to = parent[key];
        bool const is_table = depth < most_depth && to.is_object() && value.is_object();
        to = is_table ? json::value(merged(to.get_object(), value.get_object(), depth + 1)) : value;
    }
    return parent;
}

/// The pack with all that it takes over from the service of the program that it extends; nothing where it extends none.
std::optional<json::object> with_service(json::object const& own, Members const& pack, Problems& problems) {
    auto const name = pack.text("extends");
    auto const text = name.empty() ? std::string_view() : embedded_text(concat(name, extension));
    if (text.empty()) return std::nullopt;
    auto const document = parse_json(text, {}, problems);
    if (!document) return std::nullopt;
    auto parent = document->as_object();
    // It may extend a base itself; what this pack extends is in it now.
    auto all = merged(parent, own);
    if (auto const* base = parent.if_contains("extends"))
        all["extends"] = *base;
    else
        all.erase("extends");
    return all;
}

/// Classes and habits of the base that the pack extends; false where there is no such base.
bool build_base(PackBuilder& builder, Members const& pack, Problems& problems) {
    auto const name = pack.text("extends");
    if (name.empty()) return true;
    auto const text = embedded_text(concat(base_folder, name, extension));
    if (text.empty()) {
        auto bases = files_in(base_folder);
        for (auto service : files_in("")) bases.push_back(service);
        problems.add(pack.path() / std::string_view("extends"), concat("there is no base pack `", name, "`"),
                     did_you_mean(name, bases));
        return false;
    }
    json::monotonic_resource memory;
    auto const document = parse_json(text, &memory, problems);
    if (document) builder.build_classes(Members(document->as_object(), pack.path()));
    return document.has_value();
}

/// Labels lead to their models; so do bare names, as far as they are clear.
void index_models(Schema& schema) {
    boost::unordered_flat_map<std::string_view, int> bearers, listed;
    for (auto const& model : schema.models) ++bearers[model->name];
    boost::unordered_flat_map<Model const*, bool> has_list;
    for (auto const& endpoint : schema.endpoints)
        if (endpoint->model && !std::exchange(has_list[endpoint->model], true)) ++listed[endpoint->model->name];
    for (auto const& model : schema.models)
        if (bearers[model->name] == 1 || (has_list[model.get()] && listed[model->name] == 1))
            schema.models_by_name[model->name] = model.get();
    for (auto const& model : schema.models) schema.models_by_name[model->label] = model.get();
}

/// All that is read of a pack. Every schema is part of one.
struct Pack : Schema {
    EntityTypes entities;
    UrlLookups url;
};

std::shared_ptr<Schema const> build(json::object const& document, Problems& problems) {
    auto schema = std::make_shared<Pack>();
    JsonPath const root;
    Members const pack(document, root);
    schema->service = pack.text("service");
    schema->title = pack.has("title") ? pack.text("title") : pack.text("service");
    schema->version = pack.text("version");
    schema->dialect = pack.text("dialect");
    schema->query_parameter = pack.text("query_parameter");
    schema->base_urls = pack.texts("base_urls");
    PackBuilder builder(*schema, schema->entities, schema->url, problems);
    if (!build_base(builder, pack, problems)) return nullptr;  // else every class would be reported
    builder.build_classes(pack);
    builder.build_models(pack);
    builder.build_url_lookups(pack);
    builder.build_endpoints(pack);
    builder.build_renames(pack);
    builder.build_calls(pack);
    builder.build_usage(pack);
    index_models(*schema);
    return schema;
}

std::shared_ptr<Schema const> read(std::string_view text, Trust trust, Problems& problems) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    json::monotonic_resource memory;
    auto const document = parse_json(text, &memory, problems);
    if (!document) return nullptr;
    if (trust == Trust::none) check_format(*document, text, problems);
    if (!document->is_object()) return nullptr;
    JsonPath const root;
    auto const& own = document->get_object();
    auto const all = with_service(own, Members(own, root), problems);
    return build(all ? *all : own, problems);
}

struct Slot {
    std::string_view service;
    std::once_flag once;
    std::shared_ptr<Schema const> schema;
};

std::deque<Slot>& slots() {
    static std::deque<Slot> all;
    static bool const filled = [] {
        for (auto service : files_in("")) all.emplace_back().service = service;
        return true;
    }();
    static_cast<void>(filled);
    return all;
}

}  // namespace

EntityTypes const& entity_types(Schema const& schema) {
    return static_cast<Pack const&>(schema).entities;
}

UrlLookups const* url_lookups(Schema const& schema) {
    return schema.dialect == url_lookups_dialect ? &static_cast<Pack const&>(schema).url : nullptr;
}

boost::system::result<std::shared_ptr<Schema const>, std::vector<Failure>> read_pack(std::string_view file,
                                                                                     std::string_view text) {
    Problems problems(file);
    auto schema = read(text, Trust::none, problems);
    if (!problems.empty()) return problems.take();
    return schema;
}

std::shared_ptr<Schema const> built_in_schema(std::string_view service) {
    for (auto& slot : slots()) {
        if (slot.service != service) continue;
        std::call_once(slot.once, [&slot] {
            auto const file = concat(slot.service, extension);
            Problems problems(file);
            slot.schema = read(embedded_text(file), Trust::built_in, problems);
            if (!problems.empty()) throw std::logic_error(problems.take().front().to_string());
        });
        return slot.schema;
    }
    return nullptr;
}

std::vector<std::string_view> built_in_services() {
    return files_in("");
}

std::vector<std::shared_ptr<Schema const>> const& built_in_url_schemas() {
    static auto const all = [] {
        std::vector<std::shared_ptr<Schema const>> found;
        // Reading the others would cost more than most scripts do.
        for (auto service : built_in_services())
            if (embedded_text(concat(service, extension)).find(R"("dialect": "url")") != std::string_view::npos)
                if (auto schema = built_in_schema(service); url_lookups(*schema)) found.push_back(std::move(schema));
        return found;
    }();
    return all;
}

}  // namespace alyx::analyzer
