// A `#` in a URL, behind which nothing is sent.
#include "analyzer/rules/rule.hpp"

namespace alyx::analyzer {

extern Rule const cut_query;

namespace {

constexpr RuleExample examples[] = {
    {"analysis", "label=run #1", "label=run %231"},
    {"analysis", "label=a#&page=2", "label=a&page=2"},
};

}  // namespace

Rule const cut_query{
    .code = "AQ807",
    .name = "cut-query",
    .effect = Effect::misleading,
    .summary = "A `#` in a URL that asks for something: what stands behind it is never sent",
    .why =
        "A `#` begins the fragment of a URL, which programs keep for themselves. Of `?label=run #1` the service sees "
        "`label=run `. In a value it is written `%23`; libraries that are given the parameters as a dictionary encode "
        "it by themselves.",
    .examples = examples,
};

}  // namespace alyx::analyzer
