// textDocument/references: where the workspace mentions a field, a relation or an endpoint.
#include "analyzer/assist/references.hpp"
#include "lsp/features/every_file.hpp"
#include "lsp/features/feature.hpp"
#include "lsp/protocol/features.hpp"

namespace alyx::lsp {
namespace {

void advertise(ClientCapabilities const&, ServerCapabilities& server) {
    server.referencesProvider = true;
}

class ReferencesJob : public EveryFile {
  public:
    ReferencesJob(Id request, std::optional<ProgressToken> token, analyzer::Mentioned what)
        : EveryFile(std::move(request), std::move(token)), what_(std::move(what)) {}

  private:
    void look(Session& session, Bundle const& bundle) override {
        for (auto const& analysis : bundle.analyses)
            for (auto place : analyzer::mentions_of(*analysis, what_)) {
                auto located = locate(bundle, *analysis, place);
                found_.push_back({located.document->uri, session.range(located)});
            }
    }
    void finish(Session& session) override { session.reply(id, encode(found_)); }

    analyzer::Mentioned what_;
    std::vector<Location> found_;
};

void find_references(Session& session, Id const& id, json::value const& params) {
    ReferenceParams decoded;
    Mismatch why;
    if (!decode(params, decoded, why)) return session.fail(id, {ErrorCode::InvalidParams, why.to_string()});
    auto at = session.at({decoded.textDocument, decoded.position});
    auto mention = at ? analyzer::mention_at(*at->spot.analysis, at->spot.place) : std::nullopt;
    if (!mention) return session.reply(id, nullptr);
    session.background.add(
        std::make_unique<ReferencesJob>(id, std::move(decoded.workDoneToken), std::move(mention->what)));
}

}  // namespace

namespace features {
extern Feature const references;
Feature const references{"textDocument/references", Scope::position, advertise, find_references};
}  // namespace features

}  // namespace alyx::lsp
