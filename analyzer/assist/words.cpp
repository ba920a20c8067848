// Paths as possessives, lookups as predicates, conditions joined by `and`.
#include "analyzer/assist/words.hpp"

#include <algorithm>
#include <array>

#include "analyzer/assist/describe.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

constexpr std::string_view ignoring_case = " (case-insensitive)";

std::string spaced(std::string_view name) {
    std::string words(name);
    std::replace_if(
        words.begin(), words.end(), [](char c) { return c == '_' || c == '-'; }, ' ');
    return words;
}

/// `ProbeInsertion`: probe insertion
std::string model_in_words(Model const& model) {
    std::string words;
    auto const is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    for (std::size_t i = 0; i < model.name.size(); ++i) {
        char const c = model.name[i];
        bool const begins_word = is_upper(c) && i > 0 && !is_upper(model.name[i - 1]);
        if (begins_word) words += ' ';
        bool const is_acronym = is_upper(c) && i + 1 < model.name.size() && is_upper(model.name[i + 1]);
        words += is_upper(c) && !is_acronym ? static_cast<char>(c | 0x20) : c;
    }
    return words;
}

/// Names of ways back are made of code (`data_dataset_session_related`): the model's says more.
std::string name_in_words(Name const& name) {
    bool const is_back = name.kind == NameKind::reverse_foreign_key || name.kind == NameKind::reverse_one_to_one ||
                         name.kind == NameKind::reverse_many_to_many;
    if (!is_back || !name.target) return spaced(name.name);
    return concat(model_in_words(*name.target), name.multi_valued ? "s" : "");
}

std::string possessive(std::string owner) {
    return concat(owner, owner.ends_with('s') ? "'" : "'s");
}

/// What each step of a path is called; lookups are none.
std::vector<std::string> step_words(Conjunct const& conjunct) {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < conjunct.target.steps.size(); ++i) {
        auto const& step = conjunct.target.steps[i];
        auto const segment = conjunct.path->segments[i].span.of(conjunct.path_text);
        switch (step.kind) {
            case Step::Kind::relation:
            case Step::Kind::field:
                words.push_back(name_in_words(*step.name));
                break;
            case Step::Kind::json_key:
            case Step::Kind::item:
            case Step::Kind::slice:
                words.push_back(concat("`", segment, "`"));
                break;
            case Step::Kind::annotation:
            case Step::Kind::transform:
                words.push_back(spaced(segment));
                break;
            case Step::Kind::lookup:
            case Step::Kind::unknown:
                break;
        }
    }
    return words;
}

std::string chain(std::vector<std::string> const& words, std::size_t begin) {
    std::string text;
    for (std::size_t i = begin; i < words.size(); ++i)
        text = text.empty() ? words[i] : concat(possessive(text), " ", words[i]);
    return text;
}

/// How many of the steps lead up to the last relation to several rows, with it; 0: none does.
std::size_t steps_to_many(Conjunct const& conjunct) {
    std::size_t many = 0;
    auto const& steps = conjunct.target.steps;
    for (std::size_t i = 0; i < steps.size(); ++i)
        if (steps[i].kind == Step::Kind::relation && steps[i].name->multi_valued) many = i + 1;
    return many;
}

bool is_moment(FieldClass const* field_class) {
    return field_class && (field_class->type == FieldType::date || field_class->type == FieldType::datetime ||
                           field_class->type == FieldType::time);
}

/// As people write it: texts in quotes, dates and identifiers without.
std::string shown(Conjunct const& conjunct, PyValue const& raw, PyValue const& converted) {
    bool const is_literal = is_moment(conjunct.target.field_class) ||
                            (conjunct.target.field_class && conjunct.target.field_class->type == FieldType::uuid);
    if (is_literal && raw.is(PyValue::Kind::text)) return raw.text;
    std::string text = py_repr(converted);
    for (auto const& choice : conjunct.target.choices())
        if (code_of(choice) == py_str(converted)) text += concat(" (", choice.label, ")");
    return text;
}

struct Predicate {
    std::string_view positive, negative, behind = "";
};

// In the order of the enumeration.
constexpr Predicate predicates[] = {
    {"is ", "is not "},                                       // exact
    {"is ", "is not ", ignoring_case},                        // iexact
    {"contains ", "does not contain "},                       // contains
    {"contains ", "does not contain ", ignoring_case},        // icontains
    {"begins with ", "does not begin with "},                 // startswith
    {"begins with ", "does not begin with ", ignoring_case},  // istartswith
    {"ends with ", "does not end with "},                     // endswith
    {"ends with ", "does not end with ", ignoring_case},      // iendswith
    {"matches ", "does not match "},                          // regex
    {"matches ", "does not match ", ignoring_case},           // iregex
    {"is greater than ", "is not greater than "},             // gt
    {"is at least ", "is less than "},                        // gte
    {"is less than ", "is at least "},                        // lt
    {"is at most ", "is greater than "},                      // lte
    {"is one of ", "is none of "},                            // in
    {"lies between ", "does not lie between "},               // range
    {"is missing", "is not missing"},                         // isnull
    {"lies within ", "does not lie within "},                 // contained_by
    {"shares an item with ", "shares no item with "},         // overlap
    {"has the key ", "does not have the key "},               // has_key
    {"has all of the keys ", "does not have all of the keys "},
    {"has one of the keys ", "has none of the keys "},
};
static_assert(std::size(predicates) == std::size_t(Lookup::has_any_keys) + 1);

