// Rules of Python's compiler beyond its grammar, and walks over whole trees.
#include "analyzer/value/expression_checks.hpp"

#include <algorithm>
#include <utility>

#include "analyzer/text/concat.hpp"
#include "analyzer/value/characters.hpp"
#include "analyzer/value/expression_integers.hpp"

namespace alyx::analyzer {
namespace {

bool is_comprehension(NodeKind kind) {
    return kind >= NodeKind::list_comprehension && kind <= NodeKind::generator;
}

/// Walks with what surrounds each node. Trees are at most a few thousand nodes deep.
class Checker {
  public:
    explicit Checker(ExpressionTree const& tree) : tree_(tree) {}

    void visit(NodeId id) {
        if (fault_) return;
        ExpressionNode const& node = tree_[id];
        if (is_comprehension(node.kind)) return visit_comprehension(id);
        if (node.kind == NodeKind::lambda) return visit_lambda(id);
        Surroundings const outer = around_;
        if (node.kind == NodeKind::yield) {
            if (around_.place == Place::module) return fail("'yield' outside function", node.span);
            if (around_.place == Place::comprehension) return fail("'yield' inside comprehension", node.span);
        }
        if (node.kind == NodeKind::await) {
            bool const module = around_.place == Place::module;
            // A generator takes over what it awaits, and becomes asynchronous itself.
            if (!around_.in_generator)
                return fail(module ? "'await' outside function" : "'await' outside async function", node.span);
        }
        if (node.kind == NodeKind::walrus) visit_walrus(id);
        for (NodeId child : Children(tree_, id)) visit(child);
        around_ = outer;
    }
    std::optional<ExpressionFault> const& fault() const { return fault_; }

  private:
    enum class Place : std::uint8_t { module, function, comprehension };
    struct Surroundings {
        Place place = Place::module;
        bool in_generator = false;
        bool in_iterable = false;
        std::size_t comprehensions = 0;  ///< how many of `bound_` belong to comprehensions around this very scope
    };

    ExpressionTree const& tree_;
    Surroundings around_;
    std::vector<std::string_view> bound_;  ///< iteration variables of the comprehensions around
    std::optional<ExpressionFault> fault_;

    void fail(std::string message, Span span) {
        if (!fault_) fault_ = ExpressionFault{"SyntaxError", std::move(message), span};
    }

    void visit_walrus(NodeId id) {
        if (around_.in_iterable) {
            return fail("assignment expression cannot be used in a comprehension iterable expression", tree_[id].span);
        }
        auto const name = tree_.name(tree_[id].first);
        if (std::find(bound_.begin() + static_cast<std::ptrdiff_t>(around_.comprehensions), bound_.end(), name) !=
            bound_.end()) {
            fail(concat("assignment expression cannot rebind comprehension iteration variable '", name, "'"),
                 tree_[id].span);
        }
    }

    void visit_lambda(NodeId id) {
        Surroundings const outer = around_;
        for (NodeId child : Children(tree_, id)) {
            if (child == tree_[id].last) {
                around_.place = Place::function;
                around_.in_generator = false;
                around_.comprehensions = bound_.size();
            }
            visit(child);
        }
        around_ = outer;
    }

    void collect_bound(NodeId target) {
        if (tree_[target].kind == NodeKind::name) bound_.push_back(tree_.name(target));
        bool const sequence = tree_[target].kind == NodeKind::tuple || tree_[target].kind == NodeKind::list ||
                              tree_[target].kind == NodeKind::starred;
        if (!sequence) return;
        for (NodeId item : Children(tree_, target)) collect_bound(item);
    }

    void visit_clause(NodeId clause, Surroundings const& outer, bool first) {
        NodeId const target = tree_[clause].first, iterable = tree_.second(clause);
        Surroundings const inner = around_;
        visit(target);
        if (first) around_ = outer;  // the first iterable is evaluated outside
        around_.in_iterable = true;
        visit(iterable);
        around_ = inner;
        for (NodeId c = tree_[iterable].next; c != no_node; c = tree_[c].next) visit(c);
        if (tree_[clause].asynchronous && !around_.in_generator) {
            fail("asynchronous comprehension outside of an asynchronous function", tree_[clause].span);
        }
    }

