// textDocument/signatureHelp: the parameters of a call while it is written.
#include "analyzer/assist/signature.hpp"
#include "analyzer/text/encoded_position.hpp"
#include "lsp/features/feature.hpp"
#include "lsp/protocol/features.hpp"

namespace alyx::lsp {
namespace {

void advertise(ClientCapabilities const&, ServerCapabilities& server) {
    server.signatureHelpProvider = SignatureHelpOptions{{"(", ","}};
}

/// Offsets in the label count UTF-16 units, whatever was negotiated for documents.
ParameterInformation parameter_of(analyzer::Source const& label, analyzer::Signature::Parameter const& from) {
    auto column = [&](std::uint32_t offset) {
        return analyzer::encoded_position(label, offset, PositionEncoding::utf16).column;
    };
    ParameterInformation parameter;
    parameter.label = std::vector{column(from.label.begin), column(from.label.end)};
    if (!from.documentation.empty()) parameter.documentation = MarkupContent{"markdown", from.documentation};
    return parameter;
}

std::optional<SignatureHelp> help(Session& session, TextDocumentPositionParams const& params) {
    auto at = session.at(params);
    auto signature = at ? analyzer::signature(*at->spot.analysis, at->spot.place) : std::nullopt;
    if (!signature) return std::nullopt;
    SignatureInformation information{signature->label};
    if (!signature->documentation.empty())
        information.documentation = MarkupContent{"markdown", signature->documentation};
    analyzer::Source label("", signature->label);
    for (auto const& parameter : signature->parameters)
        information.parameters.push_back(parameter_of(label, parameter));
    return SignatureHelp{{std::move(information)}, 0, signature->active};
}

}  // namespace

namespace features {
extern Feature const signature_help;
Feature const signature_help{"textDocument/signatureHelp", Scope::position, advertise, answered_by<&help>};
}  // namespace features

}  // namespace alyx::lsp
