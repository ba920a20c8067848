// Proposals for a refused request, each tried out before it is offered.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/rules/rule.hpp"

namespace alyx::analyzer {

/// The fix becomes the diagnosis' if of the request that it makes this is no longer said, nor anything else that was
/// not said before. Says whether it does. `d.rule` is set.
bool offer(Review const& review, Refusal const& refusal, Diagnosis& d, Fix fix);
/// The same for what rules found by themselves: of all that is said of a request, takes away the fixes that do not
/// mend.
void keep_what_mends(Review const& review, std::vector<Diagnosis>& diagnoses);
/// Another text for what is to blame.
bool offer_text(Review const& review, Refusal const& refusal, Diagnosis& d, std::string text,
                Fix::Safety safety = Fix::Safety::unsafe);

/// Bytes of the path that lead to what is compared: all but the lookup and the `~`. In `path_text`.
Span field_span(Conjunct const& conjunct);
/// The conjunct's path with this lookup instead of its own, as an edit; titled with the new path.
Fix with_lookup(Conjunct const& conjunct, std::string_view lookup);
/// The conjunct's path with `text` for some of its bytes (of `path_text`), titled with the new path.
Fix with_path(Conjunct const& conjunct, Span span, std::string_view text);
/// The path that a fix of one of these two makes.
std::string path_after(Conjunct const& conjunct, Fix const& fix);

/// `>5` → the lookup `gt` and `5`; what is right for numbers and dates. Says whether it was offered, with the help.
bool offer_operator(Review const& review, Refusal const& refusal, Diagnosis& d);
/// `'5'` → `5`, for quotes and blanks are part of a value that is not in brackets. Likewise.
bool offer_unquoted(Review const& review, Refusal const& refusal, Diagnosis& d);

/// `a;1;b;2` → `a,1,b,2`, of a parameter's whole value.
Fix commas_for_semicolons(std::string_view text);

/// `[KS022, KS023]` → `['KS022', 'KS023']`; nothing where quotes or further brackets stand in it.
std::optional<std::string> with_quoted_items(std::string_view bracketed);

}  // namespace alyx::analyzer
