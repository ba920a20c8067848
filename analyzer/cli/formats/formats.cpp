// The table of formats, and what they share.
#include <algorithm>
#include <array>

#include "analyzer/assist/server_answer.hpp"
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

/// What the run came to, in a few words.
std::string verdict(RunResult const& result, FormatOptions const& options) {
    if (result.counts_queries && result.files == 0) return "There was no file to check";
    if (options.fix_only)
        return result.fixes > 0 ? concat("Mended ", counted(result.fixes, "finding")) : "Mended nothing";
    if (result.records.empty()) return result.failures.empty() ? "All checks passed" : "Found nothing";
    std::array<std::size_t, 3> counts{};
    for (auto const& record : result.records) ++counts[static_cast<std::size_t>(record.severity)];
    auto text = concat("Found ", counted(counts[0], "error"), ", ", counted(counts[1], "warning"));
    if (counts[2] > 0) text += concat(", ", std::to_string(counts[2]), " of information");
    return text;
}

/// How many of the findings could be mended, and how; empty where none could.
std::string offer(RunResult const& result) {
    std::size_t safe = 0, unsafe = 0;
    for (auto const& record : result.records)
        if (record.fix) ++(record.fix->safety == Fix::Safety::safe ? safe : unsafe);
    if (safe + unsafe == 0) return {};
    auto text = safe > 0 ? concat(std::to_string(safe), " can be mended with --fix") : std::string();
    if (unsafe > 0)
        text += concat(safe > 0 ? ", " : "", std::to_string(unsafe), safe > 0 ? " more" : " can be mended",
                       " with --fix --unsafe-fixes");
    return text + ".\n";
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
    return record.server ? analyzer::answer_text(*record.server) : std::string();
}

std::string_view answer_source(Record const& record) {
    return record.server ? analyzer::answer_source(*record.server) : std::string_view();
}

std::string summary_line(RunResult const& result, FormatOptions const& options) {
    if (options.quiet) return {};
    auto what = verdict(result, options);
    bool looked = !result.counts_queries || result.files > 0;
    auto where = looked ? concat(" in ", result.counts_queries ? concat(queries(result.queries), " of ") : "",
                                 counted(result.files, "file"))
                        : std::string();
    auto hidden =
        static_cast<std::size_t>(std::count_if(result.suppressed.begin(), result.suppressed.end(), [](Record const& r) {
            return r.suppression->kind == Suppression::Kind::baseline;
        }));
    if (hidden > 0) where += concat("; the baseline hides ", std::to_string(hidden));
    if (auto n = result.failures.size(); n > 0) where += concat("; ", counted(n, "thing"), " could not be done");
    where += ".\n";
    auto mended = fixes_text(result, options);
    if (mended.empty() && result.fixes > 0 && !options.fix_only)
        where += concat("Mended ", counted(result.fixes, "finding"), ".\n");
    return concat(mended, Style(options.colours).bold(what), where, options.offers_fixes ? offer(result) : "");
}

}  // namespace alyx::cli
