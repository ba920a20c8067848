// What a value of the wrong kind was meant to be.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "analyzer/rules/rule.hpp"

namespace alyx::analyzer {

/// Is the value a text that a lookup of several values takes for its characters?
bool is_taken_for_characters(Refusal const& refusal);
/// A single value as a list of one, in the spelling that suits what is compared; nothing where it does not.
std::optional<std::string> as_list(Review const& review, Conjunct const& conjunct);
/// `nickname`: the field that holds the names of a relation's objects, where the path ends at a relation, whose ids are
/// compared, and the value is a text and no id; else empty.
std::string_view label_instead(Review const& review, ResolvedPath const& target, PyValue const& value);
/// Would the value fit what is compared, if it stood alone?
bool fits(Conjunct const& conjunct, PyValue const& value);

/// Help and fix for a value that is no day or no point in time; `message` too.
void explain_moment(Review const& review, Refusal const& refusal, Diagnosis& d);
/// A date in another order or with other separators as the server reads it, and what stands behind it (a time);
/// nothing where it is none or day and month cannot be told apart.
std::optional<std::string> as_iso_date(std::string_view text, std::string_view* rest = nullptr);

}  // namespace alyx::analyzer
