// The text of a file, and how it goes back into bytes.
#pragma once

#include <boost/system/result.hpp>
#include <string>

#include "analyzer/text/encoding.hpp"
#include "analyzer/text/failure.hpp"

namespace alyx::analyzer {

struct FileText {
    std::string text;                             ///< UTF-8, unless the file should be and is not
    Encoding const* encoding = &utf8_encoding();  ///< never null

    /// What must be written for the file to hold `changed`; its own text gives its own bytes.
    std::optional<std::string> bytes(std::string const& changed) const { return encoding->encode(changed); }
};

/// Reads a file that units_of takes. A script may declare its encoding, other files are UTF-8. Fails where read_file
/// does, and for what is no text: binary files, UTF-16, an encoding with several bytes a character.
boost::system::result<FileText, Failure> read_text(std::string const& path);
/// The same for bytes that were read: `name` says what kind of file they are.
boost::system::result<FileText, Failure> text_of(std::string const& name, std::string bytes);

}  // namespace alyx::analyzer
