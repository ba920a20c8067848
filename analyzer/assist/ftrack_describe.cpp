// Entity types, attributes, operators and keywords in words.
#include "analyzer/assist/ftrack_describe.hpp"

#include <algorithm>
#include <array>

#include "analyzer/assist/describe.hpp"
#include "analyzer/query/ftrack.hpp"
#include "analyzer/schema/entity_types.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

using Described = std::pair<std::string_view, std::string_view>;

std::string_view find(std::span<Described const> all, std::string_view word) {
    for (auto const& [name, what] : all)
        if (name == word) return what;
    return {};
}

std::string title(std::string_view name, std::string_view what) {
    return concat("**`", name, "`**: ", what);
}

std::string listed(std::vector<std::string> const& names) {
    std::string all;
    for (auto const& name : names) all += concat(all.empty() ? "" : ", ", "`", name, "`");
    return all;
}

std::string_view doubt_in_words(FilterDoubt doubt) {
    switch (doubt) {
        case FilterDoubt::none:
            return {};
        case FilterDoubt::computed:
            return "Computed by the server: no public example filters by it.";
        case FilterDoubt::restricted:
            return "Not for everybody, and the Python client leaves it out.";
        case FilterDoubt::path:
            return "Names joined for showing: no public example filters by it.";
        case FilterDoubt::object:
            return "Structured data: no public example filters by it.";
        case FilterDoubt::internal:
            return "Deprecated, or the server's own.";
    }
    return {};
}

}  // namespace

std::string describe_entity_type(Schema const& schema, Model const& type) {
    auto const& about = entity_type(schema, type);
    auto text = title(type.name, about.base ? concat("entity type, a ", about.base->name) : "entity type");
    std::vector<std::string> keys, subtypes;
    for (auto const* key : about.keys) keys.push_back(key->name);
    if (keys.empty() && type.key) keys.push_back(type.key->name);
    for (auto const* subtype : about.subtypes) subtypes.push_back(subtype->name);
    if (!keys.empty()) text += concat("\n\nKey: ", listed(keys), ".");
    if (!subtypes.empty()) text += concat("\n\nRows may be ", listed(subtypes), ".");
    if (!about.default_projections.empty())
        text += concat("\n\nWithout `select` the Python client asks for ", listed(about.default_projections), ".");
    if (about.is_grouped) text += "\n\nAggregates over groups of it are possible.";
    return concat(text, "\n\n", pack_name(schema));
}

std::string describe_attribute(Schema const& schema, Model const& type, Name const& name) {
    auto text = title(name.name, concat(short_type(name), ", of ", type.name));
    if (name.is_relation())
        text += name.multi_valued
                    ? concat("\n\nA collection of ", name.target->name, ": `", name.name, " any (…)` tests it.")
                    : concat("\n\nA reference to ", name.target->name, ": `", name.name, " has (…)` tests it.");
    std::string choices;
    for (auto const& choice : name.choices) choices += concat(choices.empty() ? "" : ", ", "`", code_of(choice), "`");
    if (!choices.empty()) text += concat("\n\nOne of ", choices, ".");
    if (auto const doubt = doubt_in_words(doubt_about(schema, name)); !doubt.empty()) text += concat("\n\n", doubt);
    return concat(text, "\n\n", pack_name(schema));
}

std::string describe_operator(std::string_view spelling) {
    static constexpr std::array<Described, 12> meanings{{
        {"=", "equal; `none` where nothing is set"},
        {"!=", "not equal"},
        {">", "greater, or later"},
        {"<", "less, or earlier"},
        {">=", "greater or equal"},
        {"<=", "less or equal"},
        {"in", "one of a list, `(a, b)`, or of what a subquery selects, `(select id from …)`"},
        {"not_in", "none of a list, or of what a subquery selects"},
        {"like", "matches a pattern: `%` stands for any text, `\\%` for a percent sign"},
        {"not_like", "does not match a pattern: `%` stands for any text"},
        {"has", "the entity that a reference leads to fulfils the criteria; `has ()`: there is one"},
        {"any", "one element of a collection fulfils all the criteria; `any ()`: there is one"},
    }};
    auto const op = ftrack_operator(spelling);
    if (op == Operator::unknown) return {};
    auto const plain = ftrack_spelling(op);
    auto text = title(spelling, find(meanings, plain));
    return plain == spelling ? text : concat(text, "\n\nThe same as `", plain, "`.");
}

std::string describe_keyword(std::string_view word) {
    static constexpr std::array<Described, 20> meanings{{
        {"select", "the attributes to fetch with each entity; each that is used and not named costs one more request"},
        {"from", "the entity type that is asked for"},
        {"where", "the criteria"},
        {"and", "both hold; it binds tighter than `or`"},
        {"or", "one of them holds"},
        {"not", "the condition, or what stands in the parentheses, does not hold"},
        {"group", "rows with the same values become one, for aggregates"},
        {"order", "sorts the rows; pages are only stable with it"},
        {"asc", "smallest first"},
        {"ascending", "smallest first"},
        {"desc", "greatest first"},
        {"descending", "greatest first"},
        {"offset", "how many rows are left out"},
        {"limit", "how many rows there are at most"},
        {"none", "nothing is set"},
        {"sum", "the sum over the rows of a group"},
        {"avg", "the mean over the rows of a group"},
        {"min", "the least value in a group"},
        {"max", "the greatest value in a group"},
        {"count", "how many rows a group has"},
    }};
    auto const what = find(meanings, word);
    return what.empty() ? std::string() : title(word, what);
}

std::string sent_statement(StatementReview const& review) {
    auto const& part = review.resolved.parts.front();
    if (review.statement.has_holes || !part.target || review.client.raises_key_error) return {};
    std::string sent(review.statement.text);
    auto cuts = std::array{review.client.offset, review.client.limit};
    std::string values[] = {"0", "500"};
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        if (!cuts[i]) continue;
        auto const cut = cuts[i]->of(review.statement.text);
        values[i] = std::string(cut.substr(cut.find(' ') + 1));
        sent.replace(cuts[i]->begin, cuts[i]->size(), cuts[i]->size(), '\x01');
    }
    std::erase(sent, '\x01');
    while (sent.ends_with(' ')) sent.pop_back();
    std::string select;
    if (review.statement.select.empty())
        for (auto const& name : entity_type(review.schema, *part.target).default_projections)
            select += concat(select.empty() ? "select " : ", ", name);
    if (!select.empty()) sent = concat(select, " from ", sent);
    return concat(sent, " offset ", values[0], " limit ", values[1]);
}

}  // namespace alyx::analyzer
