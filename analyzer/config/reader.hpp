// What reading a key needs: checks of types and words, each mistake noted with its place.
#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/config/read.hpp"
#include "analyzer/config/toml_document.hpp"

namespace alyx::analyzer {

/// Each function gives none, or leaves out what is wrong, after noting why.
class Reader {
  public:
    Reader(ConfigurationOrigin const& origin, std::vector<Failure>& failures) : origin_(origin), failures_(failures) {}

    ConfigurationOrigin const& origin() const { return origin_; }
    /// Places within an option's text mean nothing to who wrote the option.
    std::string place(Mark mark) const { return origin_.is_option() ? std::string() : mark.to_string(); }
    void fail(Mark mark, std::string reason, std::string remedy = {});

    bool is(TomlValue const& value, std::string_view key, TomlValue::Kind kind, std::string_view wanted);
    std::optional<bool> boolean(TomlValue const& value, std::string_view key);
    /// A string that is not empty.
    std::optional<std::string> text(TomlValue const& value, std::string_view key);
    std::optional<std::string> path(TomlValue const& value, std::string_view key);
    /// One of the words: its index.
    std::optional<std::size_t> one_of(TomlValue const& value, std::string_view key,
                                      std::span<std::string_view const> words);
    std::optional<Severity> severity(TomlValue const& value, std::string_view key);
    std::optional<PackName> pack(TomlValue const& value, std::string_view key);
    std::optional<Selector> selector(std::string_view text, Mark mark);
    std::optional<PathPattern> pattern(std::string_view text, Mark mark);

    std::optional<std::vector<std::string>> texts(TomlValue const& value, std::string_view key);
    std::optional<std::vector<Selector>> selectors(TomlValue const& value, std::string_view key);
    std::optional<std::vector<PathPattern>> patterns(TomlValue const& value, std::string_view key);

    void unknown_key(TomlMember const& member, std::string_view table, std::span<std::string_view const> keys);

  private:
    std::vector<TomlValue const*> strings(TomlValue const& value, std::string_view key);

    ConfigurationOrigin const& origin_;
    std::vector<Failure>& failures_;
};

/// A key of a table, and what it does to the thing that is made of the table.
template <class Made>
struct ConfigurationKey {
    std::string_view name;
    void (*read)(Reader& reader, TomlValue const& value, Made& made);
};

template <class Made>
void read_table(Reader& reader, TomlValue const& table, std::string_view name,
                std::span<ConfigurationKey<Made> const> keys, Made& made) {
    std::vector<std::string_view> names;
    for (auto const& key : keys) names.push_back(key.name);
    for (auto const& member : table.members) {
        std::size_t i = 0;
        while (i < names.size() && names[i] != member.key) ++i;
        if (i < names.size())
            keys[i].read(reader, member.value, made);
        else
            reader.unknown_key(member, name, names);
    }
}

/// `[[schemas]]` and `[[calls]]`, in read_schemas.cpp and read_calls.cpp.
void read_schemas(Reader& reader, TomlValue const& value, Configuration& configuration);
void read_calls(Reader& reader, TomlValue const& value, Configuration& configuration);
std::vector<std::string_view> schemas_keys();
std::vector<std::string_view> calls_keys();

}  // namespace alyx::analyzer
