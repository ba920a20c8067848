// `alyxlint check PATH…`: finds files, checks them on all cores, and says what was found.
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <map>
#include <thread>

#include "analyzer/cli/baseline.hpp"
#include "analyzer/cli/check_file.hpp"
#include "analyzer/cli/command.hpp"
#include "analyzer/cli/output.hpp"
#include "analyzer/cli/progress.hpp"
#include "analyzer/cli/session.hpp"
#include "analyzer/cli/terminal.hpp"
#include "analyzer/cli/verbose.hpp"
#include "analyzer/cli/watch.hpp"
#include "analyzer/host/host.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::cli {

using namespace analyzer;

namespace {

/// One run, or with --watch one after the other: what did not change is not checked again.
class Check {
  public:
    Check(CommonOptions const& common, CheckOptions const& options)
        : common_(common), options_(options), session_(options) {}

    int run() {
        if (!configure()) return exit_failure;
        if (options_.show_settings) return show_settings();
        if (options_.reads_input()) return finish(check_all({{options_.input_name(), FileJob::From::input}}));
        if (options_.watch) watch_files();
        auto jobs = select();
        if (!jobs) return exit_failure;
        if (options_.show_files) return show_files(*jobs);
        return finish(check_all(*jobs));
    }

  private:
    CommonOptions const& common_;
    CheckOptions const& options_;
    Session session_;
    std::shared_ptr<Settings const> settings_;  ///< of the run as a whole
    std::vector<Output> outputs_;
    std::vector<Failure> selection_failures_;
    std::map<std::string, FileResult> results_;  ///< by name
    std::vector<std::string> looked_at_;         ///< names of the files of the last run

    /// What the run as a whole needs; false after saying what is wrong with it.
    bool configure() {
        auto settings = session_.run_settings();
        if (!settings) return complain_of(settings.error());
        settings_ = *settings;
        auto formats = options_.formats;
        if (formats.empty()) formats.push_back(settings_->output_format);
        auto outputs =
            outputs_of(formats, options_.output_file.empty() ? settings_->output_file : options_.output_file);
        if (!outputs) return complain_of({outputs.error()});
        outputs_ = std::move(*outputs);
        if (options_.update_baseline && settings_->baseline.empty())
            return complain_of({{"command line", "", "--update-baseline without a baseline",
                                 "add `--baseline FILE`, or `baseline = \"FILE\"` to the configuration"}});
        return true;
    }

    static bool complain_of(std::vector<Failure> const& failures) {
        for (auto const& failure : failures) complain(failure.to_string());
        return failures.empty();
    }

    std::optional<std::vector<FileJob>> select() {
        auto const& paths = options_.files.paths;
        if (std::find(paths.begin(), paths.end(), "-") != paths.end()) {
            complain("command line: `-`, standard input, stands beside other paths; check it in a run of its own");
            return std::nullopt;
        }
        auto discovery = discover_options(session_.configurations(), is_host_file);
        discovery.respect_ignore_files = settings_->respect_gitignore;
        auto selected = select_files(options_.files, discovery);
        if (!selected) {
            complain_of({selected.error()});
            return std::nullopt;
        }
        selection_failures_ = std::move(selected->failures);
        std::vector<FileJob> jobs;
        for (auto& file : selected->files) {
            auto from = selected->is_from_index(file) ? FileJob::From::index : FileJob::From::disk;
            jobs.push_back({std::move(file), from});
        }
        if (options_.verbose) tell_selection(jobs, selected->left_out, session_);
        return jobs;
    }

    /// Of the first path; without any, of this folder.
    int show_settings() {
        auto settings = settings_;
        if (auto const& paths = options_.files.paths; !paths.empty()) {
            std::error_code error;
            auto path = session_.absolute(paths.front());
            if (!std::filesystem::exists(path, error)) {
                complain(concat(paths.front(), ": there is no such file or folder"));
                return exit_failure;
            }
            auto& all = session_.configurations();
            auto found = std::filesystem::is_directory(path, error) ? all.of_folder(path) : all.of_file(path);
            if (!found) return complain_of(found.error()) ? exit_clean : exit_failure;
            settings = *found;
        }
        auto text = settings->file.empty() ? std::string("# No configuration file: these are the defaults.\n")
                                           : concat("# From ", settings->file, "\n");
        return print(text + to_toml(*settings), exit_clean);
    }

    int show_files(std::vector<FileJob> const& jobs) {
        std::string text;
        // Whole names for programs; what a terminal shows must not write to it.
        bool is_watched = isatty(STDOUT_FILENO) == 1;
        for (auto const& job : jobs) text += concat(is_watched ? printable(job.name) : job.name, "\n");
        bool fine = complain_of(selection_failures_) & complain_of(session_.snapshots().failures());
        return print(text, fine ? exit_clean : exit_failure);
    }

