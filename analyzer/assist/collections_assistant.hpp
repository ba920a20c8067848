// Conditions of collections, for editors.
#pragma once

#include "analyzer/assist/reading_assistant.hpp"
#include "analyzer/resolve/collection_call.hpp"

namespace alyx::analyzer {

class CollectionsAssistant final : public ReadingAssistant {
  public:
    void complete(AskedPlace const& asked, std::span<Cursor const> cursors, CompletionList& list) const override;
    std::string documentation(Schema const& schema, std::string_view topic) const override;
    CallArguments arguments(Site const& site) const override;
    void links(Site const& site, std::vector<SchemaLink>& to) const override;

  protected:
    std::optional<ReadQuery> read(Site const& site, Depth depth) const override;
};

/// Markdown about a test, with or without `not_`; empty where there is none of the name.
std::string describe_test(std::string_view word);
std::string describe_field(std::string_view name, ItemShape const& shape);

}  // namespace alyx::analyzer
