// Reads JSON without a tree, keeping offsets: what is not asked for is skipped at the speed of a search.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "analyzer/text/offset_map.hpp"

namespace alyx::analyzer {

/// Every function reads the value at the current place and leaves the place behind it. The first error ends the
/// reading: functions do nothing from then on.
class JsonScanner {
  public:
    /// A byte order mark may stand in front.
    explicit JsonScanner(std::string_view text) : text_(text), at_(text.starts_with("\xEF\xBB\xBF") ? 3 : 0) {}

    /// Calls `each` with every key; it must read the value. No error where the value is no object: it is skipped.
    void object(std::function<void(std::string_view key)> const& each);
    /// Calls `each` at every item; it must read it.
    void array(std::function<void()> const& each);
    /// Appends the value of a string. False where it is none; then it is skipped.
    bool string(Decoded& out);
    std::string text();
    void skip();

    bool at_object() { return next() == '{'; }
    bool at_array() { return next() == '['; }
    /// Moves over spaces. Is there nothing else?
    bool at_end() { return next() == '\0' && at_ == text_.size(); }
    bool failed() const { return error_.has_value(); }
    std::size_t offset() const { return at_; }
    std::string const& error() const { return *error_; }
    void fail(std::string reason);

  private:
    char next();
    bool take(char c);
    void skip_string();
    std::string_view text_;
    std::size_t at_;
    std::optional<std::string> error_;
};

}  // namespace alyx::analyzer
