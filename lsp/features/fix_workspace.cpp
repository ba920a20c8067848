// alyx/fixWorkspace: mends every file of the workspace, open or not, in one edit.
#include "lsp/features/edits.hpp"
#include "lsp/features/every_file.hpp"
#include "lsp/features/feature.hpp"
#include "lsp/protocol/own_methods.hpp"

namespace alyx::lsp {
namespace {

class FixJob : public EveryFile {
  public:
    using EveryFile::EveryFile;

  private:
    void look(Session& session, Bundle const& bundle) override {
        auto edit = fix_all(session, bundle);
        auto changes =
            (edit.changes ? edit.changes->size() : 0) + (edit.documentChanges ? edit.documentChanges->size() : 0);
        if (changes == 0) return;
        ++fixes_.files;
        add(fixes_.edit.changes, std::move(edit.changes));
        add(fixes_.edit.documentChanges, std::move(edit.documentChanges));
    }
    void finish(Session& session) override { session.reply(id, encode(fixes_)); }

    /// All edits are of one form: the one that the client prefers.
    template <class Changes>
    static void add(std::optional<Changes>& to, std::optional<Changes> more) {
        if (!more) return;
        if (!to) to.emplace();
        to->insert(to->end(), std::make_move_iterator(more->begin()), std::make_move_iterator(more->end()));
    }
    static void add(std::optional<std::map<Uri, std::vector<TextEdit>>>& to,
                    std::optional<std::map<Uri, std::vector<TextEdit>>> more) {
        if (!more) return;
        if (!to) to.emplace();
        to->merge(*more);
    }

    WorkspaceFixes fixes_;
};

void fix_files(Session& session, Id const& id, json::value const&) {
    session.background.add(std::make_unique<FixJob>(id));
}

}  // namespace

namespace features {
extern Feature const fix_workspace;
Feature const fix_workspace{"alyx/fixWorkspace", Scope::workspace, nullptr, fix_files};
}  // namespace features

}  // namespace alyx::lsp
