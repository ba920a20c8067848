// Runs alyxlint as a user would.
#pragma once

#include <string>
#include <vector>

struct Ran {
    int code = -1;
    std::string out, err;
};

/// Runs the program with these arguments in `folder`, with `input` on its standard input. What it prints goes to the
/// file `output` where one is named.
Ran run(std::vector<std::string> const& arguments, std::string const& input = {}, std::string const& folder = ALYX_ROOT,
        std::string const& output = {});
