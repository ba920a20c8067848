// A line of a file of queries of which it is not said whom it is for. Said by analyze/, which reads such files.
#include "analyzer/rules/rule.hpp"

namespace alyx::analyzer {

extern Rule const unread_query;

Rule const unread_query{
    .code = "AQ003",
    .name = "unread-query",
    .effect = Effect::misleading,
    .summary = "A query in a file of queries that nobody can judge",
    .why =
        "A file `.alyxq` has a query a line, and directives that say whom the lines below are for: `endpoint: "
        "sessions`, and for other languages than Alyx' `dialect: ftrack` or `dialect: url` with `service: biolan`. "
        "Without them, or with names that nobody knows, the line is not checked at all.",
    .code_example = "# which endpoint?\nsubject__nickname,KS022",
};

}  // namespace alyx::analyzer
