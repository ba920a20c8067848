// The words of ftrack's query language: how operators, constants and directions are spelt, and what others write.
#pragma once

#include <optional>
#include <string_view>

#include "analyzer/query/statement.hpp"

namespace alyx::analyzer {

/// An operator as somebody spelt it.
struct SpeltOperator {
    Operator op = Operator::unknown;
    bool is_foreign = false;   ///< not of this language, or not in lower case
    std::string_view instead;  ///< what is written here; empty where nothing is known to be meant
};
/// A run of symbols or one word; `is  not` and the like with one blank.
SpeltOperator spelt_operator(std::string_view spelling);

/// What a value without quotes is.
Operand::Form bare_form(std::string_view value);
bool is_integer(std::string_view value);

/// Empty where the word is no direction; else whether it is descending.
std::optional<bool> is_descending(std::string_view word);

}  // namespace alyx::analyzer
