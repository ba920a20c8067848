// The state of reading one of Python's regular expressions; its functions lie in python_pattern*.cpp.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "analyzer/value/python_pattern.hpp"

namespace alyx::analyzer {

/// Reads as `re` does, in its order, and stops at the first error.
class PythonPatternParser {
  public:
    explicit PythonPatternParser(std::string_view pattern) : pattern_(pattern) { advance(); }
    std::optional<PythonPatternError> run();

  private:
    /// How many characters something matches, at least and at most.
    struct Width {
        std::uint64_t low = 0, high = 0;
    };
    /// What repeats look at: the thing in front of them.
    enum class Item : std::uint8_t { none, anchor, repeat, other };
    struct Group {
        Width width;
        bool is_open = true;
    };
    /// What `\x41` or `\d` is in a set.
    struct SetMember {
        bool is_character = false;
        std::uint32_t character = 0;
        std::string_view written;
    };
    static constexpr std::uint64_t unlimited = 1ULL << 32;

    // Tokens: a character, or a backslash with the one behind it. Empty at the end, and behind an error.
    void advance();
    std::string_view get();
    bool match(std::string_view token);
    void seek(std::uint32_t to);
    std::uint32_t tell() const { return index_ - static_cast<std::uint32_t>(next_.size()); }
    bool next_is_digit() const { return next_.size() == 1 && next_[0] >= '0' && next_[0] <= '9'; }
    std::string_view get_while(std::size_t most, bool (*is)(char));
    std::string_view get_until(std::string_view terminator, std::string_view what);
    /// The first error stays; everything behind it reads as the end. `back`: bytes before the current position.
    void fail(std::string message, std::size_t back = 0);
    void give_up();

    // Patterns: python_pattern.cpp
    Width alternatives(bool verbose, bool is_whole = false);
    Width sequence(bool verbose, bool is_first = false);
    bool repeat(std::string_view token, Width& last, Item& item);
    bool read_bounds(std::uint32_t here, Width& times);
    void set();
    bool is_skipped(std::string_view token);

    // Groups and flags: python_pattern_groups.cpp
    /// False: it was a comment or flags, and is no item.
    bool group(bool verbose, bool at_begin, Width& width);
    bool extension(std::uint32_t start, bool verbose, bool at_begin, Width& width);
    void look_around(std::uint32_t start, std::string_view direction, bool verbose);
    Width conditional(std::uint32_t start, bool verbose);
    bool flags(std::string_view first, bool at_begin, bool& verbose);
    Width contents(std::uint32_t start, bool verbose);
    Width capture(std::uint32_t start, std::string_view name, bool verbose);
    Width reference(std::uint32_t number, std::size_t back);
    Width named_reference();
    void reference_in_look_behind(std::uint32_t number);
    void check_name(std::string_view name, std::size_t offset);

    // Escapes: python_pattern_escapes.cpp
    Width escape(std::string_view token, Item& item);
    SetMember set_escape(std::string_view token);
    std::optional<std::uint32_t> numeric_escape(std::string_view token);
    std::optional<std::uint32_t> hexadecimal(std::string_view token, std::size_t digits);

    std::string_view pattern_;
    std::uint32_t index_ = 0;
    std::string_view next_;
    std::optional<PythonPatternError> error_;
    std::vector<Group> groups_;
    std::map<std::string_view, std::uint32_t> names_;
    std::map<std::uint32_t, std::uint32_t> conditions_;  ///< groups that conditionals ask for, and where
    std::optional<std::uint32_t> behind_;                ///< within a look-behind: the groups there were before
    std::optional<Span> late_;                           ///< a look-behind of no fixed width
    bool verbose_ = false;                               ///< `(?x)` at the very begin
    std::size_t depth_ = 0;
    bool is_too_deep_ = false;
};

}  // namespace alyx::analyzer
