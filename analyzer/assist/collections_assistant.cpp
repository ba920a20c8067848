// The words of keywords, and the fields that they name.
#include "analyzer/assist/collections_assistant.hpp"

#include <algorithm>

#include "analyzer/analyze/collection_facts.hpp"
#include "analyzer/assist/describe.hpp"
#include "analyzer/rules/collection.hpp"
#include "analyzer/schema/pack.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

Assistant const& collections_assistant();

namespace {

constexpr std::string_view test_model = "Lookup";

Schema const& library() {
    static auto const schema = built_in_schema("collections");
    return *schema;
}

class Reader {
  public:
    Reader(Site const& site, bool is_told) : site_(site), is_told_(is_told), items_(items_of(site)) {}

    ReadQuery read() {
        query_.detail = site_.pattern->callee;
        query_.selection = site_.callee_place;
        callee();
        std::size_t conditions = 0;
        std::string keywords;
        for (std::size_t i = 0; i < site_.arguments.size(); ++i) {
            if (!site_.arguments[i].is_keyword) continue;
            ++conditions;
            if (conditions <= most_shown) keywords += concat(conditions == 1 ? "" : ", ", site_.arguments[i].name);
            keyword(i);
        }
        if (conditions > most_shown) keywords += " …";
        query_.name = concat(site_.pattern->callee, keywords.empty() ? "" : ": ", keywords);
        query_.lens = conditions == 0
                          ? "all items"
                          : concat(std::to_string(conditions), conditions == 1 ? " condition" : " conditions");
        auto const fields = items_.fields.size();
        if (fields > 0)
            query_.lens += concat(" · items of ", std::to_string(fields), fields == 1 ? " field" : " fields");
        return std::move(query_);
    }

  private:
    static constexpr std::size_t most_shown = 5;
    Site const& site_;
    bool is_told_;
    ItemShape items_;
    ReadQuery query_;

    void callee() {
        if (is_told_) query_.says = says();
        query_.words.push_back({site_.callee_place, TokenKind::action, std::nullopt, query_.says, {}, {}});
    }

    std::string says() const {
        std::string text = "Items";
        std::string_view joint = " where ";
        for (std::size_t i = 0; i < site_.arguments.size(); ++i) {
            if (!site_.arguments[i].is_keyword) continue;
            auto const condition = condition_of(site_, i, items_);
            auto const word = condition.test ? condition.test->span.of(condition.keyword.text) : "eq";
            text += concat(joint, tested(condition), " `", word, "`");
            joint = " and ";
        }
        return concat(text, "\n\n", pack_name(library()));
    }

    ReadWord* add(SiteArgument const& argument, Span span, TokenKind kind, std::string says) {
        bool const is_plain = argument.name_place.span.size() == argument.name.size();
        if (span.empty() || !is_plain) return nullptr;
        query_.words.push_back({place_in_name(argument, span), kind, std::nullopt, std::move(says), {}, {}});
        return &query_.words.back();
    }

    void keyword(std::size_t index) {
        auto const& argument = site_.arguments[index];
        auto const condition = condition_of(site_, index, items_);
        auto const& segments = condition.keyword.segments;
        auto const path = segments.size() - (condition.test ? 1 : 0);
        fields(argument, condition, path);
        if (condition.test) test(argument, *condition.test);
        if (path > 1) query_.parts.push_back(place_in_name(argument, make_span(0, segments[path - 1].span.end)));
        query_.parts.push_back(argument.name_place);
        bool const is_plain = condition.fault == ResolvedCondition::Fault::none && !condition.test;
        if (is_plain && !query_.words.empty()) {
            query_.words.back().hint = "__eq";
            query_.words.back().hint_says = describe_test("eq");
        }
        value(argument);
    }

    /// The names in front of the test, as far as they are known to be fields.
    void fields(SiteArgument const& argument, ResolvedCondition const& condition, std::size_t path) {
        auto shape = items_;
        std::string owner = owner_of();
        bool is_right = true;
        for (std::size_t i = 0; i < path; ++i) {
            auto const span = condition.keyword.segments[i].span;
            auto const name = span.of(condition.keyword.text);
            is_right = is_right && (condition.fault == ResolvedCondition::Fault::none || i < condition.segment);
            if (!is_right) return;
            auto const* field = shape.find(name);
            bool const leads_on = i + 1 < path;
            auto* word = add(argument, span, leads_on ? TokenKind::relation : TokenKind::field,
                             is_told_ ? describe_field(name, field ? *field->shape : ItemShape{}) : "");
            if (word && field) word->mention = Mentioned{site_.schema->service, owner, std::string(name)};
            if (field && field->place && field->seen == 1) literal(*field->place, owner, name);
            owner += concat(".", name);
            shape = field ? *field->shape : ItemShape{};
        }
    }

