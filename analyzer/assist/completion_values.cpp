// Values that can be compared: choices, truth values, and the shapes of dates and lists.
#include <algorithm>
#include <array>

#include "analyzer/assist/completion_query.hpp"
#include "analyzer/assist/describe.hpp"
#include "analyzer/schema/url_lookups.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

Gap const some_day{"", "2021-01-31", ""};
Gap const some_moment{"", "2021-01-31 10:00", ""};
Gap const some_time{"", "10:00", ""};

bool is_text(FieldType type) {
    return type == FieldType::text || type == FieldType::nullable_text;
}
bool is_quoted(FieldType type) {
    return type != FieldType::integer && type != FieldType::number && type != FieldType::boolean &&
           type != FieldType::array;
}
bool takes_list(Lookup lookup) {
    return lookup == Lookup::in || lookup == Lookup::range || lookup == Lookup::has_keys ||
           lookup == Lookup::has_any_keys || lookup == Lookup::overlap;
}

class Values {
  public:
    Values(Cursor const& cursor, ResolvedPath const& target, Span value, CompletionList& list)
        : cursor_(cursor), target_(target), value_(value), list_(list), type_(target.field_class->type) {}

    void run() {
        auto const lookup = target_.lookup;
        auto const typed = Span{value_.begin, cursor_.text.offset()}.of(cursor_.text.text());
        bool const in_brackets = typed.starts_with('[') || typed.starts_with('(');
        if (in_brackets && (takes_list(lookup) || type_ == FieldType::array)) return item(typed);
        if (!list_.at(cursor_, value_)) return;
        if (lookup == Lookup::isnull) return truth("has no value", "has a value");
        if (takes_list(lookup)) return whole_list();
        if (lookup == Lookup::has_key) return keys();
        if (lookup == Lookup::contains || lookup == Lookup::contained_by) return contained();
        if (is_raw_lookup(lookup) || is_pattern_lookup(lookup)) return digits();
        if (type_ != FieldType::array || lookup == Lookup::exact) single();
    }

  private:
    Cursor const& cursor_;
    ResolvedPath const& target_;
    Span value_;
    CompletionList& list_;
    FieldType type_;

    void truth(std::string_view yes, std::string_view no) {
        list_.offer({.label = "True", .detail = std::string(yes), .score = 20});
        list_.offer({.label = "False", .detail = std::string(no), .score = 10});
    }

    void shape(std::string_view label, std::string_view detail, Gap const& gap) {
        list_.offer({.label = label, .detail = std::string(detail)}, gap);
    }

    void single() {
        choices();
        switch (type_) {
            case FieldType::boolean:
                return truth("", "");
            case FieldType::date:
                return shape("2021-01-31", "a day", some_day);
            case FieldType::datetime:
                shape("2021-01-31 10:00", "a day and a time", some_moment);
                return shape("2021-01-31", "midnight of that day", some_day);
            case FieldType::time:
                return shape("10:00", "a time of day", some_time);
            case FieldType::array:
                return shape("[…]", "a list", {"[", "1, 2", "]"});
            case FieldType::json:
                truth("", "");
                return;
            default:
                break;
        }
        if (is_text(type_) && target_.choices().empty()) digits();
    }

    void contained() {
        if (type_ == FieldType::json) return shape("({…})", "keys with their values", {"({'", "key", "': 'value'})"});
        if (type_ == FieldType::array) return shape("[…]", "items", {"[", "1, 2", "]"});
        if (target_.lookup == Lookup::contains) digits();
    }

    /// Where text is searched or compared, digits alone would be read as a number. No day of a week is searched.
    void digits() {
        if (target_.extracted == Extracted::week_day) return;
        shape("('…')", "text of digits alone", {"('", "022", "')"});
    }

    /// `10` with its label. Typing the label finds it too.
    void choices() {
        auto const choices = target_.choices();
        auto const offset = cursor_.text.offset();
        bool const by_label = value_.begin < offset && cursor_.text.text()[value_.begin] > '9';
        std::uint64_t order = choices.size();
        for (auto const& choice : choices) {
            auto const code = code_of(choice);
            bool const is_number = std::holds_alternative<std::int64_t>(choice.code);
            auto const filter = by_label ? concat(choice.label, " ", code) : concat(code, " ", choice.label);
            list_.offer({.label = code,
                         .kind = CompletionKind::choice,
                         .detail = concat("= ", choice.label),
                         .score = 100 + order--,
                         .filter = is_number ? std::string_view(filter) : std::string_view()});
        }
    }

    void keys() {
        auto const& usage = cursor_.site->schema->usage;
        auto const known = usage.keys.find(target_.name);
        if (known == usage.keys.end() || target_.key_count > 0) return;
        std::uint64_t order = known->second.size();
        for (auto const& key : known->second)
            if (key.find("__") == key.npos)
                list_.offer({.label = key, .kind = CompletionKind::key, .detail = "key", .score = --order});
    }

