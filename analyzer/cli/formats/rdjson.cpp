// The diagnostic format of reviewdog. Its columns count bytes.
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "analyzer/cli/formats/escape.hpp"
#include "analyzer/cli/formats/format.hpp"
#include "analyzer/text/valid_utf8.hpp"

namespace alyx::cli {

using namespace analyzer;
namespace json = boost::json;

namespace {

std::string_view severity(Severity level) {
    return level == Severity::error ? "ERROR" : level == Severity::warning ? "WARNING" : "INFO";
}

json::value point(FilePoint const& p) {
    return {{"line", p.row}, {"column", p.byte}};
}

json::value range(RecordPlace const& place) {
    return {{"start", point(place.in_file.start)}, {"end", point(place.in_file.end)}};
}

json::value location(RecordPlace const& place) {
    return {{"path", valid_utf8(place.file)}, {"range", range(place)}};
}

json::object diagnostic(Record const& record) {
    json::object code{{"value", valid_utf8(record.rule)}};
    if (!public_url(record).empty()) code["url"] = valid_utf8(record.url);
    json::object diagnostic{{"message", valid_utf8(whole_message(record, "\n"))},
                            {"location", location(record.place)},
                            {"severity", severity(record.severity)},
                            {"code", std::move(code)}};
    // Each suggestion can be taken alone: edits that belong together cannot be said.
    if (record.fix && record.fix->edits.size() == 1 && record.fix->edits.front().file_content) {
        auto const& edit = record.fix->edits.front();
        json::object suggestion{{"range", range(edit.place)}, {"text", valid_utf8(*edit.file_content)}};
        diagnostic["suggestions"] = json::array{std::move(suggestion)};
    }
    json::array related;
    for (auto const& r : record.related)
        related.push_back({{"message", valid_utf8(r.message)}, {"location", location(r.place)}});
    if (!related.empty()) diagnostic["related_locations"] = std::move(related);
    return diagnostic;
}

std::string render(RunResult const& result, FormatOptions const&) {
    json::array diagnostics;
    auto worst = Severity::information;
    for (auto const& record : result.records) {
        diagnostics.push_back(diagnostic(record));
        worst = std::min(worst, record.severity);
    }
    json::object report{
        {"source", {{"name", "alyxlint"}}}, {"severity", severity(worst)}, {"diagnostics", std::move(diagnostics)}};
    return json::serialize(report) + "\n";
}

}  // namespace

namespace formats {
extern Format const rdjson;
Format const rdjson{"rdjson", "diagnostics and suggestions for reviewdog", render};
}  // namespace formats

}  // namespace alyx::cli