    /// Where the field is named in the collection's own literal.
    void literal(Place place, std::string const& owner, std::string_view name) {
        if (place.span.size() != name.size()) return;
        query_.words.push_back(
            {place, TokenKind::field, Mentioned{site_.schema->service, owner, std::string(name)}, {}, {}, {}});
    }

    /// Fields of one collection are the same wherever it is searched; others by the name of what is searched.
    std::string owner_of() const {
        for (auto const& field : items_.fields)
            if (field.place)
                return concat(std::to_string(field.place->source), ":", std::to_string(field.place->span.begin));
        return "items";
    }

    void test(SiteArgument const& argument, CollectionTest const& test) {
        if (test.negated)
            add(argument, {test.span.begin, test.name.begin}, TokenKind::negation,
                is_told_ ? describe_test("not_eq") : "");
        auto const name = test.name.of(argument.name);
        auto const says = concat(test.negated ? "not_" : "", name);
        auto* word = add(argument, test.name, TokenKind::lookup, is_told_ ? describe_test(says) : "");
        if (word) word->mention = Mentioned{library().service, std::string(test_model), std::string(name)};
    }

    void value(SiteArgument const& argument) {
        auto const& value = argument.value;
        bool const is_here =
            argument.place.source == site_.place.source && site_.place.span.covers(argument.place.span);
        bool const is_written = value.via.empty() && is_here && argument.place == value.place;
        if (!is_written) return;
        if (value.kind == Folded::Kind::number)
            query_.words.push_back({argument.place, TokenKind::number, {}, {}, {}, {}});
        if (value.kind == Folded::Kind::none || value.kind == Folded::Kind::boolean)
            query_.words.push_back({argument.place, TokenKind::word, {}, {}, {}, {}});
    }
};

}  // namespace

std::string describe_test(std::string_view word) {
    bool const is_negated = word.starts_with("not_");
    auto const name = is_negated ? word.substr(4) : word;
    auto const* model = library().find_model(test_model);
    auto const* test = model ? model->find(name) : nullptr;
    if (!test) return {};
    auto text = concat("**`", word, "`**: ", is_negated ? "not so: " : "", test->help);
    if (is_negated) text += "\n\nItems that lack the field match too, for the test of a missing field fails.";
    return concat(text, "\n\n", pack_name(library()));
}

std::string describe_field(std::string_view name, ItemShape const& shape) {
    auto const kinds = describe_kinds(shape);
    auto text = concat("**`", name, "`**: field");
    if (!kinds.empty()) text += concat(", ", kinds);
    std::string fields;
    for (auto const& field : shape.fields) fields += concat(fields.empty() ? "" : ", ", "`", field.name, "`");
    if (!fields.empty()) text += concat("\n\nIts fields are ", fields, ".");
    std::string texts;
    for (auto const& one : shape.texts) texts += concat(texts.empty() ? "" : ", ", "`", one, "`");
    if (!texts.empty()) text += concat("\n\nFor example ", texts, ".");
    return text;
}

std::optional<ReadQuery> CollectionsAssistant::read(Site const& site, Depth depth) const {
    if (!is_collection(site) || site.pattern->callee.starts_with("__")) return std::nullopt;
    return Reader(site, depth == Depth::told).read();
}

/// What is written, and the fields that may be written.
CallArguments CollectionsAssistant::arguments(Site const& site) const {
    CallArguments arguments;
    if (!is_collection(site)) return arguments;
    for (auto const& argument : site.arguments)
        if (argument.is_keyword) arguments.names.emplace_back(argument.name, "");
    auto const items = items_of(site);
    for (auto const& field : items.fields)
        arguments.names.emplace_back(field.name, describe_field(field.name, *field.shape));
    arguments.names.emplace_back("**conditions", "`field__field__lookup=value`, joined with *and*");
    arguments.documentation = "Items that meet every condition.";
    return arguments;
}

/// Of every call to the page of the tests.
void CollectionsAssistant::links(Site const& site, std::vector<SchemaLink>& to) const {
    if (is_collection(site) && !site.pattern->callee.starts_with("__"))
        to.push_back({site.callee_place, &library(), std::string(test_model)});
}

Assistant const& collections_assistant() {
    static CollectionsAssistant const assistant;
    return assistant;
}

}  // namespace alyx::analyzer
