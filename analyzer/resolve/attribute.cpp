// One segment after the other.
#include "analyzer/resolve/attribute.hpp"

#include <algorithm>

#include "analyzer/schema/entity_types.hpp"

namespace alyx::analyzer {
namespace {

/// On the type itself; else on a subtype, for rows may be of any of them.
Name const* find_attribute(Schema const& schema, Model const& model, std::string_view name) {
    if (auto const* found = model.find(name)) return found;
    for (auto const* subtype : entity_type(schema, model).subtypes)
        if (auto const* found = subtype->find(name)) return found;
    return nullptr;
}

bool is_kind_of(Schema const& schema, Model const& type, Model const& base) {
    auto const& subtypes = entity_type(schema, base).subtypes;
    return &type == &base || std::find(subtypes.begin(), subtypes.end(), &type) != subtypes.end();
}

Cast const* cast_at(AttributePath const& path, std::uint32_t segment) {
    for (auto const& cast : path.casts)
        if (cast.segment == segment) return &cast;
    return nullptr;
}

}  // namespace

ResolvedAttribute resolve_attribute(AttributePath const& path, std::string_view text, Model const* root,
                                    Schema const& schema) {
    ResolvedAttribute resolved;
    auto fail = [&](AttributeFault fault, std::uint32_t segment) {
        resolved.fault = fault;
        resolved.fault_segment = segment;
        resolved.is_known = false;
        return resolved;
    };
    auto hide = [&] {
        resolved.is_known = false;
        return resolved;
    };
    Model const* model = root;
    auto const& segments = path.path.segments;
    for (std::uint32_t i = 0; i < segments.size(); ++i) {
        bool is_scalar = i > 0 && !resolved.steps.back().name->is_relation();
        if (segments[i].has_hole || segments[i].span.empty()) return hide();
        if (is_scalar) return fail(AttributeFault::of_scalar, i);
        if (!model) return hide();
        auto const* name = find_attribute(schema, *model, segments[i].span.of(text));
        if (!name) return fail(AttributeFault::unknown, i);
        resolved.steps.push_back({model, name, name->target});
        model = name->target;
        auto const* cast = cast_at(path, i);
        if (!cast) continue;
        if (cast->has_hole) return hide();
        if (!name->is_relation()) return fail(AttributeFault::cast_of_scalar, i);
        auto const* type = schema.find_model(cast->type.of(text));
        if (!type) return fail(AttributeFault::unknown_cast, i);
        if (!is_kind_of(schema, *type, *model)) return fail(AttributeFault::unrelated_cast, i);
        resolved.steps.back().target = model = type;
    }
    return resolved;
}

}  // namespace alyx::analyzer
