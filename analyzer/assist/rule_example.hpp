// A rule's examples as people write them, and what is said of each when it is run.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/outcome/outcome.hpp"
#include "analyzer/rules/rule.hpp"
#include "analyzer/schema/schema.hpp"

namespace alyx::analyzer {

struct ShownExample {
    std::string_view language;  ///< `python`; or `http` where no call of the client can send it
    std::string wrong;
    std::string instead;  ///< empty: there is none
    /// What the rule says of `wrong`.
    std::string message, help;
    std::optional<ServerAnswer> server;
    std::string fix_title;  ///< empty: no fix is offered
    std::optional<Fix::Safety> fix_safety;
};

/// Each of the rule's examples, run against the schema. One that the rule is silent on has an empty message.
std::vector<ShownExample> shown_examples(Rule const& rule, std::shared_ptr<Schema const> const& schema);

}  // namespace alyx::analyzer
