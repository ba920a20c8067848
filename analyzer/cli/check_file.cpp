// Read, mend, analyse, collect.
#include "analyzer/cli/check_file.hpp"

#include "analyzer/analyze/file_text.hpp"
#include "analyzer/cli/analyses.hpp"
#include "analyzer/cli/collect.hpp"
#include "analyzer/cli/diff.hpp"
#include "analyzer/cli/fix.hpp"
#include "analyzer/cli/git.hpp"
#include "analyzer/cli/input.hpp"
#include "analyzer/text/concat.hpp"
#include "analyzer/workspace/documentation.hpp"
#include "analyzer/workspace/write.hpp"

namespace alyx::cli {

using namespace analyzer;

namespace {

boost::system::result<FileText, Failure> read(FileJob const& job) {
    switch (job.from) {
        case FileJob::From::input:
            return read_stdin_as(job.name);
        case FileJob::From::index: {
            auto bytes = staged_bytes(job.name);
            if (!bytes) return bytes.error();
            return text_of(job.name, std::move(*bytes));
        }
        case FileJob::From::disk:
            break;
    }
    return read_text(job.name);
}

class FileCheck {
  public:
    FileCheck(FileJob const& job, Session& session, CheckOptions const& options)
        : job_(job), session_(session), options_(options) {}

    FileResult run() && {
        auto& found = result_.found;
        found.files = 1;
        auto file = read(job_);
        path_ = session_.absolute(job_.name);
        auto snapshot = session_.snapshots().of_file(path_);
        if (!file) found.failures.push_back(file.error());
        // What is wrong with the configuration is said once, for the run.
        if (!file || !snapshot) return std::move(result_);
        snapshot_ = *snapshot;
        bool changes = options_.add_ignore || mends();
        if (changes && job_.from == FileJob::From::index)
            result_.notes.push_back(concat(job_.name, ": not mended: it has changes that are not staged"));
        else if (options_.add_ignore)
            silence(*file);
        else if (changes)
            mend(*file);
        report(file->text);
        if (job_.from == FileJob::From::input) result_.text = file->bytes(file->text);
        return std::move(result_);
    }

  private:
    FileJob const& job_;
    Session& session_;
    CheckOptions const& options_;
    FileResult result_;
    std::string path_;
    std::shared_ptr<Snapshot const> snapshot_;

    bool mends() const {
        bool wanted = options_.diff || options_.fix_only || snapshot_->settings().fix;
        return wanted && !options_.add_ignore;
    }

    /// Has the file hold `text`, or says what that would change.
    bool write(FileText& file, std::string text) {
        if (text == file.text) return false;
        auto before = file.bytes(file.text), after = file.bytes(text);
        if (!before || !after) return false;  // not reached: what the encoding cannot hold was left out
        if (options_.diff) {
            result_.diff = unified_diff(job_.name, *before, *after);
            return false;
        }
        if (job_.from == FileJob::From::disk)
            if (auto failure = replace_file(job_.name, *before, *after)) {
                result_.found.failures.push_back(std::move(*failure));
                return false;
            }
        file.text = std::move(text);
        return true;
    }

    void mend(FileText& file) {
        auto fixed =
            fix_text({job_.name, path_}, file.text, snapshot_, snapshot_->settings().unsafe_fixes, *file.encoding);
        if (fixed.left_out > 0)
            result_.notes.push_back(concat(job_.name, ": ", std::to_string(fixed.left_out), " of the fixes left out: ",
                                           file.encoding->name, " cannot hold their text; save it as UTF-8"));
        if (!write(file, std::move(fixed.text)) && !options_.diff) return;
        for (auto const& [rule, count] : fixed.fixes) {
            result_.found.fixed.push_back({job_.name, std::string(rule->code), std::string(rule->name), count});
            result_.found.fixes += count;
        }
    }

    void silence(FileText& file) {
        auto silenced = silence_text({job_.name, path_}, file.text, snapshot_, *options_.add_ignore, *file.encoding);
        auto count = silenced.comments;
        if (write(file, std::move(silenced.text))) result_.comments = count;
    }

    void report(std::string const& text) {
        auto analyses = analyses_of({job_.name, path_}, text, snapshot_, &result_.found.failures);
        auto collected = collect(analyses, text, documentation_base());
        collected.files = 0;
        result_.found.append(std::move(collected));
    }
};

}  // namespace

void FileResult::append(FileResult&& other) {
    found.append(std::move(other.found));
    diff += other.diff;
    if (other.text) text = std::move(other.text);
    comments += other.comments;
    notes.insert(notes.end(), other.notes.begin(), other.notes.end());
}

FileResult check_file(FileJob const& job, Session& session, CheckOptions const& options) {
    return FileCheck(job, session, options).run();
}

}  // namespace alyx::cli
