// A Code Quality report of GitLab.
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <map>

#include "analyzer/baseline/fingerprint.hpp"
#include "analyzer/cli/formats/escape.hpp"
#include "analyzer/cli/formats/format.hpp"
#include "analyzer/text/concat.hpp"
#include "analyzer/text/valid_utf8.hpp"

namespace alyx::cli {

using namespace analyzer;
namespace json = boost::json;

namespace {

std::string_view severity(Severity level) {
    return level == Severity::error ? "major" : level == Severity::warning ? "minor" : "info";
}

json::value point(FilePoint const& p) {
    return {{"line", p.row}, {"column", p.column}};
}

/// GitLab takes findings of one fingerprint for one, wherever they stand.
class ReportFingerprints {
  public:
    std::string of(Record const& record) {
        auto identity = concat(record.place.file, "\t", record.fingerprint);
        return fingerprint(record.rule, identity, seen_[concat(record.rule, "\t", identity)]++);
    }

  private:
    std::map<std::string, std::uint32_t> seen_;
};

std::string render(RunResult const& result, FormatOptions const&) {
    ReportFingerprints fingerprints;
    json::array report;
    for (auto const& record : result.records) {
        auto const& [start, end] = record.place.in_file;
        report.push_back({{"description", valid_utf8(whole_message(record, "; "))},
                          {"check_name", valid_utf8(record.rule)},
                          {"fingerprint", fingerprints.of(record)},
                          {"severity", severity(record.severity)},
                          {"location",
                           {{"path", valid_utf8(record.place.file)},
                            {"positions", {{"begin", point(start)}, {"end", point(end)}}}}}});
    }
    return json::serialize(report) + "\n";
}

}  // namespace

namespace formats {
extern Format const gitlab;
Format const gitlab{"gitlab", "a Code Quality report of GitLab", render};
}  // namespace formats

}  // namespace alyx::cli
