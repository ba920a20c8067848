// Writes TOML. Its basic strings are JSON's, but for `\/`, which nobody writes.
#include "lsp/session/toml.hpp"

namespace alyx::lsp {
namespace {

std::string quoted(std::string_view text) {
    return json::serialize(json::value(text));
}

}  // namespace

std::string toml_key(std::string_view key) {
    bool bare = !key.empty();
    for (char c : key)
        bare &= (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    return bare ? std::string(key) : quoted(key);
}

std::string toml_value(json::value const& value) {
    if (auto const* array = value.if_array()) {
        std::string text = "[";
        for (auto const& item : *array) text += (text.size() > 1 ? ", " : "") + toml_value(item);
        return text + "]";
    }
    if (auto const* object = value.if_object()) {
        std::string text = "{";
        for (auto const& [key, item] : *object)
            text += (text.size() > 1 ? ", " : "") + toml_key(key) + " = " + toml_value(item);
        return text + "}";
    }
    return value.is_null() ? "\"\"" : json::serialize(value);
}

}  // namespace alyx::lsp
