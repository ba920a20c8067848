// Lookups in URLs, for editors: parameters of requests to endpoints, as filter strings are.
#include "analyzer/assist/alyx_assistant.hpp"

namespace alyx::analyzer {

Assistant const& url_assistant();

Assistant const& url_assistant() {
    return alyx_assistant();
}

}  // namespace alyx::analyzer
