// Reads results, puts them in order, prints them as `check` would.
#include "analyzer/cli/merge.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <set>
#include <tuple>

#include "analyzer/cli/formats/json_record.hpp"
#include "analyzer/cli/output.hpp"
#include "analyzer/cli/read_record.hpp"
#include "analyzer/schema/json_document.hpp"
#include "analyzer/text/concat.hpp"
#include "analyzer/workspace/files.hpp"

namespace alyx::cli {

using namespace analyzer;
namespace json = boost::json;

namespace {

void add(RunResult& result, Record record) {
    (record.suppression ? result.suppressed : result.records).push_back(std::move(record));
}

void read_array(json::array const& array, Problems& problems, RunResult& result) {
    JsonPath root;
    for (std::size_t i = 0; i < array.size(); ++i) add(result, read_record(array[i], root / i, problems));
}

/// False for a line that is none; the problem's place begins with the line.
bool read_line(std::string_view file, std::string_view line, std::size_t row, Problems& problems, RunResult& result) {
    Problems found(file);
    JsonPath root;
    if (auto value = parse_json(line, {}, found)) {
        auto const* object = value->if_object();
        auto const* run = object ? object->if_contains("run") : nullptr;
        if (run) {
            read_run(*run, root / "run", found, result);
            result.counts_queries = run->is_object() && run->get_object().contains("queries");
        } else {
            add(result, read_record(*value, root, found));
        }
    }
    if (found.empty()) return true;
    auto failure = found.take().front();
    // A place in the text begins with its line, which is 1; a path of the document does not.
    bool is_path = failure.place.rfind("1:", 0) != 0;
    auto place = is_path ? concat(std::to_string(row), failure.place.empty() ? "" : ": ", failure.place)
                         : concat(std::to_string(row), failure.place.substr(1));
    problems.add_at(std::move(place), std::move(failure.reason), std::move(failure.remedy));
    return false;
}

boost::system::result<std::string, Failure> read_input(std::string const& file) {
    if (file != "-") return read_file(file, std::size_t{1} << 30);
    std::string text;
    char block[1 << 16];
    while (true) {
        auto n = ::read(STDIN_FILENO, block, sizeof block);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return Failure{"standard input", "", "cannot be read", ""};
        if (n == 0) return {boost::system::in_place_value, std::move(text)};
        text.append(block, static_cast<std::size_t>(n));
    }
}

auto order(Record const& r) {
    auto cell = r.place.cell.value_or(0);
    return std::tuple(std::string_view(r.place.file), cell, r.place.in_source, std::string_view(r.rule),
                      std::string_view(r.message));
}

std::string text_of(Record const& record) {
    std::string text;
    append_record(text, record);
    return text;
}

void sort_once(std::vector<Record>& records) {
    std::stable_sort(records.begin(), records.end(),
                     [](Record const& a, Record const& b) { return order(a) < order(b); });
    auto same = [](Record const& a, Record const& b) { return order(a) == order(b) && text_of(a) == text_of(b); };
    records.erase(std::unique(records.begin(), records.end(), same), records.end());
}

}  // namespace

boost::system::result<RunResult, Failure> read_result(std::string_view file, std::string_view text) {
    RunResult result;
    result.counts_queries = false;
    Problems problems(file);
    auto first = text.find_first_not_of(" \t\r\n");
    if (first != text.npos && text[first] == '[') {
        if (auto value = parse_json(text, {}, problems)) read_array(value->get_array(), problems, result);
    } else {
        std::size_t row = 1;
        for (std::size_t at = 0; at < text.size(); ++row) {
            auto end = std::min(text.find('\n', at), text.size());
            auto line = text.substr(at, end - at);
            at = end + 1;
            if (line.find_first_not_of(" \t\r") != line.npos && !read_line(file, line, row, problems, result)) break;
        }
    }
    if (!problems.empty()) return problems.take().front();
    if (!result.counts_queries) {
        std::set<std::string_view> files;
        for (auto const& record : result.records) files.insert(record.place.file);
        result.files = files.size();
    }
    return result;
}

void merge_records(RunResult& result) {
    sort_once(result.records);
    sort_once(result.suppressed);
    auto is_suppressed = [&](Record const& record) {
        auto at = std::lower_bound(result.suppressed.begin(), result.suppressed.end(), record,
                                   [](Record const& a, Record const& b) { return order(a) < order(b); });
        return at != result.suppressed.end() && order(*at) == order(record);
    };
    result.records.erase(std::remove_if(result.records.begin(), result.records.end(), is_suppressed),
                         result.records.end());
}

int run_merge(CommonOptions const& common, MergeOptions const& options) {
    auto outputs = outputs_of(options.formats, options.output_file);
    if (!outputs) {
        complain(outputs.error().to_string());
        return exit_failure;
    }
    RunResult result;
    int code = exit_clean;
    for (auto const& file : options.files) {
        auto text = read_input(file);
        auto read = text ? read_result(file, *text) : text.error();
        if (!read) {
            complain(read.error().to_string());
            code = exit_failure;
            continue;
        }
        result.append(std::move(*read));
    }
    merge_records(result);
    for (auto const& failure : result.failures) complain(failure.to_string());
    if (!result.failures.empty()) code = exit_failure;
    bool fails = std::any_of(result.records.begin(), result.records.end(),
                             [&](Record const& record) { return record.severity <= options.fail_on; });
    if (code == exit_clean && fails && !options.exit_zero) code = exit_findings;
    FormatOptions format{.colours = common.colours(),
                         .advice = options.advice || options.fail_on == Severity::information,
                         .quiet = options.quiet,
                         .statistics = options.statistics};
    return write_outputs(*outputs, result, format, code);
}

}  // namespace alyx::cli
