// Loops and comprehensions, and the subscripts of their variables.
#include "analyzer/host/item_uses.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "analyzer/host/python_lowering.hpp"
#include "analyzer/host/tree.hpp"

namespace alyx::analyzer {
namespace {

constexpr int most_depth = 200;

class Uses {
  public:
    Uses(Unit const& unit, Fragment const& fragment, std::vector<ItemUse>& found)
        : source_(fragment.source),
          text_(unit.sources[fragment.source]->text()),
          tree_(python_tree(text_, fragment.ranges)),
          found_(found) {}

    void run() { visit(tree_.root(), 0); }

  private:
    using Names = std::map<std::string_view, Span>;

    std::uint32_t source_;
    std::string_view text_;
    Tree tree_;
    std::vector<ItemUse>& found_;
    Names given_;  ///< what names of the function were given last
    Names items_;  ///< what the variables of the loops around go over

    std::string_view of(Node node) const { return node.span().of(text_); }

    void visit(Node node, int depth) {
        if (depth > most_depth) return;
        auto const type = node.type();
        if (type == "function_definition" || type == "class_definition") return scope(node, depth);
        if (type == "for_statement") return loop(node, depth);
        if (type.ends_with("_comprehension") || type == "generator_expression") return comprehension(node, depth);
        if (type == "assignment") return assign(node, depth);
        if (type == "subscript") return subscript(node, depth);
        if (type == "call") format(node);
        children(node, depth);
    }
    void children(Node node, int depth) {
        for (auto child : tree_.children(node))
            if (child.is_named()) visit(child, depth + 1);
    }

    /// What is bound around may be bound anew before it runs.
    void scope(Node node, int depth) {
        auto given = std::exchange(given_, {});
        auto items = std::exchange(items_, {});
        children(node, depth);
        given_ = std::move(given);
        items_ = std::move(items);
    }

    Span made_by(Node iterable) const {
        auto const at = iterable.type() == "identifier" ? given_.find(of(iterable)) : given_.end();
        return at == given_.end() ? iterable.span() : at->second;
    }

    void loop(Node node, int depth) {
        auto const target = node.field("left"), iterable = node.field("right");
        visit(iterable, depth + 1);
        auto const outer = items_;
        given_.erase(of(target));
        if (target.type() == "identifier" && !is_given(node.field("body"), of(target), depth))
            items_[of(target)] = made_by(iterable);
        else
            items_.erase(of(target));
        visit(node.field("body"), depth + 1);
        items_ = outer;
    }

    void comprehension(Node node, int depth) {
        auto const outer = items_;
        for (auto child : tree_.children(node)) {
            if (child.type() != "for_in_clause") continue;
            auto const target = child.field("left");
            visit(child.field("right"), depth + 1);
            if (target.type() == "identifier") items_[of(target)] = made_by(child.field("right"));
        }
        for (auto child : tree_.children(node))
            if (child.is_named() && child.type() != "for_in_clause") visit(child, depth + 1);
        items_ = outer;
    }

    bool is_given(Node node, std::string_view name, int depth) {
        if (depth > most_depth) return true;
        bool const binds = node.type() == "assignment" || node.type() == "for_statement";
        if (binds && of(node.field("left")) == name) return true;
        for (auto child : tree_.children(node))
            if (child.is_named() && is_given(child, name, depth + 1)) return true;
        return false;
    }

    /// What is written is not read.
    void assign(Node node, int depth) {
        auto const left = node.field("left"), right = node.field("right");
        if (right) visit(right, depth + 1);
        if (left.type() == "identifier") {
            items_.erase(of(left));
            if (right)
                given_[of(left)] = made_by(right);
            else
                given_.erase(of(left));
        } else if (left.type() == "subscript") {
            visit(left.field("value"), depth + 1);
        }
    }

    /// `'…'` without escapes.
    std::optional<std::string> key(Node node) {
        if (node.type() != "string") return std::nullopt;
        std::string text;
        for (auto child : tree_.children(node)) {
            if (child.type() == "interpolation") return std::nullopt;
            if (child.type() == "string_content") text += of(child);
        }
        if (text.find('\\') != text.npos) return std::nullopt;
        return text;
    }

    void subscript(Node node, int depth) {
        std::vector<std::string> keys;
        auto at = node;
        for (; at.type() == "subscript"; at = at.field("value")) {
            auto one = key(at.field("subscript"));
            // What stands behind a number or a name is an item of a collection.
            if (one)
                keys.insert(keys.begin(), std::move(*one));
            else
                keys.clear(), visit(at.field("subscript"), depth + 1);
        }
        auto const items = at.type() == "identifier" ? items_.find(of(at)) : items_.end();
        if (items == items_.end()) return visit(at, depth + 1);
        if (!keys.empty()) add(items->second, std::move(keys), node.span());
    }

    void add(Span items, std::vector<std::string> keys, Span span) {
        found_.push_back({{source_, items}, std::move(keys), {source_, span}});
    }

    /// `'{task[status][name]}'.format(task=task)`
    void format(Node call) {
        auto const function = call.field("function");
        bool const is_format = function.type() == "attribute" && of(function.field("attribute")) == "format";
        auto const pattern = is_format ? key(function.field("object")) : std::nullopt;
        if (!pattern) return;
        for (auto argument : tree_.children(call.field("arguments"))) {
            if (argument.type() != "keyword_argument") continue;
            auto const items = items_.find(of(argument.field("value")));
            if (items != items_.end()) fields(*pattern, of(argument.field("name")), items->second, function.span());
        }
    }
    void fields(std::string_view pattern, std::string_view name, Span items, Span span) {
        auto const opening = "{" + std::string(name) + "[";
        for (auto at = pattern.find(opening); at != pattern.npos; at = pattern.find(opening, at + 1)) {
            std::vector<std::string> keys;
            auto begin = at + opening.size() - 1;
            while (begin < pattern.size() && pattern[begin] == '[') {
                auto const end = pattern.find(']', begin);
                if (end == pattern.npos) return;
                keys.emplace_back(pattern.substr(begin + 1, end - begin - 1));
                begin = end + 1;
            }
            add(items, std::move(keys), span);
        }
    }
};

}  // namespace

std::vector<ItemUse> item_uses(Unit const& unit) {
    std::vector<ItemUse> found;
    for (auto const& fragment : unit.fragments)
        if (fragment.language == Language::python) Uses(unit, fragment, found).run();
    return found;
}

}  // namespace alyx::analyzer
