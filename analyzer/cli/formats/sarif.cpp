// SARIF 2.1.0. Regions are of the file itself, of a notebook too: of its JSON. Columns count code points.
#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <map>

#include "analyzer/assist/rule_page.hpp"
#include "analyzer/cli/formats/escape.hpp"
#include "analyzer/cli/formats/format.hpp"
#include "analyzer/schema/pack.hpp"
#include "analyzer/text/concat.hpp"
#include "analyzer/text/valid_utf8.hpp"

namespace alyx::cli {

using namespace analyzer;
namespace json = boost::json;

namespace {

std::string_view level(Severity severity) {
    return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "note";
}

json::object message(std::string_view text) {
    return {{"text", valid_utf8(text)}};
}

json::object region(FileExtent const& extent) {
    auto const& [start, end] = extent;
    return {{"startLine", start.row}, {"startColumn", start.column}, {"endLine", end.row}, {"endColumn", end.column}};
}

json::object artifact(std::string_view file) {
    return {{"uri", uri_of(file)}};
}

json::object location(RecordPlace const& place) {
    json::object location{
        {"physicalLocation", {{"artifactLocation", artifact(place.file)}, {"region", region(place.in_file)}}}};
    if (place.cell) {
        auto name = concat("cell ", std::to_string(*place.cell));
        location["logicalLocations"] = json::array{{{"name", name}, {"kind", "cell"}}};
    }
    return location;
}

/// What is known of a rule of this program; of a rule of another version, what the record says.
json::object rule_descriptor(Record const& record) {
    json::object descriptor{{"id", valid_utf8(record.rule)}, {"name", valid_utf8(record.name)}};
    json::object properties{{"effect", name_of(record.effect)}, {"tags", json::array{name_of(record.effect)}}};
    auto usual = default_severity(record.effect);
    descriptor["defaultConfiguration"] = {{"level", level(usual)}};
    properties["problem.severity"] = usual == Severity::information ? "recommendation" : name_of(usual);
    descriptor["properties"] = std::move(properties);
    if (!record.url.empty()) descriptor["helpUri"] = valid_utf8(record.url);
    auto const* rule = find_rule(record.rule);
    if (!rule) return descriptor;
    descriptor["shortDescription"] = message(concat(rule->summary, "."));
    descriptor["fullDescription"] = message(rule->why.empty() ? rule->summary : rule->why);
    auto page = rule_page(document(*rule, built_in_schema("alyx")));
    auto help = message(page.render(PageFormat::text));
    help["markdown"] = valid_utf8(page.render(PageFormat::markdown));
    descriptor["help"] = std::move(help);
    return descriptor;
}

/// Rules that occur, each once.
class Rules {
  public:
    std::size_t index(Record const& record) {
        auto [at, is_new] = indices_.try_emplace(record.rule, descriptors_.size());
        if (is_new) descriptors_.push_back(rule_descriptor(record));
        return at->second;
    }
    json::array take() { return std::move(descriptors_); }

  private:
    json::array descriptors_;
    std::map<std::string, std::size_t> indices_;
};

/// Nothing where the file cannot express one of the edits.
json::array fixes(RecordFix const& fix) {
    std::map<std::string, json::array> by_file;
    for (auto const& edit : fix.edits) {
        if (!edit.file_content) return {};
        by_file[edit.place.file].push_back(
            {{"deletedRegion", region(edit.place.in_file)}, {"insertedContent", message(*edit.file_content)}});
    }
    json::array changes;
    for (auto& [file, replacements] : by_file)
        changes.push_back({{"artifactLocation", artifact(file)}, {"replacements", std::move(replacements)}});
    if (changes.empty()) return {};
    auto applicability = fix.safety == Fix::Safety::safe ? "safe" : "unsafe";
    return {{{"description", message(fix.message)},
             {"artifactChanges", std::move(changes)},
             {"properties", {{"applicability", applicability}}}}};
}

/// Empty says that it counts; were it missing, nothing would be said.
json::array suppressions(Record const& record) {
    if (!record.suppression) return {};
    bool in_source = record.suppression->kind == Suppression::Kind::in_source;
    json::object suppression{{"kind", in_source ? "inSource" : "external"}, {"status", "accepted"}};
    auto reason = in_source ? record.suppression->reason : "in the baseline";
    if (!reason.empty()) suppression["justification"] = valid_utf8(reason);
    return {std::move(suppression)};
}

json::object result_of(Record const& record, Rules& rules) {
    json::object result{{"ruleId", valid_utf8(record.rule)},
                        {"ruleIndex", rules.index(record)},
                        {"level", level(record.severity)},
                        {"message", message(whole_message(record, "\n"))},
                        {"locations", json::array{location(record.place)}},
                        {"suppressions", suppressions(record)}};
    if (!record.fingerprint.empty()) result["partialFingerprints"] = {{"alyxlint/v1", valid_utf8(record.fingerprint)}};
    json::array related;
    for (auto const& place : record.related) {
        auto at = location(place.place);
        at["id"] = related.size();
        at["message"] = message(place.message);
        related.push_back(std::move(at));
    }
    if (!related.empty()) result["relatedLocations"] = std::move(related);
    if (record.fix)
        if (auto made = fixes(*record.fix); !made.empty()) result["fixes"] = std::move(made);
    json::object properties{{"effect", name_of(record.effect)}};
    if (record.server)
        properties["server"] = {{"status", record.server->status}, {"exception", valid_utf8(record.server->exception)}};
    result["properties"] = std::move(properties);
    return result;
}

json::object invocation(RunResult const& result) {
    json::array notifications;
    for (auto const& failure : result.failures) {
        json::object notification{{"level", "error"}, {"message", message(failure.to_string())}};
        if (!failure.file.empty())
            notification["locations"] =
                json::array{{{"physicalLocation", {{"artifactLocation", artifact(failure.file)}}}}};
        notifications.push_back(std::move(notification));
    }
    return {{"executionSuccessful", result.failures.empty()}, {"toolExecutionNotifications", std::move(notifications)}};
}

std::string render(RunResult const& result, FormatOptions const&) {
    Rules rules;
    json::array results;
    for (auto const* records : {&result.records, &result.suppressed})
        for (auto const& record : *records) results.push_back(result_of(record, rules));
    json::object driver{{"name", "alyxlint"}, {"semanticVersion", ALYX_VERSION}, {"rules", rules.take()}};
    json::object run{{"tool", {{"driver", std::move(driver)}}},
                     {"columnKind", "unicodeCodePoints"},
                     {"invocations", json::array{invocation(result)}},
                     {"results", std::move(results)}};
    json::object log{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                     {"version", "2.1.0"},
                     {"runs", json::array{std::move(run)}}};
    return json::serialize(log) + "\n";
}

}  // namespace

namespace formats {
extern Format const sarif;
Format const sarif{"sarif", "SARIF 2.1.0, which code scanning reads", render};
}  // namespace formats

}  // namespace alyx::cli
