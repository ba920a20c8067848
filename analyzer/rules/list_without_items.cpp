// Lists with nothing in them.
#include "analyzer/rules/statement.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const list_without_items;
StatementCheck check_list_without_items;

namespace {

constexpr RuleExample examples[] = {
    {"", R"(Task where name in ())", R"(Task where name in (""))"},
};

}  // namespace

void check_list_without_items(StatementReview const& review, Report& report) {
    for (auto const& use : review.resolved.uses) {
        if (!use.comparison || !is_list_test(*use.comparison)) continue;
        auto const& c = *use.comparison;
        Span list{c.op_span.end, use.criterion->span.end};
        auto open = review.text_of(list).find('(');
        if (!c.values.empty() || c.subquery || open == std::string_view::npos) continue;
        report.add(list_without_items, 0, {list.begin + static_cast<std::uint32_t>(open), list.end},
                   "this list is empty");
    }
}

Rule const list_without_items{
    .code = "AQ628",
    .name = "list-without-items",
    .effect = Effect::refused,
    .summary = "A list with nothing in it",
    .why =
        "The grammar wants at least one value between the parentheses. Scripts that build lists leave the "
        "condition out, or send `(\"\")`.",
    .examples = examples,
};

}  // namespace alyx::analyzer