    void visit_comprehension(NodeId id) {
        Surroundings const outer = around_;
        std::size_t const bound = bound_.size();
        around_.place = Place::comprehension;
        around_.in_generator = tree_[id].kind == NodeKind::generator;
        bool first = true;
        // All iteration variables count, wherever the assignment stands.
        for (NodeId child : Children(tree_, id)) {
            if (tree_[child].kind == NodeKind::clause) collect_bound(tree_[child].first);
        }
        for (NodeId child : Children(tree_, id)) {
            if (tree_[child].kind != NodeKind::clause) {
                visit(child);
            } else {
                visit_clause(child, outer, std::exchange(first, false));
            }
        }
        bound_.resize(bound);
        around_ = outer;
    }
};

/// Calls `visit(id)` for each node level by level, in the order of Python's `ast.walk`.
void walk_by_levels(ExpressionTree const& tree, auto visit) {
    std::vector<NodeId> queue{tree.root};
    for (std::size_t i = 0; i < queue.size(); ++i) {
        NodeId const id = queue[i];
        visit(id);
        if (tree[id].kind != NodeKind::dict) {
            for (NodeId child : Children(tree, id)) queue.push_back(child);
            continue;
        }
        std::vector<NodeId> values;  // all keys come before all values
        for (NodeId child = tree[id].first; child != no_node; child = tree[child].next) {
            if (tree[child].kind == NodeKind::double_starred) {
                values.push_back(tree[child].first);
            } else {
                queue.push_back(child);
                values.push_back(child = tree[child].next);
            }
        }
        queue.insert(queue.end(), values.begin(), values.end());
    }
}

/// Names that are bound somewhere in the tree itself; where is not asked.
std::vector<std::string_view> names_bound_in(ExpressionTree const& tree) {
    std::vector<std::string_view> bound;
    for (ExpressionNode const& node : tree.nodes) {
        if (node.kind == NodeKind::parameter || (node.kind == NodeKind::name && node.stored)) {
            bound.push_back(node.label.of(tree.text));
        }
    }
    std::sort(bound.begin(), bound.end());
    return bound;
}

bool is_ambiguous(std::string_view name) {
    for (std::size_t i = 0; i < name.size();) {
        auto const [code, size] = character_at(name, i);
        if (code >= 0x80 && resembles_ascii(code)) return true;
        i += size;
    }
    return false;
}

/// `uuid.UUID`, the one attribute that is followed.
bool is_uuid_type(ExpressionTree const& tree, NodeId id) {
    return tree[id].kind == NodeKind::attribute && tree[id].label.of(tree.text) == "UUID" &&
           tree[tree[id].first].kind == NodeKind::name && tree.name(tree[id].first) == "uuid";
}

bool is_harmless_call(ExpressionTree const& tree, NodeId id) {
    NodeId const callee = tree[id].first;
    if (is_uuid_type(tree, callee)) return true;
    if (tree[callee].kind == NodeKind::name) {
        bool const keywords = tree[tree[id].last].kind == NodeKind::keyword;
        return tree.name(callee) == "datetime" || (is_followed_function(tree.name(callee)) && !keywords);
    }
    return tree[callee].kind != NodeKind::subscript && tree[callee].kind != NodeKind::call &&
           tree[callee].kind != NodeKind::attribute;
}

bool is_harmless(ExpressionTree const& tree, NodeId id) {
    switch (ExpressionNode const& node = tree[id]; node.kind) {
        case NodeKind::call:
            return is_harmless_call(tree, id);
        case NodeKind::attribute:
            return is_uuid_type(tree, id);
        case NodeKind::formatted:
            return !node.parts;
        case NodeKind::walrus:
        case NodeKind::yield:
        case NodeKind::await:
            return false;
        case NodeKind::constant: {
            PyValue const& value = tree.literals[node.literal];
            return !value.huge || bit_length(value) < 4000;
        }
        case NodeKind::binary: {
            ExpressionNode const& left = tree[node.first];
            if (node.op != Op::modulo || left.kind != NodeKind::constant) return true;
            auto const kind = tree.literals[left.literal].kind;
            return kind != PyValue::Kind::text && kind != PyValue::Kind::bytes && kind != PyValue::Kind::computed;
        }
        default:
            return true;
    }
}

/// Counts what makes large values; two such things together, or one with a large number, are not followed.
struct Growth {
    int makers = 0;
    bool comprehensions = false;
    bool large = false;

    void add(ExpressionTree const& tree, ExpressionNode const& node) {
        bool const product = node.kind == NodeKind::binary &&
                             (node.op == Op::multiply || node.op == Op::power || node.op == Op::shift_left);
        bool const range = node.kind == NodeKind::name && node.label.of(tree.text) == "range";
        makers += product || range || node.kind == NodeKind::clause;
        comprehensions |= node.kind == NodeKind::clause;
        if (node.kind != NodeKind::constant) return;
        PyValue const& value = tree.literals[node.literal];
        large |= value.is(PyValue::Kind::integer) && (value.huge || value.integer > 10'000);
    }
    bool is_too_much() const { return makers > 1 + comprehensions || (makers > 0 && large); }
};

}  // namespace

std::optional<ExpressionFault> check_expression(ExpressionTree const& tree) {
    Checker checker(tree);
    checker.visit(tree.root);
    return checker.fault();
}

Survey survey(ExpressionTree const& tree, ExpressionScope const& scope) {
    Survey result;
    auto const bound = names_bound_in(tree);
    Growth growth;
    auto const is_bound = [&](std::string_view name) { return std::binary_search(bound.begin(), bound.end(), name); };
    walk_by_levels(tree, [&](NodeId id) {
        ExpressionNode const& node = tree[id];
        result.harmless = result.harmless && is_harmless(tree, id);
        growth.add(tree, node);
        result.ambiguous = result.ambiguous || is_ambiguous(node.label.of(tree.text));
        if (node.kind != NodeKind::name || node.stored) return;
        if (auto const name = tree.name(id); !is_defined(name, scope) && !is_bound(name)) result.unknown.push_back(id);
    });
    auto const hides = [](std::string_view name) { return name == "uuid" || is_followed_function(name); };
    result.harmless = result.harmless && !growth.is_too_much() && std::none_of(bound.begin(), bound.end(), hides);
    return result;
}

std::vector<Span> find_executed(ExpressionTree const& tree) {
    std::vector<Span> executed;
    for (ExpressionNode const& node : tree.nodes) {
        switch (node.kind) {
            case NodeKind::name:
            case NodeKind::call:
            case NodeKind::attribute:
            case NodeKind::lambda:
            case NodeKind::walrus:
            case NodeKind::list_comprehension:
            case NodeKind::set_comprehension:
            case NodeKind::dict_comprehension:
            case NodeKind::generator:
            case NodeKind::yield:
            case NodeKind::await:
                executed.push_back(node.span);
            default:
                break;
        }
    }
    // Outermost first where they begin alike, then those within another fall away.
    std::sort(executed.begin(), executed.end(),
              [](Span a, Span b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
    std::vector<Span> outermost;
    for (Span span : executed) {
        if (outermost.empty() || span.begin >= outermost.back().end) outermost.push_back(span);
    }
    return outermost;
}

}  // namespace alyx::analyzer
