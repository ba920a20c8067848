// What can stand in a keyword: fields, tests behind two underscores, and the texts that a field is known to hold.
#include <algorithm>

#include "analyzer/analyze/collection_facts.hpp"
#include "analyzer/assist/collections_assistant.hpp"
#include "analyzer/dialect/collection_words.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

/// A keyword, or where the first one may be written: nothing but keywords is an argument.
bool is_name(Cursor const& cursor) {
    return cursor.role == CursorRole::keyword || (cursor.role == CursorRole::endpoint && cursor.text.is_code());
}

/// Is something due behind the character that was just typed?
bool is_due(Cursor const& cursor, char trigger) {
    auto const typed = cursor.text.text().substr(0, cursor.text.offset());
    switch (trigger) {
        case '\0':
            return true;
        case '_':
            return is_name(cursor) && typed.ends_with("__");
        case '(':
        case ',':
            return cursor.text.is_code() && typed.empty();
        case '"':
        case '\'':
            return !cursor.text.is_code();
        default:
            return false;
    }
}

class Completer {
  public:
    Completer(AskedPlace const& asked, Cursor const& cursor, CompletionList& list)
        : asked_(asked), cursor_(cursor), list_(list), items_(items_of(*cursor.site)) {}

    void keyword() {
        auto const text = cursor_.text.text();
        auto const typed = text.substr(0, cursor_.text.offset());
        auto const begin = begin_of_segment(typed);
        auto const end = std::min(text.find("__", std::max(begin, typed.size())), text.size());
        if (!list_.at(cursor_, make_span(begin, end))) return;
        word_ = typed.substr(begin);
        bool const is_at_end = end == text.size();
        auto const shape = shape_before(typed.substr(0, begin));
        fields(shape, is_at_end);
        // What holds only fields is not compared.
        bool const is_tested = begin > 0 || shape.is_open || !shape.is_only({ItemKind::dict});
        if (is_at_end && is_tested) tests(shape, begin == 0);
    }

    void value() {
        if (cursor_.argument == Cursor::no_argument || !cursor_.site->arguments[cursor_.argument].is_keyword) return;
        auto const condition = condition_of(*cursor_.site, cursor_.argument, items_);
        bool const is_known = condition.fault == ResolvedCondition::Fault::none && !condition.target.texts.empty();
        if (!is_known || cursor_.text.is_code()) return;
        if (condition.lookup() != CollectionLookup::eq && condition.lookup() != CollectionLookup::in) return;
        if (!list_.at(cursor_, cursor_.text.within())) return;
        for (auto const& text : condition.target.texts) list_.offer({.label = text, .kind = CompletionKind::value});
    }

  private:
    AskedPlace const& asked_;
    Cursor const& cursor_;
    CompletionList& list_;
    ItemShape items_;
    std::string_view word_;

    static std::size_t begin_of_segment(std::string_view typed) {
        return parse_collection_keyword(typed).last().span.begin;
    }

    /// Of the values in which the segment at the cursor is looked for.
    ItemShape shape_before(std::string_view path) const {
        auto shape = items_;
        if (path.empty()) return shape;
        auto const keyword = parse_collection_keyword(path.substr(0, path.size() - 2));
        for (auto const& segment : keyword.segments) {
            auto const* field = shape.find(segment.span.of(keyword.text));
            if (!field) return {};
            auto const next = field->shape;
            shape = *next;
        }
        return shape;
    }

    bool is_followed_by_equals() const {
        auto const text = cursor_.text.text();
        auto const place = cursor_.text.place(make_span(0, text.size()));
        auto const rest = asked_.analysis.unit->sources[place.source]->text().substr(place.span.end);
        return rest.starts_with('=') && !rest.starts_with("==");
    }

    /// In code other names may be meant: only what goes on as it begins is offered.
    bool goes_on(std::string_view name) const { return !cursor_.text.is_code() || name.starts_with(word_); }

    void offer(Offer offer, bool is_end) {
        if (!goes_on(offer.label)) return;
        bool const is_written =
            !cursor_.text.is_code() || cursor_.argument != Cursor::no_argument || is_followed_by_equals();
        offer.filter = offer.label;
        auto const text = is_end && !is_written ? concat(offer.label, "=") : std::string(offer.label);
        list_.offer(std::move(offer), text);
    }

    void fields(ItemShape const& shape, bool is_at_end) {
        for (auto const& field : shape.fields) {
            bool const leads_on = !field.shape->fields.empty();
            offer({.label = field.name,
                   .kind = leads_on ? CompletionKind::relation : CompletionKind::field,
                   .detail = describe_kinds(*field.shape),
                   .score = 1'000},
                  is_at_end && !leads_on);
        }
    }

    static bool fits(CollectionLookup lookup, ItemShape const& shape) {
        switch (lookup) {
            case CollectionLookup::startswith:
            case CollectionLookup::endswith:
            case CollectionLookup::match:
            case CollectionLookup::search:
                return !shape.is_never({ItemKind::text});
            case CollectionLookup::contains:
                return !shape.is_only({ItemKind::boolean, ItemKind::integer, ItemKind::number, ItemKind::none});
            default:
                return true;
        }
    }

    void tests(ItemShape const& shape, bool is_root) {
        std::uint64_t score = 100;
        for (auto const& each : collection_lookup_names) {
            bool const is_right_name = each.lookup != CollectionLookup::in || (each.name == "is_in") == is_root;
            if (!each.is_documented || !is_right_name || !fits(each.lookup, shape)) continue;
            auto const negated = concat("not_", each.name == "is_in" ? "in" : each.name);
            test(each.name, score--);
            if (goes_on(negated)) test(negated, score / 2);
        }
    }
    void test(std::string_view name, std::uint64_t score) {
        offer({.label = name,
               .kind = CompletionKind::lookup,
               .documentation = concat("collections/lookup/", name),
               .score = score},
              true);
    }
};

}  // namespace

void CollectionsAssistant::complete(AskedPlace const& asked, std::span<Cursor const> cursors,
                                    CompletionList& list) const {
    for (auto const& cursor : cursors) {
        if (!is_collection(*cursor.site) || !is_due(cursor, asked.trigger)) continue;
        Completer completer(asked, cursor, list);
        if (is_name(cursor)) completer.keyword();
        if (cursor.role == CursorRole::parameter) completer.value();
    }
}

std::string CollectionsAssistant::documentation(Schema const&, std::string_view topic) const {
    return describe_test(topic.substr(topic.find('/') + 1));
}

}  // namespace alyx::analyzer
