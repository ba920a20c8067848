// Mends a text: applies the fixes of its findings until there are none left, or silences them by comments.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "analyzer/cli/analyses.hpp"
#include "analyzer/text/encoding.hpp"

namespace alyx::cli {

struct Fixed {
    std::string text;
    std::map<analyzer::Rule const*, std::size_t> fixes = {};  ///< of each rule the findings that were mended
    std::size_t left_out = 0;                                 ///< that the encoding of the file cannot hold
};

/// Applies fixes, again and again while new ones come up, at most ten times. Unsafe ones only where they are wanted,
/// and none whose text `encoding` cannot hold.
Fixed fix_text(FileName const& name, std::string text, std::shared_ptr<analyzer::Snapshot const> const& snapshot,
               bool unsafe, analyzer::Encoding const& encoding = analyzer::utf8_encoding());

struct Silenced {
    std::string text;
    std::size_t comments = 0;  ///< that were written or added to
};

/// Writes a comment for each finding that is left, with this reason if it is not empty.
Silenced silence_text(FileName const& name, std::string const& text,
                      std::shared_ptr<analyzer::Snapshot const> const& snapshot, std::string_view reason,
                      analyzer::Encoding const& encoding = analyzer::utf8_encoding());

}  // namespace alyx::cli
