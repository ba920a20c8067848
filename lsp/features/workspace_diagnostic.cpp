// workspace/diagnostic: files that are not open, one after the other while nothing else is to be done.
#include <algorithm>
#include <map>

#include "lsp/features/every_file.hpp"
#include "lsp/features/feature.hpp"
#include "lsp/session/result_id.hpp"
#include "lsp/session/uri.hpp"
#include "lsp/session/work_done.hpp"

namespace alyx::lsp {
namespace {

using Report = WorkspaceDocumentDiagnosticReport;

class WorkspaceJob : public Job {
  public:
    WorkspaceJob(Id request, WorkspaceDiagnosticParams params) : Job(std::move(request)), params_(std::move(params)) {
        for (auto& known : params_.previousResultIds) previous_[known.uri] = std::move(known.value);
    }

    State step(Session& session) override {
        if (!found_) {
            begin(session);
            return State::working;
        }
        if (next_ < files_.size()) {
            check(session, files_[next_++]);
            if (work_) work_->report(session, next_);
            return State::working;
        }
        for (auto const& [uri, known] : std::exchange(gone_, {}))
            add(session, {uri, nullptr, "full", {}, std::vector<Diagnostic>{}}, true);
        // A client asks again at once: it has its answer when there is something new.
        if (!has_news_ && !params_.previousResultIds.empty()) return State::waiting;
        end(session);
        return State::done;
    }

    void wake() override {
        found_ = false;
        items_.clear();
    }

    void stop(Session& session) override {
        if (work_) work_->end(session);
    }

  private:
    void begin(Session& session) {
        session.tell_failures();
        files_ = workspace_files(session);
        found_ = true;
        next_ = 0;
        gone_ = previous_;
        if (work_) work_->begin(session, files_.size());
    }

    void check(Session& session, std::string const& path) {
        auto uri = file_uri(path);
        auto const* open = session.documents.bundle(uri);
        // The findings of an open notebook are those of its cells, which have URIs of their own.
        if (!open || !open->is_notebook) gone_.erase(uri);
        // What is open is asked for by itself.
        if (open) return;
        auto text = session.environment.read(path);
        if (!text) return;
        auto bundle = open_file(session, path, std::move(*text));
        auto items = diagnostics_of(session, bundle, *bundle.documents.front());
        auto result = result_id(items);
        auto known = previous_.find(uri);
        if (known != previous_.end() && known->second == result)
            return add(session, {uri, nullptr, "unchanged", result, {}}, false);
        if (known == previous_.end() && items.empty()) return;
        previous_[uri] = result;
        add(session, {uri, nullptr, "full", result, std::move(items)}, true);
    }

    void add(Session& session, Report report, bool is_news) {
        has_news_ |= is_news;
        if (!params_.partialResultToken)
            items_.push_back(std::move(report));
        else if (is_news)
            session.notify("$/progress", ProgressParams{*params_.partialResultToken,
                                                        encode(WorkspaceDiagnosticReport{{std::move(report)}})});
    }

    void end(Session& session) {
        if (work_) work_->end(session);
        session.reply(id, encode(WorkspaceDiagnosticReport{std::move(items_)}));
    }

    WorkspaceDiagnosticParams params_;
    /// Clients pull all the time: progress is for those that ask for it.
    std::optional<WorkDone> work_ =
        params_.workDoneToken ? std::optional(WorkDone(params_.workDoneToken)) : std::nullopt;
    std::map<Uri, std::string> previous_;  ///< what the client has, by result ids
    std::map<Uri, std::string> gone_;      ///< of these, what was not met yet
    std::vector<std::string> files_;
    std::size_t next_ = 0;
    std::vector<Report> items_;
    bool found_ = false, has_news_ = false;
};

void pull(Session& session, Id const& id, json::value const& params) {
    WorkspaceDiagnosticParams decoded;
    Mismatch why;
    if (!decode(params, decoded, why)) return session.fail(id, {ErrorCode::InvalidParams, why.to_string()});
    session.background.add(std::make_unique<WorkspaceJob>(id, std::move(decoded)));
}

}  // namespace

namespace features {
extern Feature const workspace_diagnostic;
Feature const workspace_diagnostic{"workspace/diagnostic", Scope::workspace, nullptr, pull};
}  // namespace features

}  // namespace alyx::lsp
