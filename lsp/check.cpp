// A client without an editor: opens a file, asks for everything everywhere, measures.
#include "lsp/check.hpp"

#include <algorithm>
#include <cstdio>
#include <map>

#include "analyzer/workspace/files.hpp"
#include "lsp/features/feature.hpp"
#include "lsp/server/server.hpp"
#include "lsp/session/uri.hpp"

namespace alyx::lsp {
namespace {

/// All that a client can say it can do.
constexpr std::string_view capabilities = R"({
    "general": {"positionEncodings": ["utf-8"]}, "notebookDocument": {"synchronization": {}},
    "workspace": {"applyEdit": true, "workspaceEdit": {"documentChanges": true}, "workspaceFolders": true,
                  "symbol": {}, "executeCommand": {}},
    "window": {"showDocument": {"support": true}},
    "textDocument": {
        "completion": {"completionItem": {"snippetSupport": true, "documentationFormat": ["markdown"],
            "insertReplaceSupport": true, "labelDetailsSupport": true, "tagSupport": {"valueSet": [1]},
            "resolveSupport": {"properties": ["documentation"]}}},
        "hover": {"contentFormat": ["markdown"]}, "diagnostic": {},
        "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": [""]}}, "dataSupport": true,
                       "isPreferredSupport": true, "resolveSupport": {"properties": ["edit"]}},
        "semanticTokens": {"tokenTypes": [], "tokenModifiers": []}, "signatureHelp": {}, "definition": {},
        "references": {}, "documentHighlight": {}, "documentSymbol": {}, "inlayHint": {}, "codeLens": {},
        "documentLink": {}, "foldingRange": {}, "selectionRange": {},
        "publishDiagnostics": {"relatedInformation": true, "codeDescriptionSupport": true, "dataSupport": true,
                               "tagSupport": {"valueSet": [1, 2]}}}})";

class Check {
  public:
    Check(std::string path, std::string text, std::string const& version)
        : path_(std::move(path)),
          document_(make_document({file_uri("/" + path_), language_of_file(path_), 1, std::move(text)})),
          server_(real_environment(version)) {
        ask("initialize", {{"processId", nullptr}, {"rootUri", nullptr}, {"capabilities", json::parse(capabilities)}});
        tell("initialized", json::object());
        tell("textDocument/didOpen", {{"textDocument",
                                       {{"uri", document_.uri},
                                        {"languageId", document_.language},
                                        {"version", 1},
                                        {"text", document_.source->text()}}}});
    }

    void run() {
        auto const& source = *document_.source;
        at_ = {};
        everywhere(Scope::document, {{0, 0}, position(static_cast<std::uint32_t>(source.text().size()))});
        for (std::uint32_t row = 0; row < source.line_count(); ++row) {
            auto length = static_cast<std::uint32_t>(source.line(row).size());
            at_ = {row, 0};
            everywhere(Scope::range, {{row, 0}, {row, length}});
            for (at_.character = 0; at_.character <= length; ++at_.character) everywhere(Scope::position, {at_, at_});
        }
    }

    bool report() const {
        std::printf("%s\n", path_.c_str());
        std::printf("  %-40s %8s %9s %9s %9s\n", "method", "asked", "p50 ms", "p95 ms", "max ms");
        for (auto [method, times] : times_) {
            std::sort(times.begin(), times.end());
            auto share = [&](std::size_t percent) { return times[(times.size() - 1) * percent / 100]; };
            std::printf("  %-40s %8zu %9.3f %9.3f %9.3f\n", method.c_str(), times.size(), share(50), share(95),
                        times.back());
        }
        for (auto const& failure : failures_) std::printf("  failed: %s\n", failure.c_str());
        return failures_.empty();
    }

  private:
    Position position(std::uint32_t offset) const { return position_of(document_, offset, PositionEncoding::utf8); }

    /// Every feature with this scope, and those that resolve what it gave.
    void everywhere(Scope scope, Range range) {
        json::value given;
        for (auto const* feature : all_features()) {
            if (feature->scope == scope)
                given = ask(
                    feature->method,
                    {{"textDocument", {{"uri", document_.uri}}},
                     {"position", encode(at_)},
                     {"positions", json::array{encode(at_)}},
                     {"range", encode(range)},
                     {"query", ""},
                     {"previousResultId", ""},
                     {"previousResultIds", json::array()},
                     {"context", {{"diagnostics", json::array()}, {"triggerKind", 1}, {"includeDeclaration", true}}}});
            else if (feature->scope == Scope::item)
                for (auto const& item : items_of(given)) ask(feature->method, item);
            else
                given = nullptr;
        }
    }

    static json::array items_of(json::value const& given) {
        auto const* array = given.if_array();
        if (auto const* object = given.if_object(); object && object->contains("items"))
            array = object->at("items").if_array();
        if (!array) return {};
        return json::array(array->begin(), array->begin() + std::min<std::ptrdiff_t>(3, array->end() - array->begin()));
    }

    json::value ask(std::string_view method, json::value params) {
        auto begin = std::chrono::steady_clock::now();
        auto messages = server_.handle(write_request(++last_id_, method, std::move(params)));
        // What looks at the whole workspace is answered later.
        while (messages.empty() && server_.next_deadline()) messages = server_.advance(begin);
        std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
        times_[std::string(method)].push_back(took.count());
        for (auto const& text : messages) {
            auto received = read_message(text);
            auto const* message = std::get_if<Message>(&received.content);
            if (!message || message->id != Id(last_id_)) continue;
            if (!message->error) return message->result;
            fail(method, message->error->message);
            return nullptr;
        }
        fail(method, "no answer");
        return nullptr;
    }

    void tell(std::string_view method, json::value params) {
        server_.handle(write_notification(method, std::move(params)));
    }

    void fail(std::string_view method, std::string const& why) {
        failures_.push_back(path_ + ":" + std::to_string(at_.line + 1) + ":" + std::to_string(at_.character + 1) +
                            ": " + std::string(method) + ": " + why);
    }

    std::string path_;
    Document document_;
    Server server_;
    Position at_;
    std::int32_t last_id_ = 0;
    std::map<std::string, std::vector<double>> times_;
    std::vector<std::string> failures_;
};

}  // namespace

int check_files(std::vector<std::string> const& files, std::string const& version) {
    int code = 0;
    for (auto const& file : files) {
        auto bytes = analyzer::read_file(file);
        if (!bytes) {
            std::fprintf(stderr, "alyxls: %s\n", bytes.error().to_string().c_str());
            code = 2;
            continue;
        }
        Check check(file, std::move(*bytes), version);
        check.run();
        if (!check.report()) code = std::max(code, 1);
    }
    return code;
}

}  // namespace alyx::lsp
