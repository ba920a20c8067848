// JUnit's XML, as its schema has it: a suite a file, a failed test a finding.
#include <algorithm>
#include <cstdlib>
#include <ctime>

#include "analyzer/cli/formats/escape.hpp"
#include "analyzer/cli/formats/format.hpp"
#include "analyzer/cli/formats/xml.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::cli {

using namespace analyzer;

namespace {

/// In UTC; SOURCE_DATE_EPOCH stands in for the clock, so that equal runs can give equal bytes.
std::string timestamp() {
    std::time_t now = std::time(nullptr);
    if (char const* fixed = std::getenv("SOURCE_DATE_EPOCH")) now = std::strtoll(fixed, nullptr, 10);
    std::tm utc{};
    char text[32] = "1970-01-01T00:00:00";
    if (gmtime_r(&now, &utc)) std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &utc);
    return text;
}

class Report {
  public:
    pugi::xml_document document;

    /// `name` also is the class of its tests.
    void begin_suite(std::string_view name, std::size_t tests, std::size_t failures, std::size_t errors,
                     std::size_t skipped) {
        suite_ = root_.append_child("testsuite");
        set(suite_, "name", name);
        set(suite_, "package", "alyxlint");
        set(suite_, "id", id_++);
        set(suite_, "tests", tests);
        set(suite_, "failures", failures);
        set(suite_, "errors", errors);
        set(suite_, "skipped", skipped);
        set(suite_, "time", "0");
        set(suite_, "timestamp", timestamp_);
        set(suite_, "hostname", "localhost");
        suite_.append_child("properties");
    }
    pugi::xml_node test(std::string_view classname, std::string_view name) {
        auto node = suite_.append_child("testcase");
        set(node, "classname", classname);
        set(node, "name", name);
        set(node, "time", "0");
        return node;
    }
    void end_suite() {
        suite_.append_child("system-out");
        suite_.append_child("system-err");
    }

  private:
    pugi::xml_node root_ = document.append_child("testsuites"), suite_;
    std::size_t id_ = 0;
    std::string timestamp_ = timestamp();
};

void add_record(Report& report, Record const& record) {
    auto place = place_text(record.place).substr(record.place.file.size() + 1);
    auto test = report.test(record.place.file, concat(record.rule, " ", record.name, " at ", place));
    if (record.severity == Severity::information) {
        set(test.append_child("skipped"), "message", record.message);
        return;
    }
    auto failure = test.append_child("failure");
    set(failure, "message", record.message);
    set(failure, "type", name_of(record.severity));
    add_text(failure, concat(place_text(record.place), ": ", record.rule, " ", whole_message(record, "\n")));
}

void add_failures(Report& report, std::vector<Failure> const& failures) {
    if (failures.empty()) return;
    report.begin_suite("alyxlint", failures.size(), 0, failures.size(), 0);
    for (auto const& failure : failures) {
        auto error = report.test("alyxlint", concat("looks at ", failure.file)).append_child("error");
        set(error, "message", failure.reason);
        set(error, "type", "failure");
        add_text(error, failure.to_string());
    }
    report.end_suite();
}

std::string render(RunResult const& result, FormatOptions const&) {
    Report report;
    auto const& records = result.records;
    for (auto at = records.begin(); at != records.end();) {
        auto end = std::find_if(at, records.end(), [&](Record const& r) { return r.place.file != at->place.file; });
        auto advice = static_cast<std::size_t>(
            std::count_if(at, end, [](Record const& r) { return r.severity == Severity::information; }));
        auto tests = static_cast<std::size_t>(end - at);
        report.begin_suite(at->place.file, tests, tests - advice, 0, advice);
        for (; at != end; ++at) add_record(report, *at);
        report.end_suite();
    }
    add_failures(report, result.failures);
    if (records.empty() && result.failures.empty()) {
        report.begin_suite("alyxlint", 1, 0, 0, 0);
        report.test("alyxlint", "all checks passed");
        report.end_suite();
    }
    return to_text(report.document);
}

}  // namespace

namespace formats {
extern Format const junit;
Format const junit{"junit", "JUnit XML: each finding a failed test", render};
}  // namespace formats

}  // namespace alyx::cli
