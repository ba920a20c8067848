// Results for the tests of formats: of real analyses, and of names that no format may trip over.
#pragma once

#include <string>

#include "analyzer/cli/formats/format.hpp"

/// What checking a file of this name and text comes to.
alyx::cli::RunResult analysed(std::string const& name, std::string const& text);
/// One finding whose every text holds quotes, line ends, markup, escape sequences, emoji and bytes that are no UTF-8.
alyx::cli::RunResult hostile();
std::string rendered(char const* format, alyx::cli::RunResult const& result,
                     alyx::cli::FormatOptions const& options = {});

/// Runs `python3 -c script argument`; or says that this machine lacks what it needs, with -1.
int validate_json(std::string const& text, std::string const& schema);
int validate_xml(std::string const& text, std::string const& schema);

inline bool contains(std::string const& text, std::string const& part) {
    return text.find(part) != std::string::npos;
}

constexpr char wrong_call[] = "one.alyx.rest('sessions', 'list', django='projct__name,x')\n";
constexpr char wrong_notebook[] =
    "{\"cells\": [{\"cell_type\": \"markdown\", \"source\": [\"hello\"]},\n"
    " {\"cell_type\": \"code\", \"source\": [\"# first\\n\",\n"
    "  \"x = '\xF0\x9F\x98\x80'; one.alyx.rest(\\\"sessions\\\", 'list', django='project__name,\\u0078')\"]}],\n"
    " \"metadata\": {\"kernelspec\": {\"language\": \"python\"}}, \"nbformat\": 4, \"nbformat_minor\": 5}\n";
