// JSON values as TOML: how an editor's settings become keys of the configuration file.
#pragma once

#include <string>
#include <string_view>

#include "lsp/protocol/codec.hpp"

namespace alyx::lsp {

std::string toml_key(std::string_view key);
/// On one line. Null, which TOML has not, is an empty text.
std::string toml_value(json::value const& value);

}  // namespace alyx::lsp
