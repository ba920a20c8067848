// What is offered for each role that a cursor can have.
#include "analyzer/assist/completion.hpp"

#include <algorithm>
#include <boost/algorithm/string/predicate.hpp>
#include <boost/unordered/unordered_flat_set.hpp>

#include "analyzer/analyze/dialect.hpp"
#include "analyzer/assist/alyx_assistant.hpp"
#include "analyzer/assist/completion_query.hpp"
#include "analyzer/assist/describe.hpp"
#include "analyzer/schema/enum_names.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern std::string_view const completion_triggers = "_,.'\"(~[?&=";

namespace {

bool is_in_query(Cursor const& cursor) {
    if (cursor.role != CursorRole::parameter || !cursor.parameter) return false;
    return cursor.parameter->meaning == ParameterMeaning::query || cursor.parameter->meaning == ParameterMeaning::pairs;
}

/// Was the character that was just typed one behind which something is due?
bool is_due(Cursor const& cursor, char trigger) {
    if (trigger == '\0') return true;
    auto const typed = cursor.text.text().substr(0, cursor.text.offset());
    switch (trigger) {
        case '_':
            return is_in_query(cursor) && typed.ends_with("__");
        case '\'':
        case '"':
            // An opening quote, or one in a list of the query.
            return !cursor.text.is_code() &&
                   (typed.empty() || typed.back() == trigger || cursor.text.within().empty() ||
                    cursor.text.offset() == cursor.text.within().begin);
        case '(':
            return cursor.text.is_code() || is_in_query(cursor);
        case '?':
        case '&':
        case '=':
            // Of a URL; in its text they separate.
            return is_in_query(cursor) && cursor.site->pattern &&
                   cursor.site->pattern->shape == CallPattern::Shape::url;
        case ',':
        case '~':
        case '[':
            return is_in_query(cursor) && typed.ends_with(trigger);
        default:
            return false;
    }
}

Span whole(Cursor const& cursor) {
    return make_span(0, cursor.text.text().size());
}

class Completer {
  public:
    Completer(AskedPlace const& asked, CompletionList& list)
        : analysis_(asked.analysis), trigger_(asked.trigger), place_(asked.place), list_(list) {}

    void run(std::span<Cursor const> cursors) {
        boost::unordered_flat_set<std::string> seen;
        for (auto const& cursor : cursors)
            if (is_due(cursor, trigger_) && seen.insert(key_of(cursor)).second) offer(cursor);
    }

  private:
    Analysis const& analysis_;
    char trigger_;
    Place place_;
    std::optional<ScriptUsage> script_;
    CompletionList& list_;

    ScriptUsage const& script() {
        if (!script_) script_.emplace(analysis_, place_);
        return *script_;
    }

    /// One literal may feed a hundred calls that all ask the same: what stands behind the pair makes no difference.
    static std::string key_of(Cursor const& cursor) {
        auto const text = cursor.text.text();
        auto const end = is_in_query(cursor) ? text.find(',', cursor.text.offset()) : text.npos;
        auto const address = [](void const* object) {
            return std::to_string(reinterpret_cast<std::uintptr_t>(object));
        };
        return concat(text.substr(0, end), "\n", std::to_string(cursor.text.offset()), "\n", address(cursor.endpoint),
                      "\n", address(cursor.parameter), "\n", address(cursor.site->pattern), "\n",
                      std::to_string(static_cast<int>(cursor.role)));
    }

    void offer(Cursor const& cursor) {
        switch (cursor.role) {
            case CursorRole::endpoint:
                return endpoints(cursor);
            case CursorRole::action:
                return actions(cursor);
            case CursorRole::keyword:
                return keywords(cursor);
            case CursorRole::parameter:
                if (is_in_query(cursor)) return offer_query(cursor, script(), list_);
                if (cursor.parameter) offer_parameter_values(cursor, list_);
                return;
            case CursorRole::body_key:
                return body_keys(cursor);
            case CursorRole::json_field:
                return json_fields(cursor);
            case CursorRole::callee:
            case CursorRole::query:
            case CursorRole::other:
                return;
        }
    }

    /// In code a name is being written that may be anyone's: only strings are offered, and only where nothing stands.
    bool quoted(Cursor const& cursor, Offer offer) {
        if (!cursor.text.is_code()) return false;
        auto const name = offer.label;
        list_.offer(std::move(offer), concat("'", name, "'"));
        return true;
    }

