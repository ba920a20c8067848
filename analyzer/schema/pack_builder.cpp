// What all parts of a pack's builder share: reading members, classes, and finding things by name.
#include "analyzer/schema/pack_builder.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/string.hpp>

#include "analyzer/schema/nearest.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

namespace json = boost::json;

std::string_view Members::text(std::string_view key) const {
    auto const* found = object_->if_contains(key);
    auto const* string = found ? found->if_string() : nullptr;
    return string ? std::string_view(*string) : std::string_view();
}

bool Members::flag(std::string_view key, bool otherwise) const {
    auto const* found = object_->if_contains(key);
    auto const* flag = found ? found->if_bool() : nullptr;
    return flag ? *flag : otherwise;
}

bool Members::is_null(std::string_view key) const {
    auto const* found = object_->if_contains(key);
    return found && found->is_null();
}

std::int64_t Members::integer(std::string_view key) const {
    auto const* found = object_->if_contains(key);
    auto const* number = found ? found->if_int64() : nullptr;
    return number ? *number : 0;
}

json::object const& Members::object(std::string_view key) const {
    static json::object const none;
    auto const* found = object_->if_contains(key);
    auto const* object = found ? found->if_object() : nullptr;
    return object ? *object : none;
}

json::array const& Members::array(std::string_view key) const {
    static json::array const none;
    auto const* found = object_->if_contains(key);
    auto const* array = found ? found->if_array() : nullptr;
    return array ? *array : none;
}

std::vector<std::string> Members::texts(std::string_view key) const {
    std::vector<std::string> texts;
    for (auto const& item : array(key))
        if (auto const* string = item.if_string()) texts.emplace_back(string->data(), string->size());
    return texts;
}

std::vector<std::pair<std::string, std::string>> Members::pairs(std::string_view key) const {
    std::vector<std::pair<std::string, std::string>> pairs;
    for (auto const& member : object(key))
        if (auto const* string = member.value().if_string())
            pairs.emplace_back(std::string(member.key()), std::string(*string));
    return pairs;
}

void PackBuilder::build_classes(Members const& pack) {
    if (pack.has("key_alias")) key_alias_ = pack.text("key_alias");
    if (pack.has("relation_suffix")) relation_suffix_ = pack.text("relation_suffix");
    for (auto const& [kind, name] : pack.pairs("relation_classes"))
        if (auto const known = from_name<NameKind>(kind)) relation_classes_[std::size_t(*known)] = name;

    auto const all = pack.path() / std::string_view("classes");
    for (auto const& member : pack.object("classes")) {
        auto const here = all / std::string_view(member.key());
        if (!member.value().is_object()) continue;
        Members const description(member.value().get_object(), here);
        FieldClass made{std::string(member.key()), description.one_of("type", FieldType::text), {}};
        if (auto const& bounds = description.array("bounds");
            bounds.size() == 2 && bounds[0].is_int64() && bounds[1].is_int64()) {
            made.bounds = {bounds[0].get_int64(), bounds[1].get_int64()};
            auto const at = here / std::string_view("bounds");
            if (made.type != FieldType::integer) problems_.add(at, "only integers have bounds");
            if (made.bounds.low > made.bounds.high) problems_.add(at, "the lower bound is above the upper one");
        }
        if (auto const known = classes_.find(std::string_view(member.key())); known != classes_.end()) {
            known->second->type = made.type;
            known->second->bounds = made.bounds;
            continue;
        }
        auto* added = schema_.classes.emplace_back(std::make_unique<FieldClass>(std::move(made))).get();
        classes_[added->name] = added;  // a view of the class itself: the base pack's text does not last
    }
    std::sort(schema_.classes.begin(), schema_.classes.end(),
              [](auto const& a, auto const& b) { return a->name < b->name; });
}

namespace {

template <class Map>
auto find_or_report(Map const& map, std::string_view name, char const* what, std::string_view otherwise,
                    JsonPath const& path, Problems& problems) {
    auto const at = map.find(name);
    if (at != map.end()) return at->second;
    std::vector<std::string_view> names;
    for (auto const& entry : map) names.push_back(entry.first);
    std::sort(names.begin(), names.end());
    auto remedy = did_you_mean(name, names);
    // `Supplier` for `stock.Supplier`, `Decimal` for `DecimalField`
    for (std::string_view one : names) {
        bool const is_part = one.ends_with(concat(".", name)) || one == concat(name, "Field");
        if (remedy.empty() && is_part) remedy = concat("did you mean `", one, "`?");
    }
    if (remedy.empty()) remedy = otherwise;
    problems.add(path, concat("there is no ", what, " `", name, "`"), std::move(remedy));
    return typename Map::mapped_type{};
}

}  // namespace

FieldClass const* PackBuilder::class_named(std::string_view name, JsonPath const& path) {
    auto const* remedy =
        classes_.empty() ? "write \"extends\": \"django\", or say its type in `classes`" : "say its type in `classes`";
    return find_or_report(classes_, name, "class", remedy, path, problems_);
}

Model* PackBuilder::model_named(std::string_view label, JsonPath const& path) {
    return find_or_report(models_, label, "model", "add it to `models`", path, problems_);
}

Name const* end_of_path(Model const* model, std::string_view path) {
    Name const* end = nullptr;
    for (std::size_t begin = 0; model && begin <= path.size();) {
        auto const stop = std::min(path.find("__", begin), path.size());
        auto const* next = model->find(path.substr(begin, stop - begin));
        if (!next) break;
        end = next;
        model = next->target;
        begin = stop + 2;
    }
    return end;
}

}  // namespace alyx::analyzer
