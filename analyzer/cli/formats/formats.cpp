// The table of formats, and what they share.
#include <algorithm>
#include <array>

#include "analyzer/cli/formats/format.hpp"
#include "analyzer/cli/terminal.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::cli {

using namespace analyzer;

namespace formats {
#define ALYX_FORMAT(name) extern Format const name;
#include "analyzer/cli/formats/formats.def"
#undef ALYX_FORMAT
}  // namespace formats

namespace {

constexpr Format const* table[] = {
#define ALYX_FORMAT(name) &formats::name,
#include "analyzer/cli/formats/formats.def"
#undef ALYX_FORMAT
};

std::string counted(std::size_t n, std::string_view noun) {
    return concat(std::to_string(n), " ", noun, n == 1 ? "" : "s");
}

std::string queries(std::size_t n) {
    return n == 1 ? "1 query" : concat(std::to_string(n), " queries");
}

/// As ruff says it: by file, how often each rule.
std::string fixes_text(RunResult const& result, FormatOptions const& options) {
    if (!options.show_fixes || result.fixed.empty()) return {};
    std::size_t total = 0;
    for (auto const& fixed : result.fixed) total += fixed.count;
    Style style(options.colours);
    std::string text = concat("Mended ", counted(total, "finding"), ":\n");
    std::string const* file = nullptr;
    for (auto const& fixed : result.fixed) {
        if (!file || *file != fixed.file) text += concat("- ", style.bold(printable(fixed.file)), ":\n");
        file = &fixed.file;
        text += concat("    ", std::to_string(fixed.count), " × ", printable(fixed.rule), " (", printable(fixed.name),
                       ")\n");
    }
    return text + "\n";
}

}  // namespace

std::span<Format const* const> all_formats() {
    return table;
}

Format const* find_format(std::string_view name) {
    auto found = std::find_if(std::begin(table), std::end(table), [&](Format const* f) { return f->name == name; });
    return found == std::end(table) ? nullptr : *found;
}

bool is_shown(Record const& record, FormatOptions const& options) {
    return options.advice || record.severity != Severity::information;
}

std::string headline(Record const& record, FormatOptions const& options) {
    Style style(options.colours);
    auto text = concat(name_of(record.severity), "[", printable(record.rule), "]");
    switch (record.severity) {
        case Severity::error:
            return style.red(text);
        case Severity::warning:
            return style.yellow(text);
        case Severity::information:
            return style.cyan(text);
    }
    return text;
}

std::string answer_text(Record const& record) {
    if (!record.server) return {};
    auto const& server = *record.server;
    if (server.status == 0) return concat("raises ", server.exception, ", nothing is sent");
    auto status = concat("HTTP ", std::to_string(server.status));
    return server.exception.empty() ? status : concat(status, " ", server.exception);
}

std::string_view answer_source(Record const& record) {
    return record.server && record.server->status == 0 ? "client" : "server";
}

std::string summary_line(RunResult const& result, FormatOptions const& options) {
    if (options.quiet) return {};
    std::array<std::size_t, 3> counts{};
    for (auto const& record : result.records) ++counts[static_cast<std::size_t>(record.severity)];
    auto where = concat(" in ", result.counts_queries ? concat(queries(result.queries), " of ") : std::string(),
                        counted(result.files, "file"));
    auto hidden =
        static_cast<std::size_t>(std::count_if(result.suppressed.begin(), result.suppressed.end(), [](Record const& r) {
            return r.suppression->kind == Suppression::Kind::baseline;
        }));
    if (hidden > 0) where += concat("; the baseline hides ", std::to_string(hidden));
    where += ".\n";
    Style style(options.colours);
    auto mended = fixes_text(result, options);
    if (mended.empty() && result.fixes > 0) where += concat("Mended ", counted(result.fixes, "finding"), ".\n");
    if (result.records.empty()) return concat(mended, style.bold("All checks passed"), where);
    auto text = concat("Found ", counted(counts[0], "error"), ", ", counted(counts[1], "warning"));
    if (counts[2] > 0) text += concat(", ", std::to_string(counts[2]), " of information");
    return concat(mended, style.bold(text), where);
}

}  // namespace alyx::cli
