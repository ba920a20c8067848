// Reads and analyses files that are not open.
#include "lsp/features/every_file.hpp"

#include "analyzer/host/host.hpp"
#include "lsp/session/uri.hpp"

namespace alyx::lsp {

using namespace analyzer;

Bundle open_file(Session& session, std::string const& path, std::string text) {
    Bundle bundle;
    bundle.uri = file_uri(path);
    bundle.is_analysed = true;
    auto document = std::make_shared<Document>();
    document->uri = bundle.uri;
    document->language = language_of_file(path);
    document->source = std::make_shared<Source const>(path, text);
    bundle.documents.push_back(std::move(document));
    auto snapshot = session.workspace.snapshot(bundle.uri);
    for (auto& unit : units_of(path, std::move(text)).units) {
        unit.path = path;
        bundle.analyses.push_back(analyze(std::make_shared<Unit const>(std::move(unit)), snapshot));
    }
    return bundle;
}

std::vector<std::string> workspace_files(Session& session) {
    auto const& discover = session.environment.discover;
    return discover ? discover(session.workspace.folders()) : session.workspace.files();
}

Job::State EveryFile::step(Session& session) {
    if (!begun_) {
        begun_ = true;
        files_ = workspace_files(session);
        work_.begin(session, files_.size());
        session.documents.each([&](Bundle& bundle) { look(session, session.analysed(bundle)); });
        return State::working;
    }
    if (next_ == files_.size()) {
        work_.end(session);
        finish(session);
        return State::done;
    }
    auto const& path = files_[next_++];
    work_.report(session, next_);
    if (session.documents.bundle(file_uri(path))) return State::working;
    if (auto text = session.environment.read(path)) look(session, open_file(session, path, std::move(*text)));
    return State::working;
}

}  // namespace alyx::lsp
