// Names that were probably meant.
#include "analyzer/rules/suggest.hpp"

#include <algorithm>
#include <deque>

#include "analyzer/schema/nearest.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

std::string folded(std::string_view name) {
    std::string text;
    for (char c : name)
        if (c != '_' && c != '-' && c != ' ') text += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return text;
}

}  // namespace

std::vector<std::string> closest(std::string_view name, std::span<std::string_view const> candidates) {
    constexpr std::size_t longest = 64;
    if (name.size() > longest) return {};
    auto wanted = folded(name);
    auto limit = std::max<std::size_t>(1, wanted.size() / 3);
    std::vector<std::pair<std::size_t, std::string_view>> close;
    for (auto candidate : candidates) {
        auto text = folded(candidate);
        bool near_in_size = text.size() <= wanted.size() + limit && wanted.size() <= text.size() + limit;
        bool begins = wanted.size() >= 4 && text.size() > wanted.size() && text.compare(0, wanted.size(), wanted) == 0;
        if (begins) {
            close.emplace_back(limit, candidate);
        } else if (near_in_size) {
            if (auto d = edit_distance(wanted, text, limit); d <= limit && d < wanted.size())
                close.emplace_back(d, candidate);
        }
    }
    std::stable_sort(close.begin(), close.end(), [](auto const& a, auto const& b) { return a.first < b.first; });
    // What is clearly farther than the best is no help.
    std::vector<std::string> names;
    for (auto const& [d, candidate] : close)
        if (names.size() < 3 && d <= close.front().first + 1) names.emplace_back(candidate);
    return names;
}

std::vector<std::string_view> names_of(Model const& model) {
    std::vector<std::string_view> names;
    for (auto const& name : model.names)
        if (!name.hidden && name.kind != NameKind::generic_foreign_key) names.push_back(name.name);
    return names;
}

std::vector<std::string> hops_to(Model const& model, std::string_view name) {
    constexpr std::size_t farthest = 3;
    struct At {
        Model const* model;
        std::string path;
        std::size_t depth;
    };
    std::deque<At> queue{{&model, {}, 0}};
    std::vector<Model const*> seen{&model};
    std::vector<std::string> found;
    std::size_t shortest = farthest;
    while (!queue.empty() && queue.front().depth <= shortest) {
        At at = std::move(queue.front());
        queue.pop_front();
        for (bool reverse : {false, true}) {
            for (auto const& step : at.model->names) {
                bool is_reverse = step.kind >= NameKind::reverse_foreign_key;
                if (!step.is_relation() || step.hidden || step.alias || is_reverse != reverse) continue;
                if (std::find(seen.begin(), seen.end(), step.target) != seen.end()) continue;
                seen.push_back(step.target);
                auto path = at.path.empty() ? step.name : concat(at.path, "__", step.name);
                if (auto const* there = step.target->find(name); there && !there->hidden) {
                    shortest = at.depth;
                    if (found.size() < 3) found.push_back(concat(path, "__", name));
                }
                if (at.depth + 1 < farthest) queue.push_back({step.target, std::move(path), at.depth + 1});
            }
        }
    }
    return found;
}

Rename const* find_rename(Schema const& schema, Model const& model, std::string_view name) {
    auto at = std::find_if(schema.renames.begin(), schema.renames.end(),
                           [&](Rename const& rename) { return rename.model == &model && rename.from == name; });
    return at == schema.renames.end() ? nullptr : &*at;
}

std::string_view label_field(Schema const& schema, Model const& model) {
    for (auto const& endpoint : schema.endpoints)
        if (auto const* field = endpoint->model == &model ? model.find(endpoint->id_field) : nullptr;
            field && !field->alias && field != model.key)
            return field->name;
    constexpr std::string_view usual[] = {"nickname", "username", "acronym", "name"};
    for (auto name : usual)
        if (auto const* field = model.find(name); field && !field->is_relation()) return name;
    return {};
}

std::string_view foreign_lookup(std::string_view name) {
    static constexpr std::pair<std::string_view, std::string_view> table[] = {
        {"eq", "exact"},
        {"equals", "exact"},
        {"like", "contains"},
        {"ilike", "icontains"},
        {"match", "regex"},
        {"matches", "regex"},
        {"null", "isnull"},
        {"is_null", "isnull"},
        {"between", "range"},
        {"ge", "gte"},
        {"le", "lte"},
        {"includes", "contains"},
        {"search", "icontains"},
        {"starts_with", "startswith"},
        {"ends_with", "endswith"},
        {"before", "lt"},
        {"after", "gt"},
        {"has", "has_key"},
    };
    for (auto const& [from, to] : table)
        if (from == name) return to;
    return {};
}

std::optional<std::string_view> negated_lookup(std::string_view name) {
    static constexpr std::pair<std::string_view, std::string_view> table[] = {
        {"ne", ""},
        {"neq", ""},
        {"not", ""},
        {"not_equal", ""},
        {"isnot", ""},
        {"is_not", ""},
        {"exclude", ""},
        {"nin", "in"},
        {"notin", "in"},
        {"not_in", "in"},
        {"nlike", "contains"},
        {"notlike", "contains"},
        {"not_like", "contains"},
        {"nilike", "icontains"},
        {"notilike", "icontains"},
        {"not_ilike", "icontains"},
        {"notnull", "isnull"},
        {"not_null", "isnull"},
        {"isnotnull", "isnull"},
    };
    for (auto const& [from, to] : table)
        if (from == name) return to;
    return std::nullopt;
}

}  // namespace alyx::analyzer
