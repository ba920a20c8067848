// Labels of numbers, lookups that are not written, values that become others.
#include "analyzer/assist/hints.hpp"

#include <algorithm>

#include "analyzer/assist/alyx_assistant.hpp"
#include "analyzer/assist/describe.hpp"
#include "analyzer/assist/query_words.hpp"
#include "analyzer/assist/words.hpp"
#include "analyzer/text/concat.hpp"
#include "analyzer/value/py_value.hpp"

namespace alyx::analyzer {
namespace {

constexpr std::string_view arrow = "→ ";

Place end_of(Place place) {
    return {place.source, {place.span.end, place.span.end}};
}

auto order(Hint const& hint) {
    return std::tuple(hint.place.source, hint.place.span.begin, hint.kind, std::string_view(hint.label));
}

/// `FAIL`, or nothing where the value is no number of a choice.
std::string_view label_of(Conjunct const& conjunct) {
    if (conjunct.converted.size() != 1 || !conjunct.converted[0].is(PyValue::Kind::integer)) return {};
    for (auto const& choice : conjunct.target.choices())
        if (auto const* code = std::get_if<std::int64_t>(&choice.code); code && *code == conjunct.converted[0].integer)
            return choice.label;
    return {};
}

/// Is a number compared as a text that is not the one that was written?
bool becomes_other_text(Conjunct const& conjunct, std::string_view written) {
    return conjunct.value->form == Value::Form::number && conjunct.converted.size() == 1 &&
           conjunct.converted[0].is(PyValue::Kind::text) && conjunct.converted[0].text != written;
}

void add_value(WrittenWord const& word, std::vector<Hint>& hints) {
    auto const& conjunct = *word.conjunct;
    if (auto const label = label_of(conjunct); !label.empty())
        hints.push_back({end_of(word.place), HintKind::choice, concat("= ", label)});
    if (becomes_other_text(conjunct, word.text))
        hints.push_back({end_of(word.place), HintKind::conversion, concat(arrow, py_repr(conjunct.converted[0]))});
}

bool is_last_segment(WrittenWord const& word) {
    return word.step && word.target && word.step == &word.target->steps.back();
}

}  // namespace

void AlyxAssistant::hints(Site const& site, std::vector<Hint>& to) const {
    for_each_word(site, [&](WrittenWord const& word) {
        bool const is_sound = word.target && word.target->fault == PathFault::none && word.target->is_known;
        if (!is_sound || !word.conjunct) return;
        if (word.kind == WrittenWord::Kind::value && word.conjunct->is_known) add_value(word, to);
        if (word.kind == WrittenWord::Kind::segment && is_last_segment(word) && !word.target->lookup_written)
            to.push_back({end_of(word.place), HintKind::implicit_exact, "__exact"});
    });
}

std::vector<Hint> hints(Analysis const& analysis) {
    std::vector<Hint> result;
    for (auto const& site : analysis.sites) assistant_of(site).hints(site, result);
    std::stable_sort(result.begin(), result.end(), [](Hint const& a, Hint const& b) { return order(a) < order(b); });
    auto const same = [](Hint const& a, Hint const& b) { return order(a) == order(b); };
    result.erase(std::unique(result.begin(), result.end(), same), result.end());
    return result;
}

std::string AlyxAssistant::hint_documentation(Site const& site, Hint const& hint) const {
    std::string text;
    for_each_word(site, [&](WrittenWord const& word) {
        if (!text.empty() || !word.conjunct || end_of(word.place) != hint.place) return;
        switch (hint.kind) {
            case HintKind::choice:
                text = concat("`", word.text, "` is the number of ", label_of(*word.conjunct), ".\n\n");
                break;
            case HintKind::implicit_exact:
                text = "No lookup is written: the value is compared as it is.\n\n";
                break;
            case HintKind::conversion:
                text = concat("Digits are read as a number first: the server compares with ",
                              value_in_words(*word.conjunct), ".\n\n");
                break;
        }
        text += concat(word.endpoint->name, " ", condition_in_words(*word.conjunct));
    });
    return text;
}

std::string hint_documentation(Analysis const& analysis, Hint const& hint) {
    for (auto const& site : analysis.sites)
        if (auto text = assistant_of(site).hint_documentation(site, hint); !text.empty()) return text;
    return {};
}

}  // namespace alyx::analyzer
