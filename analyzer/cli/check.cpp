// `alyxlint check PATH…`: finds files, analyses them on all cores, prints what was found.
#include <algorithm>
#include <atomic>
#include <thread>

#include "analyzer/analyze/analysis.hpp"
#include "analyzer/cli/collect.hpp"
#include "analyzer/cli/command.hpp"
#include "analyzer/cli/diff.hpp"
#include "analyzer/cli/fix.hpp"
#include "analyzer/cli/formats/format.hpp"
#include "analyzer/host/host.hpp"
#include "analyzer/text/concat.hpp"
#include "analyzer/workspace/documentation.hpp"
#include "analyzer/workspace/files.hpp"
#include "analyzer/workspace/write.hpp"

namespace alyx::cli {

using namespace analyzer;

namespace {

bool is_set(CheckOptions const& options, std::string_view toml) {
    return std::any_of(options.assignments.begin(), options.assignments.end(),
                       [&](Assignment const& a) { return a.toml == toml; });
}

struct FileResult {
    RunResult found;
    std::string diff;  ///< what the fixes would change
};

/// Writes the mended text, or only says what it would change.
void mend(FileResult& result, std::string const& path, std::string& bytes, CheckOptions const& options,
          std::shared_ptr<Snapshot const> const& snapshot) {
    auto fixed = fix_text(path, bytes, snapshot, is_set(options, "unsafe-fixes = true"));
    if (fixed.text == bytes) return;
    if (options.diff) {
        result.diff = unified_diff(path, bytes, fixed.text);
        return;
    }
    if (auto failure = replace_file(path, bytes, fixed.text)) {
        result.found.failures.push_back(std::move(*failure));
        return;
    }
    bytes = std::move(fixed.text);
    result.found.fixes = fixed.fixes;
}

FileResult check_file(std::string const& path, std::shared_ptr<Snapshot const> const& snapshot,
                      CheckOptions const& options) {
    FileResult result;
    auto& found = result.found;
    found.files = 1;
    auto bytes = read_file(path);
    if (!bytes) {
        found.failures.push_back(bytes.error());
        return result;
    }
    if (is_binary(*bytes)) {
        found.failures.push_back({path, "", "is not text: it holds a NUL byte", "leave it out"});
        return result;
    }
    if (is_set(options, "fix = true") || options.diff) mend(result, path, *bytes, options, snapshot);
    auto file = units_of(path, *bytes);
    std::vector<std::shared_ptr<Analysis const>> analyses;
    for (auto& unit : file.units) analyses.push_back(analyze(std::make_shared<Unit>(std::move(unit)), snapshot));
    found.failures.insert(found.failures.end(), file.failures.begin(), file.failures.end());
    auto collected = collect(analyses, *bytes, documentation_base());
    collected.files = 0;
    found.append(std::move(collected));
    return result;
}

/// All files, in their order, by as many threads as there are cores.
std::vector<FileResult> check_files(std::vector<std::string> const& files,
                                    std::shared_ptr<Snapshot const> const& snapshot, CheckOptions const& options) {
    std::vector<FileResult> results(files.size());
    std::atomic<std::size_t> next = 0;
    auto work = [&] {
        for (auto i = next++; i < files.size(); i = next++) results[i] = check_file(files[i], snapshot, options);
    };
    auto threads = std::min<std::size_t>(std::max(1U, std::thread::hardware_concurrency()), files.size());
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < threads; ++i) others.emplace_back(work);
    work();
    others.clear();
    return results;
}

}  // namespace

int run_check(CommonOptions const& common, CheckOptions const& options) {
    auto schema = load_schema(common);
    if (!schema) return exit_failure;
    auto snapshot = std::make_shared<Snapshot const>(std::vector{schema});
    auto paths = options.paths.empty() ? std::vector<std::string>{"."} : options.paths;
    auto found = discover(paths, {.is_supported = is_host_file});
    RunResult result;
    result.failures = std::move(found.failures);
    std::string diff;
    for (auto& file : check_files(found.files, snapshot, options)) {
        result.append(std::move(file.found));
        diff += file.diff;
    }

    for (auto const& failure : result.failures) complain(failure.to_string());
    int code = exit_clean;
    for (auto const& record : result.records)
        if (record.severity != Severity::information) code = exit_findings;
    if (!result.failures.empty()) code = exit_failure;
    if (options.diff) return print(diff, code == exit_failure ? code : diff.empty() ? exit_clean : exit_findings);
    auto const* format = find_format(options.formats.empty() ? "full" : options.formats.back());
    if (!format) {
        complain(concat("there is no output format ", options.formats.back()));
        return exit_failure;
    }
    return print(format->render(result, {common.colours(), options.advice}), code);
}

}  // namespace alyx::cli
