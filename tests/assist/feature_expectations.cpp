// Asks the features, and compares.
#include "feature_expectations.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "analyzer/assist/definition.hpp"
#include "analyzer/assist/hints.hpp"
#include "analyzer/assist/lenses.hpp"
#include "analyzer/assist/ranges.hpp"
#include "analyzer/assist/references.hpp"
#include "analyzer/assist/schema_page.hpp"
#include "analyzer/assist/signature.hpp"
#include "analyzer/assist/symbols.hpp"
#include "analyzer/assist/tokens.hpp"

namespace alyx::analyzer::test {
namespace {

constexpr std::pair<char const*, TokenKind> token_kinds[] = {
    {"endpoint", TokenKind::endpoint},   {"action", TokenKind::action}, {"negation", TokenKind::negation},
    {"relation", TokenKind::relation},   {"field", TokenKind::field},   {"key", TokenKind::key},
    {"transform", TokenKind::transform}, {"lookup", TokenKind::lookup}, {"number", TokenKind::number},
    {"text", TokenKind::text},           {"word", TokenKind::word},     {"separator", TokenKind::separator},
};

class Checked {
  public:
    Checked(Analysis const& analysis, Place place, std::string const& rest)
        : analysis_(analysis), place_(place), rest_(rest) {
        auto const blank = rest.find(' ');
        first_ = rest.substr(0, blank);
        if (blank != rest.npos) second_ = rest.substr(blank + 1);
    }

    void symbol() const {
        auto const found = symbols(analysis_);
        BOOST_TEST(std::any_of(found.begin(), found.end(), [&](Symbol const& s) { return s.name == rest_; }),
                   "symbol " << rest_ << listed(found, [](Symbol const& s) { return s.name; }));
        for (auto const& one : found) BOOST_TEST(one.place.span.covers(one.selection.span));
    }
    void leads() const {
        auto const found = definition(analysis_, place_);
        BOOST_TEST_REQUIRE(found.has_value(), "leads " << rest_ << ": nowhere");
        BOOST_TEST(found->page == first_);
        auto const page = schema_page(*found->schema, found->page);
        BOOST_TEST_REQUIRE(page.has_value());
        if (second_.empty()) return;
        auto text = page->render(PageFormat::markdown);
        for (std::uint32_t row = 0; row < found->row; ++row) text.erase(0, text.find('\n') + 1);
        BOOST_TEST(text.starts_with("| `" + second_ + "` |"), text.substr(0, text.find('\n')));
    }
    void mentioned() const {
        auto const what = mention_at(analysis_, place_);
        BOOST_TEST_REQUIRE(what.has_value(), "nothing is mentioned");
        BOOST_TEST(mentions_of(analysis_, what->what).size() == std::stoul(rest_));
    }
    void token() const {
        auto const found = tokens(analysis_);
        auto const kind = std::find_if(std::begin(token_kinds), std::end(token_kinds),
                                       [&](auto const& one) { return one.first == first_; });
        BOOST_TEST_REQUIRE((kind != std::end(token_kinds)), "no kind of tokens: " << first_);
        BOOST_TEST(std::any_of(found.begin(), found.end(),
                               [&](Token const& t) { return t.kind == kind->second && text(t.place) == second_; }),
                   "token " << rest_ << listed(found, [&](Token const& t) { return text(t.place); }));
        for (std::size_t i = 1; i < found.size(); ++i)
            BOOST_TEST(found[i - 1].place.span.end <= found[i].place.span.begin);
    }
    void hint() const {
        auto const found = hints(analysis_);
        BOOST_TEST(std::any_of(found.begin(), found.end(),
                               [&](Hint const& h) { return before(h.place).ends_with(first_) && h.label == second_; }),
                   "hint " << rest_ << listed(found, [](Hint const& h) { return h.label; }));
    }
    void explains() const {
        for (auto const& hint : hints(analysis_)) {
            if (!rest_.starts_with(hint.label + " ")) continue;
            auto const said = hint_documentation(analysis_, hint);
            BOOST_TEST(said.find(rest_.substr(hint.label.size() + 1)) != said.npos, said);
            return;
        }
        BOOST_ERROR("explains " << rest_ << ": there is no such hint");
    }
    void lens() const {
        auto const found = lenses(analysis_);
        BOOST_TEST(std::any_of(found.begin(), found.end(), [&](Lens const& l) { return l.title == rest_; }),
                   "lens " << rest_ << listed(found, [](Lens const& l) { return l.title; }));
    }
    void selects() const {
        auto const found = selection_ranges(analysis_, place_);
        BOOST_TEST(std::any_of(found.begin(), found.end(), [&](Place p) { return text(p) == rest_; }),
                   "selects " << rest_ << listed(found, [&](Place p) { return text(p); }));
        for (std::size_t i = 1; i < found.size(); ++i) BOOST_TEST(found[i].span.covers(found[i - 1].span));
    }
    void signature_is() const {
        auto const found = signature(analysis_, place_);
        BOOST_TEST((found && found->label.starts_with(rest_)), (found ? found->label : "no signature"));
    }
    void active() const {
        auto const found = signature(analysis_, place_);
        BOOST_TEST_REQUIRE((found && found->active), "no parameter is active");
        BOOST_TEST(found->parameters[*found->active].label.of(found->label) == rest_);
    }
    void links() const {
        auto const found = schema_links(analysis_);
        BOOST_TEST(std::any_of(found.begin(), found.end(),
                               [&](SchemaLink const& l) { return text(l.place) == first_ && l.page == second_; }),
                   "links " << rest_ << listed(found, [](SchemaLink const& l) { return l.page; }));
        for (auto const& link : found) BOOST_TEST(schema_page(*link.schema, link.page).has_value(), link.page);
    }
    void folds() const {
        auto const found = folding_ranges(analysis_);
        auto const rows = [&](Place p) { return std::to_string(std::ranges::count(text(p), '\n') + 1); };
        BOOST_TEST(std::any_of(found.begin(), found.end(), [&](Place p) { return rows(p) == rest_; }),
                   "folds " << rest_ << listed(found, rows));
    }

