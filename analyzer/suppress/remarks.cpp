// Unused and invalid suppressions, and how the comments would be right.
#include "analyzer/suppress/remarks.hpp"

#include <algorithm>

#include "analyzer/rules/selector.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const unused_suppression;
extern Rule const invalid_suppression;

namespace {

using Selector = PlacedDirective::Selector;
using Verb = Directive::Verb;

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\f' || c == '\v';
}

/// Bytes that end a comment which does not end with its line.
std::uint32_t closing(std::string_view comment) {
    if (comment.starts_with("/*") && comment.ends_with("*/")) return 2;
    return comment.starts_with("<!--") && comment.ends_with("-->") ? 3 : 0;
}

/// The directive with the blanks that would be left over, or its whole line.
SourceEdit removal(PlacedDirective const& placed, Source const& source) {
    auto text = source.text();
    Span span = placed.directive.span;
    Span comment = placed.comment.span;
    bool is_all = span.begin == comment.begin &&
                  text.find_first_not_of(" \t", span.end) >= comment.end - closing(comment.of(text));
    if (is_all && placed.comment.alone) {
        auto row = placed.comment.row;
        bool is_last = row + 1 >= source.line_count();
        span = {source.line_begin(row), is_last ? comment.end : source.line_begin(row + 1)};
    } else if (!is_all && span.begin == comment.begin) {
        bool is_one_letter = text[comment.begin] == '#' || text[comment.begin] == '%';
        auto sign = text.substr(comment.begin, is_one_letter ? 1 : 2);
        span.end = static_cast<std::uint32_t>(std::min<std::size_t>(text.find(sign, span.end), comment.end));
    } else {
        if (is_all) span.end = comment.end;
        while (span.begin > source.line_begin(placed.comment.row) && is_blank(text[span.begin - 1])) --span.begin;
    }
    return {{placed.source, span}, ""};
}

SourceEdit without(std::vector<Span> const& unused, PlacedDirective const& placed, std::string_view text) {
    auto const& selectors = placed.directive.selectors;
    // As the list itself has it.
    auto separator = Span{selectors[0].end, selectors[1].begin}.of(text);
    std::string list;
    for (Span span : selectors)
        if (std::find(unused.begin(), unused.end(), span) == unused.end())
            list += concat(list.empty() ? "" : separator, span.of(text));
    return {{placed.source, {selectors.front().begin, selectors.back().end}}, std::move(list)};
}

class Remarks {
  public:
    Remarks(Suppressions const& suppressions, Asked const& asked) : suppressions_(suppressions), asked_(asked) {}

    std::vector<Remark> make() {
        for (auto const& malformed : suppressions_.malformed()) invalid(malformed);
        for (auto const& directive : suppressions_.directives()) {
            unknown(directive);
            if (!asked_.narrowed && !is_behind_comment(directive)) unused(directive);
        }
        return std::move(remarks_);
    }

  private:
    Suppressions const& suppressions_;
    Asked const& asked_;
    std::vector<Remark> remarks_;

    /// What stands before it in its comment may be code, and be read in another run.
    static bool is_behind_comment(PlacedDirective const& directive) {
        return directive.comment.alone && directive.directive.span.begin > directive.comment.span.begin;
    }

    Source const& source(PlacedDirective const& directive) const {
        return *suppressions_.unit().sources[directive.source];
    }

    void invalid(PlacedMalformed const& placed) {
        auto const& m = placed.malformed;
        Remark remark{&invalid_suppression, {placed.source, m.span}, m.message, m.help};
        if (m.mend) remark.mend = {m.mend->title, Fix::Safety::unsafe, {{placed.source, m.mend->span}, m.mend->text}};
        remarks_.push_back(std::move(remark));
    }

    void unknown(PlacedDirective const& directive) {
        for (auto const& selector : directive.selectors) {
            if (selector.foreign || !selector.rules.empty()) continue;
            auto word = selector.span.of(source(directive).text());
            Remark remark{&invalid_suppression, {directive.source, selector.span}, concat("`", word, "` is no rule")};
            auto meant = nearest_rule(word);
            remark.help = meant.empty() ? "`alyxlint rules` lists them" : concat("did you mean `", meant, "`?");
            if (!meant.empty())
                remark.mend = {
                    concat("replace ", word, " with ", meant), Fix::Safety::unsafe, {remark.place, std::string(meant)}};
            remark.about = &directive;
            remarks_.push_back(std::move(remark));
        }
    }

    /// Nothing is said about what names other linters' rules, no rule, or rules about suppressions, which would have
    /// to be judged by themselves.
    bool can_be_unused(Selector const& selector) const {
        auto is_enabled = [&](Rule const* rule) { return asked_.is_enabled(*rule); };
        bool names_ours = std::any_of(selector.rules.begin(), selector.rules.end(),
                                      [](Rule const* rule) { return !is_about_suppressions(*rule); });
        return names_ours && std::any_of(selector.rules.begin(), selector.rules.end(), is_enabled);
    }

    void unused(PlacedDirective const& directive) {
        if (!directive.directive.list) {
            if (!directive.used && directive.directive.verb != Verb::noqa) useless(directive);
            return;
        }
        std::vector<Span> spans;
        for (auto const& selector : directive.selectors)
            if (!selector.used && can_be_unused(selector)) spans.push_back(selector.span);
        if (spans.empty()) return;
        bool ends = directive.directive.verb == Verb::enable;
        auto text = source(directive).text();
        if (spans.size() == directive.selectors.size()) return useless(directive);
        std::string names;
        for (Span span : spans) names += concat(names.empty() ? "`" : ", `", span.of(text), "`");
        std::string_view verb = ends ? " end" : " silence";
        add(directive, spans.front(), concat(names, verb, spans.size() == 1 ? "s" : "", " nothing here"),
            "take it out of the list", without(spans, directive, text));
    }

    void useless(PlacedDirective const& directive) {
        auto verb = directive.directive.verb;
        auto text = source(directive).text();
        std::string what = concat("`", name_of(verb), directive.directive.list ? verb == Verb::noqa ? ": " : "[" : "",
                                  directive.directive.list ? directive.directive.list->of(text) : "",
                                  directive.directive.list && verb != Verb::noqa ? "]" : "", "`");
        add(directive, directive.directive.span,
            concat(what, verb == Verb::enable ? " ends nothing: no such `disable` stands before it"
                                              : " silences nothing here"),
            "remove the comment", removal(directive, source(directive)));
    }

    void add(PlacedDirective const& directive, Span span, std::string message, std::string help, SourceEdit edit) {
        Remark remark{&unused_suppression, {directive.source, span}, std::move(message), std::move(help)};
        remark.mend = {"remove the unused suppression", Fix::Safety::safe, std::move(edit)};
        remark.about = &directive;
        remarks_.push_back(std::move(remark));
    }
};

}  // namespace

std::vector<Remark> remarks_on(Suppressions const& suppressions, Asked const& asked) {
    return Remarks(suppressions, asked).make();
}

}  // namespace alyx::analyzer
