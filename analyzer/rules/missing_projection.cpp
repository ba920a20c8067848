// Attributes that a loop reads and the statement did not ask for.
#include "analyzer/rules/rule.hpp"

namespace alyx::analyzer {

extern Rule const missing_projection;

Rule const missing_projection{
    .code = "AQ652",
    .name = "missing-projection",
    .effect = Effect::advice,
    .summary = "An attribute that is read of each entity and was not asked for: one more request a row",
    .why =
        "What a statement does not project is fetched when it is read, one request for each entity and attribute. "
        "Named behind `select` it comes with the first answer. Keys always come.",
    .examples = {},
    .code_example =
        "session = ftrack_api.Session()\n"
        "for task in session.query('select name from Task'):\n"
        "    print(task['name'], task['status']['name'])",
};

}  // namespace alyx::analyzer
