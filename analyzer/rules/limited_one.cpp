// A limit in a query of which the first or the only row is taken.
#include "analyzer/rules/rule.hpp"

namespace alyx::analyzer {

extern Rule const limited_one;

Rule const limited_one{
    .code = "AQ645",
    .name = "limited-one",
    .effect = Effect::refused,
    .summary = "`one()` or `first()` of a query with a limit of its own",
    .why =
        "Both set the limit themselves. `one()` raises `ValueError` where the text holds a limit or an offset, "
        "`first()` "
        "where it holds a limit; text in quotes counts as well.",
    .examples = {},
    .code_example =
        "session = ftrack_api.Session()\n"
        "task = session.query('Task where name is \"a\" limit 1').one()",
};

}  // namespace alyx::analyzer
