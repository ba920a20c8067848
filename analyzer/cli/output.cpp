// Which formats go where, and writing them.
#include "analyzer/cli/output.hpp"

#include <algorithm>

#include "analyzer/cli/command.hpp"
#include "analyzer/text/concat.hpp"
#include "analyzer/workspace/write.hpp"

namespace alyx::cli {

using namespace analyzer;

namespace {

constexpr char option[] = "--output-format";

std::string format_names() {
    std::string names;
    for (auto const* format : all_formats()) names += concat(names.empty() ? "" : ", ", format->name);
    return names;
}

boost::system::result<Output, Failure> output_of(std::string const& word) {
    auto equals = word.find('=');
    auto name = word.substr(0, equals);
    Output output{find_format(name), equals == word.npos ? std::string() : word.substr(equals + 1)};
    if (!output.format)
        return Failure{option, "", concat("there is no format `", name, "`"), concat("take one of ", format_names())};
    if (equals != word.npos && output.file.empty())
        return Failure{option, "", concat("`", word, "` names no file"),
                       concat("write ", name, "=FILE, or ", name, " alone for standard output")};
    return output;
}

}  // namespace

boost::system::result<std::vector<Output>, Failure> outputs_of(std::vector<std::string> const& formats,
                                                               std::string const& output_file) {
    std::vector<Output> outputs;
    for (auto const& word : formats) {
        auto output = output_of(word);
        if (!output) return output.error();
        outputs.push_back(*output);
    }
    if (outputs.empty()) outputs.push_back({find_format("full"), {}});
    auto without_file = std::find_if(outputs.begin(), outputs.end(), [](Output const& o) { return o.file.empty(); });
    if (!output_file.empty()) {
        if (without_file == outputs.end())
            return Failure{"--output-file", "", "each format has a file already", "leave it out"};
        without_file->file = output_file;
    }
    for (auto& output : outputs)
        if (output.file == "-") output.file.clear();
    for (auto a = outputs.begin(); a != outputs.end(); ++a) {
        auto same = [&](Output const& b) { return b.file == a->file; };
        if (std::find_if(outputs.begin(), a, same) == a) continue;
        auto where = a->file.empty() ? std::string("standard output") : concat("`", a->file, "`");
        return Failure{option, "", concat("two formats would go to ", where),
                       concat("give one of them a file of its own: ", a->format->name, "=FILE")};
    }
    return outputs;
}

bool uses_standard_output(std::vector<Output> const& outputs) {
    return std::any_of(outputs.begin(), outputs.end(), [](Output const& o) { return o.file.empty(); });
}

int write_outputs(std::vector<Output> const& outputs, RunResult const& result, FormatOptions const& options, int code,
                  std::FILE* stream) {
    for (auto const& output : outputs) {
        auto render = output.format->render;
        if (options.statistics && output.format->render_statistics) render = output.format->render_statistics;
        if (output.file.empty()) {
            code = print(render(result, options), code, stream);
            continue;
        }
        auto plain = options;
        plain.colours = false;
        if (auto failure = write_file(output.file, render(result, plain))) {
            complain(failure->to_string());
            code = exit_failure;
        }
    }
    return code;
}

}  // namespace alyx::cli
