// What loops over the answer to a statement read, against what the statement asks for.
#include "analyzer/analyze/ftrack_items.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "analyzer/analyze/dialect.hpp"
#include "analyzer/analyze/statement_text.hpp"
#include "analyzer/host/item_uses.hpp"
#include "analyzer/query/ftrack.hpp"
#include "analyzer/resolve/statement.hpp"
#include "analyzer/rules/statement.hpp"
#include "analyzer/schema/entity_types.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const missing_projection;
extern Rule const upper_case_keyword;

namespace {

/// Does the expression give what the call answers?
bool is_answer(Analysis const& analysis, Site const& site, Place items) {
    auto const& call = site.place;
    if (call.source != items.source || call.span.begin != items.span.begin || call.span.end > items.span.end)
        return false;
    auto const behind = Span{call.span.end, items.span.end}.of(analysis.unit->sources[items.source]->text());
    return behind.empty() || behind == ".all()";
}

bool is_key(Schema const& schema, Model const& model, std::string_view name) {
    auto const& keys = entity_type(schema, model).keys;
    if (keys.empty()) return model.key && model.key->name == name;
    return std::any_of(keys.begin(), keys.end(), [&](Name const* key) { return key->name == name; });
}

class Asked {
  public:
    Asked(Site const& site, FoldedText const& text)
        : schema_(*site.schema), holes_(text.holes()), statement_(parse_ftrack(text.text, holes_)) {
        target_ = schema_.find_model(statement_.text_of(statement_.target));
        for (auto const& projection : statement_.projections) {
            is_known_ &= !projection.path.path.has_hole && projection.aggregate.empty();
            paths_.emplace_back(statement_.text_of(projection.path.path.span));
        }
        if (target_ && statement_.select.empty()) paths_ = entity_type(schema_, *target_).default_projections;
    }

    /// The entity type, and the attribute of it that is not asked for, as a path; nothing where that is not sure.
    std::optional<std::string> missing(std::vector<std::string> const& keys) const {
        if (!target_ || !is_known_ || !statement_.faults.empty()) return std::nullopt;
        std::string path;
        auto const* model = target_;
        for (auto const& key : keys) {
            auto const* name = model->find(key);
            if (!name) return std::nullopt;
            path += concat(path.empty() ? "" : ".", key);
            // Further keys are those of rows, or of a structure.
            bool const ends = !name->target || name->multi_valued;
            bool const comes_by_itself = is_key(schema_, *model, key) && (path == key || has_before(path));
            if (ends) return comes_by_itself || has(path) ? std::nullopt : std::optional(path);
            model = name->target;
        }
        return has(path) ? std::nullopt : std::optional(path);
    }
    Model const& target() const { return *target_; }

  private:
    Schema const& schema_;
    std::vector<Hole> holes_;
    Statement statement_;
    Model const* target_ = nullptr;
    std::vector<std::string> paths_;
    bool is_known_ = true;

