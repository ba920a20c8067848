// The filter string that a cursor is in: which word of it, and what the path has come to there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analyzer/assist/cursor.hpp"
#include "analyzer/query/ast.hpp"
#include "analyzer/resolve/path.hpp"

namespace alyx::analyzer {

/// A word of a filter string.
struct QueryWord {
    enum class Kind : std::uint8_t { negation, segment, value };
    Kind kind = Kind::segment;
    std::uint32_t condition = 0;  ///< its index in the query
    std::uint32_t segment = 0;    ///< its index in the path as it is written
    Span span;                    ///< in the cursor's text
    bool is_certain = true;       ///< false: a hole may hold whole pairs, so that this may as well be a path
};

/// A filter string, or the pairs of a parameter, as it is sent: parsed and ready to be resolved. Not to be moved.
class QueryReading {
  public:
    /// The cursor's parameter must be of meaning query or pairs, and its endpoint known, with a model.
    explicit QueryReading(Cursor const& cursor);
    QueryReading(QueryReading const&) = delete;
    QueryReading& operator=(QueryReading const&) = delete;

    Query const& query() const { return query_; }
    std::string_view text_of(Span of_cursor_text) const { return of_cursor_text.of(whole_); }
    /// The word that the offset (of the cursor's text) is in, or at whose end it is: between two words the later one,
    /// for nothing stands in it yet. Nothing between the underscores of a separator.
    std::optional<QueryWord> word_at(std::uint32_t offset) const;
    /// A value that may as well be a path, as that path.
    QueryWord as_path(QueryWord const& value, std::uint32_t offset) const;

    /// Where the condition's path leads; `steps[i + hidden_segments()]` is its segment i.
    ResolvedPath resolve(QueryWord const& word) const;
    /// Where the path leads before the word, and what it may go on with; nothing is before the first name.
    std::optional<ResolvedPath> resolve_before(QueryWord const& word) const;
    /// Segments that the parameter puts in front of each path.
    std::uint32_t hidden_segments() const { return hidden_segments_; }
    /// The path as it is written, without `~`, in the cursor's text.
    Span path_of(QueryWord const& word) const;
    /// The pair, with its `~`, in the cursor's text.
    Span condition_of(QueryWord const& word) const {
        return query_.conditions[word.condition].span().shifted(stripped_);
    }
    /// Segment `index` of that path.
    std::string_view segment(QueryWord const& word, std::uint32_t index) const;
    bool is_negated(QueryWord const& word) const { return query_.conditions[word.condition].path.negated; }

  private:
    std::string whole_;
    std::uint32_t stripped_ = 0;  ///< bytes of white space that the service drops in front
    std::string prefix_;          ///< `json__`
    std::uint32_t hidden_segments_ = 0;
    Endpoint const& endpoint_;
    std::vector<Hole> holes_;  ///< of the stripped text
    Query query_;

    ResolvedPath resolve(Span path, bool negated) const;
};

}  // namespace alyx::analyzer
