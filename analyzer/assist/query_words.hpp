// All words of filter strings and their requests, each with its place and what it turned out to be.
#pragma once

#include <functional>
#include <optional>

#include "analyzer/analyze/analysis.hpp"
#include "analyzer/assist/site_request.hpp"

namespace alyx::analyzer {

/// A word of a written condition. What it is depends on the kind.
struct WrittenWord {
    enum class Kind : std::uint8_t { negation, segment, separator, value, endpoint, action };
    Kind kind = Kind::segment;
    Place place;
    Site const* site = nullptr;
    Endpoint const* endpoint = nullptr;
    std::string_view text;                 ///< as it is read; valid, as all else, while `use` runs
    Step const* step = nullptr;            ///< of a segment that could be followed
    ResolvedPath const* target = nullptr;  ///< of the words of a condition
    Conjunct const* conjunct = nullptr;    ///< of these, where the service gets as far as building it
};

/// Calls `use` for each word of a request. Words that the script makes, or that stand in several literals, are left
/// out.
void for_each_word(Site const& site, std::function<void(WrittenWord const&)> const& use);
/// The same for each request, over all ways in which the script may run: a place may come twice.
void for_each_word(Analysis const& analysis, std::function<void(WrittenWord const&)> const& use);

}  // namespace alyx::analyzer
