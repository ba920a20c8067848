// Escapes and texts that several formats share.
#pragma once

#include <string>
#include <string_view>

#include "analyzer/cli/record.hpp"

namespace alyx::cli {

/// A path as an URI reference: relative as it is, absolute with `file://`; what URIs cannot hold percent-encoded, bytes
/// that are no UTF-8 too.
std::string uri_of(std::string_view path);

/// Characters of `special` as `prefix` and two hex digits (`%0A`), the others made printable().
std::string escaped(std::string_view text, std::string_view special, std::string_view prefix = "%");

/// The message, for a notebook with the cell and its row behind it: the file's own row says little there.
std::string located_message(Record const& record);
/// That, the server's answer and the help, with `separator` between them.
std::string whole_message(Record const& record, std::string_view separator);

/// The URL of the rule's page where others can open it: a site, not a file on this machine.
std::string_view public_url(Record const& record);

}  // namespace alyx::cli
