// Finds the pages that ship with the program.
#pragma once

#include <string>
#include <string_view>

namespace alyx::analyzer {

/// URL of the site that outputs point to, without a slash at its end: the one that the build was configured with
/// (ALYX_DOCS_URL), or else the pages that were installed with the running program. Empty where there are none.
/// Looked up once.
std::string const& documentation_base();

/// `file://` URL of the pages that belong to a program at this path: `../share/doc/alyxlint` of an installed one,
/// `build/site` of one in a build tree. Empty where neither is there.
std::string documentation_beside(std::string const& program);

/// The absolute path as a `file://` URL, with what URLs cannot hold percent-encoded.
std::string file_url(std::string_view path);

}  // namespace alyx::analyzer
