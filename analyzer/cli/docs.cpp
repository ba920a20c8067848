// `alyxlint write-docs FOLDER`: writes the pages of the rules.
#include <filesystem>
#include <fstream>

#include "analyzer/assist/site.hpp"
#include "analyzer/cli/command.hpp"
#include "analyzer/schema/pack.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::cli {

using namespace analyzer;
namespace fs = std::filesystem;

namespace {

/// Says why where it fails.
bool write(fs::path const& path, std::string const& text) {
    std::error_code failed;
    fs::create_directories(path.parent_path(), failed);
    if (failed) {
        complain(concat(path.parent_path().string(), " cannot be made: ", failed.message()));
        return false;
    }
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out << text;
    out.close();
    if (out) return true;
    complain(concat(path.string(), " cannot be written: make room or choose another folder"));
    return false;
}

}  // namespace

int run_docs(std::string const& folder, std::string const& format) {
    auto schema = built_in_schema("alyx");
    auto files = format == "markdown" ? markdown_rules(schema) : html_site(schema);
    for (auto const& file : files)
        if (!write(fs::path(folder) / file.path, file.text)) return exit_failure;
    return print(concat("Wrote ", std::to_string(files.size()), " files to ", folder, ".\n"), exit_clean);
}

}  // namespace alyx::cli
