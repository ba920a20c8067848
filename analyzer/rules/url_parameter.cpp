// The tables of rules about URLs.
#include "analyzer/rules/url_parameter.hpp"

#include <algorithm>

namespace alyx::analyzer {

#define ALYX_URL_RULE(name) extern Rule const name;
#define ALYX_SHARED_RULE(name) extern Rule const name;
#include "analyzer/rules/url_rules.def"
#undef ALYX_URL_RULE
#undef ALYX_SHARED_RULE

namespace {

constexpr Rule const* own[] = {
#define ALYX_URL_RULE(name) &name,
#define ALYX_SHARED_RULE(name)
#include "analyzer/rules/url_rules.def"
#undef ALYX_URL_RULE
#undef ALYX_SHARED_RULE
};

constexpr Rule const* shared[] = {
#define ALYX_URL_RULE(name)
#define ALYX_SHARED_RULE(name) &name,
#include "analyzer/rules/url_rules.def"
#undef ALYX_URL_RULE
#undef ALYX_SHARED_RULE
};

bool contains(std::span<Rule const* const> rules, Rule const& rule) {
    return std::find(rules.begin(), rules.end(), &rule) != rules.end();
}

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

}  // namespace

bool holds_in_urls(Rule const& rule) {
    return contains(own, rule) || contains(shared, rule);
}

bool is_about_urls(Rule const& rule) {
    return contains(own, rule);
}

std::string snake_case(std::string_view name) {
    std::string snake;
    for (std::size_t i = 0; i < name.size(); ++i) {
        bool const begins_word = is_upper(name[i]) && i > 0 && name[i - 1] != '_' && !is_upper(name[i - 1]);
        if (begins_word) snake += '_';
        snake += is_upper(name[i]) ? static_cast<char>(name[i] - 'A' + 'a') : name[i];
    }
    return snake;
}

}  // namespace alyx::analyzer
