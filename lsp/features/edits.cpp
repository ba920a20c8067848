// Turns source edits into text edits, and mends a whole bundle.
#include "lsp/features/edits.hpp"

#include <algorithm>

#include "analyzer/edit/apply.hpp"

namespace alyx::lsp {

using namespace analyzer;

void Edits::add(Document const& document, Span span, std::string text) {
    edits_[&document].push_back({range_of(document, span, session_.encoding), std::move(text)});
}

WorkspaceEdit Edits::workspace_edit() const {
    bool versions =
        is_supported(session_.client, &ClientCapabilities::workspace, &WorkspaceClientCapabilities::workspaceEdit,
                     &WorkspaceEditClientCapabilities::documentChanges);
    WorkspaceEdit edit;
    if (!versions) {
        edit.changes.emplace();
        for (auto const& [document, edits] : edits_) (*edit.changes)[document->uri] = edits;
        return edit;
    }
    edit.documentChanges.emplace();
    for (auto const& [document, edits] : edits_) {
        OptionalVersionedTextDocumentIdentifier id{document->uri, nullptr};
        if (document->version) id.version = *document->version;
        edit.documentChanges->push_back({std::move(id), edits});
    }
    return edit;
}

std::optional<WorkspaceEdit> workspace_edit(Session const& session, Bundle const& bundle, Analysis const& analysis,
                                            std::vector<SourceEdit> const& edits) {
    Edits collected(session);
    for (auto const& edit : edits) {
        auto located = locate(bundle, analysis, edit);
        if (!located) return std::nullopt;
        collected.add(*located->document, located->span, std::move(located->text));
    }
    if (collected.empty()) return std::nullopt;
    return collected.workspace_edit();
}

namespace {

/// Makes the fixes that one analysis offers. False where there are none.
bool mend_once(Bundle& bundle, Wanted is_wanted) {
    std::map<Document const*, std::vector<EditGroup>> groups;
    for (auto const& analysis : bundle.analyses)
        for (auto const& finding : analysis->findings) {
            if (!finding.fix || !is_wanted(*analysis, finding)) continue;
            std::map<Document const*, EditGroup> parts;
            bool whole = true;
            for (auto const& edit : finding.fix->edits) {
                auto located = locate(bundle, *analysis, edit);
                whole = whole && located;
                if (located) parts[located->document].push_back({located->span, std::move(located->text)});
            }
            // Edits of several documents cannot be refused together: they wait to be made one by one.
            if (whole && parts.size() == 1) groups[parts.begin()->first].push_back(std::move(parts.begin()->second));
        }
    bool changed = false;
    for (auto& document : bundle.documents) {
        auto own = groups.find(document.get());
        if (own == groups.end()) continue;
        auto applied = apply_edits(document->source->text(), own->second);
        if (applied.groups.empty() || applied.text == document->source->text()) continue;
        auto mended = std::make_shared<Document>(*document);
        mended->source = std::make_shared<Source const>(document->source->name(), std::move(applied.text));
        document = std::move(mended);
        changed = true;
    }
    bundle.is_analysed = !changed;
    return changed;
}

/// The bytes that differ, without what both begin and end with. Characters stay whole.
struct Difference {
    Span before, after;
};
Difference difference(std::string_view before, std::string_view after) {
    auto continues = [](std::string_view text, std::size_t at) {
        return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
    };
    auto most = std::min(before.size(), after.size());
    std::size_t begin = 0, end = 0;
    while (begin < most && before[begin] == after[begin]) ++begin;
    while (begin > 0 && (continues(before, begin) || continues(after, begin))) --begin;
    while (end < most - begin && before[before.size() - end - 1] == after[after.size() - end - 1]) ++end;
    while (end > 0 && continues(before, before.size() - end)) --end;
    return {make_span(begin, before.size() - end), make_span(begin, after.size() - end)};
}

}  // namespace

bool has_certain_fix(Analysis const& analysis, Finding const& finding) {
    return finding.fix->safety == Fix::Safety::safe || analysis.snapshot->settings().unsafe_fixes;
}

WorkspaceEdit fix_all(Session& session, Bundle const& bundle, Wanted wanted) {
    constexpr int rounds = 10;
    Bundle mended = bundle;
    for (int round = 0; round < rounds && mend_once(mended, wanted); ++round) session.analysed(mended);
    Edits edits(session);
    for (std::size_t i = 0; i < bundle.documents.size(); ++i) {
        auto before = bundle.documents[i]->source->text(), after = mended.documents[i]->source->text();
        if (before == after) continue;
        auto [cut, put] = difference(before, after);
        edits.add(*bundle.documents[i], cut, std::string(put.of(after)));
    }
    return edits.workspace_edit();
}

}  // namespace alyx::lsp
