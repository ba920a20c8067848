// The readings of forms: commas, true and false, nothing.
#include "analyzer/outcome/url_value.hpp"

#include "analyzer/value/number.hpp"

namespace alyx::analyzer {
namespace {

PyValue split(std::string_view text, std::uint32_t base) {
    PyValue list;
    list.kind = PyValue::Kind::list;
    list.span = make_span(base, base + text.size());
    for (std::size_t begin = 0; begin <= text.size() && !text.empty();) {
        auto const end = std::min(text.find(',', begin), text.size());
        list.items.push_back(PyValue::make_text(std::string(text.substr(begin, end - begin))));
        list.items.back().span = make_span(base + begin, base + end);
        begin = end + 1;
    }
    return list;
}

std::optional<bool> boolean(std::string_view text) {
    auto const lower = ascii_lower(text);
    if (lower == "true" || lower == "1") return true;
    if (lower == "false" || lower == "0") return false;
    return std::nullopt;
}

}  // namespace

void read_url_value(UrlLookups const& url, Conjunct const& c, Value& value, Endpoint const& endpoint) {
    if (value.form == Value::Form::hole) return;
    auto const text = value.literal.text;
    auto const target = resolve_path(*c.path, c.path_text, *endpoint.model, endpoint.annotations);
    if (target.fault != PathFault::none || !target.is_known) return;
    auto const unknown = [&] { value.literal.kind = PyValue::Kind::computed; };
    bool const is_json = !target.is_relation && target.field_class->type == FieldType::json;
    // A form takes the empty text for no value at all.
    if (text.empty() && !is_json) return unknown();
    auto const lookup = target.lookup;
    if (lookup == Lookup::isnull) {
        auto const flag = boolean(text);
        if (!flag) return unknown();
        value.literal = PyValue::make_boolean(*flag);
        value.literal.span = value.span;
        return;
    }
    bool const takes_list = lookup == Lookup::in || lookup == Lookup::range;
    if (takes_list && url.lists == UrlLookups::Lists::repeated) return unknown();
    if (takes_list) {
        value.literal = split(text, value.span.begin);
        return;
    }
    bool const is_container = lookup == Lookup::has_keys || lookup == Lookup::has_any_keys ||
                              lookup == Lookup::contained_by || lookup == Lookup::overlap ||
                              (is_json && lookup == Lookup::contains);
    if (is_container || (!target.is_relation && target.field_class->type == FieldType::array)) return unknown();
    bool const is_boolean = !target.is_relation && target.field_class->type == FieldType::boolean;
    if (auto const flag = is_boolean ? boolean(text) : std::nullopt) {
        value.literal = PyValue::make_boolean(*flag);
        value.literal.span = value.span;
    }
}

}  // namespace alyx::analyzer
