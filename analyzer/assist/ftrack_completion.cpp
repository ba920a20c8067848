// What can stand in a statement: entity types, attributes, operators, values, keywords.
#include <algorithm>

#include "analyzer/assist/describe.hpp"
#include "analyzer/assist/ftrack_assistant.hpp"
#include "analyzer/assist/ftrack_describe.hpp"
#include "analyzer/query/ftrack.hpp"
#include "analyzer/schema/entity_types.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// The statement with a word at the cursor: where none stands, one is put there, so that the place has a node.
class Completed {
  public:
    Completed(Cursor const& cursor) : cursor_(cursor), text_(cursor.text.text()), holes_(cursor.text.folded().holes()) {
        auto const at = cursor.text.offset();
        word_ = {at, at};
        while (word_.begin > 0 && is_word_byte(text_[word_.begin - 1])) --word_.begin;
        while (word_.end < text_.size() && is_word_byte(text_[word_.end])) ++word_.end;
        marked_ = word_;
        if (!word_.empty()) return;
        text_.insert(at, 1, 'x');
        marked_.end = at + 1;
        for (auto& hole : holes_)
            if (hole.offset >= at) ++hole.offset;
    }

    Cursor const& cursor() const { return cursor_; }
    Schema const& schema() const { return *cursor_.site->schema; }
    std::string const& text() const { return text_; }
    Holes holes() const { return holes_; }
    /// In the cursor's text, to be replaced.
    Span word() const { return word_; }
    /// In the marked text.
    Span marked() const { return marked_; }
    bool is_in(Span span) const { return span.covers(marked_); }
    /// Bytes of the marked text, in the cursor's.
    Span unmarked(Span span) const {
        auto const back = [&](std::uint32_t offset) {
            return word_.empty() && offset > word_.begin ? offset - 1 : offset;
        };
        return {back(span.begin), back(span.end)};
    }

  private:
    Cursor const& cursor_;
    std::string text_;
    std::vector<Hole> holes_;
    Span word_, marked_;
};

class StatementCompleter {
  public:
    StatementCompleter(Completed const& at, CompletionList& list)
        : at_(at),
          list_(list),
          schema_(at.schema()),
          statement_(parse_ftrack(at.text(), at.holes())),
          resolved_(resolve_statement(statement_, schema_)) {}

    void run() {
        if (in_values() || !list_.at(at_.cursor(), at_.word())) return;
        if (in_types() || in_paths() || in_operators()) return;
        in_gap();
    }

  private:
    Completed const& at_;
    CompletionList& list_;
    Schema const& schema_;
    Statement statement_;
    ResolvedStatement resolved_;

    std::string topic(std::string_view kind, std::string_view of, std::string_view name = {}) const {
        return concat(schema_.service, "/", kind, "/", of, name.empty() ? "" : "/", name);
    }

    void offer_type(Model const& model, std::uint64_t score = 0) {
        auto const& about = entity_type(schema_, model);
        list_.offer({.label = model.name,
                     .kind = CompletionKind::endpoint,
                     .detail = about.base ? about.base->name : "",
                     .documentation = topic("type", model.name),
                     .score = score});
    }
    void offer_word(std::string_view word, CompletionKind kind = CompletionKind::value, std::uint64_t score = 0) {
        bool const is_operator = ftrack_operator(word) != Operator::unknown;
        list_.offer({.label = word,
                     .kind = kind,
                     .documentation = topic(is_operator ? "operator" : "keyword", word),
                     .score = score});
    }

