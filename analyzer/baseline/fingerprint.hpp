// Fingerprints: what a finding is recognised by in a later version of its file.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "analyzer/analyze/analysis.hpp"

namespace alyx::analyzer {

/// 16 hex digits, the same on every machine and in every version of the program: made of the rule's code, of what the
/// finding is about (the decoded query and the part of it, not where it stands) and of `ordinal`, from 0 among those in
/// the file that are equal in both. Equal in two files where they are about the same.
std::string fingerprint(std::string_view rule_code, std::string_view identity, std::uint32_t ordinal);

/// Gives the findings of one file their fingerprints. All of them must come by, suppressed ones too, in the order of
/// the text: silencing the first of two equal ones must not make the second look new.
class Fingerprints {
  public:
    std::string next(Finding const& finding);

  private:
    std::map<std::string, std::uint32_t> seen_;
};

}  // namespace alyx::analyzer
