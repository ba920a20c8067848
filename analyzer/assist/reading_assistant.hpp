// What most dialects need to say for editors: what each word of a query is. All but completion follows from that.
#pragma once

#include "analyzer/assist/assistant.hpp"

namespace alyx::analyzer {

/// A word of a query, within one line of one literal or of the code.
struct ReadWord {
    Place place;
    TokenKind kind = TokenKind::word;
    std::optional<Mentioned> mention;  ///< what leads to the schema; of a model (not of its names) there is a link too
    std::string says;                  ///< Markdown; may be empty
    std::string hint;                  ///< shown behind it; mostly empty
    std::string hint_says;             ///< Markdown about the hint
};

struct ReadQuery {
    std::string name;    ///< in outlines: `Task: status.name, bid`
    std::string detail;  ///< beside it: `query`
    std::string lens;    ///< above the call: `Task · 2 conditions`
    std::string says;    ///< Markdown about the whole, shown at the call's name
    Place selection;     ///< what the outline leads to: the target, or the call's name
    std::vector<ReadWord> words;
    std::vector<Place> parts;  ///< that belong together, for growing selections; in any order
};

class ReadingAssistant : public Assistant {
  public:
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

  protected:
    enum class Depth : std::uint8_t {
        words,  ///< nothing that `says` or `hint_says` anything is needed
        told,
    };
    /// Nothing where the site sends no query that is known.
    virtual std::optional<ReadQuery> read(Site const& site, Depth depth) const = 0;
};

/// Bytes of the text, where they stand in one literal.
std::optional<Place> place_in_literal(FoldedText const& text, Span span);

}  // namespace alyx::analyzer
