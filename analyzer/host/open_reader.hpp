// What the readers of unfinished code share: what is open, and how far the items of brackets have come.
#pragma once

#include <string_view>
#include <vector>

#include "analyzer/host/unfinished.hpp"

namespace alyx::analyzer {

/// Of a text that is read from left to right.
class OpenStack {
  public:
    explicit OpenStack(std::string_view text) : text_(text) {}

  protected:
    std::vector<OpenCode>& open() { return result_.open; }
    bool in(OpenCode::Kind kind) const { return !result_.open.empty() && result_.open.back().kind == kind; }

    void open_bracket(std::size_t at, std::string_view opener);
    /// A closer that fits none of the brackets within the string or interpolation is an error of the script's.
    void close(char closer);
    void item_begins();
    void item_ends();
    void name(Span word);
    /// The item is given to the name that it begins with, where one does.
    void name_item();
    /// What stands at `at` begins a statement of the top level, if nothing is open and it begins its line.
    void note_statement(std::size_t at, std::size_t range_begin);
    /// All that is open where the reading came to.
    Unfinished take(std::size_t at);

    std::string_view text_;
    Unfinished result_;
    Span word_{};  ///< the last name

  private:
    bool began_before_word_ = false;
};

/// Reads a byte or more at a time; each language says how.
class OpenReader : public OpenStack {
  public:
    using OpenStack::OpenStack;
    virtual ~OpenReader() = default;
    OpenReader(OpenReader const&) = delete;
    OpenReader& operator=(OpenReader const&) = delete;

    Unfinished read(std::vector<Span> const& ranges);

  protected:
    virtual void code() = 0;
    virtual void string() = 0;
    /// All has been read.
    virtual void ends() {}
    /// To the line's end, unless it has an end of its own.
    void comment();

    char peek(std::size_t ahead = 0) const { return at_ + ahead < end_ ? text_[at_ + ahead] : '\0'; }
    bool next_is(std::string_view word) const { return text_.substr(at_, end_ - at_).starts_with(word); }
    /// Opens what begins at the current place with this many bytes, and goes on behind them.
    void push(OpenCode one, std::size_t length);
    /// Of a string with backslashes: goes on behind an escape or the string's end, or ends one that does not go over
    /// lines. False where none of them stands here.
    bool goes_on_or_ends();
    /// Goes on behind a backslash and what it escapes.
    void skip_escape();

    std::size_t begin_ = 0, at_ = 0, end_ = 0;  ///< of the range
};

/// A word character of ASCII, or part of any other character.
bool is_name_byte(char c);

}  // namespace alyx::analyzer
