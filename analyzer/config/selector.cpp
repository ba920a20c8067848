// Reads selectors and suggests what a misspelt one may have meant.
#include "analyzer/config/selector.hpp"

#include <algorithm>
#include <boost/algorithm/string/predicate.hpp>

#include "analyzer/rules/selector.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

bool Selector::selects(Rule const& rule) const {
    return std::find(rules.begin(), rules.end(), &rule) != rules.end();
}

boost::system::result<Selector, Failure> parse_selector(std::string_view text) {
    Selector selector{std::string(text), rules_named(text)};
    if (selector.rules.empty()) {
        auto near = nearest_rule(text);
        auto remedy = near.empty() ? "`alyxlint rules` lists them all" : concat("did you mean `", near, "`?");
        return Failure{"", "", concat("`", text, "` is no rule, nor the beginning of a rule's code"),
                       std::move(remedy)};
    }
    auto const& first = *selector.rules.front();
    if (boost::iequals(text, first.code) || boost::iequals(text, first.name))
        selector.specificity = max_specificity;
    else if (!boost::iequals(text, "ALL"))
        selector.specificity = static_cast<unsigned>(std::min<std::size_t>(text.size(), max_specificity - 1));
    return selector;
}

}  // namespace alyx::analyzer
