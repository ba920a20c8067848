// Compares words with codes and names.
#include "analyzer/rules/selector.hpp"

#include <algorithm>

#include "analyzer/schema/nearest.hpp"

namespace alyx::analyzer {
namespace {

constexpr std::string_view code_letters = "AQ";

constexpr char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

bool begins(std::string_view text, std::string_view prefix) {
    return text.size() >= prefix.size() &&
           std::equal(prefix.begin(), prefix.end(), text.begin(), [](char a, char b) { return lower(a) == lower(b); });
}

bool same(std::string_view a, std::string_view b) {
    return a.size() == b.size() && begins(a, b);
}

bool is_code(std::string_view word) {
    return begins(word, code_letters) && word.find_first_not_of("0123456789", code_letters.size()) == word.npos;
}

}  // namespace

std::vector<Rule const*> rules_named(std::string_view selector) {
    std::vector<Rule const*> found;
    bool all = same(selector, "ALL");
    bool prefix = is_code(selector);
    for (auto const* rule : all_rules())
        if (all || same(rule->name, selector) || (prefix && begins(rule->code, selector))) found.push_back(rule);
    return found;
}

std::string_view nearest_rule(std::string_view selector) {
    std::vector<std::string_view> candidates;
    for (auto const* rule : all_rules()) {
        candidates.push_back(rule->name);
        // Another number is another rule, not a misspelling.
        if (!is_code(selector)) candidates.push_back(rule->code);
    }
    std::string word(selector);
    bool upper = std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!upper) std::transform(word.begin(), word.end(), word.begin(), lower);
    return nearest(word, candidates);
}

}  // namespace alyx::analyzer