    void endpoints(Cursor const& cursor) {
        auto const text = cursor.text.text();
        std::uint32_t const begin = text.starts_with('/') ? 1 : 0;
        auto const end = static_cast<std::uint32_t>(std::min(text.find_first_of("/?", begin), text.size()));
        bool const is_elsewhere = cursor.text.offset() < begin || cursor.text.offset() > end;
        if (is_elsewhere || (cursor.text.is_code() && !text.empty())) return;
        if (!list_.at(cursor, {begin, end})) return;
        auto const& schema = *cursor.site->schema;
        for (auto const& endpoint : schema.endpoints) {
            if (!endpoint->client_actions) continue;
            Offer offer{.label = endpoint->name,
                        .kind = CompletionKind::endpoint,
                        .detail = endpoint->model ? endpoint->model->name : "",
                        .documentation = concat(schema.service, "/endpoint/", endpoint->name),
                        .score = schema.usage.of(endpoint.get())};
            if (!quoted(cursor, offer)) list_.offer(std::move(offer));
        }
    }

    void actions(Cursor const& cursor) {
        if (!cursor.endpoint || !cursor.endpoint->client_actions) return;
        if (cursor.text.is_code() && !cursor.text.text().empty()) return;
        if (!list_.at(cursor, whole(cursor))) return;
        auto const& schema = *cursor.site->schema;
        for (auto const& action : *cursor.endpoint->client_actions) {
            Offer offer{.label = action,
                        .kind = CompletionKind::action,
                        .documentation = concat(schema.service, "/action/", cursor.endpoint->name, "/", action),
                        .score = schema.usage.of_action(action)};
            if (!quoted(cursor, offer)) list_.offer(std::move(offer));
        }
    }

