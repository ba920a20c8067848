// Commands that code actions hand to the client, and the client back.
#pragma once

#include <string_view>

namespace alyx::lsp {

/// Shows the page of the rule that is its argument, by code or name.
inline constexpr std::string_view explain_command = "alyxls.explain";
/// Writes the new name wherever the workspace uses one that its service has changed.
inline constexpr std::string_view rename_command = "alyxls.applyRenames";

}  // namespace alyx::lsp
