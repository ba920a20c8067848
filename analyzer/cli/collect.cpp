// From analyses to records: places in every unit that a format asks for, excerpts, fingerprints.
#include "analyzer/cli/collect.hpp"

#include <algorithm>

#include "analyzer/assist/rule_url.hpp"
#include "analyzer/baseline/fingerprint.hpp"
#include "analyzer/edit/apply.hpp"

namespace alyx::cli {

using namespace analyzer;

namespace {

constexpr std::size_t widest_line = 110;  // characters of source that are shown

FilePoint point(Source const& source, std::uint32_t offset) {
    offset = std::min(offset, static_cast<std::uint32_t>(source.text().size()));
    auto position = source.position(offset);
    return {position.row + 1, position.column + 1, offset - source.line_begin(position.row) + 1};
}

FileExtent extent(Source const& source, Span span) {
    return {point(source, span.begin), point(source, span.end)};
}

Extent without_bytes(FileExtent const& e) {
    return {{e.start.row, e.start.column}, {e.end.row, e.end.column}};
}

bool begins_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

/// From a byte so many characters on, or back.
std::size_t moved(std::string_view line, std::size_t at, std::ptrdiff_t characters) {
    for (; characters > 0 && at < line.size(); --characters)
        for (++at; at < line.size() && !begins_character(line[at]);) ++at;
    for (; characters < 0 && at > 0; ++characters)
        for (--at; at > 0 && !begins_character(line[at]);) --at;
    return at;
}

/// A line of a million characters is cut around the characters that are meant, and never gone through whole.
Excerpt excerpt(Source const& source, Span marked) {
    auto row = source.row(marked.begin);
    auto line = source.line(row);
    auto const line_begin = source.line_begin(row);
    auto const line_end = line_begin + static_cast<std::uint32_t>(line.size());
    auto column = [&](std::uint32_t offset) { return source.position(std::min(offset, line_end)).column; };
    std::size_t const total = column(line_end);
    std::size_t const begin = column(marked.begin), end = column(marked.end);
    std::size_t left = 0, right = total;
    if (total > widest_line) {
        auto room = widest_line - std::min(widest_line, end - begin);
        left = begin > room / 2 ? begin - room / 2 : 0;
        left = std::min(left, total - widest_line);
        right = left + widest_line;
    }
    auto first = moved(line, std::min(marked.begin, line_end) - line_begin,
                       static_cast<std::ptrdiff_t>(left) - static_cast<std::ptrdiff_t>(begin));
    auto last = right == total ? line.size() : moved(line, first, widest_line);
    return {std::string(line.substr(first, last - first)), static_cast<std::uint32_t>(left + 1), right < total};
}

/// Makes the records of one file.
class Collector {
  public:
    Collector(std::string_view file_text, std::string_view pages) : file_text_(file_text), pages_(pages) {}

    Record record(Analysis const& analysis, Finding const& finding, std::string fingerprint) {
        Record r;
        r.rule = finding.rule->code;
        r.name = finding.rule->name;
        r.effect = finding.rule->effect;
        r.severity = finding.severity();
        r.place = place(*analysis.unit, finding.place);
        r.excerpt = excerpt(*analysis.unit->sources[finding.place.source], finding.place.span);
        r.message = finding.message;
        r.help = finding.help;
        r.url = rule_url(*finding.rule, pages_);
        r.fingerprint = std::move(fingerprint);
        r.server = finding.server;
        for (auto const& related : finding.related)
            r.related.push_back({place(*analysis.unit, related.place), related.message});
        if (finding.fix) r.fix = fix(*analysis.unit, *finding.fix);
        return r;
    }

  private:
    std::string_view file_text_, pages_;
    std::optional<Source> file_;  ///< of a notebook, once a place in it was asked for

    RecordPlace place(Unit const& unit, Place at) {
        auto const& source = *unit.sources[at.source];
        auto in_source = extent(source, at.span);
        if (!source.cell()) return {source.name(), {}, without_bytes(in_source), in_source};
        if (!file_) file_.emplace(source.name(), std::string(file_text_));
        return {source.name(), source.cell(), without_bytes(in_source), extent(*file_, source.in_file(at.span))};
    }

    RecordFix fix(Unit const& unit, FindingFix const& from) {
        RecordFix to{from.title, from.safety, {}};
        for (auto const& edit : from.edits) {
            auto in_file = analyzer::in_file(edit, *unit.sources[edit.place.source], file_text_);
            RecordEdit made{place(unit, edit.place), edit.text, {}};
            if (in_file) made.file_content = std::move(in_file->text);
            to.edits.push_back(std::move(made));
        }
        return to;
    }
};

struct InFile {
    Analysis const* analysis;
    Finding const* finding;
    std::string const* suppressed_because = nullptr;

    auto order() const {
        auto const& source = *analysis->unit->sources[finding->place.source];
        return std::pair(source.cell().value_or(0), finding->place.span.begin);
    }
};

}  // namespace

RunResult collect(std::span<std::shared_ptr<Analysis const> const> analyses, std::string_view file_text,
                  std::string_view pages) {
    RunResult result;
    result.files = 1;
    std::vector<InFile> found;
    for (auto const& analysis : analyses) {
        result.queries += analysis->statistics.queries;
        result.sites += analysis->statistics.sites;
        for (auto const& finding : analysis->findings) found.push_back({analysis.get(), &finding});
        for (auto const& suppressed : analysis->suppressed)
            found.push_back({analysis.get(), &suppressed.finding, &suppressed.reason});
    }
    // The units of a notebook, its code and its documentation, alternate in the file.
    std::stable_sort(found.begin(), found.end(),
                     [](InFile const& a, InFile const& b) { return a.order() < b.order(); });
    Fingerprints fingerprints;
    Collector collector(file_text, pages);
    for (auto const& [analysis, finding, reason] : found) {
        auto record = collector.record(*analysis, *finding, fingerprints.next(*finding));
        if (reason) record.suppression = Suppression{Suppression::Kind::in_source, *reason};
        (reason ? result.suppressed : result.records).push_back(std::move(record));
    }
    return result;
}

}  // namespace alyx::cli
