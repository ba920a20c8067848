// A folder for one test, removed afterwards, in which the program can be run.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/cli/program.hpp"

struct Folder {
    std::filesystem::path path;

    Folder() {
        char pattern[] = "/tmp/alyx-check-XXXXXX";
        path = mkdtemp(pattern);
    }
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;
    ~Folder() { std::filesystem::remove_all(path); }

    void write(std::string const& name, std::string const& text) const {
        std::filesystem::create_directories((path / name).parent_path());
        std::ofstream(path / name, std::ios::binary) << text;
    }
    std::string read(std::string const& name) const {
        std::ifstream in(path / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    Ran run(std::vector<std::string> arguments, std::string const& input = {}) const {
        return ::run(std::move(arguments), input, path.string());
    }
};

inline bool has(std::string const& text, std::string const& part) {
    return text.find(part) != std::string::npos;
}
