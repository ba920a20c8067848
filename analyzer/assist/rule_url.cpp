// Where the page of a rule stands.
#include "analyzer/assist/rule_url.hpp"

#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

std::string rule_url(Rule const& rule, std::string_view base) {
    return base.empty() ? std::string() : concat(base, "/rules/", rule.name, ".html");
}

}  // namespace alyx::analyzer
