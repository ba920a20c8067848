// `--shard I/N`: the part of the files that one of several machines looks at.
#pragma once

#include <boost/system/result.hpp>
#include <cstdint>
#include <string>
#include <string_view>

#include "analyzer/text/failure.hpp"

namespace alyx::cli {

/// Each path is in exactly one of the shards 1/N to N/N. In which depends on the path as it is shown alone, so that a
/// file stays where it is whatever comes and goes elsewhere.
struct Shard {
    std::uint32_t index = 1;  ///< from 1
    std::uint32_t count = 1;

    bool holds(std::string_view path) const;
};

/// Reads `2/4`.
boost::system::result<Shard, analyzer::Failure> parse_shard(std::string_view text);

}  // namespace alyx::cli
