// Writing a file's bytes at once: whoever looks sees the old ones or the new ones.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "analyzer/text/failure.hpp"

namespace alyx::analyzer {

/// Writes `new_bytes` beside the file (of a symbolic link: beside what it leads to), then renames. Mode is kept, owner
/// and group where the system allows. Nothing is touched when the file no longer holds `old_bytes`, when its
/// permissions forbid writing, or when anything fails on the way. A hard link to the file keeps the old bytes.
std::optional<Failure> replace_file(std::string const& path, std::string_view old_bytes, std::string_view new_bytes);

/// Makes the file, or replaces what it holds, at once as above. What is no regular file (a pipe, a terminal) is written
/// to as it stands. The folder must be there.
std::optional<Failure> write_file(std::string const& path, std::string_view bytes);

/// Makes the file; refuses where there is one by that name already.
std::optional<Failure> create_file(std::string const& path, std::string_view bytes);

}  // namespace alyx::analyzer
