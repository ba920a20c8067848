// The query of a URL whose library puts other parameters in its place.
#include "analyzer/rules/rule.hpp"

namespace alyx::analyzer {

extern Rule const replaced_query;

Rule const replaced_query{
    .code = "AQ808",
    .name = "replaced-query",
    .effect = Effect::misleading,
    .summary = "A URL with a query, and `params=` that httpx puts in its place",
    .why =
        "`requests` appends `params=` to the query that a URL has. `httpx` does not from version 0.28 on: the query of "
        "the URL is dropped, silently, and nothing is filtered by it.",
    .examples = {},
    .code_example =
        "httpx.get('https://api.biolanglobal.com/biolan/data/api/analysis?label=run',\n"
        "          params={'page': 2})",
};

}  // namespace alyx::analyzer
