// Counts by rule, as ruff prints them.
#include "analyzer/cli/formats/statistics.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <vector>

#include "analyzer/cli/json_text.hpp"
#include "analyzer/cli/terminal.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::cli {

using namespace analyzer;

namespace {

struct Count {
    std::string rule, name;
    std::size_t findings = 0, fixable = 0;

    auto order() const { return std::tuple(-static_cast<std::ptrdiff_t>(findings), std::string_view(rule)); }
};

std::vector<Count> counts_of(RunResult const& result) {
    std::map<std::string, Count> by_rule;
    for (auto const& record : result.records) {
        auto& count = by_rule[record.rule];
        count.rule = record.rule;
        count.name = record.name;
        ++count.findings;
        count.fixable += record.fix.has_value();
    }
    std::vector<Count> counts;
    for (auto& [rule, count] : by_rule) counts.push_back(std::move(count));
    std::sort(counts.begin(), counts.end(), [](Count const& a, Count const& b) { return a.order() < b.order(); });
    return counts;
}

/// `[*]` all have a fix, `[-]` some, `[ ]` none.
std::string_view mark(Count const& count) {
    return count.fixable == 0 ? "[ ]" : count.fixable == count.findings ? "[*]" : "[-]";
}

}  // namespace

std::string statistics_table(RunResult const& result, FormatOptions const& options) {
    Style style(options.colours);
    auto counts = counts_of(result);
    auto widest = counts.empty() ? 0 : std::to_string(counts.front().findings).size();
    std::string text;
    for (auto const& count : counts) {
        auto number = std::to_string(count.findings);
        text += concat(std::string(widest - number.size(), ' '), style.bold(number), "  ",
                       style.red(printable(count.rule)), "  ", mark(count), " ", printable(count.name), "\n");
    }
    return text + summary_line(result, options);
}

std::string statistics_json(RunResult const& result, FormatOptions const&) {
    std::string text = "[";
    for (auto const& count : counts_of(result)) {
        text += text.size() == 1 ? "\n  {\"code\":" : ",\n  {\"code\":";
        append_json(text, count.rule);
        append_json(text += ",\"name\":", count.name);
        text += concat(",\"count\":", std::to_string(count.findings),
                       ",\"fixable\":", count.fixable == count.findings ? "true" : "false",
                       ",\"fixable_count\":", std::to_string(count.fixable), "}");
    }
    return text + (text.size() == 1 ? "]\n" : "\n]\n");
}

}  // namespace alyx::cli
