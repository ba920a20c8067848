// Reads the cells of nbformat 4, and of the older format with worksheets.
#include "analyzer/host/notebook.hpp"

#include <algorithm>
#include <functional>

#include "analyzer/host/json_scanner.hpp"
#include "analyzer/host/language.hpp"
#include "analyzer/host/unit_maker.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

struct Cell {
    std::string type;
    std::string language;  ///< of nbformat 3 and of some front ends; may be empty
    Decoded source;
};

struct Notebook {
    std::vector<Cell> cells;
    std::string language;
};

class Reader {
  public:
    explicit Reader(std::string_view text) : json_(text) {}

    Notebook read() {
        if (!json_.at_object()) json_.fail("an object is expected");
        json_.object([&](std::string_view key) { member(key); });
        if (!json_.at_end()) json_.fail("nothing can follow the notebook");
        return std::move(notebook_);
    }
    JsonScanner const& json() const { return json_; }

  private:
    void member(std::string_view key) {
        if (key == "cells") return cells();
        if (key == "worksheets")
            return list("worksheets", [&] {
                json_.object([&](std::string_view inner) { inner == "cells" ? cells() : json_.skip(); });
            });
        if (key == "metadata") return json_.object([&](std::string_view inner) { metadata(inner); });
        json_.skip();
    }

    void metadata(std::string_view key) {
        if (key != "kernelspec" && key != "language_info") return json_.skip();
        json_.object([&](std::string_view inner) {
            bool names_language = inner == (key == "kernelspec" ? "language" : "name");
            if (!names_language) return json_.skip();
            std::string language = json_.text();
            if (!language.empty()) notebook_.language = std::move(language);
        });
    }

    void list(std::string_view of, std::function<void()> const& each) {
        if (!json_.at_array()) json_.fail(concat("an array of ", of, " is expected"));
        json_.array(each);
    }

    void cells() {
        list("cells", [&] {
            // In place: what is read before an error is kept.
            notebook_.cells.emplace_back();
            json_.object([&](std::string_view key) { cell_member(key, notebook_.cells.back()); });
        });
    }

    void cell_member(std::string_view key, Cell& cell) {
        if (key == "cell_type")
            cell.type = json_.text();
        else if (key == "language")
            cell.language = json_.text();
        else if (key == "source" || key == "input")
            read_source(cell.source);
        else
            json_.skip();
    }

    void read_source(Decoded& source) {
        if (!json_.at_array()) {
            json_.string(source);
            return;
        }
        json_.array([&] { json_.string(source); });
    }

    JsonScanner json_;
    Notebook notebook_;
};

/// Kernels have versions (`python3.11`, `Python 2`).
std::optional<Language> language_of(std::string_view name) {
    if (name.empty() || name.starts_with("python") || name.starts_with("Python")) return Language::python;
    return language_named(name);
}

void add_failure(std::string const& name, std::string_view bytes, JsonScanner const& json, Units& units) {
    Source source(name, std::string(bytes));
    Position at = source.position(static_cast<std::uint32_t>(json.offset()));
    units.failures.push_back({name, concat(std::to_string(at.row + 1), ":", std::to_string(at.column + 1)),
                              concat("this is no notebook: ", json.error()),
                              "save it again, or resolve the conflict in it"});
}

}  // namespace

void notebook_units(std::string name, std::string bytes, Units& units) {
    Reader reader(bytes);
    Notebook notebook = reader.read();
    if (reader.json().failed()) add_failure(name, bytes, reader.json(), units);
    UnitMaker code;
    UnitMaker fences;
    for (std::uint32_t number = 1; Cell & cell : notebook.cells) {
        auto source = std::make_shared<Source const>(name, number++, std::move(cell.source));
        auto language = language_of(cell.language.empty() ? notebook.language : cell.language);
        if (cell.type == "code" && language)
            code.add_code(std::move(source), *language);
        else if (cell.type == "markdown")
            fences.add_fences(std::move(source));
    }
    code.take(units);
    fences.take(units);
}

}  // namespace alyx::analyzer
