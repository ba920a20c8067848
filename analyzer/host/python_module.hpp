// A Python fragment as statements of fold/, kept so that its next state costs what an edit touched.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analyzer/fold/folded_unit.hpp"
#include "analyzer/fold/ir_program.hpp"
#include "analyzer/host/edit_range.hpp"
#include "analyzer/host/python_directives.hpp"
#include "analyzer/host/tree.hpp"
#include "analyzer/text/unit.hpp"

namespace alyx::analyzer {

class PythonModule {
  public:
    /// Parses the fragment and lowers it to parts, in which the calls of the filter are marked. What did not change
    /// since the last call is taken over; the result is that of a new module. `keys` are the same each time. Total.
    void update(Source const& source, Fragment const& fragment, CalleeFilter const& filter, ir::Keys& keys);
    /// Adds the parts, in the order of the text; they hold until the next update.
    void add_to(ir::Program& program) const;

  private:
    struct Known {
        std::unique_ptr<ir::Part> part;
        TSSymbol symbol = 0;
        std::uint32_t nodes = 0;
        bool lowered = false;
        std::vector<PythonDirectives::Near> near;
    };
    void parse(std::string text, std::vector<Span> const& ranges, EditRange edit, bool is_edit);
    Known known(Node node, Source const& source, EditRange edit, bool reuses);
    Known* find(Span span);
    void lower(Node node, Known& known, PythonDirectives const& directives, class PythonLowering& lowering);

    std::string text_;  ///< as it was parsed
    std::optional<Tree> tree_;
    std::vector<Known> parts_;
    std::uint32_t source_ = 0;
    bool is_plain_ = false;           ///< the whole source was parsed, as it is
    bool declares_ = false;           ///< there were directives
    std::vector<std::string> names_;  ///< of the filter
};

}  // namespace alyx::analyzer
