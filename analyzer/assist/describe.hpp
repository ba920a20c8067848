// What is known of the parts of a schema, as Markdown for hovers and completion lists.
#pragma once

#include <string>
#include <string_view>

#include "analyzer/dialect/lookups.hpp"
#include "analyzer/schema/schema.hpp"

namespace alyx::analyzer {

/// `ForeignKey → Subject`, `CharField`: in a line's end.
std::string short_type(Name const& name);
/// `10 = PASS`: a choice's code and label.
std::string code_of(Choice const& choice);

std::string describe_endpoint(Schema const& schema, Endpoint const& endpoint);
std::string describe_action(std::string_view action, Endpoint const* endpoint);
std::string describe_parameter(Schema const& schema, Endpoint const& endpoint, Parameter const& parameter);
std::string describe_name(Schema const& schema, Model const& model, Name const& name);
std::string describe_annotation(Endpoint const& endpoint, std::string_view name);
/// On a value of the type; `column` is what the SQL shows of it.
std::string describe_lookup(FieldType type, Lookup lookup, std::string_view column);
std::string describe_transform(FieldType type, std::string_view transform);
/// `Alyx 3.6.1`
std::string pack_name(Schema const& schema);

}  // namespace alyx::analyzer
