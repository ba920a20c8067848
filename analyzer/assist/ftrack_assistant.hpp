// Statements of ftrack, for editors.
#pragma once

#include "analyzer/assist/reading_assistant.hpp"

namespace alyx::analyzer {

class FtrackAssistant final : public ReadingAssistant {
  public:
    void complete(AskedPlace const& asked, std::span<Cursor const> cursors, CompletionList& list) const override;
    std::string documentation(Schema const& schema, std::string_view topic) const override;

  protected:
    std::optional<ReadQuery> read(Site const& site, Depth depth) const override;
};

}  // namespace alyx::analyzer