/// gt to lte of days and times.
constexpr Predicate of_moments[] = {
    {"is after ", "is not after "},
    {"is not before ", "is before "},
    {"is before ", "is not before "},
    {"is not after ", "is after "},
};

Predicate predicate_of(ResolvedPath const& target) {
    auto const lookup = target.lookup;
    auto const type = target.field_class ? target.field_class->type : FieldType::text;
    if (is_comparison(lookup) && is_moment(target.field_class))
        return of_moments[std::size_t(lookup) - std::size_t(Lookup::gt)];
    bool const holds_items = type == FieldType::json || type == FieldType::array;
    if (lookup == Lookup::contains && holds_items) return {"holds ", "does not hold "};
    return predicates[std::size_t(lookup)];
}

bool is_false(Conjunct const& conjunct) {
    return conjunct.raw().is(PyValue::Kind::boolean) && !conjunct.raw().boolean;
}

std::string predicate(Conjunct const& conjunct, bool negated) {
    auto const& target = conjunct.target;
    auto const words = predicate_of(target);
    if (target.lookup == Lookup::isnull)
        return std::string(negated != is_false(conjunct) ? words.negative : words.positive);
    auto const said = concat(negated ? words.negative : words.positive, value_in_words(conjunct), words.behind);
    // What is excluded does not hold of NULL, so that such rows stay.
    return negated && target.is_nullable ? concat(said, " or is missing") : said;
}

/// `is named 'x'`, `has a status that is 40`: said of the rows that a relation leads to.
std::string said_of_rows(Conjunct const& conjunct, std::string const& rest) {
    auto const said = predicate(conjunct, false);
    if (rest.empty()) return said;
    if (rest == "name" && conjunct.target.lookup == Lookup::exact) return concat("is named ", value_in_words(conjunct));
    bool const vowel = std::string_view("aeiou").find(rest.front()) != std::string_view::npos;
    return concat("has ", vowel ? "an " : "a ", rest, " that ", said);
}

}  // namespace

std::string path_in_words(Conjunct const& conjunct) {
    return chain(step_words(conjunct), 0);
}

std::string value_in_words(Conjunct const& conjunct) {
    auto const& raw = conjunct.raw();
    if (!conjunct.is_known || raw.is(PyValue::Kind::computed)) return "…";
    if (!raw.is_sequence()) {
        bool const plain = conjunct.converted.size() == 1 && !conjunct.converted[0].is(PyValue::Kind::datetime);
        return shown(conjunct, raw, plain ? conjunct.converted[0] : raw);
    }
    std::string list;
    bool const is_range = conjunct.target.lookup == Lookup::range;
    bool const converted = conjunct.converted.size() == raw.items.size();
    for (std::size_t i = 0; i < raw.items.size(); ++i) {
        bool const moment = !converted || conjunct.converted[i].is(PyValue::Kind::datetime);
        list += concat(list.empty() ? ""
                       : is_range   ? " and "
                                    : ", ",
                       shown(conjunct, raw.items[i], moment ? raw.items[i] : conjunct.converted[i]));
    }
    return list;
}

std::string condition_in_words(Conjunct const& conjunct) {
    auto const words = step_words(conjunct);
    auto const many = steps_to_many(conjunct);
    if (many == 0) return concat("whose ", chain(words, 0), " ", predicate(conjunct, conjunct.negated));
    auto const rows = chain({words.begin(), words.begin() + static_cast<std::ptrdiff_t>(many)}, 0);
    auto const rest = chain(words, many);
    if (rest.empty() && conjunct.target.lookup == Lookup::isnull) {
        bool const without = conjunct.negated == is_false(conjunct);
        return concat(without ? "without " : "with ", rows);
    }
    return concat(conjunct.negated ? "none of whose " : "one of whose ", rows, " ", said_of_rows(conjunct, rest));
}

std::string request_in_words(Outcome const& outcome) {
    if (!outcome.endpoint) return {};
    std::vector<std::string> conditions;
    auto const add = [&](std::string condition) { conditions.push_back(std::move(condition)); };
    for (std::uint32_t i = 0; i < outcome.parameters.size(); ++i) {
        bool has_words = false;
        for (auto const& conjunct : outcome.conjuncts) {
            if (conjunct.parameter != i || conjunct.target.fault != PathFault::none) continue;
            if (!conjunct.target.is_known || conjunct.target.steps.empty()) continue;
            add(condition_in_words(conjunct));
            has_words = true;
        }
        auto const& use = outcome.parameters[i];
        if (has_words || use.ignored_value || !use.spec || use.query) continue;
        add(concat("with `", use.spec->name, "` ", use.value));
    }
    if (conditions.empty()) return concat("all ", spaced(outcome.endpoint->name));
    std::string text = spaced(outcome.endpoint->name);
    for (std::size_t i = 0; i < conditions.size(); ++i) {
        bool const is_last = i + 1 == conditions.size();
        text += concat(i == 0 ? " " : is_last ? " and " : ", ", conditions[i]);
    }
    return text;
}

}  // namespace alyx::analyzer
