// Status and exception, in words.
#include "analyzer/assist/server_answer.hpp"

#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

std::string answer_text(ServerAnswer const& answer) {
    if (answer.status == 0) return concat("raises ", answer.exception, ", nothing is sent");
    auto status = concat("HTTP ", std::to_string(answer.status));
    return answer.exception.empty() ? status : concat(status, " ", answer.exception);
}

std::string_view answer_source(ServerAnswer const& answer) {
    return answer.status == 0 ? "client" : "server";
}

}  // namespace alyx::analyzer
