// A rule's examples as people write them, and what is said of each when it is run.
#include "analyzer/assist/rule_example.hpp"

#include <algorithm>

#include "analyzer/analyze/analysis.hpp"
#include "analyzer/host/host.hpp"
#include "analyzer/rules/collection.hpp"
#include "analyzer/rules/statement.hpp"
#include "analyzer/rules/url_parameter.hpp"
#include "analyzer/schema/pack.hpp"
#include "analyzer/text/concat.hpp"
#include "analyzer/value/py_value.hpp"

namespace alyx::analyzer {

extern Rule const unknown_endpoint;
extern Rule const unread_query;

namespace {

/// A file of queries shows these best.
bool is_shown_in_file(Rule const& rule) {
    return &rule == &unread_query || &rule == &unknown_endpoint;
}

using Parameters = std::vector<std::pair<std::string_view, std::string_view>>;

/// `name=value&name=value`, or the value of the parameter that takes queries.
Parameters parameters_of(RuleExample const& example, std::string_view text, Schema const& schema) {
    if (!example.is_parameters) return {{schema.query_parameter, text}};
    Parameters parameters;
    for (std::size_t begin = 0; begin <= text.size();) {
        auto end = std::min(text.find('&', begin), text.size());
        auto pair = text.substr(begin, end - begin);
        auto equals = pair.find('=');
        parameters.emplace_back(pair.substr(0, equals), pair.substr(equals + 1));
        begin = end + 1;
    }
    return parameters;
}

std::string python_text(std::string_view text) {
    return py_repr(PyValue::make_text(std::string(text)));
}

std::string as_call(std::string_view endpoint, Parameters const& parameters) {
    auto code = concat("one.alyx.rest(", python_text(endpoint), ", 'list'");
    for (auto const& [name, value] : parameters) code += concat(", ", name, "=", python_text(value));
    return code + ")";
}

/// What a browser shows for the request: only what would end a value is percent-encoded.
std::string as_url(std::string_view endpoint, Parameters const& parameters) {
    auto url = concat("GET /", endpoint);
    char separator = '?';
    for (auto const& [name, value] : parameters) {
        url += concat(std::string(1, separator), name, "=");
        constexpr char digits[] = "0123456789ABCDEF";
        for (char c : value) {
            auto byte = static_cast<unsigned char>(c);
            bool ends = byte <= ' ' || c == '&' || c == '#' || c == '%' || c == '+';
            url += ends ? concat("%", std::string{digits[byte >> 4], digits[byte & 15]}) : std::string(1, c);
        }
        separator = '&';
    }
    return url;
}

/// True if the rule has something to say about the code behind `setup`, which goes without saying.
bool run_code(ShownExample& shown, Rule const& rule, std::shared_ptr<Schema const> const& schema,
              std::string_view setup = {}) {
    auto const source = std::make_shared<Source const>("example", concat(setup, shown.wrong, "\n"));
    auto units = units_of_text(shown.language == "http" ? "python" : shown.language, source);
    auto snapshot = std::make_shared<Snapshot const>(std::vector{schema});
    for (auto& unit : units.units) {
        auto analysis = analyze(std::make_shared<Unit const>(std::move(unit)), snapshot);
        for (auto const& finding : analysis->findings) {
            if (finding.rule != &rule) continue;
            shown.message = finding.message;
            shown.help = finding.help;
            shown.server = finding.server;
            if (!finding.fix) return true;
            shown.fix_title = finding.fix->title;
            shown.fix_safety = finding.fix->safety;
            return true;
        }
    }
    return false;
}

void run_request(ShownExample& shown, Rule const& rule, RuleExample const& example, Schema const& schema) {
    Request request{&schema, example.endpoint, {}, true};
    for (auto const& [name, value] : parameters_of(example, example.wrong, schema))
        request.parameters.push_back({name, value, {}});
    auto const outcome = predict(request);
    for (auto const& diagnosis : diagnose(Review{request, outcome, true})) {
        if (diagnosis.rule != &rule) continue;
        shown.message = diagnosis.message;
        shown.help = diagnosis.help;
        shown.server = diagnosis.server;
        return;
    }
}

/// An example of a rule about statements is one, sent by a call of its client.
ShownExample show_statement(Rule const& rule, RuleExample const& example) {
    auto written = [](std::string_view statement) {
        return statement.empty() ? std::string() : concat("session.query(", python_text(statement), ")");
    };
    ShownExample shown{"python", written(example.wrong), written(example.instead), {}, {}, {}, {}, {}};
    run_code(shown, rule, built_in_schema("ftrack"), "session = ftrack_api.Session()\n");
    return shown;
}

/// An example of a rule about URLs is a query, of a service in Python's commonest library.
ShownExample show_url(Rule const& rule, RuleExample const& example) {
    auto const& schema = *built_in_schema("biolan");
    auto written = [&](std::string_view query) {
        auto const url = concat(schema.base_urls.front(), "/", example.endpoint, "?", query);
        return query.empty() ? std::string() : concat("requests.get(", python_text(url), ")");
    };
    ShownExample shown{"python", written(example.wrong), written(example.instead), {}, {}, {}, {}, {}};
    run_code(shown, rule, built_in_schema("biolan"));
    return shown;
}

/// An example of a rule about collections is Python as it is.
ShownExample show_code(Rule const& rule, RuleExample const& example) {
    ShownExample shown{"python", std::string(example.wrong), std::string(example.instead), {}, {}, {}, {}, {}};
    run_code(shown, rule, built_in_schema("collections"), "entries = SearchableCollection(rows)\n");
    return shown;
}

ShownExample show(Rule const& rule, RuleExample const& example, std::shared_ptr<Schema const> const& schema) {
    auto const wrong = parameters_of(example, example.wrong, *schema);
    auto const instead = example.instead.empty() ? Parameters() : parameters_of(example, example.instead, *schema);
    auto written = [&](auto write, Parameters const& parameters) {
        return parameters.empty() ? std::string() : write(example.endpoint, parameters);
    };
    ShownExample shown{"python", written(as_call, wrong), written(as_call, instead), {}, {}, {}, {}, {}};
    if (run_code(shown, rule, schema)) return shown;
    shown.language = "http";
    shown.wrong = written(as_url, wrong);
    shown.instead = written(as_url, instead);
    run_request(shown, rule, example, *schema);
    return shown;
}

}  // namespace

std::vector<ShownExample> shown_examples(Rule const& rule, std::shared_ptr<Schema const> const& schema) {
    std::vector<ShownExample> all;
    for (auto const& example : rule.examples)
        all.push_back(is_about_statements(rule)    ? show_statement(rule, example)
                      : is_about_urls(rule)        ? show_url(rule, example)
                      : is_about_collections(rule) ? show_code(rule, example)
                                                   : show(rule, example, schema));
    if (rule.code_example.empty()) return all;
    auto const language = is_shown_in_file(rule) ? "alyxq" : "python";
    auto& shown = all.emplace_back(ShownExample{language, std::string(rule.code_example), {}, {}, {}, {}, {}, {}});
    run_code(shown, rule, schema);
    return all;
}

}  // namespace alyx::analyzer
