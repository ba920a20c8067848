// The words of a statement, one after the other.
#include "analyzer/assist/ftrack_assistant.hpp"

#include <algorithm>

#include "analyzer/analyze/statement_text.hpp"
#include "analyzer/assist/describe.hpp"
#include "analyzer/assist/ftrack_describe.hpp"
#include "analyzer/query/ftrack.hpp"
#include "analyzer/schema/entity_types.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

Assistant const& ftrack_assistant();

namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool is_word_byte(char c) {
    return is_letter(c) || (c >= '0' && c <= '9');
}

/// The first type that has the name: what it builds on, as far as that has it too.
Model const& owner_of(Schema const& schema, Model const& model, Name const& name) {
    auto const* owner = &model;
    if (!owner->find(name.name))
        for (auto const* subtype : entity_type(schema, model).subtypes)
            if (subtype->find(name.name) == &name) owner = subtype;
    for (auto const* base = entity_type(schema, *owner).base; base && base->find(name.name);
         base = entity_type(schema, *base).base)
        owner = base;
    return *owner;
}

class Reader {
  public:
    Reader(Schema const& schema, FoldedText const& text, bool is_told)
        : schema_(schema),
          text_(text),
          is_told_(is_told),
          holes_(text.holes()),
          judgement_(text.text, holes_, schema) {}

    ReadQuery read(Site const& site) {
        for (auto const& part : judgement_.resolved.parts) {
            add_part(part.statement->span);
            target(part);
        }
        for (auto const& use : judgement_.resolved.uses) path(use);
        for (auto const& part : judgement_.resolved.parts) {
            for (auto const& projection : part.statement->projections)
                add(projection.aggregate, TokenKind::transform, keyword_says(projection.aggregate));
            if (part.statement->criteria) criterion(*part.statement->criteria);
        }
        keywords();
        auto const& statement = judgement_.statement;
        query_.name = std::string(statement.text_of(statement.target));
        query_.detail = site.pattern ? site.pattern->callee : "query";
        query_.selection = place_in_literal(text_, statement.target).value_or(site.callee_place);
        count();
        if (is_told_) query_.says = says();
        return std::move(query_);
    }

  private:
    Schema const& schema_;
    FoldedText const& text_;
    bool is_told_;
    std::vector<Hole> holes_;
    StatementJudgement judgement_;
    ReadQuery query_;
    std::vector<Span> covered_;

    std::string_view of(Span span) const { return span.of(text_.text); }

    ReadWord* add(Span span, TokenKind kind, std::string says) {
        if (span.empty()) return nullptr;
        covered_.push_back(span);
        auto const place = place_in_literal(text_, span);
        if (!place || of(span).find_first_of("\r\n") != std::string_view::npos) return nullptr;
        query_.words.push_back({*place, kind, std::nullopt, std::move(says), {}, {}});
        return &query_.words.back();
    }
    void add_part(Span span) {
        auto const place = span.empty() ? std::nullopt : place_in_literal(text_, span);
        if (place) query_.parts.push_back(*place);
    }

    void type(Span span, Model const& model) {
        auto* word = add(span, TokenKind::endpoint, is_told_ ? describe_entity_type(schema_, model) : "");
        if (word) word->mention = Mentioned{schema_.service, "", model.name};
    }
    void target(ResolvedStatement::Part const& part) {
        if (part.target) return type(part.statement->target, *part.target);
        add(part.statement->target, TokenKind::endpoint, "");
    }

    void path(AttributeUse const& use) {
        auto const& segments = use.path->path.segments;
        auto const& steps = use.target.steps;
        if (segments.size() > 1) add_part(use.path->path.span);
        for (std::uint32_t i = 0; i < segments.size() && i < steps.size(); ++i) {
            auto const& name = *steps[i].name;
            auto const& owner = owner_of(schema_, *steps[i].model, name);
            auto* word = add(segments[i].span, name.is_relation() ? TokenKind::relation : TokenKind::field,
                             is_told_ ? describe_attribute(schema_, owner, name) : "");
            if (!word) continue;
            word->mention = Mentioned{schema_.service, owner.label, name.name};
            bool const strides =
                name.multi_valued && i + 1 < segments.size() && use.role == AttributeUse::Role::condition;
            if (strides) word->hint = " (some)", word->hint_says = strides_over(name);
        }
        for (auto const& cast : use.path->casts)
            if (auto const* model = schema_.find_model(of(cast.type))) type(cast.type, *model);
    }
    static std::string strides_over(Name const& name) {
        return concat("Holds where some element of `", name.name,
                      "` fulfils it. Two such paths may speak of different ", "elements; `", name.name,
                      " any (… and …)` asks for one that fulfils both.");
    }