    void keywords(Cursor const& cursor) {
        if (!list_.at(cursor, whole(cursor)) || !cursor.site->pattern) return;
        auto const& schema = *cursor.site->schema;
        auto const& pattern = *cursor.site->pattern;
        if (cursor.endpoint) {
            for (auto const& parameter : cursor.endpoint->parameters)
                keyword(
                    cursor,
                    {.label = parameter.name,
                     .detail = short_meaning(parameter),
                     .documentation = concat(schema.service, "/parameter/", cursor.endpoint->name, "/", parameter.name),
                     .score = 1'000 * schema.usage.of(&parameter) + 100},
                    is_written_in_quotes(parameter));
            for (auto const& name : cursor.endpoint->paging)
                keyword(cursor, {.label = name, .detail = "paging", .score = 50}, false);
        }
        for (auto const& name : pattern.terms)
            keyword(cursor, {.label = name, .detail = "term of the search", .score = 90}, false);
        for (auto const& name : pattern.arguments)
            if (name != pattern.endpoint_argument && name != pattern.action_argument)
                keyword(cursor, {.label = name, .detail = "argument of the client", .score = 20}, false);
        for (auto const& name : pattern.client)
            keyword(cursor, {.label = name, .detail = "argument of the client", .score = 10}, false);
    }

    static std::string short_meaning(Parameter const& parameter) {
        auto const by_meaning =
            parameter.meaning != ParameterMeaning::condition && parameter.meaning != ParameterMeaning::opaque;
        return std::string(by_meaning ? name_of(parameter.meaning) : name_of(parameter.type));
    }

    static bool is_written_in_quotes(Parameter const& parameter) {
        return parameter.meaning == ParameterMeaning::query || parameter.meaning == ParameterMeaning::pairs ||
               parameter.meaning == ParameterMeaning::label || parameter.meaning == ParameterMeaning::quality;
    }

    bool is_followed_by_equals(Cursor const& cursor) const {
        auto const word = cursor.text.place(whole(cursor));
        auto const rest = analysis_.unit->sources[word.source]->text().substr(word.span.end);
        return rest.starts_with('=') && !rest.starts_with("==");
    }

    /// `quotes`: its value is a text of which something is known, so that the next completion is due within.
    void keyword(Cursor const& cursor, Offer offer, bool quotes) {
        auto const& arguments = cursor.site->arguments;
        auto const name = offer.label;
        for (std::uint32_t i = 0; i < arguments.size(); ++i)
            if (arguments[i].name == name && i != cursor.argument && arguments[i].is_keyword) return;
        // In code only what goes on as what is typed begins: other names may be meant there.
        bool const is_code = cursor.text.is_code();
        auto const typed = cursor.text.text().substr(0, cursor.text.offset());
        if (is_code && !boost::istarts_with(name, typed)) return;
        offer.kind = CompletionKind::parameter;
        offer.filter = name;
        bool const has_equals = !is_code || cursor.argument != Cursor::no_argument || is_followed_by_equals(cursor);
        if (has_equals) return list_.offer(std::move(offer));
        offer.retrigger = quotes;
        if (quotes) offer.snippet = concat(name, "='$1'$0");
        list_.offer(std::move(offer), concat(name, "="));
    }

    void body_keys(Cursor const& cursor) {
        if (!cursor.endpoint || !list_.at(cursor, whole(cursor))) return;
        auto const* model = cursor.endpoint->model;
        for (auto const& field : cursor.endpoint->body_fields) {
            auto const* name = model ? model->find(field) : nullptr;
            list_.offer({.label = field, .kind = CompletionKind::field, .detail = name ? short_type(*name) : ""});
        }
    }

    void json_fields(Cursor const& cursor) {
        if (!cursor.endpoint || !cursor.endpoint->model || !list_.at(cursor, whole(cursor))) return;
        for (auto const& name : cursor.endpoint->model->names)
            if (name.field_class && name.field_class->type == FieldType::json)
                list_.offer({.label = name.name, .kind = CompletionKind::field, .detail = short_type(name)});
    }
};

/// The parts of `a/b/c/d`.
std::vector<std::string_view> parts_of(std::string_view text) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at <= text.size();) {
        auto const end = std::min(text.find('/', at), text.size());
        parts.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

std::string documentation_of(Schema const& schema, std::string_view kind, std::string_view of, std::string_view name) {
    if (kind == "endpoint") {
        auto const* endpoint = schema.find_endpoint(of);
        return endpoint ? describe_endpoint(schema, *endpoint) : "";
    }
    if (kind == "action") return describe_action(name, schema.find_endpoint(of));
    if (kind == "parameter") {
        auto const* endpoint = schema.find_endpoint(of);
        auto const* parameter = endpoint ? endpoint->find(name) : nullptr;
        return parameter ? describe_parameter(schema, *endpoint, *parameter) : "";
    }
    if (kind == "name") {
        auto const* model = schema.find_model(of);
        auto const* found = model ? model->find(name) : nullptr;
        return found ? describe_name(schema, *model, *found) : "";
    }
    auto const type = from_name<FieldType>(of);
    if (!type) return {};
    if (kind == "transform") return describe_transform(*type, name);
    auto const lookup = find_lookup(*type, name);
    return lookup ? describe_lookup(*type, *lookup, "column") : "";
}

}  // namespace

void AlyxAssistant::complete(AskedPlace const& asked, std::span<Cursor const> cursors, CompletionList& list) const {
    Completer(asked, list).run(cursors);
}

std::string AlyxAssistant::documentation(Schema const& schema, std::string_view topic) const {
    auto parts = parts_of(topic);
    parts.resize(3);
    return documentation_of(schema, parts[0], parts[1], parts[2]);
}

std::vector<CompletionItem> complete(Analysis const& analysis, Place place, char trigger) {
    auto cursors = cursors_at(analysis, place, CursorUse::writing);
    auto assistant = [](Cursor const& cursor) { return &assistant_of(*cursor.site); };
    CompletionList list(*analysis.unit);
    for (auto at = cursors.all.begin(); at != cursors.all.end();) {
        auto const* its = assistant(*at);
        auto const end =
            std::stable_partition(at, cursors.all.end(), [&](auto const& c) { return assistant(c) == its; });
        its->complete({analysis, place, trigger}, {&*at, static_cast<std::size_t>(end - at)}, list);
        at = end;
    }
    return list.take();
}

std::string completion_documentation(Snapshot const& snapshot, std::string_view documentation) {
    auto const slash = documentation.find('/');
    auto const* schema = schema_of_service(snapshot, documentation.substr(0, slash));
    if (!schema || slash == documentation.npos) return {};
    return assistant_of(*schema).documentation(*schema, documentation.substr(slash + 1));
}

}  // namespace alyx::analyzer
