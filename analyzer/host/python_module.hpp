// A Python fragment as statements of fold/, kept so that its next state costs what an edit touched.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "analyzer/fold/folded_unit.hpp"
#include "analyzer/fold/ir_program.hpp"
#include "analyzer/host/edit_range.hpp"
#include "analyzer/host/query_directives.hpp"
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
        bool is_comment = false;
        bool lowered = false;
        std::vector<QueryDirectives::Near> near;
        Node node = {};  ///< only while it is read

        std::uint32_t begin() const { return part->place.span.begin; }
        void move_to(std::uint32_t begin);
    };
    /// Parts from `first` to before `last` are read anew, and `last` to see whether it is what it was.
    struct Window {
        std::size_t first;
        std::size_t last;
        Span span;            ///< their bytes, as they stand now
        std::uint32_t shift;  ///< of what stands behind the edit, modulo 2^32
    };
    struct Reading;

    Window window_of(EditRange edit, std::size_t size) const;
    bool starts_line(Known const& known) const;
    bool read_window(Reading const& reading, EditRange& edit, Window const& window);
    void read_all(Reading const& reading, EditRange edit);
    Known known(Tree& tree, Node node, Reading const& reading, EditRange edit);
    Known* find(Span span);
    bool lower(Reading const& reading, Tree& tree);

    std::string text_;        ///< as it was parsed
    std::uint32_t base_ = 0;  ///< where that stands in the source
    std::vector<Known> parts_;
    std::uint32_t source_ = 0;
    bool is_plain_ = false;           ///< the whole source was parsed, as it is
    bool is_sound_ = false;           ///< and no code was broken
    bool declares_ = false;           ///< there were directives
    std::vector<std::string> names_;  ///< of the filter
};

}  // namespace alyx::analyzer
