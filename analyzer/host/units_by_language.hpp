// Collects code that shares a scope: what is of one language.
#pragma once

#include <memory>
#include <vector>

#include "analyzer/host/host.hpp"

namespace alyx::analyzer {

class UnitsByLanguage {
  public:
    /// The whole source, and in Python the doctests in it.
    void add_code(std::shared_ptr<Source const> source, Language language);
    /// The fences of a Markdown text.
    void add_fences(std::shared_ptr<Source const> source);
    /// Some of a source; sources come one after the other.
    void add(std::shared_ptr<Source const> source, Language language, std::vector<Span> ranges);
    /// Adds the units, that of the language which came first first.
    void take(Units& units);

  private:
    Unit& unit_of(Language language);
    std::vector<std::pair<Language, Unit>> units_;
};

}  // namespace alyx::analyzer
