// Edits of documents as the protocol wants them.
#pragma once

#include <map>
#include <memory>
#include <vector>

#include "lsp/protocol/base.hpp"
#include "lsp/session/session.hpp"

namespace alyx::lsp {

/// Collects edits of open documents, for one WorkspaceEdit.
class Edits {
  public:
    explicit Edits(Session const& session) : session_(session) {}

    void add(Document const& document, analyzer::Span span, std::string text);
    bool empty() const { return edits_.empty(); }
    WorkspaceEdit workspace_edit() const;

  private:
    Session const& session_;
    std::map<Document const*, std::vector<TextEdit>> edits_;
};

/// All of these edits, or nothing where one of them cannot be expressed in its document.
std::optional<WorkspaceEdit> workspace_edit(Session const& session, Bundle const& bundle,
                                            analyzer::Analysis const& analysis,
                                            std::vector<analyzer::SourceEdit> const& edits);

/// Which findings are to be mended, of those that have a fix.
using Wanted = bool (*)(analyzer::Analysis const&, analyzer::Finding const&);
/// Those whose fix is safe, or that the configuration wants mended although it is not.
bool has_certain_fix(analyzer::Analysis const& analysis, analyzer::Finding const& finding);

/// What mending them all leads to: analysed, edited, and analysed again until nothing is left to mend.
WorkspaceEdit fix_all(Session& session, Bundle const& bundle, Wanted wanted = has_certain_fix);

}  // namespace alyx::lsp
