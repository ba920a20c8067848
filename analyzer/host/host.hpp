// From files to units, and from code to folded calls: the one entry to the host languages.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/fold/folded_unit.hpp"
#include "analyzer/text/failure.hpp"
#include "analyzer/text/unit.hpp"

namespace alyx::analyzer {

class FoldCache;

struct Units {
    std::vector<Unit> units;
    std::vector<Failure> failures;  ///< what could not be read; the units hold the rest
};

/// Does a file of this name hold code that is understood: a script of one of the languages, or a document?
bool is_host_file(std::string_view name);

/// The units of a file: a script is one; a notebook its code cells and the fences of its Markdown cells; a Markdown
/// text its fences, a reStructuredText its code blocks. Code of one language shares a scope. `bytes` are taken as they
/// are, UTF-8 or not. A file of another kind, which nobody looks at unless it is named or configured, is taken for a
/// script: of the program that its first line names, else of Python.
Units units_of(std::string name, std::string bytes);

/// The units of a text that an editor holds, by the name it gives its language (python, javascript, markdown, jupyter
/// for the JSON of a notebook), whatever its file is called. Scripts and documents share `source`. None for other
/// languages.
Units units_of_text(std::string_view language, std::shared_ptr<Source const> source);

/// How the names of such files end.
std::vector<std::string_view> host_extensions();
/// The languages of a notebook's cells that are looked into, as editors call them.
std::vector<std::string_view> cell_languages();

/// What editors call the languages of scripts and documents.
std::vector<std::string_view> editor_languages();

/// What editors call the language of a file of this name; python where it is not known.
std::string_view editor_language(std::string_view name);

/// A cell of a notebook that an editor holds.
struct EditorCell {
    std::string language;  ///< what is not known is left out
    std::shared_ptr<Source const> source;
};
/// The code cells in their order are one unit, the fences of the Markdown cells another.
Units units_of_cells(std::vector<EditorCell> const& cells);

/// Parses the unit's fragments with their languages' grammars, lowers them to the IR of fold/ and evaluates it.
/// Total: broken code yields what can be found in it. A unit in which no name of the filter and no `alyx:` stands is
/// not parsed; then its comments are not listed either. The result does not refer to the unit. `cache`, which may be
/// null, is that of the text's earlier states; it saves time and changes nothing.
FoldedUnit fold_unit(Unit const& unit, CalleeFilter const& filter, FoldCache* cache = nullptr);

}  // namespace alyx::analyzer
