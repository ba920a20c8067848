// Code in fences of Markdown texts.
#pragma once

#include <string_view>
#include <vector>

#include "analyzer/text/unit.hpp"

namespace alyx::analyzer {

struct Fence {
    Language language = Language::python;
    std::vector<Span> ranges;
};

/// The code of each fence whose language is known, in order: one range, or one a line where something stands before the
/// code (the indentation of a list, the marks of a quotation, the prompts `>>> ` and `$ `). Lines of output in a fence
/// of a session are left out.
std::vector<Fence> code_fences(std::string_view text);

}  // namespace alyx::analyzer
