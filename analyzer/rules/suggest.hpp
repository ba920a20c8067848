// Did you mean: names close to a misspelt one, and the relations that lead to a name that stands elsewhere.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/dialect/lookups.hpp"
#include "analyzer/schema/schema.hpp"

namespace alyx::analyzer {

/// At most three of the candidates that are close to `name`, the closest first; none where none is close. Case and
/// underscores weigh less than letters.
std::vector<std::string> closest(std::string_view name, std::span<std::string_view const> candidates);

/// Visible names of a model, `pk` included.
std::vector<std::string_view> names_of(Model const& model);

/// Paths over relations to `name`, which `model` itself does not have: `lab` on datasets → `session__lab`. At most
/// three, all as short as the shortest, forward relations before reverse ones.
std::vector<std::string> hops_to(Model const& model, std::string_view name);

/// What `name` on `model` was renamed to, if it was.
Rename const* find_rename(Schema const& schema, Model const& model, std::string_view name);

/// The field by which people call the objects of a model: `nickname` of a subject; empty where there is none.
std::string_view label_field(Schema const& schema, Model const& model);

/// Lookup names of other query languages: `ne`, `like`, `eq` → what to write here; empty where there is none.
std::string_view foreign_lookup(std::string_view name);
/// The lookup that a negated one of another language negates: `nin` → `in`, `ne` → empty, for equality has none;
/// nothing where `name` is no such lookup.
std::optional<std::string_view> negated_lookup(std::string_view name);

}  // namespace alyx::analyzer
