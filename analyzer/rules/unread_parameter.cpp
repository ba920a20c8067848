// A parameter of a URL that is no field of what is listed.
#include "analyzer/rules/suggest.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/rules/url_parameter.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const unread_parameter;

namespace {

std::vector<std::string_view> filters_of(Review const& review) {
    std::vector<std::string_view> names;
    for (auto name : names_of(*review.endpoint().model))
        if (url_of(review)->may_begin(review.endpoint(), name)) names.push_back(name);
    return names;
}

/// Fields, and parameters that are none.
void advise(Review const& review, UnreadParameter const& unread, Diagnosis& d) {
    auto names = filters_of(review);
    auto const known = names;
    for (auto const& parameter : review.endpoint().parameters)
        if (parameter.meaning != ParameterMeaning::query) names.push_back(parameter.name);
    if (auto close = closest(unread.text, names); !close.empty()) {
        d.help = concat("did you mean ", join_or(close), "?");
        if (close.size() == 1) d.fix = replace(unread.name, close[0]);
        return;
    }
    if (auto hops = hops_to(*review.endpoint().model, unread.text); !hops.empty()) {
        d.help = concat("it stands elsewhere: ", join_or(hops));
        if (hops.size() == 1) d.fix = replace(unread.name, hops[0]);
        return;
    }
    d.help = concat("it can be filtered by ", join_or(std::vector<std::string>(known.begin(), known.end())));
}

void check(Review const& review, Report& report) {
    each_unread(review, [&](UnreadParameter const& unread) {
        auto const* name = review.endpoint().model->find(unread.text);
        bool const is_name = name && !name->alias && !name->hidden;
        bool const is_ignored = url_of(review)->unknown == UrlLookups::Unknown::ignored;
        auto const who = quote(review.endpoint().name);
        auto message = is_name ? concat(quote(unread.text), " is part of what ", who, " lists, but no filter of it")
                       : is_ignored ? concat(who, " has no parameter ", quote(unread.text),
                                             ": it is ignored, and nothing is filtered by it")
                                    : concat(who, " has no parameter ", quote(unread.text), " to filter by");
        auto* d = report.add(unread_parameter, unread.parameter, unread.name, std::move(message));
        if (d && review.with_help) advise(review, unread, *d);
    });
}

constexpr RuleExample examples[] = {
    {"analysis", "labl__icontains=run", "label__icontains=run"},
    {"analysis", "result__gt=5", {}},
};

}  // namespace

Rule const unread_parameter{
    .code = "AQ802",
    .name = "unread-parameter",
    .effect = Effect::misleading,
    .summary = "A parameter of a URL that is no filter of the endpoint",
    .why =
        "What a service does not know among the parameters it mostly ignores, silently: it answers as if the parameter "
        "were not there, with the whole table. A misspelt name filters nothing. Where the pack says that the "
        "service refuses unknown parameters, `unknown-field` says so instead.",
    .examples = examples,
    .check = check,
};

}  // namespace alyx::analyzer