    void criterion(Criterion const& c) {
        if (c.kind != Criterion::Kind::missing) add_part(c.span);
        for (auto const& part : c.parts) criterion(part);
        if (!c.comparison) return;
        auto const& comparison = *c.comparison;
        add(comparison.op_span, TokenKind::lookup, is_told_ ? describe_operator(of(comparison.op_span)) : "");
        for (auto const& value : comparison.values) operand(value);
        if (comparison.criteria) criterion(*comparison.criteria);
    }
    void operand(Operand const& value) {
        using Form = Operand::Form;
        if (value.form == Form::missing || value.has_hole) return;
        bool const is_word = value.form == Form::none || value.form == Form::boolean;
        add(value.span,
            is_word                      ? TokenKind::word
            : value.form == Form::number ? TokenKind::number
                                         : TokenKind::text,
            is_word ? keyword_says(value.span) : "");
    }

    std::string keyword_says(Span span) const { return is_told_ ? describe_keyword(of(span)) : std::string(); }

    /// What is left of the text's words.
    void keywords() {
        std::sort(covered_.begin(), covered_.end(), [](Span a, Span b) { return a.begin < b.begin; });
        auto const known = covered_;
        auto next = known.begin();
        std::string_view const text = text_.text;
        for (std::uint32_t at = 0; at < text.size();) {
            while (next != known.end() && next->end <= at) ++next;
            if (next != known.end() && next->contains(at)) {
                at = next->end;
                continue;
            }
            auto end = at;
            while (end < text.size() && is_word_byte(text[end])) ++end;
            static constexpr std::string_view words[] = {"select", "from",      "where", "and",    "or",
                                                         "not",    "group",     "order", "by",     "asc",
                                                         "desc",   "ascending", "limit", "offset", "descending"};
            auto const word = text.substr(at, end - at);
            Span const span{at, end};
            bool const is_number = !word.empty() && !is_letter(word.front());
            if (is_number || std::find(std::begin(words), std::end(words), word) != std::end(words))
                add(span, is_number ? TokenKind::number : TokenKind::word, keyword_says(span));
            at = std::max(end, at + 1);
        }
    }

    /// For the outline and the line above the call.
    void count() {
        std::size_t conditions = 0, strides = 0;
        std::string paths;
        for (auto const& use : judgement_.resolved.uses) {
            if (use.role != AttributeUse::Role::condition) continue;
            ++conditions;
            for (auto const& step : use.target.steps) strides += step.name->multi_valued;
            if (conditions <= 5) paths += concat(paths.empty() ? ": " : ", ", of(use.path->path.span));
        }
        auto const counted = [](std::size_t n, std::string_view one, std::string_view many) {
            return concat(" · ", std::to_string(n), " ", n == 1 ? one : many);
        };
        query_.lens =
            concat(query_.name.empty() ? "query" : query_.name,
                   conditions == 0 && !judgement_.statement.criteria ? " · all rows"
                                                                     : counted(conditions, "condition", "conditions"),
                   strides > 0 ? counted(strides, "collection", "collections") : "");
        query_.name += concat(paths, conditions > 5 ? " …" : "");
    }

    std::string says() const {
        auto const& part = judgement_.resolved.parts.front();
        if (!part.target) return {};
        auto text = concat("Entities of type `", part.target->name, "`");
        if (judgement_.statement.criteria)
            text += concat(" where `", print(*judgement_.statement.criteria, text_.text), "`");
        auto const sent = sent_statement(judgement_.review(schema_));
        if (!sent.empty()) text += concat("\n\nThe Python client sends\n\n```\n", sent, "\n```");
        return concat(text, "\n\n", pack_name(schema_));
    }
};

}  // namespace

std::optional<ReadQuery> FtrackAssistant::read(Site const& site, Depth depth) const {
    auto const* text = statement_text(site);
    if (!text) return std::nullopt;
    return Reader(*site.schema, *text, depth == Depth::told).read(site);
}

Assistant const& ftrack_assistant() {
    static FtrackAssistant const assistant;
    return assistant;
}

}  // namespace alyx::analyzer
