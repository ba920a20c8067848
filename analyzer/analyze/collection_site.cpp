// Calls of a collection's methods: told by their names, or by what made the receiver; diagnoses back to places.
#include <algorithm>

#include "analyzer/analyze/collection_facts.hpp"
#include "analyzer/analyze/collection_methods.hpp"
#include "analyzer/analyze/dialect.hpp"
#include "analyzer/dialect/collection_words.hpp"
#include "analyzer/rules/collection.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Dialect const collections_dialect;

namespace {

bool contains(std::vector<std::string> const& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_made_by_class(FoldedCall const& call, CallPattern const& pattern) {
    auto const& maker = call.receiver;
    return maker && !maker->callee.empty() && contains(pattern.hints, maker->callee.back());
}

bool is_use(std::string_view method) {
    return method.starts_with("__");
}

/// Methods of the library's own names are meant; others where the receiver is known to be a collection, or what one
/// gave.
bool is_meant(FoldedCall const& call, CallPattern const& pattern) {
    if (is_query_method(pattern.callee)) return true;
    if (is_use(pattern.callee)) return is_made_by_class(call, pattern);
    return find_missing_method(pattern.callee) && is_made_by_class(call, pattern);
}

/// A collection of which a pack tells, as an endpoint by the name of its variable.
Folded of_pack(std::string_view name, Place place) {
    Folded value;
    value.kind = Folded::Kind::text;
    value.text.append_made(name, place);
    return value;
}

/// What the receiver was made of.
Folded of_script(FoldedCall const& call) {
    if (!call.receiver || call.receiver->open || call.receiver->broken) return {};
    if (!is_made_of_class(call)) return {};
    if (!call.receiver->positional.empty()) return call.receiver->positional.front().value;
    for (auto const& keyword : call.receiver->keywords)
        if (keyword.name == "list_initial") return keyword.value;
    return {};
}

Site site_of(FoldedCall const& call, Schema const& schema, CallPattern const& pattern, Folded collection) {
    Site site{&schema, &pattern, call.place, call.callee_place, {}, !call.open && !call.broken};
    site.arguments.push_back({"self", call.callee_place, std::move(collection), call.callee_place, false});
    for (auto const& argument : call.positional)
        site.arguments.push_back({{}, argument.place, argument.value, argument.place, false});
    for (auto const& keyword : call.keywords)
        site.arguments.push_back({keyword.name, keyword.name_place, keyword.value, keyword.place, true});
    return site;
}

std::vector<Site> site_by(FoldedCall const& call, Snapshot const& snapshot,
                          bool (*fits)(FoldedCall const&, CallPattern const&)) {
    auto const name = call.callee.size() > 1 ? std::string_view(call.callee[call.callee.size() - 2]) : "";
    CallPattern const* pattern = nullptr;
    Schema const* schema = nullptr;
    Schema const* describing = nullptr;
    for (auto const* each : schemas_of(collections_dialect, snapshot)) {
        for (auto const& one : each->calls)
            if (!pattern && one.callee == call.callee.back() && fits(call, one)) pattern = &one, schema = each;
        auto const* endpoint = name.empty() ? nullptr : each->find_endpoint(name);
        if (!describing && endpoint && endpoint->model) describing = each;
    }
    if (!pattern) return {};
    if (describing) return {site_of(call, *describing, *pattern, of_pack(name, call.callee_place))};
    return {site_of(call, *schema, *pattern, of_script(call))};
}

std::vector<Site> collection_sites(FoldedCall const& call, Snapshot const& snapshot, std::string_view, SiteState) {
    return site_by(call, snapshot, is_meant);
}

class Judge {
  public:
    Judge(Site const& site, std::vector<Finding>& findings) : site_(site), findings_(findings) {}

    void run() {
        auto const items = items_of(site_);
        auto const call = collection_call(site_, items);
        std::vector<ResolvedCondition> conditions;
        for (auto const& argument : call.arguments)
            conditions.push_back(resolve_condition(argument.name, argument.value, *call.items));
        auto diagnoses = diagnose(CollectionReview{call, conditions});
        auto is = [](Effect effect) { return [=](Diagnosis const& d) { return d.rule->effect == effect; }; };
        if (std::any_of(diagnoses.begin(), diagnoses.end(), is(Effect::refused)))
            std::erase_if(diagnoses, is(Effect::advice));
        for (auto& d : diagnoses) add(std::move(d));
    }

  private:
    Site const& site_;
    std::vector<Finding>& findings_;

    /// The first of the site's is the collection.
    SiteArgument const& argument_of(Diagnosis const& d) const { return site_.arguments[d.parameter + 1]; }

    Place place_of(Diagnosis const& d) const {
        if (d.subject == Subject::call) return site_.callee_place;
        auto const& argument = argument_of(d);
        if (d.subject == Subject::parameter) return place_in_name(argument, d.span);
        auto const& value = argument.value;
        bool has_text = value.kind == Folded::Kind::text && !d.span.empty() && d.span.end <= value.text.text.size();
        return has_text ? value.text.place(d.span) : argument.place;
    }

    /// `name("x")` → `name="x"`
    std::vector<SourceEdit> called_edits(SiteArgument const& argument) const {
        auto const& call = argument.value.call;
        if (!call || call->positional.size() != 1) return {};
        auto const value = call->positional[0].place;
        Place const open{value.source, {call->callee_place.span.end, value.span.begin}};
        Place const close{value.source, {value.span.end, call->place.span.end}};
        return {{open, "="}, {close, ""}};
    }

    std::optional<FindingFix> fix_of(Diagnosis const& d) const {
        if (!d.fix) return std::nullopt;
        FindingFix fix{d.fix->title, d.fix->safety, {}, {}};
        if (d.subject == Subject::value && d.fix->edits.empty()) fix.edits = called_edits(argument_of(d));
        for (auto const& edit : d.fix->edits) {
            auto place = site_.callee_place;
            if (d.fix->subject == Subject::parameter) {
                auto const& argument = argument_of(d);
                if (argument.name_place.span.size() != argument.name.size()) return std::nullopt;
                place = place_in_name(argument, edit.span);
            }
            fix.edits.push_back({place, edit.text});
        }
        if (fix.edits.empty()) return std::nullopt;
        return fix;
    }

    void add(Diagnosis d) {
        Finding f;
        f.rule = d.rule;
        f.place = place_of(d);
        f.fix = fix_of(d);
        auto const* argument =
            d.subject == Subject::value || d.subject == Subject::parameter ? &site_.arguments[d.parameter] : nullptr;
        f.identity = concat(site_.pattern->callee, "\t", argument ? argument->name : std::string(), "\t",
                            argument ? argument->value.text.text : std::string(), "\t");
        f.message = std::move(d.message);
        f.help = std::move(d.help);
        f.server = d.server;
        f.level = default_severity(d.rule->effect);
        bool elsewhere = f.place.source != site_.place.source || !site_.place.span.covers(f.place.span);
        if (elsewhere) f.related.push_back({site_.callee_place, "used here"});
        findings_.push_back(std::move(f));
    }
};

void judge_collection(Site const& site, std::vector<Finding>& findings, AnalysisStatistics& statistics) {
    if (is_use(site.pattern->callee)) {
        Judge(site, findings).run();
        return;
    }
    ++statistics.queries;
    statistics.resolved += site.is_complete;
    Judge(site, findings).run();
}

/// Methods that are missing, of a receiver that is searched elsewhere in the unit.
void judge_missing_methods(Analysis& analysis, CollectionReceivers const& receivers) {
    auto is_missing = [](FoldedCall const&, CallPattern const& p) { return find_missing_method(p.callee) != nullptr; };
    auto const& calls = analysis.folded.calls;
    for (auto const& call : calls) {
        if (call.callee.size() < 2 || !find_missing_method(call.callee.back())) continue;
        if (is_made_of_class(call) || !receivers.is_searched_elsewhere(call)) continue;
        for (auto& site : site_by(call, *analysis.snapshot, is_missing)) {
            ++analysis.statistics.sites;
            auto const first = analysis.findings.size();
            judge_collection(site, analysis.findings, analysis.statistics);
            for (auto i = first; i < analysis.findings.size(); ++i)
                analysis.findings[i].sites = {static_cast<std::uint32_t>(analysis.sites.size())};
            analysis.sites.push_back(std::move(site));
        }
    }
}

/// Slips in the library's own names: no pattern tells of these.
void judge_misspelt_methods(Analysis& analysis, CollectionReceivers const& receivers) {
    for (auto const& call : analysis.folded.calls) {
        if (call.callee.size() < 2 || (!is_made_of_class(call) && !receivers.is_searched_elsewhere(call))) continue;
        if (receivers.is_defined(call.callee.back())) continue;
        if (auto finding = misspelt_method_of(call)) analysis.findings.push_back(std::move(*finding));
    }
}

/// A class of the script's own has methods of these names, with arguments of its own.
void drop_other_methods(Analysis& analysis, CollectionReceivers const& receivers) {
    auto is_of_other = [&](std::uint32_t index) {
        auto const& site = analysis.sites[index];
        if (&dialect_of(site) != &collections_dialect) return false;
        auto is_defined = [&](std::string_view method) { return receivers.is_defined(method); };
        auto const& pattern = *site.pattern;
        if (!is_use(pattern.callee)) return is_defined(pattern.callee);
        return std::any_of(pattern.hints.begin(), pattern.hints.end(), is_defined);
    };
    std::erase_if(analysis.findings, [&](Finding const& f) {
        return !f.sites.empty() && std::all_of(f.sites.begin(), f.sites.end(), is_of_other);
    });
}

/// Does the name stand in quotes, or as an attribute that is assigned? Items may get it there.
bool is_made_elsewhere(Unit const& unit, std::string_view name) {
    for (auto const& source : unit.sources)
        for (auto const* quote : {"'", "\""})
            if (source->text().find(concat(quote, name, quote)) != std::string_view::npos) return true;
    return false;
}

void judge_unit(Analysis& analysis) {
    auto is_searched = [](FoldedCall const& c) { return !c.callee.empty() && is_query_method(c.callee.back()); };
    auto const& calls = analysis.folded.calls;
    if (std::any_of(calls.begin(), calls.end(), [&](auto const& c) { return is_searched(c) || is_made_of_class(c); })) {
        CollectionReceivers const receivers(analysis);
        judge_missing_methods(analysis, receivers);
        judge_misspelt_methods(analysis, receivers);
        drop_other_methods(analysis, receivers);
    }
    std::erase_if(analysis.findings, [&](Finding const& f) {
        if (f.rule != find_rule("unknown-item-field")) return false;
        return is_made_elsewhere(*analysis.unit, f.place.span.of(analysis.unit->sources[f.place.source]->text()));
    });
}

constexpr std::string_view services[] = {"collections"};
constexpr std::string_view words[] = {"find_all_where", "find_one_where", "delete_where", "SearchableCollection"};
constexpr std::string_view uses[] = {"__bool__", "__len__", "__getitem__"};

}  // namespace

Dialect const collections_dialect{"collections",    services,   words, collection_sites,
                                  judge_collection, judge_unit, uses,  misspelt_methods_in};

}  // namespace alyx::analyzer
