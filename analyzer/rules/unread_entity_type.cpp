// Entity types that the Python client does not read.
#include <algorithm>

#include "analyzer/rules/statement.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/schema/entity_types.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const unread_entity_type;
StatementCheck check_unread_entity_type;

namespace {

constexpr RuleExample examples[] = {
    {"", R"( Task where name is a)", R"(Task where name is a)"},
};

}  // namespace

void check_unread_entity_type(StatementReview const& review, Report& report) {
    auto const& s = review.statement;
    if (!review.client.raises_key_error || !review.resolved.parts.front().target || !s.select.empty()) return;
    auto* d = report.add(
        unread_entity_type, 0, s.target,
        concat("the Python client takes ", quote(review.text_of(review.client.type)), " for the entity type"));
    if (!d) return;
    d->server = ServerAnswer{0, "KeyError"};
    d->fix = Fix{"begin with the entity type and one blank", Fix::Safety::safe, Subject::value, {}};
    if (s.target.begin > 0) d->fix->edits.push_back({{0, s.target.begin}, ""});
    auto next = s.text.find_first_not_of(" \t\r\n\f\v", s.target.end);
    bool has_other = s.text.substr(s.target.end, 1) != " ";
    if (has_other)
        d->fix->edits.push_back(
            {make_span(s.target.end, std::min(next, s.text.size())), next < s.text.size() ? " " : ""});
}

Rule const unread_entity_type{
    .code = "AQ644",
    .name = "unread-entity-type",
    .effect = Effect::refused,
    .summary = "An entity type with blanks before it or a line end behind it",
    .why =
        "Without `select` the client takes everything up to the first blank for the entity type: a blank in "
        "front, or a line end or tab behind it, and it raises `KeyError` for a type that exists.",
    .examples = examples,
};

}  // namespace alyx::analyzer
