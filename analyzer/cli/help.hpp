// How `--help` looks: one line an option, groups, examples last; each page fits a screen.
#pragma once

#include <CLI/App.hpp>
#include <memory>

namespace alyx::cli {

/// For CLI::App::formatter().
std::shared_ptr<CLI::FormatterBase> help_formatter();

}  // namespace alyx::cli
