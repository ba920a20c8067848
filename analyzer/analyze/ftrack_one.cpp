// What the client raises where a single row is taken of a query that says how many it wants.
#include "analyzer/analyze/ftrack_items.hpp"
#include "analyzer/analyze/statement_text.hpp"
#include "analyzer/outcome/ftrack_client.hpp"
#include "analyzer/query/ftrack.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const limited_one;

namespace {

struct Taken {
    std::string_view call;
    bool minds_offset;
};
constexpr Taken takes[] = {{".one()", true}, {".first()", false}};

void add_finding(Analysis& analysis, std::uint32_t index, FoldedText const& text, Span culprit, std::string_view call) {
    auto& f = analysis.findings.emplace_back();
    f.rule = &limited_one;
    f.place = text.place(culprit);
    f.message =
        concat("`", call.substr(1), "` sets the limit itself, and raises ValueError for `", culprit.of(text.text), "`");
    f.help = "leave it out";
    f.server = ServerAnswer{0, "ValueError"};
    f.sites.push_back(index);
    f.level = default_severity(f.rule->effect);
    f.identity = concat("\t\t", text.text, "\t", culprit.of(text.text));
}

}  // namespace

void judge_single(Analysis& analysis, std::uint32_t index) {
    auto const& site = analysis.sites[index];
    auto const* text = statement_text(site);
    if (!text) return;
    auto const behind = analysis.unit->sources[site.place.source]->text().substr(site.place.span.end);
    for (auto const& taken : takes) {
        if (!behind.starts_with(taken.call)) continue;
        auto const holes = text->holes();
        auto const statement = parse_ftrack(text->text, holes);
        auto const client = predict_ftrack_client(statement, true);
        auto const culprit = client.limit ? client.limit : taken.minds_offset ? client.offset : std::nullopt;
        if (culprit) add_finding(analysis, index, *text, *culprit, taken.call);
    }
}

}  // namespace alyx::analyzer
