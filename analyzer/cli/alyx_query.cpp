// Requests to endpoints, from the command line and from JSON lines.
#include <boost/json.hpp>
#include <utility>

#include "analyzer/cli/batch_diagnosis.hpp"
#include "analyzer/cli/dialect_query.hpp"
#include "analyzer/outcome/outcome.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::cli {

using namespace analyzer;

extern DialectQuery const alyx_query;

namespace {

namespace json = boost::json;

/// `str(value)` as the client sends a parameter.
std::string parameter_text(json::value const& value) {
    if (auto const* text = value.if_string()) return std::string(*text);
    if (auto const* flag = value.if_bool()) return *flag ? "True" : "False";
    if (value.is_null()) return "None";
    return json::serialize(value);
}

struct BatchRequest {
    std::vector<std::pair<std::string_view, std::string>> parameters;
    Request request;
};

/// Fills `to`; what is wrong, or an empty text.
std::string read_request(json::object const& row, Schema const& schema, BatchRequest& to) {
    auto const* endpoint = row.if_contains("endpoint");
    if (!endpoint || !endpoint->is_string()) return "no \"endpoint\" text";
    auto const* params = row.if_contains("params");
    if (params && !params->is_object()) return "\"params\" is no object";
    if (params)
        for (auto const& [name, value] : params->get_object()) to.parameters.emplace_back(name, parameter_text(value));
    if (auto const* query = row.if_contains(schema.query_parameter)) {
        if (!query->is_string()) return concat("\"", schema.query_parameter, "\" is no text");
        to.parameters.emplace_back(schema.query_parameter, std::string(query->get_string()));
    }
    to.request.schema = &schema;
    to.request.endpoint = std::string_view(endpoint->get_string());
    for (auto const& [name, value] : to.parameters) to.request.parameters.push_back({name, value, {}});
    return {};
}

DiagnosedText diagnosed(Diagnosis const& d, Request const& request, Outcome const& outcome) {
    if (d.subject != Subject::value && d.subject != Subject::parameter) return {{}, request.endpoint, 0};
    auto const& parameter = request.parameters[d.parameter];
    if (d.subject == Subject::parameter) return {parameter.name, parameter.name, 0};
    return {parameter.name, parameter.value, outcome.parameters[d.parameter].stripped};
}

std::string answer_request(std::string& out, json::object const& row, SharedPacks const& packs) {
    BatchRequest batch;
    if (auto failure = read_request(row, *packs->schemas().front(), batch); !failure.empty()) return failure;
    Outcome outcome = predict(batch.request);
    bool first = true;
    CodePoints points;
    for (auto const& d : diagnose({batch.request, outcome, false})) {
        if (!std::exchange(first, false)) out += ',';
        append_diagnosis(out, d, diagnosed(d, batch.request, outcome), points);
    }
    return {};
}

/// The endpoint and the string as two sources, so that every format can show where a finding stands.
std::shared_ptr<Analysis const> analyze_request(QueryOptions const& options, SharedPacks const& packs) {
    auto const& schema = packs->schemas().front();
    auto unit = std::make_shared<Unit>();
    unit->sources.push_back(std::make_shared<Source>("endpoint", options.endpoint));
    unit->sources.push_back(std::make_shared<Source>(schema->query_parameter, options.text));
    auto analysis = std::make_shared<Analysis>();
    Request request{schema.get(), options.endpoint, {{schema->query_parameter, options.text, {}}}, true};
    auto outcome = predict(request);
    auto diagnoses = diagnose(Review{request, outcome, true});
    drop_idle_advice(diagnoses);
    for (auto& d : diagnoses) {
        bool in_value = d.subject == Subject::value;
        auto shift = in_value ? outcome.parameters[d.parameter].stripped : 0;
        Span span = d.subject == Subject::parameter ? Span{0, 0} : d.span.shifted(shift);
        auto& f = analysis->findings.emplace_back();
        f.rule = d.rule;
        f.level = default_severity(d.rule->effect);
        f.place = {in_value || d.subject == Subject::parameter ? 1U : 0U, span};
        f.message = std::move(d.message);
        f.help = std::move(d.help);
        f.server = d.server;
        if (!d.fix || d.fix->subject != Subject::value) continue;
        f.fix = FindingFix{d.fix->title, d.fix->safety, {}};
        for (auto const& edit : d.fix->edits) f.fix->edits.push_back({{1, edit.span.shifted(shift)}, edit.text});
    }
    analysis->unit = std::move(unit);
    return analysis;
}

}  // namespace

DialectQuery const alyx_query{"alyx-filter", answer_request, analyze_request, true};

}  // namespace alyx::cli
