// `[[calls]]`: functions of the user's own in which queries stand.
#include <algorithm>

#include "analyzer/config/reader.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

using Kind = TomlValue::Kind;

constexpr std::string_view dialects[] = {"alyx-filter"};
constexpr std::int64_t most_arguments = 64;

struct Table {
    OwnCall call;
    std::optional<std::int64_t> endpoint_index;
};

bool is_name(std::string_view text) {
    auto is_letter = [](unsigned char c) {
        return c >= 0x80 || c == '_' || ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z');
    };
    auto is_digit = [](unsigned char c) { return c >= '0' && c <= '9'; };
    return !text.empty() && !is_digit(static_cast<unsigned char>(text.front())) &&
           std::all_of(text.begin(), text.end(), [&](char c) {
               auto byte = static_cast<unsigned char>(c);
               return is_letter(byte) || is_digit(byte);
           });
}

void read_callee(Reader& reader, TomlValue const& value, Table& to) {
    auto callee = reader.text(value, "calls.callee");
    if (!callee) return;
    auto dot = callee->find('.');
    to.call.callee = dot == std::string::npos ? *callee : callee->substr(dot + 1);
    to.call.receiver = dot == std::string::npos ? "" : callee->substr(0, dot);
    if (is_name(to.call.callee) && (dot == std::string::npos || is_name(to.call.receiver))) return;
    reader.fail(value.mark, concat("`", *callee, "` is no callee"),
                "write a function's name, `my_rest`, or a method's with the name before it, `client.query`");
}

void read_endpoint_argument(Reader& reader, TomlValue const& value, Table& to) {
    if (value.kind == Kind::integer) {
        if (value.integer >= 0 && value.integer < most_arguments)
            to.endpoint_index = value.integer;
        else
            reader.fail(value.mark, "`calls.endpoint-argument` is no position", "the first argument is 0");
    } else if (value.kind == Kind::text) {
        if (auto name = reader.text(value, "calls.endpoint-argument")) to.call.endpoint_argument = std::move(*name);
    } else {
        reader.fail(value.mark, concat("`calls.endpoint-argument` is ", value.what(), ", not a position or a name"));
    }
}

void read_dialect(Reader& reader, TomlValue const& value, Table& to) {
    if (auto index = reader.one_of(value, "calls.dialect", dialects)) to.call.dialect = dialects[*index];
}

template <auto Member>
void read_names(Reader& reader, TomlValue const& value, std::string_view key, Table& to) {
    if (auto names = reader.texts(value, key)) to.call.*Member = std::move(*names);
}

#define ALYX_READ [](Reader & reader, TomlValue const& value, Table& to)

constexpr ConfigurationKey<Table> keys[] = {{"callee", read_callee},
                                            {"schema", ALYX_READ{to.call.pack = reader.pack(value, "calls.schema");
}  // namespace
}  // namespace alyx::analyzer
, {"dialect", read_dialect},
    {"endpoint", ALYX_READ{to.call.endpoint = reader.text(value, "calls.endpoint").value_or("");
}
}
, {"endpoint-argument", read_endpoint_argument},
    {"arguments", ALYX_READ{read_names<&OwnCall::arguments>(reader, value, "calls.arguments", to);
}
}
, {"keywords", ALYX_READ{read_names<&OwnCall::keywords>(reader, value, "calls.keywords", to);
}
}
, {"parameters", ALYX_READ{read_names<&OwnCall::parameters>(reader, value, "calls.parameters", to);
}
}
,
}
;

#undef ALYX_READ

/// Positions become names, which is how everything behind speaks of arguments.
void name_endpoint(Table& table) {
    auto& call = table.call;
    if (!call.endpoint.empty() || !call.endpoint_argument.empty()) return;
    auto index = static_cast<std::size_t>(table.endpoint_index.value_or(0));
    while (call.arguments.size() <= index)
        call.arguments.push_back(call.arguments.size() == index ? "endpoint"
                                                                : concat("#", std::to_string(call.arguments.size())));
    call.endpoint_argument = call.arguments[index];
}

void check(Reader& reader, TomlValue const& item) {
    if (!item.find("callee")) reader.fail(item.mark, "`[[calls]]` names no callee", "add `callee = \"my_rest\"`");
    auto const* argument = item.find("endpoint-argument");
    if (item.find("endpoint") && argument)
        reader.fail(argument->mark, "`[[calls]]` has both an `endpoint` and an `endpoint-argument`",
                    "leave out one of them");
}

}  // namespace

void read_calls(Reader& reader, TomlValue const& value, Configuration& configuration) {
    if (!reader.is(value, "calls", Kind::array, "an array of tables, `[[calls]]`")) return;
    for (auto const& item : value.items) {
        if (!reader.is(item, "calls", Kind::table, "an array of tables, `[[calls]]`")) continue;
        Table table;
        read_table<Table>(reader, item, "calls", keys, table);
        check(reader, item);
        name_endpoint(table);
        table.call.file = reader.origin().name;
        table.call.place = reader.place(item.mark);
        configuration.calls.push_back(std::move(table.call));
    }
}

std::vector<std::string_view> calls_keys() {
    std::vector<std::string_view> names;
    for (auto const& key : keys) names.push_back(key.name);
    return names;
}

}  // namespace alyx::analyzer
