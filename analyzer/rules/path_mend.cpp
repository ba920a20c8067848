// Tries edits of a path until one of them leads on.
#include "analyzer/rules/path_mend.hpp"

#include <algorithm>

#include "analyzer/query/alyx_filter.hpp"
#include "analyzer/rules/culprit.hpp"
#include "analyzer/rules/mend.hpp"
#include "analyzer/rules/suggest.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/rules/url_parameter.hpp"
#include "analyzer/rules/value_mend.hpp"
#include "analyzer/text/concat.hpp"
#include "analyzer/value/number.hpp"

namespace alyx::analyzer {
namespace {

constexpr std::size_t most = 3;

Span failing_span(Conjunct const& c) {
    return c.path->segments[c.target.fault_segment].span;
}

std::size_t segments_in(std::string_view text) {
    std::size_t count = 1;
    for (auto at = text.find("__"); at != std::string_view::npos; at = text.find("__", at + 2)) ++count;
    return count;
}

/// Letters alone, lower case, without a plural's s and Django's `_set`.
std::string stem(std::string_view name) {
    if (name.size() > 4 && name.substr(name.size() - 4) == "_set") name.remove_suffix(4);
    std::string text;
    for (char ch : ascii_lower(name))
        if (ch != '_' && ch != '-' && ch != ' ') text += ch;
    if (text.size() > 3 && text.back() == 's') text.pop_back();
    return text;
}

class Names {
  public:
    Names(Review const& review, Conjunct const& c)
        : review_(review), c_(c), segment_(failing_span(c)), name_(segment_.of(c.path_text)), model_(*c.target.model) {}

    std::vector<PathEdit> run() && {
        constexpr std::size_t longest = 64;  // each way to split it is tried
        if (name_.size() > longest) return {};
        without_leading_name();
        if (edits_.empty()) in_other_spelling();
        if (edits_.empty()) of_target_model();
        if (edits_.empty()) all(closest(name_, names_of(model_)));
        if (edits_.empty()) all(hops_to(model_, name_));
        if (edits_.empty()) all(closest(name_, names_of(model_)), false);
        return std::move(edits_);
    }

  private:
    Review const& review_;
    Conjunct const& c_;
    Span segment_;
    std::string_view name_;
    Model const& model_;
    std::vector<PathEdit> edits_;

    void add(PathEdit edit, bool to_end = true) {
        bool known = std::any_of(edits_.begin(), edits_.end(),
                                 [&](PathEdit const& e) { return e.text == edit.text && e.span == edit.span; });
        if (edits_.size() < most && !known && leads_on(review_, c_, edit, to_end)) edits_.push_back(std::move(edit));
    }
    void add(std::string text, bool to_end = true) { add(PathEdit{segment_, std::move(text)}, to_end); }
    void all(std::vector<std::string> const& texts, bool to_end = true) {
        for (auto const& text : texts) add(text, to_end);
    }

    /// `sessions__subject` on sessions.
    void without_leading_name() {
        auto const& segments = c_.path->segments;
        auto own = stem(name_);
        bool is_own = own == stem(review_.endpoint().name) || own == stem(model_.name);
        if (c_.target.fault_segment == 0 && segments.size() > 1 && is_own)
            add(PathEdit{{segment_.begin, segments[1].span.begin}, ""});
    }

    void in_other_spelling() {
        auto dotted = std::string(name_);
        for (auto at = dotted.find('.'); at != std::string::npos; at = dotted.find('.', at + 2))
            dotted.replace(at, 1, "__");
        if (dotted != name_) add(dotted);
        for (auto at = name_.find('_'); at != std::string_view::npos; at = name_.find('_', at + 1))
            add(concat(name_.substr(0, at), "__", name_.substr(at + 1)));
        with_operator();
    }

    /// `number>=`: a comparison is a lookup.
    void with_operator() {
        auto end = name_.find_last_not_of("<>=! ");
        if (end == std::string_view::npos || end + 1 == name_.size()) return;
        auto symbol = python_strip(name_.substr(end + 1));
        static constexpr std::pair<std::string_view, std::string_view> lookups[] = {
            {">=", "__gte"}, {"<=", "__lte"}, {">", "__gt"}, {"<", "__lt"}, {"=", ""}, {"==", ""}};
        for (auto const& [operator_, lookup] : lookups)
            if (symbol == operator_) add(concat(name_.substr(0, end + 1), lookup));
    }

