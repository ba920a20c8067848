// A diagnosis as `alyxlint query --batch` writes it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "analyzer/rules/rule.hpp"

namespace alyx::cli {

/// Bytes to code points, for spans that come in order: each text is gone through once.
class CodePoints {
  public:
    std::pair<std::size_t, std::size_t> operator()(std::string_view text, std::size_t begin, std::size_t end);

  private:
    std::string_view text_;
    std::size_t byte_ = 0;
    std::size_t point_ = 0;
};

/// What a diagnosis points into.
struct DiagnosedText {
    std::string_view parameter;  ///< empty: none of the request's
    std::string_view text;
    std::uint32_t shift = 0;  ///< bytes of the text in front of what its span counts from
};

void append_diagnosis(std::string& out, analyzer::Diagnosis const& d, DiagnosedText const& in, CodePoints& points);

}  // namespace alyx::cli
