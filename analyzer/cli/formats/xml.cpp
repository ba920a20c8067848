// XML documents: written by pugixml, with texts that XML can hold.
#include "analyzer/cli/formats/xml.hpp"

#include <algorithm>

#include "analyzer/cli/terminal.hpp"

namespace alyx::cli {
namespace {

/// U+FFFE and U+FFFF are characters of Unicode's, not of XML's.
std::string xml_text(std::string_view text) {
    auto shown = printable(text);
    for (std::string_view no_character : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"})
        for (auto at = shown.find(no_character); at != shown.npos; at = shown.find(no_character, at))
            shown.replace(at, no_character.size(), "\xEF\xBF\xBD");
    return shown;
}

struct StringWriter : pugi::xml_writer {
    std::string text;
    void write(void const* data, std::size_t size) override { text.append(static_cast<char const*>(data), size); }
};

}  // namespace

void set(pugi::xml_node node, char const* name, std::string_view value) {
    node.append_attribute(name).set_value(xml_text(value).c_str());
}

void set(pugi::xml_node node, char const* name, std::size_t value) {
    node.append_attribute(name).set_value(static_cast<unsigned long long>(value));
}

void add_text(pugi::xml_node node, std::string_view text) {
    std::string all;
    for (std::size_t at = 0; at <= text.size();) {
        auto end = std::min(text.find('\n', at), text.size());
        all += xml_text(text.substr(at, end - at));
        if (end < text.size()) all += '\n';
        at = end + 1;
    }
    node.append_child(pugi::node_pcdata).set_value(all.c_str());
}

std::string to_text(pugi::xml_document const& document) {
    StringWriter writer;
    document.save(writer, "  ", pugi::format_indent, pugi::encoding_utf8);
    return writer.text;
}

}  // namespace alyx::cli
