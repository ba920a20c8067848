// Between file URIs, as clients write them, and paths.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace alyx::lsp {

/// The path of a `file:` URI, percent escapes decoded; nothing for other schemes. `file:///c%3A/a` is `c:/a`.
/// `file:///lab/.virtual_documents/a.ipynb`, as JupyterLab has it, is `/lab/a.ipynb`.
std::optional<std::string> path_of(std::string_view uri);

/// The `file:` URI of an absolute path.
std::string file_uri(std::string_view path);

}  // namespace alyx::lsp
