// Records against the baseline.
#include "analyzer/cli/baseline.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>

#include "analyzer/text/concat.hpp"
#include "analyzer/workspace/write.hpp"

namespace alyx::cli {

using namespace analyzer;

namespace {

/// Names of files in a baseline; each asked for once, for the file system is asked.
class Names {
  public:
    explicit Names(Baseline const& baseline) : baseline_(baseline) {}
    std::string const& of(std::string const& file) {
        auto [at, is_new] = names_.try_emplace(file);
        if (is_new) at->second = baseline_.name_of(file);
        return at->second;
    }

  private:
    Baseline const& baseline_;
    std::map<std::string, std::string> names_;
};

auto order(Record const& r) {
    return std::tuple(std::string_view(r.place.file), r.place.cell.value_or(0), r.place.in_source.start);
}

}  // namespace

void apply_baseline(RunResult& result, Baseline const& baseline) {
    Names names(baseline);
    std::vector<Record> left;
    for (auto& record : result.records) {
        if (!baseline.contains(names.of(record.place.file), record.fingerprint)) {
            left.push_back(std::move(record));
            continue;
        }
        record.suppression = Suppression{Suppression::Kind::baseline, {}};
        result.suppressed.push_back(std::move(record));
    }
    result.records = std::move(left);
    std::stable_sort(result.suppressed.begin(), result.suppressed.end(),
                     [](Record const& a, Record const& b) { return order(a) < order(b); });
}

boost::system::result<std::string, Failure> update_baseline(std::string const& path, RunResult const& result,
                                                            std::vector<std::string> const& looked_at,
                                                            std::function<bool(std::string_view)> const& asked) {
    Baseline baseline(path);
    std::error_code error;
    if (std::filesystem::exists(path, error)) {
        auto read = Baseline::read(path);
        if (!read) return read.error();
        baseline = std::move(*read);
    }
    Names names(baseline);
    std::vector<BaselineEntry> found;
    for (auto const& r : result.records) found.push_back({names.of(r.place.file), r.fingerprint, r.rule, r.message});
    for (auto const& r : result.suppressed)
        if (r.suppression && r.suppression->kind == Suppression::Kind::baseline)
            found.push_back({names.of(r.place.file), r.fingerprint, r.rule, r.message});
    std::vector<std::string> files;
    for (auto const& file : looked_at) {
        bool failed = std::any_of(result.failures.begin(), result.failures.end(),
                                  [&](Failure const& failure) { return failure.file == file; });
        if (!failed) files.push_back(names.of(file));
    }
    auto change = baseline.update(std::move(found), std::move(files), asked);
    if (auto failure = write_file(path, baseline.to_text())) return *failure;
    auto count = baseline.entries().size();
    // In so many words: in C++20 a Failure, too, can be made of one string.
    return {boost::system::in_place_value,
            concat(path, ": ", std::to_string(count), count == 1 ? " finding, " : " findings, ",
                   std::to_string(change.added), " new, ", std::to_string(change.removed), " no longer found")};
}

}  // namespace alyx::cli
