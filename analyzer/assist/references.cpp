// Words that are names of a schema.
#include "analyzer/assist/references.hpp"

#include <algorithm>

#include "analyzer/assist/alyx_assistant.hpp"
#include "analyzer/assist/query_words.hpp"

namespace alyx::analyzer {
namespace {

auto order(Mention const& mention) {
    return std::tuple(mention.place.source, mention.place.span.begin, mention.place.span.end);
}

/// Another spelling (`subject_id`, `pk`) is the name it stands for.
std::string_view plain_name(Model const& model, Name const& name) {
    if (!name.alias) return name.name;
    if (model.key && name.name != model.key->name && name.field_class == model.key->field_class && !name.is_relation())
        return model.key->name;
    for (auto const& other : model.names)
        if (!other.alias && other.is_relation() && name.name.starts_with(other.name) && other.target == name.target)
            return other.name;
    return name.name;
}

std::optional<Mentioned> mentioned_by(WrittenWord const& word) {
    auto const& service = word.site->schema->service;
    if (word.kind == WrittenWord::Kind::endpoint) return Mentioned{service, "", std::string(word.text)};
    bool const is_name = word.step && word.step->name && word.step->model &&
                         (word.step->kind == Step::Kind::relation || word.step->kind == Step::Kind::field);
    if (word.kind != WrittenWord::Kind::segment || !is_name) return std::nullopt;
    auto const& model = *word.step->model;
    return Mentioned{service, model.label, std::string(plain_name(model, *word.step->name))};
}

}  // namespace

void AlyxAssistant::mentions(Site const& site, std::vector<Mention>& to) const {
    for_each_word(site, [&](WrittenWord const& word) {
        if (auto what = mentioned_by(word)) to.push_back({word.place, std::move(*what)});
    });
}

std::vector<Mention> mentions(Analysis const& analysis) {
    std::vector<Mention> result;
    for (auto const& site : analysis.sites) assistant_of(site).mentions(site, result);
    std::stable_sort(result.begin(), result.end(),
                     [](Mention const& a, Mention const& b) { return order(a) < order(b); });
    auto const same = [](Mention const& a, Mention const& b) { return a.place == b.place && a.what == b.what; };
    result.erase(std::unique(result.begin(), result.end(), same), result.end());
    return result;
}

std::optional<Mention> mention_at(Analysis const& analysis, Place place) {
    for (auto& mention : mentions(analysis)) {
        auto const span = mention.place.span;
        bool const holds =
            mention.place.source == place.source && span.begin <= place.span.begin && place.span.begin <= span.end;
        if (holds) return std::move(mention);
    }
    return std::nullopt;
}

std::vector<Place> mentions_of(Analysis const& analysis, Mentioned const& what) {
    std::vector<Place> places;
    for (auto const& mention : mentions(analysis))
        if (mention.what == what && (places.empty() || places.back() != mention.place)) places.push_back(mention.place);
    return places;
}

}  // namespace alyx::analyzer
