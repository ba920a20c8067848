// The only file that sees toml++, header-only: its Debian library is a shared one.
#include "analyzer/config/toml_document.hpp"

#include <algorithm>
#include <array>

#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

namespace alyx::analyzer {
namespace {

Mark mark_of(toml::source_region const& region) {
    return {region.begin.line, region.begin.column};
}

TomlValue value_of(toml::node const& node) {
    using Kind = TomlValue::Kind;
    TomlValue value;
    value.kind = Kind::other;
    value.mark = mark_of(node.source());
    if (auto const* table = node.as_table()) {
        value.kind = Kind::table;
        for (auto const& [key, member] : *table)
            value.members.push_back({std::string(key.str()), mark_of(key.source()), value_of(member)});
        std::sort(value.members.begin(), value.members.end(),
                  [](TomlMember const& a, TomlMember const& b) { return a.mark < b.mark; });
    } else if (auto const* array = node.as_array()) {
        value.kind = Kind::array;
        for (auto const& item : *array) value.items.push_back(value_of(item));
    } else if (auto const* text = node.as_string()) {
        value.kind = Kind::text;
        value.text = text->get();
    } else if (auto const* integer = node.as_integer()) {
        value.kind = Kind::integer;
        value.integer = integer->get();
    } else if (auto const* boolean = node.as_boolean()) {
        value.kind = Kind::boolean;
        value.boolean = boolean->get();
    }
    return value;
}

}  // namespace

std::string Mark::to_string() const {
    return line == 0 ? std::string() : std::to_string(line) + ":" + std::to_string(column);
}

TomlValue const* TomlValue::find(std::string_view key) const {
    auto at = std::find_if(members.begin(), members.end(), [&](TomlMember const& m) { return m.key == key; });
    return at == members.end() ? nullptr : &at->value;
}

std::string_view TomlValue::what() const {
    constexpr std::array<std::string_view, 6> names{"a table",    "an array",  "a string",
                                                    "an integer", "a boolean", "a number or date"};
    return names[static_cast<std::size_t>(kind)];
}

boost::system::result<TomlValue, Failure> parse_toml(std::string_view file, std::string_view text) {
    auto parsed = toml::parse(text);
    if (parsed) return value_of(parsed.table());
    auto const& error = parsed.error();
    return Failure{std::string(file), mark_of(error.source()).to_string(),
                   "is no TOML: " + std::string(error.description()), ""};
}

std::string toml_quoted(std::string_view text) {
    constexpr char digits[] = "0123456789abcdef";
    std::string quoted = "\"";
    for (char c : text) {
        auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            quoted += '\\';
            quoted += c;
        } else if (byte < 0x20 || byte == 0x7F) {
            quoted += "\\u00";
            quoted += digits[byte >> 4];
            quoted += digits[byte & 15];
        } else {
            quoted += c;
        }
    }
    return quoted + '"';
}

}  // namespace alyx::analyzer
