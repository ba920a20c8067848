// alyx/fixWorkspace: mends every file of the workspace that has fixes which are certain.
#include "lsp/features/feature.hpp"
#include "lsp/features/fix_files.hpp"

namespace alyx::lsp {
namespace {

void fix_workspace_files(Session& session, Id const& id, json::value const& params) {
    FixWorkspaceParams decoded;
    Mismatch why;
    if (!decode(params, decoded, why)) return session.fail(id, {ErrorCode::InvalidParams, why.to_string()});
    session.background.add(std::make_unique<FixFiles>(
        id, std::move(decoded.workDoneToken), has_certain_fix,
        [](Session& done, Id const& request, WorkspaceFixes fixes) { done.reply(request, encode(fixes)); }));
}

}  // namespace

namespace features {
extern Feature const fix_workspace;
Feature const fix_workspace{"alyx/fixWorkspace", Scope::workspace, nullptr, fix_workspace_files};
}  // namespace features

}  // namespace alyx::lsp
