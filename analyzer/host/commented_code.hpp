// Code that was commented out.
#pragma once

#include "analyzer/text/unit.hpp"

namespace alyx::analyzer {

/// The unit with what is code of its comments behind its own fragments: of each run of lines that hold nothing but a
/// comment, and of each comment over several lines, the statements that the fragment's language finds nothing wrong
/// with and that share no line with what is none. They see what the script binds and bind nothing for it. Prose is left
/// out.
Unit with_commented_code(Unit const& unit);

}  // namespace alyx::analyzer
