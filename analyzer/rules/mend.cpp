// Makes proposals and plays the request they lead to.
#include "analyzer/rules/mend.hpp"

#include <algorithm>

#include "analyzer/resolve/filter.hpp"
#include "analyzer/rules/culprit.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"
#include "analyzer/value/number.hpp"

namespace alyx::analyzer {
namespace {

std::string edited(std::string_view text, std::vector<QueryEdit> const& edits) {
    std::string result;
    std::uint32_t done = 0;
    for (auto const& edit : edits) {
        result += text.substr(done, edit.span.begin - done);
        result += edit.text;
        done = edit.span.end;
    }
    return result += text.substr(done);
}

std::vector<Hole> moved(std::vector<Hole> holes, std::vector<QueryEdit> const& edits) {
    for (auto& hole : holes) {
        auto to = hole.offset;
        for (auto const& edit : edits)
            if (edit.span.end <= hole.offset) to += static_cast<std::uint32_t>(edit.text.size()) - edit.span.size();
        hole.offset = to;
    }
    return holes;
}

/// The request with its fix, and what is said of it.
std::vector<Diagnosis> said_after(Review const& review, std::uint32_t parameter, Fix const& fix) {
    auto const& use = review.outcome.parameters[parameter];
    auto text = edited(use.value, fix.edits);
    auto holes = moved(use.holes, fix.edits);
    Request request = review.request;
    request.parameters[parameter].value = text;
    request.parameters[parameter].holes = holes;
    auto outcome = predict(request);
    return diagnose(Review{request, outcome, false});
}

bool is_wrong(Diagnosis const& d) {
    return d.rule->effect != Effect::advice;
}

/// Does the fix take away what `rule` says, and is nothing said then that was not said before? (An error of the string
/// hides those of its conditions: then there is more than one thing to mend, and nothing is offered.)
bool mends(Review const& review, std::vector<Diagnosis> const& before, Diagnosis const& d, Fix const& fix) {
    auto after = said_after(review, d.parameter, fix);
    auto count = [](std::vector<Diagnosis> const& diagnoses, Rule const* of) {
        return std::count_if(diagnoses.begin(), diagnoses.end(),
                             [&](Diagnosis const& said) { return said.rule == of; });
    };
    bool brings_new = std::any_of(after.begin(), after.end(), [&](Diagnosis const& said) {
        return is_wrong(said) && count(after, said.rule) > count(before, said.rule);
    });
    return !brings_new && count(after, d.rule) < count(before, d.rule);
}

/// Each trial judges the whole request, so a long list of mistakes must not have one for each.
constexpr std::size_t most_trials = 32;

}  // namespace

bool offer(Review const& review, Refusal const& refusal, Diagnosis& d, Fix fix) {
    if (!review.with_help || review.outcome.refusals.size() > most_trials) return false;
    d.parameter = refusal.parameter;
    if (!mends(review, diagnose(Review{review.request, review.outcome, false}), d, fix)) return false;
    d.fix = std::move(fix);
    return true;
}

void keep_what_mends(Review const& review, std::vector<Diagnosis>& diagnoses) {
    std::size_t trials = 0;
    for (auto& d : diagnoses) {
        bool is_tried = !d.fix || !d.rule->check || d.fix->subject != Subject::value;
        if (!is_tried && (++trials > most_trials || !mends(review, diagnoses, d, *d.fix))) d.fix.reset();
    }
}

bool offer_text(Review const& review, Refusal const& refusal, Diagnosis& d, std::string text, Fix::Safety safety) {
    return offer(review, refusal, d, replace(refusal.fault.culprit, std::move(text), safety));
}

Span field_span(Conjunct const& c) {
    auto const& segments = c.path->segments;
    auto count = segments.size() - (c.target.lookup_written ? 1 : 0);
    if (count == 0) return {c.path->names().begin, c.path->names().begin};
    return {segments[0].span.begin, segments[count - 1].span.end};
}

Fix with_lookup(Conjunct const& c, std::string_view lookup) {
    auto field = field_span(c);
    return with_path(c, {field.end, c.path->span.end}, concat("__", lookup));
}

Fix with_path(Conjunct const& c, Span span, std::string_view text) {
    Fix fix = replace(c.in_value(span), std::string(text));
    auto names = c.path->names();
    fix.title = concat("write ", quote(concat(Span{names.begin, span.begin}.of(c.path_text), text,
                                              Span{span.end, names.end}.of(c.path_text))));
    return fix;
}

std::string path_after(Conjunct const& c, Fix const& fix) {
    auto const& edit = fix.edits.front();
    auto names = c.path->names();
    return concat(Span{names.begin, edit.span.begin}.of(c.path_text), edit.text,
                  Span{edit.span.end, names.end}.of(c.path_text));
}

bool offer_operator(Review const& review, Refusal const& refusal, Diagnosis& d) {
    static constexpr std::pair<std::string_view, std::string_view> operators[] = {
        {">=", "gte"}, {"<=", "lte"}, {">", "gt"}, {"<", "lt"}, {"==", "exact"}, {"=", "exact"}};
    auto const& c = *refusal.conjunct;
    auto text = culprit_text(review, refusal);
    if (!review.with_help || !wrote_path(c) || c.target.lookup != Lookup::exact) return false;
    for (auto const& [written, lookup] : operators) {
        if (text.substr(0, written.size()) != written) continue;
        auto rest = python_strip(text.substr(written.size()));
        Fix fix = with_lookup(c, lookup);
        auto whole = pair_text(review.schema(), path_after(c, fix), rest);
        fix.title = concat("write ", quote(whole));
        fix.edits.push_back({refusal.fault.culprit, std::string(rest)});
        if (!offer(review, refusal, d, std::move(fix))) return false;
        d.help = concat("comparisons are lookups: ", quote(whole));
        return true;
    }
    return false;
}

bool offer_unquoted(Review const& review, Refusal const& refusal, Diagnosis& d) {
    auto text = culprit_text(review, refusal);
    auto inner = unquoted(text);
    bool whole = refusal.conjunct->value->span == refusal.fault.culprit;
    bool has_quotes = python_strip(text).size() != inner.size();
    auto safety = has_quotes ? Fix::Safety::unsafe : Fix::Safety::safe;
    if (!whole || inner.size() == text.size() || !offer_text(review, refusal, d, std::string(inner), safety))
        return false;
    d.help = has_quotes ? "quotes are part of a value that is not in brackets: remove them"
                        : "blanks are part of a value: remove them";
    return true;
}

Fix commas_for_semicolons(std::string_view text) {
    Fix fix{.title = "separate with commas"};
    for (std::size_t at = text.find(';'); at != text.npos; at = text.find(';', at + 1))
        fix.edits.push_back({make_span(at, at + 1), ","});
    return fix;
}

std::optional<std::string> with_quoted_items(std::string_view bracketed) {
    if (bracketed.size() < 3) return std::nullopt;
    auto inner = bracketed.substr(1, bracketed.size() - 2);
    if (inner.find_first_of("'\"[](){}\\") != std::string_view::npos) return std::nullopt;
    std::string list = "[";
    for (std::size_t begin = 0; begin <= inner.size();) {
        auto end = std::min(inner.find(',', begin), inner.size());
        auto item = python_strip(inner.substr(begin, end - begin));
        if (!item.empty()) {
            bool is_number = item == "0" || (item[0] != '0' && is_digits(item));
            bool is_word = item == "None" || item == "True" || item == "False";
            if (list.size() > 1) list += ", ";
            list += is_number || is_word ? std::string(item) : python_text(item);
        }
        begin = end + 1;
    }
    return list += "]";
}

}  // namespace alyx::analyzer
