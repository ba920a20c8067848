// Mends a file: applies the fixes of its findings until there are none left.
#pragma once

#include <memory>
#include <string>

#include "analyzer/analyze/analysis.hpp"
#include "analyzer/text/encoding.hpp"

namespace alyx::cli {

struct Fixed {
    std::string text;
    std::size_t fixes = 0;
    std::size_t left_out = 0;  ///< that the encoding of the file cannot hold
};

/// Applies fixes to the text of the file `name`, again and again while new ones come up, at most ten times. Unsafe ones
/// only where they are wanted, and none whose text `encoding` cannot hold.
Fixed fix_text(std::string const& name, std::string text, std::shared_ptr<analyzer::Snapshot const> const& snapshot,
               bool unsafe, analyzer::Encoding const& encoding = analyzer::utf8_encoding());

}  // namespace alyx::cli
