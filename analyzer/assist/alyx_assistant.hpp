// Filter strings and their endpoints, for editors. Each method stands in the file of its feature.
#pragma once

#include "analyzer/assist/assistant.hpp"

namespace alyx::analyzer {

class AlyxAssistant final : public Assistant {
  public:
    void complete(AskedPlace const& asked, std::span<Cursor const> cursors, CompletionList& list) const override;
    std::string documentation(Schema const& schema, std::string_view topic) const override;
    std::optional<Hover> hover(Cursor const& cursor, Place place) const override;
    std::vector<Place> selection(Cursor const& cursor, Place place) const override;
    CallArguments arguments(Site const& site) const override;
    void mentions(Site const& site, std::vector<Mention>& to) const override;
    void tokens(Site const& site, std::vector<Token>& to) const override;
    void hints(Site const& site, std::vector<Hint>& to) const override;
    std::string hint_documentation(Site const& site, Hint const& hint) const override;
    std::optional<Symbol> symbol(Site const& site) const override;
    std::optional<Lens> lens(Site const& site) const override;
    void links(Site const& site, std::vector<SchemaLink>& to) const override;
};

Assistant const& alyx_assistant();
bool is_alyx(Site const& site);

}  // namespace alyx::analyzer
