// What the server needs of the world around it: files and a clock. Tests and browsers give their own.
#pragma once

#include <boost/system/result.hpp>
#include <functional>
#include <string>
#include <vector>

#include "analyzer/config/configurations.hpp"
#include "analyzer/text/failure.hpp"
#include "lsp/session/bundle.hpp"

namespace alyx::lsp {

struct Environment {
    std::string version;        ///< of the program
    std::string documentation;  ///< URL of the pages of rules, without a slash at its end; empty: there are none
    analyzer::Configurations::Options configurations;
    /// The text of a file.
    std::function<boost::system::result<std::string, analyzer::Failure>(std::string const& path)> read;
    /// The files to look at in a workspace; empty: as its configurations say.
    std::function<std::vector<std::string>(std::vector<std::string> const& folders)> discover;
    /// Puts a page in Markdown where the client can open it, and gives its URI; empty where that cannot be.
    std::function<Uri(std::string const& name, std::string const& text)> publish;
    /// For measuring how long something took.
    std::function<Time()> clock;
};

/// That of a program: the file system and the steady clock.
Environment real_environment(std::string version);

}  // namespace alyx::lsp
