// Checks messages against the published meta model of the protocol.
#pragma once

#include <boost/json.hpp>
#include <cstdint>
#include <map>
#include <string>

namespace alyx::tests {

/// The file with the meta model; empty where there is none.
std::string meta_model_file();

/// What is wrong with a message of the server; empty: nothing, or there is no meta model. `asked`: the methods of the
/// client's requests.
std::string check_message(boost::json::value const& message, std::map<std::int64_t, std::string> const& asked);

}  // namespace alyx::tests
