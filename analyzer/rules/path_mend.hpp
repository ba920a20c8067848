// What a path with an unknown name was meant to be.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/rules/rule.hpp"

namespace alyx::analyzer {

/// Other bytes for a part of a path.
struct PathEdit {
    Span span;  ///< of `path_text`
    std::string text;
};

/// The segment at which the path of a refusal fails, as written.
std::string_view failing_segment(Conjunct const& conjunct);
/// What stands before it: "`subject` (ForeignKey)". Of a path that fails behind its first segment.
std::string before_failure(Conjunct const& conjunct);
/// The type whose lookups could have stood there.
FieldType type_before_failure(Conjunct const& conjunct);

/// Does the edit bring the path past the segment that fails? It may fail later, but for `to_end`.
bool leads_on(Review const& review, Conjunct const& conjunct, PathEdit const& edit, bool to_end = false);

/// Edits that make a name of what fails where a name of a model is due: typing mistakes, single underscores and dots
/// for double ones, names of models, a leading name of the endpoint, fields that stand elsewhere. At most three, each
/// tried.
std::vector<PathEdit> meant_names(Review const& review, Conjunct const& conjunct);
/// Those of the texts that can stand in the place of what fails.
std::vector<PathEdit> fitting(Review const& review, Conjunct const& conjunct, std::vector<std::string> const& texts);

/// "did you mean …?", with a fix where there is one edit only.
void suggest_edits(Review const& review, Refusal const& refusal, Diagnosis& d, std::vector<PathEdit> edits);
/// This edit and no other.
void propose_edit(Review const& review, Refusal const& refusal, Diagnosis& d, PathEdit const& edit, Fix::Safety safety);

}  // namespace alyx::analyzer
