// The XML of checkstyle, as other linters write it too.
#include "analyzer/cli/formats/escape.hpp"
#include "analyzer/cli/formats/format.hpp"
#include "analyzer/cli/formats/xml.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::cli {

using namespace analyzer;

namespace {

std::string_view severity(Severity level) {
    return level == Severity::error ? "error" : level == Severity::warning ? "warning" : "info";
}

std::string render(RunResult const& result, FormatOptions const&) {
    pugi::xml_document document;
    auto root = document.append_child("checkstyle");
    set(root, "version", "4.3");
    pugi::xml_node file;
    std::string const* name = nullptr;
    for (auto const& record : result.records) {
        if (!name || *name != record.place.file) {
            file = root.append_child("file");
            set(file, "name", record.place.file);
        }
        name = &record.place.file;
        auto error = file.append_child("error");
        set(error, "line", record.place.in_file.start.row);
        set(error, "column", record.place.in_file.start.column);
        set(error, "severity", severity(record.severity));
        set(error, "message", whole_message(record, "; "));
        set(error, "source", concat("alyxlint.", record.rule));
    }
    return to_text(document);
}

}  // namespace

namespace formats {
extern Format const checkstyle;
Format const checkstyle{"checkstyle", "XML of checkstyle", render};
}  // namespace formats

}  // namespace alyx::cli
