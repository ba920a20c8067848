// Collects completion items for one word under a cursor: where they go, how they are written there, what comes first.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/assist/completion.hpp"
#include "analyzer/assist/cursor.hpp"

namespace alyx::analyzer {

/// What is offered, before it is written for the literal it goes into.
struct Offer {
    std::string_view label;
    CompletionKind kind = CompletionKind::value;
    std::string detail;
    std::string description;
    std::string documentation;
    std::uint64_t score = 0;       ///< more comes first; of equals the order in which they were offered
    std::string_view filter = {};  ///< if not what is written
    bool retrigger = false;
    std::string snippet = {};  ///< of a text in code, which nothing encodes
};

/// A text with a place to fill in between its halves.
struct Gap {
    std::string_view before, placeholder, after;
};

class CompletionList {
  public:
    explicit CompletionList(Unit const& unit) : unit_(unit) {}

    /// From here on items replace `word`, bytes of the cursor's text, as far as it stands on the cursor's line. False
    /// where no item can: the word is partly made by the script, or begins on a line before;
    /// or the cursor is within an escape.
    bool at(Cursor const& cursor, Span word);
    void offer(Offer offer) { add(offer, offer.label, std::move(offer.snippet)); }
    /// The label is shown, `text` is written.
    void offer(Offer offer, std::string_view text) { add(offer, text, std::move(offer.snippet)); }
    void offer(Offer offer, Gap const& gap);

    /// By rank; of items with the same label and place only the best.
    std::vector<CompletionItem> take();

  private:
    struct Scored {
        CompletionItem item;
        std::uint64_t score;
    };
    Unit const& unit_;
    Cursor const* cursor_ = nullptr;
    Place insert_, replace_;
    std::string lead_;  ///< what of the word stands in literals before the cursor's
    std::vector<Scored> items_;

    void add(Offer& offer, std::string_view text, std::string snippet);
};

}  // namespace alyx::analyzer
