// The usage of a pack: each count belongs to something that the pack describes.
#include <algorithm>
#include <boost/json/array.hpp>

#include "analyzer/schema/pack_builder.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

namespace {

/// Calls `use` with each member that is an object.
template <class Use>
void for_each_object(Members const& members, std::string_view key, Use const& use) {
    auto const all = members.path() / key;
    for (auto const& member : members.object(key)) {
        auto const here = all / std::string_view(member.key());
        if (member.value().is_object()) use(std::string_view(member.key()), Members(member.value().get_object(), here));
    }
}

/// Calls `use` with each key and its count.
template <class Use>
void for_each_count(Members const& counts, Use const& use) {
    for (auto const& member : counts.all()) {
        auto const here = counts.path() / std::string_view(member.key());
        auto const count = counts.integer(member.key());
        use(std::string_view(member.key()), static_cast<std::uint32_t>(std::max<std::int64_t>(count, 0)), here);
    }
}

}  // namespace

void PackBuilder::count(void const* object, std::uint32_t count, JsonPath const& path, std::string_view name,
                        std::string_view what) {
    if (object)
        schema_.usage.counts[object] = count;
    else
        problems_.add(path, concat("`", name, "` is ", what));
}

void PackBuilder::build_usage(Members const& pack) {
    auto const here = pack.path() / std::string_view("usage");
    Members const usage(pack.object("usage"), here);
    auto const endpoints = here / std::string_view("endpoints"), actions = here / std::string_view("actions");
    for_each_count(Members(usage.object("endpoints"), endpoints), [&](auto name, auto many, auto const& path) {
        count(schema_.find_endpoint(name), many, path, name, "no endpoint of this pack");
    });
    for_each_count(Members(usage.object("actions"), actions),
                   [&](auto name, auto many, auto const&) { schema_.usage.actions[std::string(name)] = many; });
    for_each_object(usage, "parameters", [&](auto name, Members const& members) {
        auto const* endpoint = schema_.find_endpoint(name);
        if (!endpoint) return problems_.add(members.path(), concat("`", name, "` is no endpoint of this pack"));
        for_each_count(members, [&](auto parameter, auto many, auto const& path) {
            count(endpoint->find(parameter), many, path, parameter, concat("no parameter of ", name));
        });
    });
    for_each_object(usage, "names", [&](auto label, Members const& members) {
        auto const* model = model_named(label, members.path());
        if (!model) return;
        for_each_count(members, [&](auto name, auto many, auto const& path) {
            count(model->find(name), many, path, name, concat("no name of ", label));
            schema_.usage.spellings[std::string(name)] += many;
        });
    });
    for_each_object(usage, "lookups", [&](auto type, Members const& members) {
        if (auto const known = from_name<FieldType>(type))
            for_each_count(members, [&](auto name, auto many, auto const&) {
                schema_.usage.lookups[std::size_t(*known)][std::string(name)] = many;
            });
    });
    build_keys(usage);
}

void PackBuilder::build_keys(Members const& usage) {
    for_each_object(usage, "keys", [&](auto label, Members const& members) {
        auto const* model = model_named(label, members.path());
        if (!model) return;
        for (auto const& member : members.all()) {
            auto const* name = model->find(member.key());
            bool const is_json = name && name->field_class && name->field_class->type == FieldType::json;
            if (is_json)
                schema_.usage.keys[name] = members.texts(member.key());
            else
                problems_.add(members.path() / std::string_view(member.key()),
                              concat("`", std::string_view(member.key()), "` is no JSON field of ", label));
        }
    });
}

}  // namespace alyx::analyzer
