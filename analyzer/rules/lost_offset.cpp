// An offset from UTC whose `+` became a blank on its way.
#include "analyzer/rules/culprit.hpp"
#include "analyzer/rules/mend.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/rules/url_parameter.hpp"
#include "analyzer/text/concat.hpp"
#include "analyzer/value/moment.hpp"

namespace alyx::analyzer {
namespace {

/// The blank of `2021-11-11T13:23:20 01:00`; npos where there is none that stands for a `+`.
std::size_t lost_plus(std::string_view text) {
    auto const blank = text.rfind(' ');
    if (blank == std::string_view::npos || blank < sizeof "2021-11-11T10:00" - 1) return std::string_view::npos;
    std::string meant(text);
    meant[blank] = '+';
    return parse_datetime(meant) ? blank : std::string_view::npos;
}

bool explain(Review const& review, Refusal const& refusal, Diagnosis& d) {
    auto const text = culprit_text(review, refusal);
    auto const at = lost_plus(text);
    if (at == std::string_view::npos) return false;
    d.message = concat("the `+` of an offset is a blank in a URL, and ", quote(text), " is no date and time");
    if (!review.with_help) return true;
    auto const offset = text.substr(at + 1);
    d.help = concat("in a URL a plus sign is written `%2B`: ", quote(concat("%2B", offset)));
    auto const blank = refusal.fault.culprit.begin + static_cast<std::uint32_t>(at);
    Fix fix = replace({blank, blank + 1}, "+", Fix::Safety::safe);
    fix.title = "write `%2B`";
    offer(review, refusal, d, std::move(fix));
    return true;
}

constexpr Cause causes[] = {Cause::not_a_datetime, Cause::invalid_parameter};
constexpr RuleExample examples[] = {
    {"analysis", "post_time__gte=2021-11-11T13:23:20+01:00", "post_time__gte=2021-11-11T13:23:20%2B01:00"},
};

}  // namespace

extern Rule const lost_offset;
Rule const lost_offset{
    .code = "AQ804",
    .name = "lost-offset",
    .effect = Effect::refused,
    .summary = "An offset such as `+01:00` in a URL, whose `+` is read as a blank",
    .why =
        "In the query of a URL a `+` stands for a blank, so that of `2021-11-11T13:23:20+01:00` the service sees "
        "`2021-11-11T13:23:20 01:00`, which is no point in time. It is written `%2B`. Libraries that are given the "
        "parameters as a dictionary encode it by themselves.",
    .examples = examples,
    .causes = causes,
    .explain = explain,
};

}  // namespace alyx::analyzer
