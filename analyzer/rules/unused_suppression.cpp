// A comment that silences a rule where nothing is found by it. Said by suppress/, which sees all findings of a unit.
#include "analyzer/rules/rule.hpp"

namespace alyx::analyzer {

extern Rule const unused_suppression;

Rule const unused_suppression{
    .code = "AQ001",
    .name = "unused-suppression",
    .effect = Effect::advice,
    .summary = "A comment that silences findings where there are none",
    .why =
        "The query was mended, or the server was, and the comment stayed. It says that something is wrong where "
        "nothing is, and it will silence the next mistake on its line. The fix removes the rule from the comment's "
        "list, or the whole comment. Nothing is said of rules that are not enabled, of codes of other linters, "
        "and while only some rules are asked for.",
    .code_example = "one.alyx.rest('subjects', 'list', nickname='KS022')  # alyxlint: ignore[AQ203]",
    .tag = Tag::unnecessary,
};

}  // namespace alyx::analyzer
