// Chooses a row for each finding, and writes one comment a row.
#include "analyzer/analyze/add_ignores.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <span>

#include "analyzer/analyze/silence.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

using Codes = std::set<std::string_view>;
using Row = std::pair<std::uint32_t, std::uint32_t>;  ///< source, row

std::string joined(Codes const& codes) {
    std::string text;
    for (auto code : codes) text += concat(text.empty() ? "" : ", ", code);
    return text;
}

/// A reason is one line of a comment, whatever it is given as.
std::string one_line(std::string_view reason) {
    std::string line;
    for (char c : reason) {
        bool is_blank = static_cast<unsigned char>(c) <= ' ' || c == '\x7f';
        if (!is_blank)
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    while (!line.empty() && line.back() == ' ') line.pop_back();
    return line;
}

std::vector<std::uint32_t> sources_of(std::span<Finding const> findings) {
    std::set<std::uint32_t> sources;
    for (auto const& finding : findings) sources.insert(finding.place.source);
    return {sources.begin(), sources.end()};
}

class Adding {
  public:
    Adding(Analysis const& analysis, std::span<Finding const> findings, std::string_view reason)
        : analysis_(analysis), reason_(one_line(reason)), suppressions_(*analysis.unit, sources_of(findings)) {
        for (auto const& finding : findings)
            if (!is_about_suppressions(*finding.rule)) choose(finding);
    }

    std::vector<SourceEdit> make() {
        for (auto const& [directive, codes] : lists_) extend(*directive, codes);
        for (auto const& [row, codes] : behind_) append(row, codes);
        for (auto const& [row, codes] : above_) insert(row, codes);
        return std::move(edits_);
    }

  private:
    Analysis const& analysis_;
    std::string reason_;
    Suppressions suppressions_;
    std::map<PlacedDirective const*, Codes> lists_;
    std::map<Row, Codes> behind_;
    std::map<Row, Codes> above_;
    std::vector<SourceEdit> edits_;

    Source const& source(Row row) const { return *analysis_.unit->sources[row.first]; }

    void choose(Finding const& finding) {
        auto spot = spot_of(finding, analysis_);
        auto code = finding.rule->code;
        if (auto const* list = list_for(spot)) {
            lists_[list].insert(code);
            return;
        }
        auto index = finding.place.source;
        auto const& layout = suppressions_.layout(index);
        auto row = analysis_.unit->sources[index]->row(finding.place.span.begin);
        if (layout.takes_comment(row)) {
            behind_[{index, row}].insert(code);
            return;
        }
        auto first = layout.statement(row).first;
        if (first == 0 || layout.takes_comment(first - 1)) above_[{index, first}].insert(code);
    }

    /// One behind the code first, for it is nearer.
    PlacedDirective const* list_for(Spot const& spot) const {
        PlacedDirective const* found = nullptr;
        auto rows = suppressions_.rows_of(spot);
        for (auto const& directive : suppressions_.directives()) {
            bool is_list = directive.directive.verb == Directive::Verb::ignore && directive.directive.list;
            if (!is_list || !suppressions_.reaches(directive, spot, rows)) continue;
            if (!found || (found->comment.alone && !directive.comment.alone)) found = &directive;
        }
        return found;
    }

    void extend(PlacedDirective const& directive, Codes const& codes) {
        auto at = directive.directive.selectors.back().end;
        edits_.push_back({{directive.source, {at, at}}, concat(", ", joined(codes))});
    }

    std::string comment(Row row, Codes const& codes) const {
        auto marks = suppressions_.layout(row.first).marks(row.second);
        return concat(marks.begin, " alyxlint: ignore[", joined(codes), "]", reason_.empty() ? "" : " -- ", reason_,
                      marks.end);
    }

    void append(Row row, Codes const& codes) {
        auto begin = source(row).line_begin(row.second);
        auto line = source(row).line(row.second);
        auto code = static_cast<std::uint32_t>(line.find_last_not_of(" \t") + 1);
        edits_.push_back({{row.first, {begin + code, begin + static_cast<std::uint32_t>(line.size())}},
                          concat("  ", comment(row, codes))});
    }

    void insert(Row row, Codes const& codes) {
        auto at = source(row).line_begin(row.second);
        edits_.push_back({{row.first, {at, at}}, concat(margin(row), comment(row, codes), line_end(row))});
    }

    /// What stands in front of the code: in a Markdown text its container (`> `, `>>> `) too.
    std::string_view margin(Row row) const {
        auto text = source(row).text();
        Span line = make_span(source(row).line_begin(row.second), 0);
        line.end = line.begin + static_cast<std::uint32_t>(source(row).line(row.second).size());
        auto code = line.begin;
        for (auto const& fragment : analysis_.unit->fragments)
            if (fragment.source == row.first)
                for (Span range : fragment.ranges_in(line)) code = std::max(code, range.begin);
        while (code < line.end && (text[code] == ' ' || text[code] == '\t')) ++code;
        return Span{line.begin, code}.of(text);
    }

    /// As the row ends itself, for some files mix them. The last row has no end, and is never above another.
    std::string_view line_end(Row row) const {
        auto text = source(row).text();
        auto end = source(row).line_begin(row.second) + source(row).line(row.second).size();
        if (text.substr(end).starts_with("\r\n")) return "\r\n";
        return text.substr(end).starts_with('\r') ? "\r" : "\n";
    }
};

}  // namespace

std::vector<SourceEdit> add_ignores(Analysis const& analysis, std::string_view reason) {
    return Adding(analysis, analysis.findings, reason).make();
}

std::vector<SourceEdit> add_ignore(Analysis const& analysis, Finding const& finding, std::string_view reason) {
    return Adding(analysis, {&finding, 1}, reason).make();
}

}  // namespace alyx::analyzer
