// Words to tokens, sorted and without overlaps.
#include "analyzer/assist/tokens.hpp"

#include <algorithm>

#include "analyzer/assist/alyx_assistant.hpp"
#include "analyzer/assist/query_words.hpp"

namespace alyx::analyzer {
namespace {

auto order(Token const& token) {
    return std::tuple(token.place.source, token.place.span.begin, token.place.span.end);
}

bool kind_of_step(Step const& step, TokenKind& kind) {
    switch (step.kind) {
        case Step::Kind::relation:
            kind = TokenKind::relation;
            return true;
        case Step::Kind::field:
        case Step::Kind::annotation:
            kind = TokenKind::field;
            return true;
        case Step::Kind::transform:
            kind = TokenKind::transform;
            return true;
        case Step::Kind::json_key:
        case Step::Kind::item:
        case Step::Kind::slice:
            kind = TokenKind::key;
            return true;
        case Step::Kind::lookup:
            kind = TokenKind::lookup;
            return true;
        case Step::Kind::unknown:
            return false;
    }
    return false;
}

TokenKind kind_of_value(std::string_view text) {
    if (text == "True" || text == "False" || text == "None") return TokenKind::word;
    bool const is_number = !text.empty() && text.find_first_not_of("0123456789.") == text.npos;
    return is_number ? TokenKind::number : TokenKind::text;
}

bool token_of(WrittenWord const& word, Token& token) {
    token.place = word.place;
    switch (word.kind) {
        case WrittenWord::Kind::endpoint:
            token.kind = TokenKind::endpoint;
            return true;
        case WrittenWord::Kind::action:
            token.kind = TokenKind::action;
            return true;
        case WrittenWord::Kind::negation:
            token.kind = TokenKind::negation;
            return true;
        case WrittenWord::Kind::separator:
            token.kind = TokenKind::separator;
            return true;
        case WrittenWord::Kind::value:
            token.kind = kind_of_value(word.text);
            return true;
        case WrittenWord::Kind::segment:
            return word.step && kind_of_step(*word.step, token.kind);
    }
    return false;
}

}  // namespace

void AlyxAssistant::tokens(Site const& site, std::vector<Token>& to) const {
    for_each_word(site, [&](WrittenWord const& word) {
        Token token;
        bool const is_on_one_line = word.text.find('\n') == word.text.npos;
        if (is_on_one_line && token_of(word, token)) to.push_back(token);
    });
}

std::vector<Token> tokens(Analysis const& analysis) {
    std::vector<Token> all;
    for (auto const& site : analysis.sites) assistant_of(site).tokens(site, all);
    std::stable_sort(all.begin(), all.end(), [](Token const& a, Token const& b) { return order(a) < order(b); });
    std::vector<Token> result;
    for (auto const& token : all) {
        bool const overlaps = !result.empty() && result.back().place.source == token.place.source &&
                              token.place.span.begin < result.back().place.span.end;
        if (!overlaps) result.push_back(token);
    }
    return result;
}

}  // namespace alyx::analyzer