  private:
    Analysis const& analysis_;
    Place place_;
    std::string const& rest_;
    std::string first_, second_;

    std::string text(Place place) const {
        return std::string(place.span.of(analysis_.unit->sources[place.source]->text()));
    }
    std::string_view before(Place place) const {
        return std::string_view(analysis_.unit->sources[place.source]->text()).substr(0, place.span.begin);
    }
    static std::string listed(auto const& all, auto const& name) {
        std::string text = ", but:";
        for (auto const& one : all) text += " [" + name(one) + "]";
        return text;
    }
};

struct Expectation {
    char const* what;
    void (Checked::*check)() const;
};
constexpr Expectation expectations[] = {
    {"symbol", &Checked::symbol}, {"leads", &Checked::leads},     {"mentioned", &Checked::mentioned},
    {"token", &Checked::token},   {"hint", &Checked::hint},       {"explains", &Checked::explains},
    {"lens", &Checked::lens},     {"selects", &Checked::selects}, {"signature", &Checked::signature_is},
    {"active", &Checked::active}, {"links", &Checked::links},     {"folds", &Checked::folds},
};

}  // namespace

std::initializer_list<char const*> const cursor_features{
    "completion", "hover",  "symbols",   "definition", "references", "tokens",
    "hints",      "lenses", "selection", "signature",  "links",      "folding",
};

bool check_feature(Analysis const& analysis, Place place, std::string const& what, std::string const& rest) {
    for (auto const& one : expectations) {
        if (what != one.what) continue;
        (Checked(analysis, place, rest).*one.check)();
        return true;
    }
    return false;
}

}  // namespace alyx::analyzer::test
