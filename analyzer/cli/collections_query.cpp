// Conditions of a collection from the command line and from JSON lines: keywords with values, or Python source.
#include <algorithm>
#include <boost/json.hpp>
#include <deque>
#include <utility>

#include "analyzer/analyze/collection_methods.hpp"
#include "analyzer/analyze/dialect.hpp"
#include "analyzer/cli/batch_diagnosis.hpp"
#include "analyzer/cli/dialect_query.hpp"
#include "analyzer/dialect/collection_words.hpp"
#include "analyzer/host/host.hpp"
#include "analyzer/rules/collection.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::cli {

using namespace analyzer;

extern DialectQuery const collections_query;

namespace {

namespace json = boost::json;

constexpr std::string_view dialect = "collections";

/// The JSON value as Python has it. Texts stay the row's.
CollectionValue value_of(json::value const& value) {
    using Kind = CollectionValue::Kind;
    CollectionValue result;
    if (value.is_null()) result.kind = Kind::none;
    if (value.is_bool()) result.kind = Kind::boolean;
    if (value.is_int64() || value.is_uint64()) result.kind = Kind::integer;
    if (value.is_double()) result.kind = Kind::number;
    if (auto const* text = value.if_string()) {
        result.kind = Kind::text;
        result.text = *text;
    }
    if (auto const* list = value.if_array()) {
        result.kind = Kind::list;
        for (auto const& item : *list) result.items.push_back(value_of(item));
    }
    if (auto const* object = value.if_object()) {
        result.kind = Kind::dict;
        for (auto const& [key, item] : *object) {
            auto& name = result.items.emplace_back();
            name.kind = Kind::text;
            name.text = key;
        }
    }
    return result;
}

DiagnosedText diagnosed(Diagnosis const& d, CollectionCall const& call) {
    if (d.subject != Subject::value && d.subject != Subject::parameter) return {{}, call.method, 0};
    auto const& argument = call.arguments[d.parameter];
    auto text = d.subject == Subject::parameter ? argument.name : argument.value.text;
    return {argument.name, d.span.end <= text.size() ? text : std::string_view(), 0};
}

void append_all(std::string& out, std::vector<Diagnosis> diagnoses, auto const& in) {
    drop_idle_advice(diagnoses);
    CodePoints points;
    bool first = true;
    for (auto const& d : diagnoses) {
        if (!std::exchange(first, false)) out += ',';
        append_diagnosis(out, d, in(d), points);
    }
}

std::string answer_lookups(std::string& out, json::object const& row, json::value const& lookups) {
    auto const* method = row.if_contains("method");
    if (!lookups.is_object()) return "\"lookups\" is no object";
    if (method && !method->is_string()) return "\"method\" is no text";
    auto const searched = method ? std::string_view(method->get_string()) : "find_all_where";
    bool const is_known =
        is_query_method(searched) || find_missing_method(searched) || !misspelt_method(searched).empty();
    if (!is_known) return concat("a SearchableCollection is not searched by \"", searched, "\"");
    ItemShape const items;
    CollectionCall call{searched, {}, &items};
    std::vector<ResolvedCondition> conditions;
    for (auto const& [name, value] : lookups.get_object()) {
        auto& argument = call.arguments.emplace_back();
        argument.name = name;
        argument.value = value_of(value);
        conditions.push_back(resolve_condition(argument.name, argument.value, items));
    }
    append_all(out, diagnose(CollectionReview{call, conditions, false}),
               [&](Diagnosis const& d) { return diagnosed(d, call); });
    return {};
}

/// Python source whose calls are those of a collection, whoever made it.
std::shared_ptr<Analysis const> analyze_source(std::string const& text, SharedPacks const& packs) {
    auto analysis = std::make_shared<Analysis>();
    auto units = units_of("query.py", text);
    analysis->unit = std::make_shared<Unit const>(std::move(units.units.front()));
    analysis->snapshot = packs;
    auto const& one = *find_dialect(dialect);
    auto names = one.callees_in(*analysis->unit);
    for (auto const* schema : schemas_of(one, *analysis->snapshot))
        for (auto const& pattern : schema->calls) names.push_back(pattern.callee);
    analysis->folded = fold_unit(*analysis->unit, {names});
    auto const maker = std::make_shared<FoldedCall>();
    maker->callee.emplace_back("SearchableCollection");
    for (auto& call : analysis->folded.calls) {
        if (!call.receiver) call.receiver = maker;
        if (auto finding = is_made_of_class(call) ? misspelt_method_of(call) : std::nullopt)
            analysis->findings.push_back(std::move(*finding));
        for (auto& site : one.sites_of(call, *analysis->snapshot, {}, SiteState::written)) {
            ++analysis->statistics.sites;
            one.judge(site, analysis->findings, analysis->statistics);
            analysis->sites.push_back(std::move(site));
        }
    }
    std::stable_sort(analysis->findings.begin(), analysis->findings.end(),
                     [](Finding const& a, Finding const& b) { return a.place.span.begin < b.place.span.begin; });
    return analysis;
}

bool is_silent(Analysis const& analysis) {
    return analysis.sites.empty() && analysis.findings.empty();
}

/// `pub__ne=5, status="A"`
bool are_conditions(std::string_view text) {
    auto const equals = text.find('=');
    return equals != text.npos && text.substr(0, equals).find_first_of("(.") == text.npos;
}

constexpr char conditions_call[] = "find_all_where(";

std::string answer_row(std::string& out, json::object const& row, SharedPacks const& packs) {
    if (auto const* lookups = row.if_contains("lookups")) return answer_lookups(out, row, *lookups);
    auto const* call = row.if_contains("call");
    if (!call || !call->is_string()) return "neither \"lookups\" nor a \"call\" text";
    std::string const text(call->get_string());
    auto analysis = analyze_source(text, packs);
    if (is_silent(*analysis) && are_conditions(text))
        analysis = analyze_source(concat(conditions_call, text, ")"), packs);
    bool const is_whole = analysis->unit->sources[0]->text().size() == text.size();
    auto const led = is_whole ? 0U : static_cast<std::uint32_t>(sizeof conditions_call - 1);
    if (is_silent(*analysis)) return "the \"call\" is none of a collection's methods";
    std::vector<Diagnosis> diagnoses;
    for (auto const& finding : analysis->findings) {
        auto& d = diagnoses.emplace_back();
        d.rule = finding.rule;
        auto const [begin, end] = finding.place.span;
        d.span = {std::max(begin, led) - led, std::max(end, led) - led};
        d.message = finding.message;
        d.server = finding.server;
    }
    append_all(out, std::move(diagnoses), [&](Diagnosis const&) { return DiagnosedText{"call", text, 0}; });
    return {};
}

/// A call, or the conditions alone.
std::shared_ptr<Analysis const> analyze_text(QueryOptions const& options, SharedPacks const& packs) {
    auto analysis = analyze_source(options.text, packs);
    return is_silent(*analysis) ? analyze_source(concat(conditions_call, options.text, ")"), packs) : analysis;
}

}  // namespace

DialectQuery const collections_query{dialect, answer_row, analyze_text};

}  // namespace alyx::cli
