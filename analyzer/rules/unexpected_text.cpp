// Text in a statement of ftrack that belongs to nothing.
#include <optional>

#include "analyzer/rules/statement.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const unexpected_text;
StatementCheck check_unexpected_text;

namespace {

/// Where a keyword has grown onto what stands in front of it; nothing where none has.
std::optional<std::size_t> seam(std::string_view word) {
    for (std::string_view keyword : {"offset", "limit", "order", "group", "where", "from", "and", "or"})
        if (word.ends_with(keyword) && word.size() > keyword.size()) return word.size() - keyword.size();
    return std::nullopt;
}

void add_seam(StatementReview const& review, SyntaxFault const& fault, Diagnosis& d) {
    auto first = review.text_of(fault.span);
    first = first.substr(0, first.find_first_of(" \t\r\n"));
    for (Span word : {make_span(fault.span.begin, fault.span.begin + first.size()), fault.before}) {
        auto at = seam(review.text_of(word));
        if (!at) continue;
        auto keyword = review.text_of(word).substr(*at);
        auto place = static_cast<std::uint32_t>(word.begin + *at);
        d.help = concat("a blank is missing in front of ", quote(keyword));
        d.fix = Fix{concat("write a blank in front of ", quote(keyword)),
                    Fix::Safety::unsafe,
                    Subject::value,
                    {{{place, place}, " "}}};
        return;
    }
}

constexpr RuleExample examples[] = {
    {"", R"(Task order by name descoffset 0 limit 25)", R"(Task order by name desc offset 0 limit 25)"},
    {"", R"(Task where name is a b)", R"(Task where name is "a b")"},
    {"", R"(Task where custom_attributes["fps"] is 24)",
     R"(Task where custom_attributes any (key is "fps" and value is 24))"},
};

}  // namespace

void check_unexpected_text(StatementReview const& review, Report& report) {
    using Kind = SyntaxFault::Kind;
    for (auto const& fault : review.statement.faults) {
        auto text = quote(review.text_of(fault.span));
        if (fault.kind == Kind::repeated_clause)
            report.add(unexpected_text, 0, fault.span, concat("there is a second ", text));
        if (fault.kind == Kind::key_in_brackets)
            if (auto* d = report.add(unexpected_text, 0, fault.span, concat("a key cannot stand in brackets: ", text)))
                d->help = "write `custom_attributes any (key is \"…\" and value is …)`";
        if (fault.kind != Kind::unexpected) continue;
        if (auto* d = report.add(unexpected_text, 0, fault.span, concat(text, " belongs to nothing")))
            add_seam(review, fault, *d);
    }
}

Rule const unexpected_text{
    .code = "AQ602",
    .name = "unexpected-text",
    .effect = Effect::refused,
    .summary = "Text that belongs to nothing: a word too many, two words without a blank between them",
    .why =
        "The server answers `ParseError`. Often a blank is missing where a query is put together from pieces:"
        " `desc` and `offset 0` make `descoffset 0`.",
    .examples = examples,
};

}  // namespace alyx::analyzer