    /// `dataset`, `session_set`, `ProbeInsertion`: models instead of the relations to them.
    void of_target_model() {
        auto wanted = stem(name_);
        for (bool reverse : {false, true})
            for (auto const& relation : model_.names) {
                bool is_reverse = relation.kind >= NameKind::reverse_foreign_key;
                if (!relation.is_relation() || relation.hidden || relation.alias || is_reverse != reverse) continue;
                if (stem(relation.target->name) == wanted) add(relation.name);
            }
    }
};

ResolvedPath target_after(Review const& review, Conjunct const& c, PathEdit const& edit) {
    auto names = c.path->names();
    auto text = concat(Span{names.begin, edit.span.begin}.of(c.path_text), edit.text,
                       Span{edit.span.end, names.end}.of(c.path_text));
    return resolve_path(parse_path(text), text, *review.endpoint().model, review.endpoint().annotations);
}

/// A relation is compared with ids: where the edit ends the path at one and the value is a name, on to the field that
/// holds names. `projct,foo` → `projects__name`
PathEdit towards_label(Review const& review, Conjunct const& c, PathEdit edit) {
    if (c.path->has_hole || c.value->form == Value::Form::hole) return edit;
    auto target = target_after(review, c, edit);
    auto const& raw = c.raw();
    auto const& value = raw.is_sequence() && !raw.items.empty() ? raw.items.front() : raw;
    auto const rest = Span{edit.span.end, c.path->span.end}.of(c.path_text);
    auto const lookup = target.lookup_written ? concat("__", name_of(target.lookup)) : std::string();
    auto const label = label_instead(review, target, value);
    if (!label.empty() && rest == lookup) edit.text += concat("__", label);
    return edit;
}

}  // namespace

std::string_view failing_segment(Conjunct const& c) {
    return failing_span(c).of(c.path_text);
}

std::string before_failure(Conjunct const& c) {
    auto const& segments = c.path->segments;
    Span before{segments[0].span.begin, segments[c.target.fault_segment - 1].span.end};
    return concat(quote(before.of(c.path_text)), " (", class_name(c.target), ")");
}

FieldType type_before_failure(Conjunct const& c) {
    return c.target.is_relation ? FieldType::relation : c.target.field_class->type;
}

bool leads_on(Review const& review, Conjunct const& c, PathEdit const& edit, bool to_end) {
    auto names = c.path->names();
    // Only what stands before a hole is known.
    auto end = names.end;
    for (auto const& segment : c.path->segments)
        if (segment.has_hole && segment.span.begin >= edit.span.end)
            end = std::min(end, std::max(edit.span.end, segment.span.begin - 2));
    auto text =
        concat(Span{names.begin, edit.span.begin}.of(c.path_text), edit.text, Span{edit.span.end, end}.of(c.path_text));
    if (text.empty()) return false;
    auto path = parse_path(text);
    auto target = resolve_path(path, text, *review.endpoint().model, review.endpoint().annotations);
    if (target.fault == PathFault::none) return true;
    auto replaced = edit.text.empty() ? 0 : segments_in(edit.text);
    return !to_end && target.fault_segment >= c.target.fault_segment + std::max<std::size_t>(replaced, 1);
}

std::vector<PathEdit> meant_names(Review const& review, Conjunct const& c) {
    return Names(review, c).run();
}

std::vector<PathEdit> fitting(Review const& review, Conjunct const& c, std::vector<std::string> const& texts) {
    std::vector<PathEdit> edits;
    for (auto const& text : texts)
        if (PathEdit edit{failing_span(c), text}; edits.size() < most && leads_on(review, c, edit, true))
            edits.push_back(std::move(edit));
    return edits;
}

void propose_edit(Review const& review, Refusal const& refusal, Diagnosis& d, PathEdit const& edit,
                  Fix::Safety safety) {
    auto fix = with_path(*refusal.conjunct, edit.span, edit.text);
    fix.safety = safety;
    if (wrote_path(*refusal.conjunct)) offer(review, refusal, d, std::move(fix));
}

void suggest_edits(Review const& review, Refusal const& refusal, Diagnosis& d, std::vector<PathEdit> edits) {
    if (edits.empty()) return;
    auto const& c = *refusal.conjunct;
    if (wrote_path(c) && !url_of(review))
        for (auto& edit : edits) edit = towards_label(review, c, std::move(edit));
    std::vector<std::string> names;
    auto path = c.path->names();
    for (auto const& edit : edits) {
        bool in_part = edit.span == failing_span(c);
        names.push_back(in_part ? edit.text
                                : concat(Span{path.begin, edit.span.begin}.of(c.path_text), edit.text,
                                         Span{edit.span.end, path.end}.of(c.path_text)));
    }
    d.help = concat("did you mean ", join_or(names), "?");
    if (edits.size() == 1) propose_edit(review, refusal, d, edits[0], Fix::Safety::unsafe);
}

}  // namespace alyx::analyzer
