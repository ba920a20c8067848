// Which server a call talks to, where the script says so.
#pragma once

#include <string_view>

#include "analyzer/fold/folded.hpp"

namespace alyx::analyzer {

/// The literal address given to what made the call's receiver, `ONE(base_url='https://…')` or
/// `AlyxClient('https://…')`; empty where none is known.
std::string_view base_url_of(FoldedCall const& call);

/// The same server: slashes at the end and case do not matter.
bool is_same_url(std::string_view a, std::string_view b);

}  // namespace alyx::analyzer
