// Words of paths, lookups and values; whole requests.
#include "analyzer/assist/hover_query.hpp"

#include <algorithm>

#include "analyzer/assist/describe.hpp"
#include "analyzer/assist/query_reading.hpp"
#include "analyzer/assist/site_request.hpp"
#include "analyzer/assist/words.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

void add(std::string& text, std::string_view paragraph) {
    if (!paragraph.empty()) text += concat(text.empty() ? "" : "\n\n", paragraph);
}

/// The request with the cursor's parameter alone, as the service understands it.
class AskedPlace {
  public:
    explicit AskedPlace(Cursor const& cursor)
        : holes_(cursor.text.folded().holes()),
          request_{cursor.site->schema, cursor.endpoint->name, {{cursor.parameter->name, cursor.text.text(), holes_}}},
          outcome_(predict(request_)) {}

    /// The condition whose path ends at the offset of the cursor's text; null where none was built.
    Conjunct const* ending_at(std::uint32_t offset) const {
        auto const shift = outcome_.parameters.empty() ? 0 : outcome_.parameters[0].stripped;
        for (auto const& conjunct : outcome_.conjuncts)
            if (conjunct.written.end + shift == offset) return &conjunct;
        return nullptr;
    }

  private:
    std::vector<Hole> holes_;
    Request request_;
    Outcome outcome_;
};

class QueryHover {
  public:
    QueryHover(Cursor const& cursor, QueryReading const& reading, QueryWord const& word)
        : cursor_(cursor), reading_(reading), word_(word), schema_(*cursor.site->schema), asked_(cursor) {}

    std::optional<Hover> run() const {
        auto text = word_.kind == QueryWord::Kind::segment ? segment()
                    : word_.kind == QueryWord::Kind::value ? value()
                                                           : negation();
        if (text.empty()) return std::nullopt;
        return Hover{cursor_.text.place(word_.span), std::move(text)};
    }

  private:
    Cursor const& cursor_;
    QueryReading const& reading_;
    QueryWord const& word_;
    Schema const& schema_;
    AskedPlace asked_;

    Conjunct const* conjunct() const { return asked_.ending_at(reading_.path_of(word_).end); }

    std::string in_words() const {
        auto const* found = conjunct();
        bool const is_sound = found && found->target.fault == PathFault::none && found->target.is_known;
        if (!is_sound) return {};
        return concat(cursor_.endpoint->name, " ", condition_in_words(*found));
    }

    std::string negation() const {
        std::string text = "**`~`**: all rows but those for which the condition holds; where the value is NULL too";
        add(text, in_words());
        return text;
    }

    std::string segment() const {
        auto const target = reading_.resolve(word_);
        auto const index = word_.segment + reading_.hidden_segments();
        if (index >= target.steps.size()) return {};
        auto const& step = target.steps[index];
        auto const spelt = reading_.text_of(word_.span);
        switch (step.kind) {
            case Step::Kind::relation:
            case Step::Kind::field:
                return describe_name(schema_, *step.model, *step.name);
            case Step::Kind::annotation:
                return describe_annotation(*cursor_.endpoint, spelt);
            case Step::Kind::transform:
                return describe_transform(type_before(), spelt);
            case Step::Kind::json_key:
                return concat("**`", spelt, "`**: key in `", target.name->name, "` (JSON of ",
                              target.steps[index].model->name,
                              "). Any key is accepted; where it is missing, nothing matches.");
            case Step::Kind::item:
                return concat("**`", spelt, "`**: item ", spelt, " of the array, counted from 0");
            case Step::Kind::slice:
                return concat("**`", spelt, "`**: a part of the array");
            case Step::Kind::lookup:
                return lookup(target);
            case Step::Kind::unknown:
                break;
        }
        return {};
    }

    FieldType type_before() const {
        auto const before = reading_.resolve_before(word_);
        if (!before || before->is_relation || !before->field_class) return FieldType::relation;
        return before->field_class->type;
    }

    std::string lookup(ResolvedPath const& target) const {
        auto text = describe_lookup(type_before(), target.lookup, target.name ? target.name->name : "column");
        add(text, on_server());
        add(text, in_words());
        return text;
    }

    /// Where the service compares with something else than what is written.
    std::string on_server() const {
        auto const* found = conjunct();
        if (!found || !found->is_known || found->value->form == Value::Form::missing) return {};
        auto const written = reading_.query().text_of(found->value->span);
        auto const compared = value_in_words(*found);
        bool const same = compared == written || compared == concat("'", written, "'") || compared == "…";
        return same ? std::string() : concat("On the server `", written, "` is compared as ", compared, ".");
    }

    std::string value() const {
        auto const target = reading_.resolve(word_);
        bool const is_sound = target.fault == PathFault::none && target.is_known && target.field_class;
        if (!is_sound || word_.span.empty()) return {};
        auto const* found = conjunct();
        if (!found) return {};
        std::string text = concat("**", value_in_words(*found), "**");
        if (target.name) text += concat(": compared with `", target.name->name, "` (", target.field_class->name, ")");
        add(text, on_server());
        add(text, in_words());
        return text;
    }
};

}  // namespace

std::optional<Hover> hover_query(Cursor const& cursor) {
    if (!cursor.endpoint || !cursor.endpoint->model) return std::nullopt;
    QueryReading const reading(cursor);
    auto const word = reading.word_at(cursor.text.offset());
    if (!word) return std::nullopt;
    return QueryHover(cursor, reading, *word).run();
}

std::optional<Hover> hover_call(Cursor const& cursor) {
    SiteRequest const request(*cursor.site);
    if (!request.endpoint()) return std::nullopt;
    std::string text;
    if (request.sends_list()) {
        auto const& outcome = request.outcome();
        add(text, request_in_words(outcome));
        if (!outcome.refusals.empty()) {
            auto const& answer = outcome.refusals[0].server;
            add(text, concat("The server refuses this: HTTP ", std::to_string(answer.status),
                             answer.exception.empty() ? "" : " ", answer.exception, "."));
        }
    } else if (!request.client().action.empty()) {
        add(text, describe_action(request.client().action, request.endpoint()));
    }
    if (request.client().may_be_local) add(text, "May be answered from the client's own tables.");
    add(text, pack_name(*cursor.site->schema));
    return Hover{cursor.site->callee_place, std::move(text)};
}

}  // namespace alyx::analyzer
