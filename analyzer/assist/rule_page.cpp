// Rules as pages to read: one of each, and the list of all by family.
#include "analyzer/assist/rule_page.hpp"

#include <algorithm>
#include <utility>

#include "analyzer/assist/server_answer.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

namespace {

constexpr RuleFamily families[] = {
    {"AQ0", "Comments that silence"},
    {"AQ1", "How the string is written"},
    {"AQ2", "Names of endpoints, fields and lookups"},
    {"AQ3", "Values that are refused"},
    {"AQ4", "Values that do not mean what they say"},
    {"AQ5", "Parameters, and the calls of the client"},
    {"AQ6", "Statements of ftrack"},
    {"AQ7", "Lookups of SearchableCollection"},
    {"AQ8", "Parameters of URLs"},
    {"AQ9", "Better ways"},
};

std::string_view meaning_of(Effect effect) {
    switch (effect) {
        case Effect::refused:
            return "The server answers with an error, or the client raises: nothing comes back.";
        case Effect::misleading:
            return "The server accepts it, and it does not do what it says.";
        case Effect::advice:
            break;
    }
    return "It works; there is a better way.";
}

std::string answer_of(Rule const& rule, ShownExample const& example) {
    if (example.server)
        return concat(example.server->status == 0 ? "Client: " : "Server: ", answer_text(*example.server));
    return rule.effect == Effect::refused ? std::string() : "Server: accepts it";
}

std::string fix_of(ShownExample const& example) {
    if (!example.fix_safety) return {};
    bool safe = *example.fix_safety == Fix::Safety::safe;
    return concat(safe ? "Fix (safe): " : "Fix (unsafe): ", example.fix_title);
}

void add_example(Page& page, Rule const& rule, ShownExample const& example) {
    page.code(std::string(example.language), example.wrong);
    std::vector<std::string> items;
    for (auto const& item : {concat("Finding: ", example.message), answer_of(rule, example),
                             example.help.empty() ? std::string() : concat("Help: ", example.help), fix_of(example)})
        if (!item.empty()) items.push_back(item);
    page.list(std::move(items));
    if (example.instead.empty()) return;
    page.paragraph("Use instead:");
    page.code(std::string(example.language), example.instead);
}

std::string_view about_fixes(FixKind fixes) {
    switch (fixes) {
        case FixKind::safe:
            return "Where there is one right answer, `--fix` writes it. The fix is safe: what the query asks for stays "
                   "what was meant.";
        case FixKind::unsafe:
            return "Where there is one likely answer, `--fix --unsafe-fixes` writes it. The fix is unsafe: it is "
                   "probably, not surely, what was meant, so look at it with `--diff` first.";
        case FixKind::both:
            return "Where there is one right answer, `--fix` writes it. Where it is probably, not surely, what was "
                   "meant, the fix is unsafe, and is written with `--fix --unsafe-fixes` only.";
        case FixKind::none:
            break;
    }
    return "None is offered: there is no one text that is surely or probably meant.";
}

void add_silencing(Page& page, Rule const& rule) {
    page.heading("How to silence it");
    page.paragraph("For one line, with a reason behind the bracket if you like:");
    page.code("python", concat("# alyxlint: ignore[", rule.name, "]"));
    page.paragraph("For a whole project, in `alyxlint.toml`:");
    page.code("toml", concat("ignore = [\"", rule.name, "\"]"));
    if (default_severity(rule.effect) == Severity::information) return;
    page.paragraph("Or keep it, and let it not fail a run:");
    page.code("toml", concat("severity = { ", rule.name, " = \"information\" }"));
}

}  // namespace

RuleDocument document(Rule const& rule, std::shared_ptr<Schema const> const& schema) {
    RuleDocument document{&rule, shown_examples(rule, schema), FixKind::none};
    bool safe = false, unsafe = false;
    for (auto const& example : document.examples) {
        safe |= example.fix_safety == Fix::Safety::safe;
        unsafe |= example.fix_safety == Fix::Safety::unsafe;
    }
    document.fixes = safe && unsafe ? FixKind::both : safe ? FixKind::safe : unsafe ? FixKind::unsafe : FixKind::none;
    return document;
}

Page rule_page(RuleDocument const& document) {
    auto const& rule = *document.rule;
    Page page;
    page.title(concat(rule.name, " (", rule.code, ")"));
    page.paragraph(concat(rule.summary, "."));
    page.table({{"Effect", "Severity", "Fix"},
                {{std::string(name_of(rule.effect)), std::string(name_of(default_severity(rule.effect))),
                  std::string(name_of(document.fixes))}}});
    page.heading("Why is this bad?");
    page.paragraph(std::string(rule.why));
    page.paragraph(std::string(meaning_of(rule.effect)));
    for (std::size_t i = 0; i < document.examples.size(); ++i) {
        page.heading(document.examples.size() == 1 ? "Example" : concat("Example ", std::to_string(i + 1)));
        add_example(page, rule, document.examples[i]);
    }
    page.heading("Fix");
    page.paragraph(std::string(about_fixes(document.fixes)));
    add_silencing(page, rule);
    return page;
}

RuleFamily const& family_of(Rule const& rule) {
    auto found = std::find_if(std::begin(families), std::end(families),
                              [&](RuleFamily const& family) { return rule.code.starts_with(family.prefix); });
    static constexpr RuleFamily others{"", "Others"};
    return found == std::end(families) ? others : *found;
}

Page rule_index(std::string_view extension, std::string_view folder) {
    Page page;
    page.title("Rules");
    page.paragraph(
        "An error is refused by the server or by the client. A warning is accepted, and does not do what it says. "
        "Information works, and there is a better way. Codes never change their meaning.");
    Page::Table table{{"Code", "Name", "Severity", "About"}, {}};
    RuleFamily const* family = nullptr;
    auto flush = [&] {
        if (!family) return;
        page.heading(std::string(family->title));
        page.table(std::exchange(table, {table.header, {}}));
    };
    for (auto const* rule : all_rules()) {
        if (family != &family_of(*rule)) flush();
        family = &family_of(*rule);
        auto name = extension.empty() ? std::string(rule->name)
                                      : concat("[", rule->name, "](", folder, rule->name, extension, ")");
        table.rows.push_back({std::string(rule->code), std::move(name),
                              std::string(name_of(default_severity(rule->effect))), std::string(rule->summary)});
    }
    flush();
    return page;
}

std::string_view name_of(FixKind fixes) {
    constexpr std::string_view names[] = {"none", "safe", "unsafe", "safe or unsafe"};
    return names[static_cast<std::size_t>(fixes)];
}

}  // namespace alyx::analyzer
