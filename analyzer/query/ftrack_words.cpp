// Tables of spellings.
#include "analyzer/query/ftrack_words.hpp"

#include <algorithm>
#include <boost/algorithm/string/case_conv.hpp>

#include "analyzer/query/ftrack.hpp"

namespace alyx::analyzer {
namespace {

struct Spelling {
    std::string_view text;
    Operator op;
};

constexpr Spelling spellings[] = {
    {"is", Operator::equal},
    {"=", Operator::equal},
    {"is_not", Operator::not_equal},
    {"!=", Operator::not_equal},
    {">", Operator::greater},
    {"after", Operator::greater},
    {"greater_than", Operator::greater},
    {"<", Operator::less},
    {"before", Operator::less},
    {"less_than", Operator::less},
    {">=", Operator::greater_equal},
    {"<=", Operator::less_equal},
    {"in", Operator::in},
    {"not_in", Operator::not_in},
    {"like", Operator::like},
    {"not_like", Operator::not_like},
    {"has", Operator::has},
    {"any", Operator::any},
};

struct Foreign {
    std::string_view text;
    Operator op;
    std::string_view instead;
};

constexpr Foreign foreign[] = {
    {"==", Operator::equal, "="},
    {"===", Operator::equal, "="},
    {"<>", Operator::not_equal, "!="},
    {"!==", Operator::not_equal, "!="},
    {"=>", Operator::greater_equal, ">="},
    {"=<", Operator::less_equal, "<="},
    {"=~", Operator::like, "like"},
    {"~", Operator::like, "like"},
    {"is not", Operator::not_equal, "is_not"},
    {"not in", Operator::not_in, "not_in"},
    {"not like", Operator::not_like, "not_like"},
    {"isnot", Operator::not_equal, "is_not"},
    {"eq", Operator::equal, "is"},
    {"equals", Operator::equal, "is"},
    {"ne", Operator::not_equal, "is_not"},
    {"gt", Operator::greater, ">"},
    {"lt", Operator::less, "<"},
    {"gte", Operator::greater_equal, ">="},
    {"lte", Operator::less_equal, "<="},
    {"contains", Operator::like, "like \"%…%\""},
    {"icontains", Operator::like, "like \"%…%\""},
    {"startswith", Operator::like, "like \"…%\""},
    {"endswith", Operator::like, "like \"%…\""},
    {"matches", Operator::like, "like"},
    {"ilike", Operator::like, "like"},
    {"between", Operator::greater_equal, ">= … and <= …"},
};

}  // namespace

Operator ftrack_operator(std::string_view spelling) {
    auto at =
        std::find_if(std::begin(spellings), std::end(spellings), [&](auto const& s) { return s.text == spelling; });
    return at == std::end(spellings) ? Operator::unknown : at->op;
}

std::string_view ftrack_spelling(Operator op) {
    auto at = std::find_if(std::begin(spellings), std::end(spellings), [&](auto const& s) { return s.op == op; });
    return at == std::end(spellings) ? std::string_view() : at->text;
}

SpeltOperator spelt_operator(std::string_view spelling) {
    if (auto op = ftrack_operator(spelling); op != Operator::unknown) return {op, false, {}};
    auto lower = boost::to_lower_copy(std::string(spelling));
    for (auto const& s : spellings)
        if (s.text == lower) return {s.op, true, s.text};
    for (auto const& f : foreign)
        if (f.text == lower) return {f.op, true, f.instead};
    return {Operator::unknown, true, {}};
}

bool is_integer(std::string_view value) {
    return !value.empty() && std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Operand::Form bare_form(std::string_view value) {
    if (value == "none" || value == "None") return Operand::Form::none;
    for (auto word : {"true", "True", "false", "False"})
        if (value == word) return Operand::Form::boolean;
    auto digits = value;
    if (digits.starts_with('-')) digits.remove_prefix(1);
    auto dot = std::min(digits.find('.'), digits.size());
    bool fraction = dot == digits.size() || is_integer(digits.substr(dot + 1));
    return is_integer(digits.substr(0, dot)) && fraction ? Operand::Form::number : Operand::Form::bare;
}

std::optional<bool> is_descending(std::string_view word) {
    if (word == "desc" || word == "descending") return true;
    if (word == "asc" || word == "ascending") return false;
    return std::nullopt;
}

}  // namespace alyx::analyzer
