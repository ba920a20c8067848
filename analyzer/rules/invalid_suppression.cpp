// A comment that was to silence something and cannot be read. Said by suppress/, which reads the comments.
#include "analyzer/rules/rule.hpp"

namespace alyx::analyzer {

extern Rule const invalid_suppression;

Rule const invalid_suppression{
    .code = "AQ002",
    .name = "invalid-suppression",
    .effect = Effect::misleading,
    .summary = "A comment for alyxlint that names no rule or directive there is",
    .why =
        "It looks as if it silenced a finding, and it silences nothing: the rule's name is misspelt, a bracket is "
        "open or empty, or the word behind `alyxlint:` is none of `ignore`, `disable`, `enable` and "
        "`ignore-file`. The right form is `# alyxlint: ignore[RULE, RULE] -- reason`.",
    .code_example = "one.alyx.rest('sessions', 'list', django='labb,x')  # alyxlint: ignore[unknown-feild]",
};

}  // namespace alyx::analyzer
