// Words of Python as keywords of a call.
#include <algorithm>

#include "analyzer/rules/collection.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const keyword_as_condition;
CollectionCheck check_keyword_as_condition;

namespace {

bool is_python_word(std::string_view name) {
    constexpr std::string_view words[] = {"False",  "None",   "True",    "and",      "as",       "assert", "async",
                                          "await",  "break",  "class",   "continue", "def",      "del",    "elif",
                                          "else",   "except", "finally", "for",      "from",     "global", "if",
                                          "import", "in",     "is",      "lambda",   "nonlocal", "not",    "or",
                                          "pass",   "raise",  "return",  "try",      "while",    "with",   "yield"};
    return std::find(std::begin(words), std::end(words), name) != std::end(words);
}

constexpr RuleExample examples[] = {
    {"", R"(numbers.find_all_where(in=[4, 5]))", R"(numbers.find_all_where(is_in=[4, 5]))"},
};

}  // namespace

void check_keyword_as_condition(CollectionReview const& review, Report& report) {
    for (std::uint32_t i = 0; i < review.call.arguments.size(); ++i) {
        auto const& argument = review.call.arguments[i];
        if (argument.is_spread || !is_python_word(argument.name)) continue;
        auto* d =
            report.add(keyword_as_condition, i, make_span(0, argument.name.size()),
                       concat(quote(argument.name), " is a word of Python, and names no argument"), Subject::parameter);
        if (!d) continue;
        d->server = raises("SyntaxError");
        if (argument.name == "in") {
            d->help = "write `is_in`";
            d->fix = rename(d->span, "is_in");
        } else {
            d->help = concat("spread a dictionary: `**{\"", argument.name, "\": …}`");
        }
    }
}

Rule const keyword_as_condition{
    .code = "AQ704",
    .name = "keyword-as-condition",
    .effect = Effect::refused,
    .summary = "A word of Python itself as the name of a condition: `in=[1, 2]`",
    .why =
        "`in` is a word of Python: as the name of an argument it is a syntax error, and nothing of the file runs. The "
        "library has `is_in` for that; `not_in`, and `status__in`, are no words of Python.",
    .examples = examples,
};

}  // namespace alyx::analyzer
