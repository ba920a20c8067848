// What is known of the words of ftrack's statements, as Markdown.
#pragma once

#include <string>
#include <string_view>

#include "analyzer/query/statement.hpp"
#include "analyzer/rules/statement.hpp"
#include "analyzer/schema/schema.hpp"

namespace alyx::analyzer {

std::string describe_entity_type(Schema const& schema, Model const& type);
std::string describe_attribute(Schema const& schema, Model const& type, Name const& name);
/// Empty where there is no such operator.
std::string describe_operator(std::string_view spelling);
/// Empty where the word is no keyword or aggregate.
std::string describe_keyword(std::string_view word);
/// The statement as the Python client sends it; empty where that is not known.
std::string sent_statement(StatementReview const& review);

}  // namespace alyx::analyzer
