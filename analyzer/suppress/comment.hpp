// Reads the directives in one comment: `# alyxlint: ignore[AQ203] -- why`, `# noqa: AQ101`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/text/span.hpp"

namespace alyx::analyzer {

/// What a comment asks for. All spans are bytes of the comment.
struct Directive {
    enum class Verb : std::uint8_t { ignore, ignore_file, disable, enable, noqa };
    Verb verb = Verb::ignore;
    Span span;                    ///< from its sign to the end of its reason, without blanks
    std::optional<Span> list;     ///< what is between the brackets; of noqa from the first code to the last
    std::vector<Span> selectors;  ///< in the list; empty without a list: all rules
    Span reason;                  ///< may be empty
};

/// What was meant as a directive and is none.
struct Malformed {
    struct Mend {
        std::string title;
        Span span;
        std::string text;
    };
    Span span;
    std::string message;
    std::string help;
    std::optional<Mend> mend;
};

struct Directives {
    std::vector<Directive> directives;
    std::vector<Malformed> malformed;
};

/// A comment may hold several, each behind a # of its own, or another sign with which the comment itself begins (//, %,
/// /*, ..). Upper and lower case are the same in `noqa` only.
Directives read_directives(std::string_view comment);

std::string_view name_of(Directive::Verb verb);

/// Could a comment of this text silence findings, or, where there are no findings, be wrong or of no use? Cheap, and
/// says yes too often: for whole sources, before anything is parsed.
bool may_hold_directives(std::string_view text, bool has_findings);

}  // namespace alyx::analyzer