    /// It, or something that it leads to.
    bool has(std::string_view path) const {
        return std::any_of(paths_.begin(), paths_.end(), [&](std::string const& asked) {
            return asked == path || asked.starts_with(concat(path, "."));
        });
    }
    bool has_before(std::string_view path) const { return has(path.substr(0, path.rfind('.'))); }
};

void add_finding(Analysis& analysis, std::uint32_t index, ItemUse const& use, std::string const& path,
                 Model const& target) {
    auto const& site = analysis.sites[index];
    auto& f = analysis.findings.emplace_back();
    f.rule = &missing_projection;
    f.place = use.place;
    f.message = concat("`", path, "` was not asked for: it costs one more request for each ", target.name);
    f.help = concat("name it behind `select`: `select …, ", path, " from ", target.name, "`");
    f.related.push_back({site.callee_place, "asked here"});
    f.sites.push_back(index);
    f.level = default_severity(f.rule->effect);
    f.identity = concat(target.name, "\t\t", path);
}

std::optional<Language> language_at(Unit const& unit, Place place) {
    auto const holds = [&](Fragment const& fragment) {
        auto const& ranges = fragment.ranges;
        return fragment.source == place.source &&
               std::any_of(ranges.begin(), ranges.end(), [&](Span range) { return range.covers(place.span); });
    };
    auto const at = std::find_if(unit.fragments.begin(), unit.fragments.end(), holds);
    return at == unit.fragments.end() ? std::nullopt : std::optional(at->language);
}

/// JavaScript's client sends a statement as it is; of a file of queries none is known.
void drop_habits_of_python(Analysis& analysis) {
    auto const is_python = [&](Finding const& f) {
        if (f.sites.empty() || dialect_of(analysis.sites[f.sites.front()]).name != "ftrack") return true;
        auto const language = language_at(*analysis.unit, analysis.sites[f.sites.front()].place);
        return !language || *language == Language::python;
    };
    std::erase_if(analysis.findings, [&](Finding const& f) {
        bool const is_habit = f.rule->code.starts_with("AQ64") || f.rule == &upper_case_keyword;
        return is_habit && !is_python(f);
    });
    for (auto& f : analysis.findings)
        if (f.server && f.server->status == 0 && !is_python(f)) f.server.reset();
}

/// SQL, or a language like it: no statement of ftrack that came from one that knows it looks so, nor does one that
/// names nothing else that ftrack has.
bool is_like_others(Site const& site) {
    auto const* text = statement_text(site);
    if (!text) return false;
    auto const holes = text->holes();
    StatementJudgement const judgement(text->text, holes, *site.schema);
    auto const& s = judgement.statement;
    auto const is_upper = [](SyntaxFault const& fault) { return fault.kind == SyntaxFault::Kind::letter_case; };
    bool const is_sql =
        std::any_of(s.faults.begin(), s.faults.end(), is_upper) || (!s.select.empty() && s.projections.empty());
    auto const& uses = judgement.resolved.uses;
    return is_sql || std::none_of(uses.begin(), uses.end(), [](AttributeUse const& use) { return use.target.end(); });
}

/// Other libraries have sessions with queries too, and entity types of ftrack have common names.
void drop_other_libraries(Analysis& analysis) {
    auto const& sources = analysis.unit->sources;
    auto const tells = [](auto const& source) { return source->text().find("ftrack") != std::string_view::npos; };
    if (std::any_of(sources.begin(), sources.end(), tells)) return;
    std::erase_if(analysis.findings, [&](Finding const& f) {
        return !f.sites.empty() && std::all_of(f.sites.begin(), f.sites.end(), [&](std::uint32_t index) {
            auto const& site = analysis.sites[index];
            bool const is_method = site.pattern && !site.pattern->receivers.empty() &&
                                   language_at(*analysis.unit, site.place) != Language::queries;
            return dialect_of(site).name == "ftrack" && is_method && is_like_others(site);
        });
    });
}

}  // namespace

void judge_answers(Analysis& analysis) {
    std::vector<std::uint32_t> sites;
    for (std::uint32_t i = 0; i < analysis.sites.size(); ++i)
        if (dialect_of(analysis.sites[i]).name == "ftrack") sites.push_back(i);
    if (sites.empty()) return;
    drop_habits_of_python(analysis);
    drop_other_libraries(analysis);
    for (auto index : sites) judge_single(analysis, index);
    std::set<std::pair<std::uint32_t, std::string>> said;  // it is fetched once
    for (auto const& use : item_uses(*analysis.unit)) {
        std::optional<std::uint32_t> first;
        std::optional<std::string> path;
        Model const* target = nullptr;
        for (auto index : sites) {
            auto const& site = analysis.sites[index];
            auto const* text = statement_text(site);
            if (!text || !is_answer(analysis, site, use.items)) continue;
            Asked const asked(site, *text);
            path = asked.missing(use.keys);
            // Where one way of running asks for it, it is not known to be missing.
            if (!path) break;
            if (!first) first = index, target = &asked.target();
        }
        if (first && path && said.emplace(*first, *path).second) add_finding(analysis, *first, use, *path, *target);
    }
}

}  // namespace alyx::analyzer
