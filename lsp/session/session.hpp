// All that one client's connection knows: its capabilities, documents, workspace, and the messages for it.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "lsp/protocol/lifecycle.hpp"
#include "lsp/protocol/message.hpp"
#include "lsp/session/background.hpp"
#include "lsp/session/diagnostics.hpp"
#include "lsp/session/documents.hpp"
#include "lsp/session/environment.hpp"
#include "lsp/session/workspace.hpp"

namespace alyx::lsp {

class Session {
  public:
    explicit Session(Environment around)
        : environment(std::move(around)),
          workspace(environment.configurations),
          diagnostics(*this),
          background(*this) {}
    Session(Session const&) = delete;
    Session& operator=(Session const&) = delete;

    Environment const environment;
    ClientCapabilities client;
    PositionEncoding encoding = PositionEncoding::utf16;
    Documents documents;
    Workspace workspace;
    Diagnostics diagnostics;
    Background background;
    std::string trace = "off";
    /// The client asks for completion again where an item says so.
    bool client_retriggers = false;

    /// Semantic tokens that the client has, by document.
    struct KnownTokens {
        std::string id;
        std::vector<std::uint32_t> data;
    };
    std::map<Uri, KnownTokens> tokens;
    std::uint32_t last_tokens = 0;
    std::uint32_t last_progress = 0;  ///< of the tokens for progress that are the server's own

    /// Says what is wrong with configurations, if anything new is.
    void tell_failures();
    /// Analysed as its texts stand now.
    Bundle const& analysed(Bundle& bundle);
    /// The place of a position in an open document, with its analysis; nothing where there is no code.
    struct At {
        Bundle const& bundle;
        Document const& document;
        Spot spot;
    };
    std::optional<At> at(TextDocumentPositionParams const& params);
    Range range(Located const& located) const { return range_of(*located.document, located.span, encoding); }

    void reply(Id const& id, json::value result) { messages_.push_back(write_result(id, std::move(result))); }
    void fail(std::optional<Id> const& id, ResponseError const& error) { messages_.push_back(write_error(id, error)); }
    template <class Params>
    void notify(std::string_view method, Params const& params) {
        messages_.push_back(write_notification(method, encode(params)));
    }
    void log(MessageType type, std::string text) { notify("window/logMessage", MessageParams{type, std::move(text)}); }

    /// Asks the client. `then` gets the result, or no pointer where the client gave an error.
    using Then = std::function<void(Session&, json::value const* result)>;
    void request(std::string_view method, json::value params, Then then = {});
    void answered(Message const& response);

    std::vector<std::string> take_messages() { return std::exchange(messages_, {}); }

  private:
    std::vector<std::string> messages_;
    std::map<std::int32_t, Then> asked_;
    std::int32_t last_asked_ = 0;
};

}  // namespace alyx::lsp
