// textDocument/completion: within queries and their calls, and nothing elsewhere.
#include <algorithm>
#include <cctype>

#include "analyzer/assist/completion.hpp"
#include "analyzer/text/concat.hpp"
#include "lsp/features/feature.hpp"
#include "lsp/protocol/completion.hpp"

namespace alyx::lsp {
namespace {

using Completions = CompletionClientCapabilities;
using Items = CompletionItemCapabilities;
using analyzer::CompletionKind;

void advertise(ClientCapabilities const&, ServerCapabilities& server) {
    server.completionProvider.emplace();
    for (char trigger : analyzer::completion_triggers)
        server.completionProvider->triggerCharacters.emplace_back(1, trigger);
    server.completionProvider->resolveProvider = true;
}

template <class Member>
auto const* capability(Session const& session, Member member) {
    return find(session.client, &ClientCapabilities::textDocument, &TextDocumentClientCapabilities::completion,
                &Completions::completionItem, member);
}

bool can(Session const& session, std::optional<bool> Items::*member) {
    auto const* flag = capability(session, member);
    return flag && *flag;
}

CompletionItemKind kind_of(CompletionKind kind) {
    switch (kind) {
        case CompletionKind::endpoint:
            return CompletionItemKind::Module;
        case CompletionKind::action:
            return CompletionItemKind::Method;
        case CompletionKind::parameter:
            return CompletionItemKind::Property;
        case CompletionKind::field:
            return CompletionItemKind::Field;
        case CompletionKind::relation:
            return CompletionItemKind::Reference;
        case CompletionKind::reverse_relation:
            return CompletionItemKind::Reference;
        case CompletionKind::transform:
            return CompletionItemKind::Function;
        case CompletionKind::lookup:
            return CompletionItemKind::Operator;
        case CompletionKind::key:
            return CompletionItemKind::Property;
        case CompletionKind::choice:
            return CompletionItemKind::EnumMember;
        case CompletionKind::value:
            return CompletionItemKind::Value;
        case CompletionKind::negation:
            return CompletionItemKind::Operator;
    }
    return CompletionItemKind::Value;
}

/// What sorts as the rank does.
std::string sort_text(std::uint32_t rank) {
    auto digits = std::to_string(rank);
    return std::string(6 - std::min<std::size_t>(6, digits.size()), '0') + digits;
}

class Converter {
  public:
    Converter(Session const& session, Session::At const& at) : session_(session), at_(at) {}

    CompletionItem convert(analyzer::CompletionItem const& from) const {
        CompletionItem item{from.label};
        item.kind = kind_of(from.kind);
        if (can(session_, &Items::labelDetailsSupport)) {
            item.labelDetails.emplace();
            if (!from.detail.empty()) item.labelDetails->detail = " " + from.detail;
            if (!from.description.empty()) item.labelDetails->description = from.description;
        } else if (!from.detail.empty() || !from.description.empty()) {
            item.detail =
                from.detail + (from.detail.empty() || from.description.empty() ? "" : " · ") + from.description;
        }
        item.sortText = sort_text(from.rank);
        // Neovim takes the start of the edit only from items without it, else the start of the word: of the whole path.
        if (from.filter_text != from.label) item.filterText = from.filter_text;
        bool snippet = !from.snippet.empty() && can(session_, &Items::snippetSupport);
        item.textEdit = edit(from, snippet ? from.snippet : from.text);
        // Emacs filters by the word at the cursor and Kate replaces it, whatever the edit says: a path is one word
        // there.
        if (auto word = word_before(from.insert); !word.empty())
            item.insertText = analyzer::concat(word, snippet ? from.snippet : from.text);
        item.insertTextFormat = snippet ? InsertTextFormat::Snippet : InsertTextFormat::PlainText;
        if (from.retrigger && session_.client_retriggers)
            item.command = Command{"", "editor.action.triggerSuggest", {}};
        if (!from.documentation.empty())
            item.data = json::object{{"uri", at_.bundle.uri}, {"documentation", from.documentation}};
        return item;
    }

  private:
    Range range(analyzer::Place place) const { return session_.range(locate(at_.bundle, *at_.spot.analysis, place)); }
    /// The letters, digits and underscores that lead up to a place.
    std::string_view word_before(analyzer::Place place) const {
        auto [document, span] = locate(at_.bundle, *at_.spot.analysis, place);
        auto before = document->source->text().substr(0, span.begin);
        auto is_part = [](unsigned char c) { return std::isalnum(c) || c == '_'; };
        auto begin = std::find_if_not(before.rbegin(), before.rend(), is_part).base();
        return before.substr(static_cast<std::size_t>(begin - before.begin()));
    }
    std::variant<TextEdit, InsertReplaceEdit> edit(analyzer::CompletionItem const& from, std::string text) const {
        if (can(session_, &Items::insertReplaceSupport))
            return InsertReplaceEdit{std::move(text), range(from.insert), range(from.replace)};
        return TextEdit{range(from.insert), std::move(text)};
    }

    Session const& session_;
    Session::At const& at_;
};

std::optional<CompletionList> complete(Session& session, CompletionParams const& params) {
    auto at = session.at({params.textDocument, params.position});
    if (!at) return std::nullopt;
    char trigger = '\0';
    if (params.context && params.context->triggerKind == 2 && params.context->triggerCharacter &&
        params.context->triggerCharacter->size() == 1)
        trigger = params.context->triggerCharacter->front();
    CompletionList list;
    Converter converter(session, *at);
    for (auto const& item : analyzer::complete(*at->spot.analysis, at->spot.place, trigger))
        list.items.push_back(converter.convert(item));
    if (list.items.empty()) return std::nullopt;
    return list;
}

}  // namespace

namespace features {
extern Feature const completion;
Feature const completion{"textDocument/completion", Scope::position, advertise, answered_by<&complete>};
}  // namespace features

}  // namespace alyx::lsp
