// One underscore where two are meant.
#include "analyzer/rules/collection.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const one_underscore;
CollectionCheck check_one_underscore;

namespace {

constexpr RuleExample examples[] = {
    {"", R"(entries.find_all_where(sub_dict__anumber_gt=50))", R"(entries.find_all_where(sub_dict__anumber__gt=50))"},
    {"", R"(entries.find_all_where(name_startswith='SN'))", R"(entries.find_all_where(name__startswith='SN'))"},
};

}  // namespace

void check_one_underscore(CollectionReview const& review, Report& report) {
    auto see = [&](ResolvedCondition const& c, CollectionArgument const&, std::uint32_t index) {
        auto word = c.at_fault();
        auto field = word.substr(0, word.size() - c.meant.size() - 1);
        auto* d = report.add(one_underscore, index, c.keyword.segments[c.segment].span,
                             concat(quote(word), " is read as the name of a field"), Subject::parameter);
        if (!d) return;
        auto meant = concat(field, "__", c.meant);
        d->help = concat("two underscores stand before a lookup: ", quote(meant));
        d->fix = rename(d->span, meant);
    };
    each_fault(review, ResolvedCondition::Fault::one_underscore, see);
}

Rule const one_underscore{
    .code = "AQ713",
    .name = "one-underscore",
    .effect = Effect::misleading,
    .summary = "One underscore before a lookup, where two are needed",
    .why =
        "Names are cut at two underscores: `number_gt` is one name, of a field that items hardly have. At the end of a "
        "path the value in front of it is compared itself, and never equals a number.",
    .examples = examples,
};

}  // namespace alyx::analyzer
