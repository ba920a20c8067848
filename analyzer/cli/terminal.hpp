// Colours, and text that is safe to show in a terminal.
#pragma once

#include <string>
#include <string_view>

namespace alyx::cli {

/// Writes escape sequences, or nothing where colours are off.
class Style {
  public:
    explicit Style(bool colours) : colours_(colours) {}
    std::string bold(std::string_view text) const { return wrap("\x1b[1m", text); }
    std::string red(std::string_view text) const { return wrap("\x1b[1;31m", text); }
    std::string yellow(std::string_view text) const { return wrap("\x1b[1;33m", text); }
    std::string cyan(std::string_view text) const { return wrap("\x1b[1;36m", text); }
    std::string blue(std::string_view text) const { return wrap("\x1b[1;34m", text); }

  private:
    bool colours_;
    std::string wrap(std::string_view code, std::string_view text) const;
};

/// Does standard output want colours? A terminal does, unless NO_COLOR is set or TERM is dumb.
bool wants_colours();

/// Control characters made visible, so that a name in a file cannot write escape sequences. Tabs become one blank.
std::string printable(std::string_view text);

/// `1 file`, `2 files`.
std::string counted(std::size_t number, std::string_view noun);

/// Columns that a text takes in a terminal, near enough: wide East Asian characters take two, combining ones none.
std::size_t display_width(std::string_view text);

}  // namespace alyx::cli
