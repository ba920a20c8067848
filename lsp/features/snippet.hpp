// Snippets for clients that know none.
#pragma once

#include <string>
#include <string_view>

namespace alyx::lsp {

/// The text that a snippet leaves where nothing is typed into its placeholders: of `${1:x}` and `${1|x,y|}` x.
std::string without_placeholders(std::string_view snippet);

}  // namespace alyx::lsp
