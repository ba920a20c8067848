// The languages whose code is understood: their names, their files, and what reads them.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "analyzer/fold/folded_unit.hpp"
#include "analyzer/fold/ir_program.hpp"
#include "analyzer/text/unit.hpp"

namespace alyx::analyzer {

struct Layout;
struct Unfinished;

struct HostLanguage {
    Language language;
    std::string_view names;       ///< with blanks between; the first is that of editors
    std::string_view extensions;  ///< likewise
    std::string_view comment;     ///< begins a comment to the line's end
    /// Lowers a fragment into the part, whose text and place are the whole source; the calls of the filter are marked.
    /// Total; what is nested deeper than any script is left out. Null: Python, which python_module.hpp lowers.
    void (*lower)(Source const& source, Fragment const& fragment, CalleeFilter const& filter, ir::Keys& keys,
                  ir::Part& part);
    /// Adds the fragment's comments and statements.
    void (*lay_out)(Source const& source, Fragment const& fragment, Layout& layout);
    /// What is open at the end of the ranges, which are the beginning of a fragment.
    Unfinished (*read_open)(std::string_view text, std::vector<Span> const& ranges);
};

std::span<HostLanguage const> host_languages();
HostLanguage const& host_language(Language language);
/// By one of its names, in any case.
std::optional<Language> language_named(std::string_view name);
/// By the extension of a script.
std::optional<Language> language_of_file(std::string_view name);
/// By the program that the first line names: `#!/usr/bin/env python3`.
std::optional<Language> language_of_first_line(std::string_view text);

}  // namespace alyx::analyzer
