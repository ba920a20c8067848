// XML documents: written by pugixml, with texts that XML can hold.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace alyx::cli {

/// Sets an attribute. XML 1.0 has no way to write control characters, and files hold bytes that are no UTF-8: both
/// become U+FFFD. pugixml escapes the rest.
void set(pugi::xml_node node, char const* name, std::string_view value);
void set(pugi::xml_node node, char const* name, std::size_t value);
/// Adds text, in which line ends are kept.
void add_text(pugi::xml_node node, std::string_view text);
std::string to_text(pugi::xml_document const& document);

}  // namespace alyx::cli
