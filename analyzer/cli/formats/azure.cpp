// Logging commands of Azure Pipelines.
#include <algorithm>

#include "analyzer/cli/formats/escape.hpp"
#include "analyzer/cli/formats/format.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::cli {

using namespace analyzer;

namespace {

/// As the agent decodes it: `%` is `%AZP25`, for it once took `%` as it stands.
std::string value(std::string_view text, std::string_view special) {
    std::string out;
    for (std::size_t at = 0; at <= text.size();) {
        auto percent = std::min(text.find('%', at), text.size());
        out += escaped(text.substr(at, percent - at), special);
        if (percent < text.size()) out += "%AZP25";
        at = percent + 1;
    }
    return out;
}

std::string render(RunResult const& result, FormatOptions const& options) {
    constexpr std::string_view in_data = "\r\n", in_property = "\r\n;]";
    std::string text;
    for (auto const& record : result.records) {
        if (!is_shown(record, options)) continue;
        auto const& start = record.place.in_file.start;
        // There are two types only.
        text += concat("##vso[task.logissue type=", record.severity == Severity::error ? "error" : "warning",
                       ";sourcepath=", value(record.place.file, in_property), ";linenumber=", std::to_string(start.row),
                       ";columnnumber=", std::to_string(start.column), ";code=", value(record.rule, in_property), ";]",
                       value(whole_message(record, "; "), in_data), "\n");
    }
    return text;
}

}  // namespace

namespace formats {
extern Format const azure;
Format const azure{"azure", "logging commands of Azure Pipelines", render};
}  // namespace formats

}  // namespace alyx::cli