    /// In quotes, or where a value stands or is due.
    bool in_values() {
        for (auto const& use : resolved_.uses) {
            if (!use.comparison) continue;
            for (auto const& value : use.comparison->values) {
                if (value.form == Operand::Form::missing || !at_.is_in(value.span)) continue;
                if (value.form == Operand::Form::quoted)
                    offer_quoted(use, value.span);
                else if (list_.at(at_.cursor(), at_.word()))
                    offer_values(use);
                return true;
            }
        }
        return false;
    }
    void offer_quoted(AttributeUse const& use, Span quoted) {
        auto const* name = use.target.end();
        Span const inside = at_.unmarked({quoted.begin + 1, quoted.end - 1});
        if (!name || !list_.at(at_.cursor(), inside)) return;
        for (auto const& choice : name->choices)
            list_.offer({.label = code_of(choice), .kind = CompletionKind::choice, .detail = choice.label});
    }
    void offer_values(AttributeUse const& use) {
        auto const* name = use.target.end();
        bool const is_list = use.comparison->is_list;
        if (name) {
            for (auto const& choice : name->choices) {
                auto const code = code_of(choice);
                list_.offer({.label = code, .kind = CompletionKind::choice, .detail = choice.label, .score = 20});
            }
            if (name->field_class && name->field_class->type == FieldType::boolean)
                for (auto const* word : {"true", "false"}) offer_word(word, CompletionKind::value, 10);
        }
        bool const may_be_none = use.comparison->op == Operator::equal || use.comparison->op == Operator::not_equal;
        if (may_be_none && !is_list) offer_word("none");
        if (is_list && use.comparison->values.size() == 1) offer_word("select");
    }

    bool in_types() {
        for (auto const& part : resolved_.parts) {
            bool const is_nested = part.statement != &statement_;
            if (!at_.is_in(part.statement->target)) continue;
            // Sorted by name; what other types build on comes first.
            for (auto const& model : schema_.models) offer_type(*model, entity_type(schema_, *model).subtypes.empty());
            if (part.statement->select.empty() && !is_nested) offer_word("select");
            return true;
        }
        return false;
    }

    bool in_paths() {
        for (auto const& use : resolved_.uses) {
            for (auto const& cast : use.path->casts)
                if (at_.is_in(cast.type) || (cast.type.empty() && at_.is_in(cast.span))) return offer_casts(use, cast);
            auto const& segments = use.path->path.segments;
            for (std::uint32_t i = 0; i < segments.size(); ++i)
                if (at_.is_in(segments[i].span)) return offer_attributes(use, i);
        }
        return false;
    }
    bool offer_casts(AttributeUse const& use, Cast const& cast) {
        if (cast.segment >= use.target.steps.size()) return true;
        auto const* name = use.target.steps[cast.segment].name;
        if (!name->is_relation()) return true;
        for (auto const* subtype : entity_type(schema_, *name->target).subtypes) offer_type(*subtype);
        return true;
    }
    bool offer_attributes(AttributeUse const& use, std::uint32_t segment) {
        auto const& steps = use.target.steps;
        if (segment > steps.size()) return true;
        auto const* model = segment == 0 ? use.root : steps[segment - 1].target;
        if (!model) return true;
        auto const& about = entity_type(schema_, *model);
        for (auto const& name : model->names) {
            auto const& usual = about.default_projections;
            bool const is_usual = std::find(usual.begin(), usual.end(), name.name) != usual.end();
            offer_attribute(*model, name, is_usual || name.name == "name" ? 30 : 20);
        }
        for (auto const* subtype : about.subtypes)
            for (auto const& name : subtype->names)
                if (!model->find(name.name)) offer_attribute(*subtype, name, 5);
        bool const is_first = segment == 0 && use.path->path.segments.size() == 1;
        if (use.role == AttributeUse::Role::condition && is_first) offer_word("not");
        return true;
    }
    void offer_attribute(Model const& model, Name const& name, std::uint64_t score) {
        bool const is_doubtful = doubt_about(schema_, name) != FilterDoubt::none;
        list_.offer({.label = name.name,
                     .kind = name.is_relation() ? CompletionKind::relation : CompletionKind::field,
                     .detail = short_type(name),
                     .description = model.name,
                     .documentation = topic("name", model.label, name.name),
                     .score = is_doubtful ? 1 : score});
    }

