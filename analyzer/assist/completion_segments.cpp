// Names, transforms, keys and lookups that a path can go on with.
#include <algorithm>

#include "analyzer/assist/completion_query.hpp"
#include "analyzer/assist/describe.hpp"
#include "analyzer/schema/enum_names.hpp"
#include "analyzer/schema/url_lookups.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

constexpr std::uint64_t counted = 1'000'000;       ///< what one use on this very model weighs
constexpr std::uint64_t in_script = 15 * counted;  ///< what one use in the script itself weighs, up to five
constexpr std::uint64_t spelt = 100;               ///< what one use under this name elsewhere weighs

class Segments {
  public:
    Segments(Cursor const& cursor, QueryReading const& reading, QueryWord const& word, ScriptUsage const& script,
             CompletionList& list)
        : schema_(*cursor.site->schema),
          url_(url_lookups(schema_)),
          endpoint_(*cursor.endpoint),
          reading_(reading),
          word_(word),
          script_(script),
          list_(list) {}

    void run() {
        auto const before = reading_.resolve_before(word_);
        if (!before) {
            names(*endpoint_.model);
            if (url_) parameters();
            for (auto const& name : endpoint_.annotations)
                list_.offer({.label = name, .kind = CompletionKind::field, .detail = "annotation"});
            return;
        }
        bool const ended = before->fault != PathFault::none || !before->is_known || before->lookup_written;
        if (ended) return;
        if (before->is_relation && before->model) names(*before->model);
        if (!before->field_class) return;
        auto const type = before->is_relation ? FieldType::relation : before->field_class->type;
        if (type == FieldType::json && before->name) keys(*before);
        if (before->extracted == Extracted::nothing) transforms(type);
        lookups(type, *before);
    }

  private:
    Schema const& schema_;
    UrlLookups const* url_;
    Endpoint const& endpoint_;
    QueryReading const& reading_;
    QueryWord const& word_;
    ScriptUsage const& script_;
    CompletionList& list_;

    static CompletionKind kind_of(Name const& name) {
        switch (name.kind) {
            case NameKind::field:
                return CompletionKind::field;
            case NameKind::reverse_foreign_key:
            case NameKind::reverse_one_to_one:
            case NameKind::reverse_many_to_many:
                return CompletionKind::reverse_relation;
            default:
                return CompletionKind::relation;
        }
    }

    void names(Model const& model) {
        for (auto const& name : model.names) {
            if (name.hidden || name.kind == NameKind::generic_foreign_key) continue;
            if (url_ && &model == endpoint_.model && word_.segment == 0 && !url_->may_begin(endpoint_, name.name))
                continue;
            auto const kind = kind_of(name);
            // What nobody uses stands in this order: fields, relations, ways back, other spellings.
            std::uint64_t const order = name.alias                         ? 0
                                        : kind == CompletionKind::field    ? 30
                                        : kind == CompletionKind::relation ? 20
                                                                           : 10;
            auto const score = std::min(script_.of(name), 5U) * in_script + schema_.usage.of(&name) * counted +
                               schema_.usage.of_spelling(name.name) * spelt + order;
            list_.offer({.label = name.name,
                         .kind = kind,
                         .detail = short_type(name),
                         .description = model.name,
                         .documentation = concat(schema_.service, "/name/", model.label, "/", name.name),
                         .score = score});
        }
    }

    /// Of a URL: those that are no fields stand beside them.
    void parameters() {
        for (auto const& parameter : endpoint_.parameters)
            if (parameter.meaning != ParameterMeaning::query)
                list_.offer(
                    {.label = parameter.name,
                     .kind = CompletionKind::parameter,
                     .detail = "parameter",
                     .documentation = concat(schema_.service, "/parameter/", endpoint_.name, "/", parameter.name),
                     .score = 5});
    }

    /// `a__b__`, the keys that the path has gone through.
    std::string keys_so_far(ResolvedPath const& before) const {
        std::string path;
        for (std::uint32_t i = 0; i < before.key_count; ++i) {
            auto const segment = before.first_key + i;
            if (segment < reading_.hidden_segments()) continue;
            path += concat(reading_.segment(word_, segment - reading_.hidden_segments()), "__");
        }
        return path;
    }

