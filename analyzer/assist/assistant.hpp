// What editors are told of the queries of one language. Every dialect has an assistant; who asks it knows none of them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzer/assist/completion_list.hpp"
#include "analyzer/assist/cursor.hpp"
#include "analyzer/assist/hints.hpp"
#include "analyzer/assist/hover.hpp"
#include "analyzer/assist/lenses.hpp"
#include "analyzer/assist/ranges.hpp"
#include "analyzer/assist/references.hpp"
#include "analyzer/assist/symbols.hpp"
#include "analyzer/assist/tokens.hpp"

namespace alyx::analyzer {

/// What a call takes, for its signature.
struct CallArguments {
    std::vector<std::pair<std::string, std::string>> names;  ///< each with Markdown about it, which may be empty
    std::string documentation;                               ///< Markdown: what is asked
};

/// Where the editor asks, and why.
struct AskedPlace {
    Analysis const& analysis;
    Place place;          ///< an empty span
    char trigger = '\0';  ///< what was typed; 0 where it was asked for
};

/// Sites and cursors are those of the assistant's dialect. What is appended may come in any order, and twice.
/// `ReadingAssistant` has all but what completes, for dialects that can say what each word of a query is.
class Assistant {
  public:
    virtual ~Assistant() = default;

    virtual void complete(AskedPlace const& asked, std::span<Cursor const> cursors, CompletionList& list) const = 0;
    /// Markdown for an offer whose `documentation` was the service, a slash and this; empty where there is none.
    virtual std::string documentation(Schema const& schema, std::string_view topic) const = 0;
    virtual std::optional<Hover> hover(Cursor const& cursor, Place place) const = 0;
    /// From the inside out, each within the next; the last is the text that the cursor is in.
    virtual std::vector<Place> selection(Cursor const& cursor, Place place) const = 0;
    virtual CallArguments arguments(Site const& site) const = 0;

    virtual void mentions(Site const& site, std::vector<Mention>& to) const = 0;
    virtual void tokens(Site const& site, std::vector<Token>& to) const = 0;
    virtual void hints(Site const& site, std::vector<Hint>& to) const = 0;
    /// Markdown for a hint of the site, empty where it is of another.
    virtual std::string hint_documentation(Site const& site, Hint const& hint) const = 0;
    virtual std::optional<Symbol> symbol(Site const& site) const = 0;
    virtual std::optional<Lens> lens(Site const& site) const = 0;
    virtual void links(Site const& site, std::vector<SchemaLink>& to) const = 0;
};

/// That of the pack's dialect.
Assistant const& assistant_of(Schema const& schema);
inline Assistant const& assistant_of(Site const& site) {
    return assistant_of(*site.schema);
}

}  // namespace alyx::analyzer