    bool in_operators() {
        for (auto const& use : resolved_.uses) {
            if (!use.comparison || !at_.is_in(use.comparison->op_span)) continue;
            offer_operators(use.target.end());
            return true;
        }
        return false;
    }
    void offer_operators(Name const* name) {
        auto offer = [&](std::initializer_list<std::string_view> words) {
            std::uint64_t score = words.size();
            for (auto word : words) offer_word(word, CompletionKind::lookup, score--);
        };
        auto const type = name && name->field_class ? name->field_class->type : FieldType::json;
        if (name && name->is_relation())
            return name->multi_valued ? offer({"any", "is", "is_not"}) : offer({"has", "is", "is_not"});
        switch (type) {
            case FieldType::boolean:
                return offer({"is", "is_not"});
            case FieldType::integer:
            case FieldType::number:
                return offer({"is", "is_not", "greater_than", "less_than", "in", "not_in"});
            case FieldType::datetime:
                return offer({"after", "before", "is", "is_not", "in", "not_in"});
            case FieldType::text:
                return offer({"is", "is_not", "like", "not_like", "in", "not_in"});
            default:
                return offer({"is", "is_not", "like", "not_like", "in", "not_in", "greater_than", "less_than"});
        }
    }

    /// Where a part of the statement is complete, and another may follow.
    void in_gap() {
        bool const is_extra =
            std::any_of(statement_.faults.begin(), statement_.faults.end(), [&](SyntaxFault const& fault) {
                return fault.kind == SyntaxFault::Kind::unexpected && fault.span.begin <= at_.marked().begin &&
                       at_.marked().begin <= fault.span.end;
            });
        if (!is_extra) return;
        auto const* part = innermost();
        auto has = [&](Clause clause) {
            return std::any_of(part->clauses.begin(), part->clauses.end(),
                               [&](auto const& written) { return written.clause == clause; });
        };
        bool const in_projections = part->target.empty() && !part->projections.empty();
        if (in_projections) return offer_word("from");
        bool const in_order = has(Clause::order) && !has(Clause::offset) && !has(Clause::limit);
        if (in_order)
            for (auto const* word : {"asc", "desc"}) offer_word(word, CompletionKind::value, 5);
        if (part->criteria && !in_order)
            for (auto const* word : {"and", "or"}) offer_word(word, CompletionKind::value, 5);
        if (!has(Clause::where) && part->clauses.empty()) offer_word("where", CompletionKind::value, 4);
        if (!has(Clause::order)) offer_word("order by", CompletionKind::value, 3);
        if (!has(Clause::offset)) offer_word("offset", CompletionKind::value, 2);
        if (!has(Clause::limit)) offer_word("limit", CompletionKind::value, 1);
    }
    Statement const* innermost() const {
        auto const* found = &statement_;
        for (auto const& part : resolved_.parts)
            if (at_.is_in(part.statement->span)) found = part.statement;
        return found;
    }
};

/// Was the character that was just typed one behind which something is due?
bool is_due(Cursor const& cursor, char trigger) {
    auto const typed = cursor.text.text().substr(0, cursor.text.offset());
    if (trigger == '\0') return true;
    bool const is_quote = trigger == '"' || trigger == '\'';
    if (is_quote && typed.empty()) return true;
    return std::string_view(".,([\"'").find(trigger) != std::string_view::npos && typed.ends_with(trigger);
}

}  // namespace

void FtrackAssistant::complete(AskedPlace const& asked, std::span<Cursor const> cursors, CompletionList& list) const {
    for (auto const& cursor : cursors) {
        if (cursor.role != CursorRole::query || cursor.text.is_code() || !is_due(cursor, asked.trigger)) continue;
        Completed const at(cursor);
        StatementCompleter(at, list).run();
    }
}

std::string FtrackAssistant::documentation(Schema const& schema, std::string_view topic) const {
    auto next = [&] {
        auto const part = topic.substr(0, topic.find('/'));
        topic.remove_prefix(std::min(part.size() + 1, topic.size()));
        return part;
    };
    auto const kind = next();
    if (kind == "operator") return describe_operator(topic);
    if (kind == "keyword") return describe_keyword(topic.substr(0, topic.find(' ')));
    auto const* model = schema.find_model(next());
    if (kind == "type") return model ? describe_entity_type(schema, *model) : "";
    auto const* name = model ? model->find(topic) : nullptr;
    return name ? describe_attribute(schema, *model, *name) : "";
}

}  // namespace alyx::analyzer
