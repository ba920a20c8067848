// One parameter twice: of the same name only the last is read.
#include <algorithm>

#include "analyzer/rules/text.hpp"
#include "analyzer/rules/url_parameter.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const repeated_parameter;

namespace {

/// `in[]`: as axios and jQuery send lists.
bool is_marked(Query const& query, Condition const& condition) {
    return query.text_of(condition.path.span).ends_with("[]");
}

bool takes_list(Query const& query, Condition const& condition) {
    auto const last = condition.path.segments.back().span.of(query.text);
    return last == "in" || last == "range" || is_marked(query, condition);
}

/// The values of this name, the last one included.
std::vector<Condition const*> all_of(Query const& query, Condition const& condition) {
    auto const name = query.text_of(condition.path.span);
    std::vector<Condition const*> same;
    for (auto const& c : query.conditions)
        if (c.is_known && !c.path.has_hole && query.text_of(c.path.span) == name) same.push_back(&c);
    return same;
}

void advise(Query const& query, std::vector<Condition const*> const& same, UrlLookups const& url, Diagnosis& d) {
    if (!takes_list(query, *same.front())) {
        d.help = "two conditions on one field need two lookups, such as `gte` and `lt`";
        return;
    }
    bool const is_known = url.lists == UrlLookups::Lists::commas;
    auto path = query.text_of(same.front()->path.span);
    if (is_marked(query, *same.front())) {
        path.remove_suffix(2);
        d.help = concat("the library sends a list as ", quote(concat(path, "[]")), ": join the items with commas, ",
                        quote(concat(path, ": items.join(',')")));
        return;
    }
    std::string list;
    for (auto const* c : same) list += concat(list.empty() ? "" : ",", query.text_of(c->value.span));
    d.help = concat(is_known ? "write all items into one parameter: " : "one parameter holds all items: ",
                    quote(concat(path, "=", query.has_holes ? "a,b" : list)));
    Fix fix{.title = "join the items with commas"};
    for (std::size_t i = 1; i < same.size(); ++i) {
        auto const end = same[i - 1]->value.span.end;
        bool const is_next = same[i]->path.span.begin == end + 1;
        if (!is_next || same[i]->value.form == Value::Form::hole) return;
        fix.edits.push_back({{end, same[i]->value.span.begin}, ","});
    }
    d.fix = std::move(fix);
}

void check_query(Review const& review, Report& report, std::uint32_t index, Query const& query) {
    auto const& url = *url_of(review);
    for (auto const& condition : query.conditions) {
        if (!condition.is_known || condition.path.has_hole) continue;
        if (url.lists == UrlLookups::Lists::repeated && takes_list(query, condition)) continue;
        auto const same = all_of(query, condition);
        if (same.size() < 2 || same.front() != &condition) continue;
        auto const last = query.text_of(same.back()->value.span);
        auto const shown = same.back()->value.form == Value::Form::hole ? std::string() : concat(", ", quote(last));
        auto* d = report.add(repeated_parameter, index, condition.path.span,
                             concat(quote(query.text_of(condition.path.span)), " is given ",
                                    std::to_string(same.size()), " times, and only the last is read", shown));
        if (d && review.with_help) advise(query, same, url, *d);
    }
}

void check(Review const& review, Report& report) {
    if (!url_of(review)) return;
    auto const& parameters = review.outcome.parameters;
    for (std::uint32_t i = 0; i < parameters.size(); ++i)
        if (parameters[i].query) check_query(review, report, i, *parameters[i].query);
}

constexpr RuleExample examples[] = {
    {"analysis", "label=a&label=b", {}},
    {"analysis", "label__in=a&label__in=b", "label__in=a,b"},
    {"analysis", "local_timestamp__gte=2022-01-01&local_timestamp__gte=2022-02-01",
     "local_timestamp__gte=2022-01-01&local_timestamp__lt=2022-02-01"},
};

}  // namespace

Rule const repeated_parameter{
    .code = "AQ803",
    .name = "repeated-parameter",
    .effect = Effect::misleading,
    .summary = "A parameter of a URL that is given again: only the last one is read",
    .why =
        "Django keeps all values of a parameter, but hands out the last one. Libraries send a list as one parameter "
        "for "
        "each item (`params={'label__in': ['a', 'b']}` is `label__in=a&label__in=b`), of which the service sees one "
        "item. Services that take lists mostly read them from one parameter, with commas between: "
        "`','.join(items)`.",
    .examples = examples,
    .check = check,
};

}  // namespace alyx::analyzer
