// Lines are answered as they come; many at once are spread over the cores, and answered in order all the same.
#include "analyzer/cli/batch.hpp"

#include <unistd.h>

#include <atomic>
#include <boost/json.hpp>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>
#include <thread>
#include <vector>

#include "analyzer/cli/batch_diagnosis.hpp"
#include "analyzer/cli/json_text.hpp"
#include "analyzer/cli/statement_query.hpp"
#include "analyzer/rules/statement.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::cli {
namespace {

namespace json = boost::json;
using namespace analyzer;

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

/// The diagnoses of a row in a dialect of its own; what is wrong with it, or an empty text.
std::string answer_statement(std::string& out, json::object const& row, std::string_view dialect, Schema const& given) {
    auto const* query = row.if_contains("query");
    if (!query || !query->is_string()) return "no \"query\" text";
    // Not owned: whoever calls keeps it.
    auto schema = schema_of_dialect(dialect, std::shared_ptr<Schema const>(std::shared_ptr<void>(), &given));
    if (!schema) return concat("there is no dialect \"", dialect, "\" of whole queries");
    append_diagnoses(out, std::string_view(query->get_string()), *schema);
    return {};
}

/// What is wrong with the row, or an empty text.
std::string append_answers(std::string& out, json::object const& row, Schema const& schema) {
    auto const* dialect = row.if_contains("dialect");
    if (dialect && !dialect->is_string()) return "\"dialect\" is no text";
    if (dialect && std::string_view(dialect->get_string()) != schema.dialect)
        return answer_statement(out, row, std::string_view(dialect->get_string()), schema);
    if (is_statement_dialect(schema.dialect)) return answer_statement(out, row, schema.dialect, schema);
    BatchRequest batch;
    if (auto failure = read_request(row, schema, batch); !failure.empty()) return failure;
    Outcome outcome = predict(batch.request);
    bool first = true;
    CodePoints points;
    for (auto const& d : diagnose({batch.request, outcome, false})) {
        if (!first) out += ',';
        first = false;
        append_diagnosis(out, d, diagnosed(d, batch.request, outcome), points);
    }
    return {};
}

std::string_view trim(std::string_view line) {
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
    return line;
}

/// Complete lines of a block, answered by as many threads as help.
void answer_lines(std::string& out, std::vector<std::string_view> const& lines, Schema const& schema) {
    constexpr std::size_t worth_a_thread = 64;
    auto threads =
        std::min<std::size_t>(std::max(1U, std::thread::hardware_concurrency()), lines.size() / worth_a_thread + 1);
    std::vector<std::string> parts(threads);
    auto work = [&](std::size_t part) {
        auto begin = lines.size() * part / threads, end = lines.size() * (part + 1) / threads;
        for (auto i = begin; i < end; ++i) answer_line(parts[part], lines[i], schema);
    };
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < threads; ++i) others.emplace_back(work, i);
    work(0);
    others.clear();
    for (auto const& part : parts) out += part;
}

bool write_all(std::string_view text) {
    while (!text.empty()) {
        auto n = ::write(STDOUT_FILENO, text.data(), text.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return false;
        text.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
}

}  // namespace

void answer_line(std::string& out, std::string_view line, Schema const& schema) {
    thread_local std::vector<unsigned char> buffer(16 * 1024);
    json::monotonic_resource memory(buffer.data(), buffer.size());
    boost::system::error_code error;
    json::value row = json::parse(line, error, &memory, {.max_depth = 64});
    std::string failure, answers;
    if (error)
        failure = concat("not JSON: ", error.message());
    else if (!row.is_object())
        failure = "not a JSON object";
    else
        failure = append_answers(answers, row.get_object(), schema);
    if (!failure.empty()) {
        out += "{\"id\":null,\"diagnostics\":[],\"failure\":";
        append_json(out, failure);
        out += "}\n";
        return;
    }
    out += "{\"id\":";
    auto const* id = row.get_object().if_contains("id");
    out += id ? json::serialize(*id) : "null";
    out += ",\"diagnostics\":[";
    out += answers;
    out += "]}\n";
}

int run_batch(std::shared_ptr<Schema const> schema) {
    constexpr std::size_t block = 1 << 18;
    std::string pending, out;
    std::vector<std::string_view> lines;
    bool at_end = false;
    while (!at_end) {
        auto filled = pending.size();
        pending.resize(filled + block);
        auto n = ::read(STDIN_FILENO, pending.data() + filled, block);
        pending.resize(filled + static_cast<std::size_t>(n > 0 ? n : 0));
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) {
            std::fprintf(stderr, "alyxlint: standard input: %s\n", std::strerror(errno));
            return 2;
        }
        at_end = n == 0;
        std::string_view rest = pending;
        lines.clear();
        for (auto end = rest.find('\n'); end != rest.npos || (at_end && !rest.empty()); end = rest.find('\n')) {
            auto line = trim(rest.substr(0, end));
            rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
            if (!line.empty()) lines.push_back(line);
        }
        out.clear();
        answer_lines(out, lines, *schema);
        if (!write_all(out)) return 2;
        pending.erase(0, pending.size() - rest.size());
    }
    return 0;
}

}  // namespace alyx::cli
