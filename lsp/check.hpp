// `alyxls --check FILE`: every feature over every position of a file.
#pragma once

#include <string>
#include <vector>

namespace alyx::lsp {

/// Opens each file as an editor would, asks for everything everywhere, and prints failures and times. The exit status.
int check_files(std::vector<std::string> const& files, std::string const& version);

}  // namespace alyx::lsp
