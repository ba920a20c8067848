// Findings as diagnostics: pushed when documents change, or pulled by clients that ask.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "lsp/protocol/diagnostics.hpp"
#include "lsp/session/bundle.hpp"

namespace alyx::lsp {

class Session;

Diagnostic diagnostic_of(Session const& session, Bundle const& bundle, analyzer::Analysis const& analysis,
                         analyzer::Finding const& finding);
/// What was found in one of the bundle's documents.
std::vector<Diagnostic> diagnostics_of(Session const& session, Bundle const& bundle, Document const& document);

/// Pushes diagnostics, unless the client pulls them: at once, but while the last analysis of a bundle took long, once
/// its typist pauses.
class Diagnostics {
  public:
    explicit Diagnostics(Session& session) : session_(session) {}

    /// All is shown, whatever a document of the same name showed before.
    void opened(Bundle const& bundle);
    void changed(Bundle const& bundle);
    /// What was shown is taken back.
    void closed(Bundle const& bundle);
    void closed(Uri const& document);
    /// Configuration or packs have changed.
    void all_changed();

    void advance(Time now);
    std::optional<Time> next_deadline() const;

  private:
    void publish(Bundle& bundle);
    bool pulls() const;

    struct Pending {
        std::optional<Time> due;  ///< none: not looked at since the change
    };
    Session& session_;
    std::map<Uri, Pending> pending_;        ///< of bundles
    std::map<Uri, std::string> published_;  ///< what each document shows
};

}  // namespace alyx::lsp
