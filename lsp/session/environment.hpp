// What the server needs of the world around it: files and a clock. Tests and browsers give their own.
#pragma once

#include <boost/system/result.hpp>
#include <functional>
#include <string>
#include <vector>

#include "analyzer/text/failure.hpp"
#include "lsp/session/bundle.hpp"

namespace alyx::lsp {

struct Environment {
    std::string version;  ///< of the program
    /// The bytes of a file.
    std::function<boost::system::result<std::string, analyzer::Failure>(std::string const& path)> read;
    /// The files below folders that may hold queries.
    std::function<std::vector<std::string>(std::vector<std::string> const& folders)> discover;
    /// For measuring how long something took.
    std::function<Time()> clock;
};

/// That of a program: the file system and the steady clock.
Environment real_environment(std::string version);

}  // namespace alyx::lsp
