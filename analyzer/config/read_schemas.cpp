// `[[schemas]]`: which pack holds for which files and servers.
#include "analyzer/config/reader.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

using Kind = TomlValue::Kind;

struct Table {
    std::optional<PackName> pack;
    std::vector<PathPattern> files;
    std::vector<std::string> base_urls;
};

void read_base_url(Reader& reader, TomlValue const& value, Table& to) {
    auto take = [&](TomlValue const& item) {
        auto url = reader.text(item, "schemas.base-url");
        if (!url) return;
        if (url->starts_with("http://") || url->starts_with("https://"))
            to.base_urls.push_back(std::move(*url));
        else
            reader.fail(item.mark, concat("`", *url, "` is no base URL"), "it begins with `https://` or `http://`");
    };
    if (value.kind != Kind::array) return take(value);
    for (auto const& item : value.items) take(item);
}

void read_files(Reader& reader, TomlValue const& value, Table& to) {
    if (auto patterns = reader.patterns(value, "schemas.files")) to.files = std::move(*patterns);
}

constexpr ConfigurationKey<Table> keys[] = {
    {"schema",
     [](Reader& reader, TomlValue const& value, Table& to) { to.pack = reader.pack(value, "schemas.schema"); }},
    {"files", read_files},
    {"base-url", read_base_url},
};

}  // namespace

void read_schemas(Reader& reader, TomlValue const& value, Configuration& configuration) {
    if (!reader.is(value, "schemas", Kind::array, "an array of tables, `[[schemas]]`")) return;
    for (auto const& item : value.items) {
        if (!reader.is(item, "schemas", Kind::table, "an array of tables, `[[schemas]]`")) continue;
        Table table;
        read_table<Table>(reader, item, "schemas", keys, table);
        if (!item.find("schema"))
            reader.fail(item.mark, "`[[schemas]]` names no schema", "add `schema = \"alyx\"`, or the path of a pack");
        if (!item.find("files") && !item.find("base-url"))
            reader.fail(item.mark, "`[[schemas]]` does not say where its schema holds", "add `files` or `base-url`");
        if (table.pack)
            configuration.schemas.push_back(
                {std::move(*table.pack), std::move(table.files), std::move(table.base_urls)});
    }
}

std::vector<std::string_view> schemas_keys() {
    std::vector<std::string_view> names;
    for (auto const& key : keys) names.push_back(key.name);
    return names;
}

}  // namespace alyx::analyzer
