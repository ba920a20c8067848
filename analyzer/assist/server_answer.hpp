// A service's answer as text, for everybody who shows one.
#pragma once

#include <string>
#include <string_view>

#include "analyzer/outcome/outcome.hpp"

namespace alyx::analyzer {

/// `HTTP 500 FieldError`; `raises ValueError, nothing is sent` for the client's own.
std::string answer_text(ServerAnswer const& answer);
/// Who gives it: `server`, or `client`.
std::string_view answer_source(ServerAnswer const& answer);

}  // namespace alyx::analyzer
