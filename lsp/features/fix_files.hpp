// Mends every file of the workspace, open or not, in one edit.
#pragma once

#include <functional>

#include "lsp/features/edits.hpp"
#include "lsp/features/every_file.hpp"
#include "lsp/protocol/own_methods.hpp"

namespace alyx::lsp {

class FixFiles : public EveryFile {
  public:
    /// `wants`: which findings are to be mended. `then` gets what is to be done, and replies to the request.
    FixFiles(Id request, std::optional<ProgressToken> token, Wanted wants,
             std::function<void(Session&, Id const&, WorkspaceFixes)> then)
        : EveryFile(std::move(request), std::move(token)), wants_(wants), then_(std::move(then)) {}

  private:
    void look(Session& session, Bundle const& bundle) override;
    void finish(Session& session) override { then_(session, id, std::move(fixes_)); }

    Wanted wants_;
    std::function<void(Session&, Id const&, WorkspaceFixes)> then_;
    WorkspaceFixes fixes_;
};

}  // namespace alyx::lsp
