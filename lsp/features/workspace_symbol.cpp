// workspace/symbol: the requests of all scripts, by what their names hold.
#include "analyzer/assist/symbols.hpp"
#include "lsp/features/every_file.hpp"
#include "lsp/features/feature.hpp"
#include "lsp/protocol/features.hpp"

namespace alyx::lsp {
namespace {

void advertise(ClientCapabilities const& client, ServerCapabilities& server) {
    if (find(client, &ClientCapabilities::workspace, &WorkspaceClientCapabilities::symbol))
        server.workspaceSymbolProvider = true;
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

/// Are the query's letters in the name, in this order? As the protocol wants it: the client ranks.
bool matches(std::string_view name, std::string_view query) {
    for (char c : name)
        if (!query.empty() && lower(c) == lower(query.front())) query.remove_prefix(1);
    return query.empty();
}

class SymbolsJob : public EveryFile {
  public:
    SymbolsJob(Id request, WorkspaceSymbolParams params)
        : EveryFile(std::move(request), std::move(params.workDoneToken)), query_(std::move(params.query)) {}

  private:
    void look(Session& session, Bundle const& bundle) override {
        for (auto const& analysis : bundle.analyses)
            for (auto& symbol : analyzer::symbols(*analysis)) {
                if (!matches(symbol.name, query_)) continue;
                auto located = locate(bundle, *analysis, symbol.place);
                found_.push_back({std::move(symbol.name),
                                  symbol_kind_function,
                                  {located.document->uri, session.range(located)},
                                  std::move(symbol.detail)});
            }
    }
    void finish(Session& session) override { session.reply(id, encode(found_)); }

    std::string query_;
    std::vector<SymbolInformation> found_;
};

void find_symbols(Session& session, Id const& id, json::value const& params) {
    WorkspaceSymbolParams decoded;
    Mismatch why;
    if (!decode(params, decoded, why)) return session.fail(id, {ErrorCode::InvalidParams, why.to_string()});
    session.background.add(std::make_unique<SymbolsJob>(id, std::move(decoded)));
}

}  // namespace

namespace features {
extern Feature const workspace_symbol;
Feature const workspace_symbol{"workspace/symbol", Scope::workspace, advertise, find_symbols};
}  // namespace features

}  // namespace alyx::lsp