    /// One item of a list, as an example of what fits.
    std::string example() const {
        if (!target_.choices().empty()) return code_of(target_.choices().front());
        switch (type_) {
            case FieldType::date:
            case FieldType::datetime:
                return "2021-01-31";
            case FieldType::time:
                return "10:00";
            case FieldType::uuid:
                return "00000000-0000-0000-0000-000000000000";
            case FieldType::integer:
            case FieldType::number:
                return "1";
            case FieldType::boolean:
                return "True";
            case FieldType::array:
                return target_.lookup == Lookup::overlap ? "1" : "[1, 2]";
            default:
                return "a";
        }
    }

    void whole_list() {
        bool const keys = target_.lookup == Lookup::has_keys || target_.lookup == Lookup::has_any_keys;
        auto const item = keys ? std::string("key") : example();
        bool const quoted = is_quoted(type_);
        if (target_.lookup != Lookup::range)
            return shape(quoted ? "['…']" : "[…]", "a list", {quoted ? "['" : "[", item, quoted ? "']" : "]"});
        if (type_ == FieldType::array) return;  // two lists in one: the server splits at the comma between them
        auto const ends = quoted ? concat(item, "', '", item) : concat(item, ", ", item);
        shape(quoted ? "['…', '…']" : "[…, …]", "from and to, both included",
              {quoted ? "['" : "[", ends, quoted ? "']" : "]"});
    }

    /// An item of a list that has been begun.
    void item(std::string_view typed) {
        auto const begin = typed.find_last_of("[(,") + 1;
        auto const word = std::min(typed.find_first_not_of(' ', begin), typed.size());
        bool const quoted = word < typed.size() && (typed[word] == '\'' || typed[word] == '"');
        auto const offset = static_cast<std::uint32_t>(value_.begin + word + (quoted ? 1 : 0));
        if (!list_.at(cursor_, {offset, cursor_.text.offset()})) return;
        if (target_.lookup == Lookup::has_keys || target_.lookup == Lookup::has_any_keys) {
            if (quoted) keys();
            return;
        }
        std::uint64_t order = target_.choices().size();
        for (auto const& choice : target_.choices()) {
            auto const code = code_of(choice);
            bool const is_number = std::holds_alternative<std::int64_t>(choice.code);
            if (is_number == quoted) continue;
            list_.offer({.label = code,
                         .kind = CompletionKind::choice,
                         .detail = concat("= ", choice.label),
                         .score = 100 + order--});
        }
    }
};

}  // namespace

void offer_values(Cursor const& cursor, ResolvedPath const& target, Span value, CompletionList& list) {
    if (target.field_class) Values(cursor, target, value, list).run();
}

namespace {

/// `-name,price`: each name that a list can be ordered by, both ways round.
void offer_order(Cursor const& cursor, std::vector<std::string> const& names, CompletionList& list) {
    auto const text = cursor.text.text();
    auto const offset = cursor.text.offset();
    auto const comma = offset == 0 ? text.npos : text.rfind(',', offset - 1);
    auto const begin = comma == text.npos ? 0 : comma + 1;
    if (!list.at(cursor, make_span(begin, std::min(text.find(',', offset), text.size())))) return;
    std::uint64_t score = 2 * names.size();
    for (auto const& name : names) list.offer({.label = name, .detail = "the least first", .score = score--});
    for (auto const& name : names) {
        auto const label = concat("-", name);
        list.offer({.label = label, .detail = "the greatest first", .score = score--});
    }
}

}  // namespace

void offer_parameter_values(Cursor const& cursor, CompletionList& list) {
    auto const& parameter = *cursor.parameter;
    if (auto const* names = ordering_of(*cursor.site->schema, parameter)) return offer_order(cursor, *names, list);
    if (!list.at(cursor, {0, static_cast<std::uint32_t>(cursor.text.text().size())})) return;
    bool const labels = parameter.meaning == ParameterMeaning::label || parameter.meaning == ParameterMeaning::quality;
    std::uint64_t order = 100 + parameter.choices.size();
    for (auto const& choice : parameter.choices) {
        auto const code = code_of(choice);
        list.offer({.label = labels ? std::string_view(choice.label) : std::string_view(code),
                    .kind = CompletionKind::choice,
                    .detail = concat("= ", labels ? code : choice.label),
                    .score = order--});
    }
    switch (parameter.type) {
        case ParameterType::boolean:
            list.offer({.label = "True", .score = 2});
            list.offer({.label = "False", .score = 1});
            return;
        case ParameterType::date:
            return list.offer({.label = "2021-01-31", .detail = "a day"}, some_day);
        case ParameterType::datetime:
        case ParameterType::iso_datetime:
            return list.offer({.label = "2021-01-31 10:00", .detail = "a day and a time"}, some_moment);
        default:
            break;
    }
    if (parameter.meaning == ParameterMeaning::date_range)
        list.offer({.label = "…,…", .detail = "from and to"}, {"", "2021-01-01,2021-12-31", ""});
}

}  // namespace alyx::analyzer
