// What the commands share.
#include <cstdio>

#include "analyzer/cli/command.hpp"
#include "analyzer/cli/session.hpp"
#include "analyzer/cli/terminal.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::cli {

using namespace analyzer;

bool CommonOptions::colours() const {
    return colour == "always" || (colour == "auto" && wants_colours());
}

void complain(std::string const& text) {
    std::fprintf(stderr, "alyxlint: %s\n", printable(text).c_str());
}

int print(std::string const& text, int code, std::FILE* stream) {
    bool written = std::fwrite(text.data(), 1, text.size(), stream) == text.size() && std::fflush(stream) == 0;
    if (written) return code;
    complain(concat(stream == stdout ? "standard output" : "standard error", " cannot be written to"));
    return exit_failure;
}

std::shared_ptr<Snapshot const> load_packs(CheckOptions const& configured) {
    Session session(configured);
    Packs packs;
    auto settings = session.run_settings();
    auto snapshot = settings ? Snapshot::of(*settings, packs) : Snapshots::Result(settings.error());
    if (snapshot) return *snapshot;
    for (auto const& failure : snapshot.error()) complain(failure.to_string());
    return nullptr;
}

}  // namespace alyx::cli
