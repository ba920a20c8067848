// How results are printed: one function a format.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "analyzer/cli/record.hpp"

namespace alyx::cli {

struct FormatOptions {
    bool colours = false;
    bool advice = false;        ///< show information in formats that leave it out unless asked
    bool quiet = false;         ///< findings only, no last line
    bool show_fixes = false;    ///< say which findings were mended, in the formats for people
    bool fix_only = false;      ///< what is left is not in the result, and not spoken of
    bool offers_fixes = false;  ///< say how many findings could be mended
    bool statistics = false;    ///< how often each rule was found, in the formats that have this
};

struct Format {
    std::string_view name;
    std::string_view summary;
    std::string (*render)(RunResult const&, FormatOptions const&) = nullptr;
    std::string (*render_statistics)(RunResult const&, FormatOptions const&) = nullptr;  ///< null: renders the findings
};

std::span<Format const* const> all_formats();
Format const* find_format(std::string_view name);

/// False for information in a format that leaves it out unless asked.
bool is_shown(Record const& record, FormatOptions const& options);
/// `error[AQ203]`, coloured.
std::string headline(Record const& record, FormatOptions const& options);
/// What the service answers: `HTTP 500 FieldError`, or what the client raises; empty where nothing is known.
std::string answer_text(Record const& record);
/// `server` or `client`: who gives that answer.
std::string_view answer_source(Record const& record);
/// The last lines: what was mended, how many files, queries and findings. Empty where they are not wanted.
std::string summary_line(RunResult const& result, FormatOptions const& options);

}  // namespace alyx::cli