    /// Those that the pack knows, and those that stand elsewhere in the script.
    void keys(ResolvedPath const& before) {
        auto const path = keys_so_far(before);
        for (auto const& key : script_.keys(*before.name)) offer_key(before, key, path, in_script);
        auto const known = schema_.usage.keys.find(before.name);
        if (known == schema_.usage.keys.end()) return;
        std::uint64_t order = known->second.size();
        for (auto const& key : known->second) offer_key(before, key, path, counted / 2 + --order);
    }

    void offer_key(ResolvedPath const& before, std::string_view key, std::string_view path, std::uint64_t score) {
        if (!key.starts_with(path)) return;
        key.remove_prefix(path.size());
        key = key.substr(0, key.find("__"));
        if (key.empty()) return;
        list_.offer({.label = key,
                     .kind = CompletionKind::key,
                     .detail = "key",
                     .description = before.name->name,
                     .score = score});
    }

    void transforms(FieldType type) {
        for (auto name : transforms_of(type))
            list_.offer({.label = name,
                         .kind = CompletionKind::transform,
                         .detail = find_transform(type, name)->output->name,
                         .description = "transform",
                         .documentation = documentation("transform", type, name),
                         .score = schema_.usage.of_lookup(type, name) * counted});
    }

    /// Lookups that the type has, but that the database refuses whatever the value: text is not searched in days of the
    /// week, arrays of floats are not compared.
    static bool always_fails(Lookup lookup, ResolvedPath const& before) {
        if (before.extracted == Extracted::week_day) return is_pattern_lookup(lookup) || is_raw_lookup(lookup);
        bool const of_floats = before.field_class->type == FieldType::array && before.item_class &&
                               before.item_class->type == FieldType::number;
        return of_floats && (is_comparison(lookup) || lookup == Lookup::in || lookup == Lookup::range);
    }

    static std::string_view first_clause(std::string_view sentence) { return sentence.substr(0, sentence.find(';')); }

    void lookups(FieldType type, ResolvedPath const& before) {
        for (auto name : lookups_of(type)) {
            if (always_fails(*find_lookup(type, name), before)) continue;
            list_.offer({.label = name,
                         .kind = CompletionKind::lookup,
                         .detail = std::string(first_clause(describe(*find_lookup(type, name)))),
                         .description = "lookup",
                         .documentation = documentation("lookup", type, name),
                         .score = schema_.usage.of_lookup(type, name) * counted});
        }
    }

    std::string documentation(std::string_view kind, FieldType type, std::string_view name) const {
        return concat(schema_.service, "/", kind, "/", name_of(type), "/", name);
    }
};

}  // namespace

void offer_segments(Cursor const& cursor, QueryReading const& reading, QueryWord const& word, ScriptUsage const& script,
                    CompletionList& list) {
    if (!list.at(cursor, word.span)) return;
    Segments(cursor, reading, word, script, list).run();
}

void offer_query(Cursor const& cursor, ScriptUsage const& script, CompletionList& list) {
    if (!cursor.endpoint || !cursor.endpoint->model) return;
    QueryReading const reading(cursor);
    auto const offset = cursor.text.offset();
    auto word = reading.word_at(offset);
    if (!word) return;
    if (word->kind == QueryWord::Kind::value) {
        if (auto const target = reading.resolve(*word); target.fault == PathFault::none && target.is_known)
            offer_values(cursor, target, word->span, list);
        if (word->is_certain) return;
        word = reading.as_path(*word, offset);
    }
    if (word->kind != QueryWord::Kind::segment) return;
    offer_segments(cursor, reading, *word, script, list);
    bool const begins = word->segment == 0 && reading.path_of(*word).begin == offset;
    bool const negatable = cursor.parameter->meaning == ParameterMeaning::query && !reading.is_negated(*word) &&
                           !url_lookups(*cursor.site->schema);
    if (begins && negatable && list.at(cursor, {offset, offset}))
        list.offer({.label = "~",
                    .kind = CompletionKind::negation,
                    .detail = "all but these",
                    .score = 1'000,
                    .retrigger = true});
}

}  // namespace alyx::analyzer
