// `not_` that does not stand before a lookup.
#include "analyzer/rules/collection.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const misplaced_not;
CollectionCheck check_misplaced_not;

namespace {

/// The keyword with `not_` where it belongs; empty where that is not clear.
std::string mended(ResolvedCondition const& c) {
    auto text = c.keyword.text;
    auto span = c.keyword.segments[c.segment].span;
    auto word = c.at_fault();
    bool is_last = c.segment + 1 == c.keyword.segments.size();
    auto const& test = c.keyword.test();
    if (c.segment == 0) {
        if (word.size() < 5 || (test && test->negated)) return {};
        if (!test) return concat(text.substr(4), "__not_eq");
        return concat(Span{4, test->span.begin}.of(text), "not_", test->span.of(text));
    }
    auto before = text.substr(0, span.begin);
    if (word == "not" && is_last) return concat(before, "not_eq");
    if (word == "not" && test && !test->negated && c.segment + 2 == c.keyword.segments.size())
        return concat(before, "not_", test->span.of(text));
    if (is_last && word.size() > 4) return concat(before, "not_", word.substr(0, word.size() - 4));
    return {};
}

constexpr RuleExample examples[] = {
    {"", R"(entries.find_all_where(not_status='FAILED'))", R"(entries.find_all_where(status__not_eq='FAILED'))"},
    {"", R"(entries.find_all_where(status__not__in=['FAILED']))",
     R"(entries.find_all_where(status__not_in=['FAILED']))"},
};

}  // namespace

void check_misplaced_not(CollectionReview const& review, Report& report) {
    auto see = [&](ResolvedCondition const& c, CollectionArgument const&, std::uint32_t index) {
        auto meant = mended(c);
        auto* d = report.add(misplaced_not, index, c.keyword.segments[c.segment].span,
                             concat(quote(c.at_fault()), " is read as the name of a field, and negates nothing"),
                             Subject::parameter);
        if (!d || meant.empty()) return;
        d->help = concat("write ", quote(meant));
        d->fix = rename(make_span(0, c.keyword.text.size()), meant);
    };
    each_fault(review, ResolvedCondition::Fault::misplaced_not, see);
}

Rule const misplaced_not{
    .code = "AQ714",
    .name = "misplaced-not",
    .effect = Effect::misleading,
    .summary = "`not_` that does not stand right before a lookup",
    .why =
        "`not_` is part of a lookup: `status__not_in`, and `status__not_eq`, which is the only way to negate equality. "
        "Before a field, behind a lookup or alone it is read as a name, and the condition is not negated.",
    .examples = examples,
};

}  // namespace alyx::analyzer
