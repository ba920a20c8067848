// Work over all files of the workspace, open or not.
#pragma once

#include <string>
#include <vector>

#include "lsp/session/background.hpp"
#include "lsp/session/session.hpp"
#include "lsp/session/work_done.hpp"

namespace alyx::lsp {

/// A file of the workspace as if it were open.
Bundle open_file(Session& session, std::string const& path, std::string text);
/// The files to look at in the workspace's folders.
std::vector<std::string> workspace_files(Session& session);

/// Looks into each bundle once: those that are open as their texts stand, then the files that are not.
class EveryFile : public Job {
  public:
    explicit EveryFile(Id request, std::optional<ProgressToken> token = {})
        : Job(std::move(request)), work_(std::move(token)) {}
    State step(Session& session) final;
    void stop(Session& session) final { work_.end(session); }

  protected:
    virtual void look(Session& session, Bundle const& bundle) = 0;
    /// Replies to the request.
    virtual void finish(Session& session) = 0;

  private:
    WorkDone work_;
    bool begun_ = false;
    std::vector<std::string> files_;
    std::size_t next_ = 0;
};

}  // namespace alyx::lsp
