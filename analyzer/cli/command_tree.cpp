// Reads commands and options off the command line's description.
#include "analyzer/cli/command_tree.hpp"

#include <algorithm>

#include "analyzer/cli/formats/format.hpp"
#include "analyzer/rules/rule.hpp"
#include "analyzer/schema/pack.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::cli {

using namespace analyzer;

namespace {

using Words = std::vector<std::string>;

bool has(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

/// What CLI::IsMember writes into an option's type: `TEXT:{auto,always,never}`.
Words members(std::string_view type) {
    Words words;
    auto begin = type.find('{'), end = type.find('}');
    if (begin == std::string_view::npos || end == std::string_view::npos) return words;
    for (++begin; begin < end;) {
        auto comma = std::min(type.find(',', begin), end);
        words.emplace_back(type.substr(begin, comma - begin));
        begin = comma + 1;
    }
    return words;
}

Words endpoints() {
    Words words;
    for (auto const& endpoint : built_in_schema("alyx")->endpoints) words.push_back(endpoint->name);
    return words;
}

Words models() {
    Words words;
    for (auto const& model : built_in_schema("alyx")->models) words.push_back(model->name);
    return words;
}

Words rules() {
    Words words;
    for (auto const* rule : all_rules()) words.insert(words.end(), {std::string(rule->name), std::string(rule->code)});
    return words;
}

Words formats() {
    Words words;
    for (auto const* format : all_formats()) words.emplace_back(format->name);
    return words;
}

/// The words that an argument of this kind can be; help names the kinds.
Words words_of(CLI::Option const& option, std::string_view argument) {
    if (auto words = members(option.get_type_name()); !words.empty()) return words;
    if (has(argument, "GLOB")) return {};
    if (has(argument, "RULE")) return rules();
    if (has(argument, "SEVERITY")) return {"error", "warning", "information"};
    if (has(argument, "ENDPOINT")) return endpoints();
    if (argument == "NAME[=FILE]") return formats();
    if (argument != "[NAME]") return {};
    auto words = endpoints();
    auto more = models();
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

OptionNode node_of(CLI::Option const& option) {
    OptionNode node;
    for (auto const& name : option.get_snames()) node.names.push_back(concat("-", name));
    for (auto const& name : option.get_lnames()) node.names.push_back(concat("--", name));
    node.description = option.get_description();
    node.group = option.get_group();
    if (option.get_items_expected_max() == 0) return node;
    node.argument = option.get_option_text();
    node.words = words_of(option, node.argument);
    node.is_list = has(node.argument, ",…");
    using Value = OptionNode::Value;
    node.value = !node.words.empty()            ? Value::words
                 : has(node.argument, "FOLDER") ? Value::folders
                 : has(node.argument, "FILE") || has(node.argument, "PATH") || has(node.argument, "GLOB") ? Value::files
                                                                                                          : Value::text;
    return node;
}

void collect(CommandNode const& node, std::vector<CommandNode const*>& all) {
    all.push_back(&node);
    for (auto const& command : node.commands) collect(command, all);
}

CommandNode read(CLI::App const& app, std::string name) {
    CommandNode node{std::move(name), app.get_description(), app.get_footer(), {}, {}, {}};
    for (auto const* option : app.get_options([](CLI::Option const* o) { return !o->get_group().empty(); }))
        (option->get_positional() ? node.arguments : node.options).push_back(node_of(*option));
    for (auto const* command : app.get_subcommands([](CLI::App const* c) { return !c->get_group().empty(); }))
        node.commands.push_back(read(*command, concat(node.name, node.name.empty() ? "" : " ", command->get_name())));
    return node;
}

}  // namespace

std::string const& OptionNode::explained(std::vector<OptionNode> const& siblings) const {
    for (auto const* other = this; other != siblings.data() + siblings.size(); ++other)
        if (!other->description.empty()) return other->description;
    return description;
}

CommandNode command_tree(CLI::App const& app) {
    return read(app, "");
}

std::vector<CommandNode const*> all_commands(CommandNode const& tree) {
    std::vector<CommandNode const*> all;
    collect(tree, all);
    return all;
}

}  // namespace alyx::cli
