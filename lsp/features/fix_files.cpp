// Adds the edits of one file to those of the others.
#include "lsp/features/fix_files.hpp"

#include <iterator>
#include <map>

namespace alyx::lsp {
namespace {

/// All edits are of one form: the one that the client prefers.
template <class Changes>
void add(std::optional<Changes>& to, std::optional<Changes> more) {
    if (!more) return;
    if (!to) to.emplace();
    to->insert(std::make_move_iterator(more->begin()), std::make_move_iterator(more->end()));
}
template <class Change>
void add(std::optional<std::vector<Change>>& to, std::optional<std::vector<Change>> more) {
    if (!more) return;
    if (!to) to.emplace();
    to->insert(to->end(), std::make_move_iterator(more->begin()), std::make_move_iterator(more->end()));
}

}  // namespace

void FixFiles::look(Session& session, Bundle const& bundle) {
    auto edit = fix_all(session, bundle, wants_);
    auto changes =
        (edit.changes ? edit.changes->size() : 0) + (edit.documentChanges ? edit.documentChanges->size() : 0);
    if (changes == 0) return;
    ++fixes_.files;
    add(fixes_.edit.changes, std::move(edit.changes));
    add(fixes_.edit.documentChanges, std::move(edit.documentChanges));
}

}  // namespace alyx::lsp
