// Follows assignments through functions and classes; of an attribute of `self` all of the class are looked at.
#include "analyzer/host/receivers.hpp"

#include <optional>
#include <string>
#include <vector>

#include "analyzer/host/python_lowering.hpp"
#include "analyzer/host/tree.hpp"

namespace alyx::analyzer {
namespace {

constexpr int most_depth = 200;
constexpr std::uint32_t of_several = 0;
/// Of names that the unit does not assign.
constexpr std::uint32_t from_elsewhere = 1;

using Bindings = std::map<std::string_view, std::uint32_t>;

bool is_of_object(std::string_view name) {
    return name.starts_with("self.") || name.starts_with("cls.");
}

class Walk {
  public:
    Walk(Unit const& unit, Fragment const& fragment, Bindings& bindings, std::uint32_t& last, Receivers& found)
        : source_(fragment.source),
          text_(unit.sources[fragment.source]->text()),
          tree_(python_tree(text_, fragment.ranges)),
          bindings_(bindings),
          last_(last),
          found_(found) {}

    void run() { visit(tree_.root(), 0); }

  private:
    std::uint32_t source_;
    std::string_view text_;
    Tree tree_;
    Bindings& bindings_;
    std::uint32_t& last_;
    Receivers& found_;

    struct Change {
        std::string_view name;
        std::optional<std::uint32_t> before;
    };
    std::vector<Change> changes_;  ///< of the bindings, so that a scope costs what it binds

    void set(std::string_view name, std::uint32_t binding) {
        auto const at = bindings_.find(name);
        changes_.push_back({name, at == bindings_.end() ? std::nullopt : std::optional(at->second)});
        bindings_[name] = binding;
    }
    void drop_below(std::string const& prefix) {
        for (auto at = bindings_.lower_bound(prefix); at != bindings_.end() && at->first.starts_with(prefix);) {
            changes_.push_back({at->first, at->second});
            at = bindings_.erase(at);
        }
    }
    void leave(std::size_t outer) {
        for (; changes_.size() > outer; changes_.pop_back()) {
            auto const& [name, before] = changes_.back();
            if (before)
                bindings_[name] = *before;
            else
                bindings_.erase(name);
        }
    }

    std::string_view of(Node node) const { return node.span().of(text_); }

    void visit(Node node, int depth) {
        if (depth > most_depth) return;
        auto const type = node.type();
        if (type == "function_definition") return function(node, depth);
        if (type == "class_definition") return of_class(node, depth);
        if (type == "lambda") return inner(node, node.field("parameters"), depth);
        if (type.ends_with("_comprehension") || type == "generator_expression") return comprehension(node, depth);
        if (type == "assignment" || type == "for_statement" || type == "for_in_clause") return assign(node, depth);
        if (type == "named_expression") bind(node.field("name"), depth);
        if (type == "as_pattern_target") return bind(node, depth);
        children(node, depth);
        if (type == "call") call(node);
    }
    void children(Node node, int depth) {
        for (auto child : tree_.children(node))
            if (child.is_named()) visit(child, depth + 1);
    }

    /// What is given a value is read before.
    void assign(Node node, int depth) {
        visit(node.field("right"), depth + 1);
        bind(node.field("left"), depth);
        for (auto child : tree_.children(node))
            if (child.is_named() && child.span() != node.field("left").span() &&
                child.span() != node.field("right").span())
                visit(child, depth + 1);
    }

    void bind(Node node, int depth) {
        if (depth > most_depth || node.type() == "subscript") return;
        if (node.type() != "identifier" && node.type() != "attribute") {
            for (auto child : tree_.children(node))
                if (child.is_named()) bind(child, depth + 1);
            return;
        }
        auto const name = of(node);
        auto const known = bindings_.find(name);
        bool const is_only_one = is_of_object(name) && known != bindings_.end() && known->second != of_several;
        if (is_only_one) return;
        drop_below(std::string(name) + ".");
        set(name, ++last_);
    }

    void function(Node node, int depth) {
        found_.defined.insert(of(node.field("name")));
        inner(node.field("body"), node.field("parameters"), depth);
    }

    void inner(Node body, Node parameters, int depth) {
        auto const outer = changes_.size();
        for (auto parameter : tree_.children(parameters))
            if (parameter.is_named() && of(parameter) != "self" && of(parameter) != "cls") bind(parameter, depth);
        children(body, depth);
        leave(outer);
    }

    void of_class(Node node, int depth) {
        auto const outer = changes_.size();
        for (std::string_view object : {"self", "cls"}) {
            set(object, ++last_);
            drop_below(std::string(object) + ".");
        }
        std::map<std::string_view, int> times;
        count_assigned(node.field("body"), times, depth);
        for (auto const& [name, count] : times) set(name, count == 1 ? ++last_ : of_several);
        children(node, depth);
        leave(outer);
    }

    void count_assigned(Node node, std::map<std::string_view, int>& times, int depth) {
        if (depth > most_depth) return;
        auto const left = node.type() == "assignment" ? node.field("left") : Node();
        if (left.type() == "attribute" && is_of_object(of(left))) ++times[of(left)];
        for (auto child : tree_.children(node))
            if (child.is_named()) count_assigned(child, times, depth + 1);
    }

    void comprehension(Node node, int depth) {
        auto const outer = changes_.size();
        for (auto child : tree_.children(node))
            if (child.type() == "for_in_clause") assign(child, depth + 1);
        for (auto child : tree_.children(node))
            if (child.is_named() && child.type() != "for_in_clause") visit(child, depth + 1);
        leave(outer);
    }

    std::uint32_t binding_of(std::string_view name) const {
        for (auto part = name;; part = part.substr(0, part.rfind('.'))) {
            if (auto const at = bindings_.find(part); at != bindings_.end()) return at->second;
            if (part.find('.') == part.npos) return from_elsewhere;
        }
    }

    void call(Node node) {
        auto const function = node.field("function");
        if (function.type() != "attribute") return;
        auto const object = function.field("object");
        auto root = object;
        while (root.type() == "attribute") root = root.field("object");
        if (root.type() != "identifier") return;
        auto const name = of(object);
        auto const binding = binding_of(name);
        if (binding != of_several)
            found_.of_calls[{source_, function.field("attribute").span().begin}] = {binding, name};
    }
};

}  // namespace

Receiver const* Receivers::find(Place method) const {
    auto const at = of_calls.find({method.source, method.span.begin});
    return at == of_calls.end() ? nullptr : &at->second;
}

Receivers receivers_in(Unit const& unit) {
    Receivers found;
    Bindings bindings;
    std::uint32_t last = from_elsewhere;
    for (auto const& fragment : unit.fragments)
        if (fragment.language == Language::python) Walk(unit, fragment, bindings, last, found).run();
    return found;
}

}  // namespace alyx::analyzer
