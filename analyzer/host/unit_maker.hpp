// Collects the code of a unit.
#pragma once

#include <memory>
#include <vector>

#include "analyzer/host/host.hpp"

namespace alyx::analyzer {

class UnitMaker {
  public:
    /// The whole source; of Python the examples in its docstrings too, which see what the script binds.
    void add_code(std::shared_ptr<Source const> source, Language language);
    /// The fences of a Markdown text.
    void add_fences(std::shared_ptr<Source const> source);
    /// The code blocks of a reStructuredText.
    void add_blocks(std::shared_ptr<Source const> source);
    /// Some of a source; sources come one after the other.
    void add(std::shared_ptr<Source const> source, Language language, std::vector<Span> ranges);
    /// Adds the unit, if there is code.
    void take(Units& units);

  private:
    Unit unit_;
};

}  // namespace alyx::analyzer