    /// Those without a result, by as many threads as there are cores. Then all results in the order of the jobs.
    FileResult check_all(std::vector<FileJob> const& jobs) {
        std::vector<FileJob const*> open;
        for (auto const& job : jobs)
            if (!results_.contains(job.name)) open.push_back(&job);
        std::vector<FileResult> results(open.size());
        std::vector<FileTime> times(open.size());
        auto begin = std::chrono::steady_clock::now();
        Progress progress(open.size(), wants_progress() && !options_.quiet && !options_.watch);
        std::atomic<std::size_t> next = 0;
        auto work = [&] {
            for (auto i = next++; i < open.size(); i = next++) {
                auto before = std::chrono::steady_clock::now();
                results[i] = check_file(*open[i], session_, options_);
                times[i] = {open[i]->name, std::chrono::steady_clock::now() - before};
                progress.advance();
            }
        };
        auto threads = std::min<std::size_t>(std::max(1U, std::thread::hardware_concurrency()), open.size());
        {
            std::vector<std::jthread> others;
            for (std::size_t i = 1; i < threads; ++i) others.emplace_back(work);
            work();
        }
        progress.finish();
        if (options_.verbose)
            tell_times(times, std::chrono::steady_clock::now() - begin, std::max<std::size_t>(threads, 1));
        for (std::size_t i = 0; i < open.size(); ++i) results_[open[i]->name] = std::move(results[i]);
        FileResult all;
        looked_at_.clear();
        for (auto const& job : jobs) looked_at_.push_back(job.name);
        for (auto const& job : jobs)
            all.append(options_.watch ? FileResult(results_[job.name]) : std::move(results_[job.name]));
        return all;
    }

    /// Says what was found, and with which status that ends.
    int finish(FileResult all) {
        auto& found = all.found;
        found.failures.insert(found.failures.begin(), selection_failures_.begin(), selection_failures_.end());
        auto broken = session_.snapshots().failures();
        found.failures.insert(found.failures.begin(), broken.begin(), broken.end());
        if (!use_baseline(found)) return exit_failure;
        complain_of(found.failures);
        if (!options_.quiet)
            for (auto const& note : all.notes) complain(note);
        bool failed = !found.failures.empty();
        if (options_.diff && !options_.add_ignore) return diffed(all, failed);
        bool passes_on = all.text && (options_.add_ignore || settings_->fix || options_.fix_only);
        if (passes_on && print(*all.text, exit_clean) != exit_clean) return exit_failure;
        if (options_.add_ignore) return passes_on ? (failed ? exit_failure : exit_clean) : added(all.comments, failed);
        bool counts = std::any_of(found.records.begin(), found.records.end(),
                                  [&](Record const& record) { return record.severity <= settings_->fail_on; });
        if (options_.fix_only) {
            found.records.clear();
            counts = false;
        }
        counts |= options_.exit_on_fix && found.fixes > 0;
        // What makes a run fail is shown.
        FormatOptions format{.colours = common_.colours(),
                             .advice = options_.advice || settings_->fail_on == Severity::information,
                             .quiet = options_.quiet,
                             .show_fixes = settings_->show_fixes,
                             .fix_only = options_.fix_only,
                             .offers_fixes = true,
                             .statistics = options_.statistics};
        // Where the text itself went to standard output.
        auto* stream = passes_on ? stderr : stdout;
        return write_outputs(outputs_, found, format, failed ? exit_failure : status(counts), stream);
    }

    int status(bool has_findings) const { return has_findings && !options_.exit_zero ? exit_findings : exit_clean; }

    int diffed(FileResult const& all, bool failed) const {
        int code = print(all.diff, failed ? exit_failure : status(!all.diff.empty()));
        auto fixes = all.found.fixes;
        if (!options_.quiet) complain(concat("would mend ", fixes == 0 ? "nothing" : counted(fixes, "finding")));
        return code;
    }

    int added(std::size_t comments, bool failed) const {
        auto text = concat("Wrote ", std::to_string(comments), comments == 1 ? " comment.\n" : " comments.\n");
        return print(options_.quiet ? "" : text, failed ? exit_failure : exit_clean);
    }

    /// Those that a narrowing command line leaves; without one, nothing to ask.
    std::function<bool(std::string_view)> asked_rules() const {
        if (!settings_->narrowed) return {};
        return [settings = settings_](std::string_view code) {
            auto const* rule = find_rule(code);
            return !rule || settings->is_selected(*rule);
        };
    }

    bool use_baseline(RunResult& found) {
        auto path = session_.shown(settings_->baseline);
        if (path.empty() || options_.no_baseline) return true;
        if (options_.update_baseline) {
            auto told = update_baseline(path, found, looked_at_, asked_rules());
            if (!told) return complain_of({told.error()});
            if (!options_.quiet) complain(*told);
        }
        auto baseline = Baseline::read(path);
        if (!baseline) return complain_of({baseline.error()});
        apply_baseline(found, *baseline);
        return true;
    }

    [[noreturn]] void watch_files() {
        std::vector<FileJob> jobs;
        auto paths = options_.files.paths.empty() ? std::vector<std::string>{"."} : options_.files.paths;
        WatchOptions watched{.paths = std::move(paths), .clear_screen = isatty(STDOUT_FILENO) == 1};
        auto look = [&] {
            jobs = select().value_or(std::vector<FileJob>{});
            Watched now;
            for (auto const& job : jobs) now.files.push_back(job.name);
            now.inputs = session_.inputs(now.files);
            return now;
        };
        auto check = [&](Changes const& changes) {
            if (changes.inputs_changed) {
                results_.clear();
                session_.snapshots().forget();
                if (!configure()) return;
                jobs = select().value_or(std::vector<FileJob>{});
            }
            for (auto const& file : changes.changed) results_.erase(file);
            for (auto const& file : changes.gone) results_.erase(file);
            finish(check_all(jobs));
        };
        watch(watched, look, check);
    }
};

}  // namespace

int run_check(CommonOptions const& common, CheckOptions const& options) {
    return Check(common, options).run();
}

}  // namespace alyx::cli
