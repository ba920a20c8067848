// The cursors that a place has in the arguments of sites.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "analyzer/assist/cursor.hpp"
#include "analyzer/fold/folded_unit.hpp"
#include "analyzer/host/unfinished.hpp"
#include "analyzer/outcome/client.hpp"

namespace alyx::analyzer {

/// Is the place, both its ends included, at the cursor?
bool touches(Place place, Place cursor);

/// Last names of the calls in which queries stand, raw URLs left out.
std::vector<std::string_view> client_callees(Analysis const& analysis);
bool is_client_callee(Analysis const& analysis, std::string_view name);

/// Appends the cursors of sites whose literals `folded` owns.
class CursorCollector {
  public:
    CursorCollector(FoldedUnit const& folded, Place cursor, std::vector<Cursor>& cursors,
                    CursorUse use = CursorUse::writing)
        : folded_(folded), cursor_(cursor), cursors_(cursors), use_(use) {}

    void add(std::shared_ptr<Site const> site);
    /// In code, where an argument of the call begins or is begun as `name`.
    void add_item(std::shared_ptr<Site const> site, OpenCode const& bracket, Place word, std::string_view name);

  private:
    FoldedUnit const& folded_;
    Place cursor_;
    std::vector<Cursor>& cursors_;
    CursorUse use_;
    std::shared_ptr<Site const> site_;
    bool is_understood_ = false;
    Endpoint const* endpoint_ = nullptr;
    std::vector<SentArgument> sent_;

    void argument(std::uint32_t index);
    bool is_name_in_url(SiteArgument const& argument) const;
    void name(std::uint32_t index);
    void body(std::uint32_t index);
    Literal const* empty_literal(Folded const& value) const;
    void understand();
    Parameter const* parameter(std::uint32_t index) const;
    void emit(CursorRole role, std::uint32_t index, CursorText text);
};

}  // namespace alyx::analyzer
