// Names, displays, operators and strings of a tree.
#include "analyzer/value/expression_evaluator.hpp"

#include <algorithm>
#include <utility>

#include "analyzer/text/concat.hpp"
#include "analyzer/value/characters.hpp"
#include "analyzer/value/expression_checks.hpp"
#include "analyzer/value/expression_operators.hpp"

namespace alyx::analyzer {
namespace {

using Kind = PyValue::Kind;

/// Deeper trees would need too much stack.
constexpr std::uint32_t deepest = 250;

void place_all(PyValue& value, Span span) {
    value.span = span;
    for (PyValue& item : value.items) place_all(item, span);
}

/// Built-in objects whose value is known, or not known at all.
PyValue builtin_object(std::string_view name, Run& run) {
    PyValue value;
    if (name == "__debug__") return PyValue::make_boolean(true);
    value.kind = name == "Ellipsis" ? Kind::ellipsis : Kind::object;
    value.text = name;
    bool const of_module = name.substr(0, 2) == "__";  // __name__, __doc__ … of the server's module
    return of_module ? run.give_up() : value;
}

/// `ascii(text)`, given its repr.
std::string escaped(std::string_view repr) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string ascii;
    for (std::size_t i = 0; i < repr.size();) {
        auto const [code, size] = character_at(repr, i);
        if (code < 0x80) {
            ascii += repr[i];
        } else {
            int const length = code < 0x100 ? 2 : code < 0x10000 ? 4 : 8;
            ascii += length == 2 ? "\\x" : length == 4 ? "\\u" : "\\U";
            for (int shift = 4 * (length - 1); shift >= 0; shift -= 4) ascii += digits[code >> shift & 15];
        }
        i += size;
    }
    return ascii;
}

}  // namespace

Evaluation ExpressionEvaluator::evaluate() {
    ExpressionNode const& root = tree_[tree_.root];
    if (root.depth > deepest) {
        run_.give_up();
        return run_.take();
    }
    PyValue value = root.kind == NodeKind::generator ? comprehension(tree_.root) : value_of(tree_.root);
    if (run_.stopped()) return run_.take();
    Evaluation evaluation;
    evaluation.result = value.is(Kind::computed) ? Evaluation::Result::computed : Evaluation::Result::value;
    value.span = root.span;
    evaluation.value = std::move(value);
    return evaluation;
}

PyValue ExpressionEvaluator::value_of(NodeId id) {
    if (run_.stopped() || (repeats_ && !run_.spend(1))) return {};
    Span const outer = std::exchange(run_.at, tree_[id].span);
    auto const kind = tree_[id].kind;
    bool const shows =
        kind == NodeKind::list || kind == NodeKind::tuple || kind == NodeKind::dict || kind == NodeKind::generator;
    bool const outer_shown = std::exchange(shown_, shown_ && shows);
    PyValue value = compute(id);
    shown_ = outer_shown;
    if (!run_.stopped()) {
        value.span = tree_[id].span;
        run_.at = outer;
    }
    return value;
}

PyValue ExpressionEvaluator::compute(NodeId id) {
    switch (tree_[id].kind) {
        case NodeKind::constant:
            return constant(id);
        case NodeKind::name:
            return name(id);
        case NodeKind::list:
        case NodeKind::tuple:
        case NodeKind::set:
            return display(id);
        case NodeKind::dict:
            return dict(id);
        case NodeKind::unary:
        case NodeKind::binary:
            return operation(id);
        case NodeKind::boolean:
            return boolean(id);
        case NodeKind::comparison:
            return comparison(id);
        case NodeKind::conditional: {
            bool const test = truth(value_of(tree_[id].first), run_);
            return value_of(test ? tree_.second(id) : tree_[id].last);
        }
        case NodeKind::subscript:
            return subscripted(id);
        case NodeKind::attribute:
            return uuid_type(id);
        case NodeKind::call:
            return call(id);
        case NodeKind::lambda:
            return lambda(id);
        case NodeKind::list_comprehension:
        case NodeKind::set_comprehension:
        case NodeKind::dict_comprehension:
            return comprehension(id);
        case NodeKind::joined:
            return joined(id);
        case NodeKind::slice:  // among others: what takes it may be anything, but its bounds come first
            for (NodeId bound : Children(tree_, id)) value_of(bound);
            return run_.give_up();
        default:  // a generator that something else than a loop gets hold of
            return shown_ ? generator(id) : run_.give_up();
    }
}

PyValue ExpressionEvaluator::display(NodeId id) {
    std::vector<PyValue> items;
    collect(id, items);
    if (run_.stopped()) return {};
    if (tree_[id].kind == NodeKind::set) return make_set(std::move(items), run_);
    return make_sequence(tree_[id].kind == NodeKind::list ? Kind::list : Kind::tuple, std::move(items));
}

PyValue ExpressionEvaluator::operation(NodeId id) {
    ExpressionNode const& node = tree_[id];
    PyValue const left = value_of(node.first);
    if (node.kind == NodeKind::unary) return run_.stopped() ? PyValue{} : unary_operation(node.op, left, run_);
    PyValue const right = value_of(tree_.second(id));
    return run_.stopped() ? PyValue{} : binary_operation(node.op, left, right, run_);
}

/// The only attribute that is harmless: `uuid.UUID`.
PyValue ExpressionEvaluator::uuid_type(NodeId id) {
    value_of(tree_[id].first);
    PyValue type;
    type.kind = Kind::callable;
    type.text = "uuid.UUID";
    return type;
}

PyValue ExpressionEvaluator::constant(NodeId id) {
    PyValue& value = tree_.literals[tree_[id].literal];
    if (value.is(Kind::computed)) return run_.give_up();
    if (repeats_) return value;
    return std::move(value);
}

PyValue ExpressionEvaluator::name(NodeId id) {
    std::string_view const name = tree_.name(id);
    if (!run_.spend(variables_.size() / 32)) return {};
    for (auto v = variables_.rbegin(); v != variables_.rend(); ++v) {
        if (v->name != name) continue;
        if (v->assigned) return run_.spend(weight(v->value)) ? v->value : PyValue{};
        if (v->scope != innermost_) return run_.raise_undefined(name, tree_[id].span);
        return run_.raise("UnboundLocalError",
                          concat("cannot access local variable '", name, "' where it is not associated with a value"));
    }
    for (auto const& binding : scope_.locals) {
        if (binding.name != name) continue;
        PyValue value = *binding.value;
        place_all(value, tree_[id].span);
        return run_.spend(weight(value)) ? value : PyValue{};
    }
    auto const server = scope_.meaning ? scope_.meaning(name) : NameMeaning::undefined;
    auto const meaning = server != NameMeaning::undefined ? server : builtin_meaning(name);
    if (meaning == NameMeaning::undefined) return run_.raise_undefined(name, tree_[id].span);
    if (meaning == NameMeaning::object && server == NameMeaning::undefined) return builtin_object(name, run_);
    PyValue value;
    value.kind = meaning == NameMeaning::type || meaning == NameMeaning::function ? Kind::callable : Kind::object;
    value.text = name;
    return value;
}

void ExpressionEvaluator::collect_one(NodeId item, std::vector<PyValue>& to) {
    if (tree_[item].kind == NodeKind::starred) {
        iterate_node(tree_[item].first, to, true);
    } else {
        to.push_back(value_of(item));
    }
}

void ExpressionEvaluator::collect(NodeId display, std::vector<PyValue>& to) {
    auto const items = Children(tree_, display);
    std::size_t count = 0, checked = 0;
    bool grows = false;
    for ([[maybe_unused]] NodeId item : items) ++count;
    to.reserve(count);
    for (NodeId item : items) {
        if (run_.stopped()) return;
        // Once something is unpacked, Python puts items into a set one by one; before, all at the end.
        bool const unpacks = tree_[item].kind == NodeKind::starred;
        grows = grows || (unpacks && tree_[display].kind == NodeKind::set);
        if (grows) check_items(to, checked);
        collect_one(item, to);
        if (grows) check_items(to, checked);
    }
}

void ExpressionEvaluator::check_items(std::vector<PyValue> const& items, std::size_t& checked) {
    while (checked < items.size() && !run_.stopped() && check_hashable(items[checked], run_)) ++checked;
}

PyValue ExpressionEvaluator::dict(NodeId id) {
    std::vector<PyValue> items;
    for (NodeId child : Children(tree_, id)) {
        if (run_.stopped()) return {};
        if (tree_[child].kind != NodeKind::double_starred) {
            items.push_back(value_of(child));
            continue;
        }
        PyValue const mapping = value_of(tree_[child].first);
        if (run_.stopped()) return {};
        if (mapping.is(Kind::callable) || mapping.is(Kind::object)) return run_.give_up();
        if (!mapping.is(Kind::dict))
            return run_.raise("TypeError", concat("'", type_name(mapping), "' object is not a mapping"));
        items.insert(items.end(), mapping.items.begin(), mapping.items.end());
    }
    return run_.stopped() ? PyValue{} : make_dict(std::move(items), run_);
}

PyValue ExpressionEvaluator::boolean(NodeId id) {
    PyValue value;
    for (NodeId operand : Children(tree_, id)) {
        value = value_of(operand);
        if (run_.stopped()) return {};
        if (tree_[operand].next == no_node) break;
        if (truth(value, run_) == (tree_[id].op == Op::or_)) break;
    }
    return value;
}

PyValue ExpressionEvaluator::comparison(NodeId id) {
    NodeId operand = tree_[id].first;
    PyValue left = value_of(operand);
    bool holds = true;
    for (operand = tree_[operand].next; operand != no_node && holds && !run_.stopped(); operand = tree_[operand].next) {
        PyValue right;
        bool const membership = tree_[operand].link == Op::in || tree_[operand].link == Op::not_in;
        if (membership && tree_[operand].kind == NodeKind::generator) {
            right = comprehension(operand);
            run_.doubt();
        } else {
            right = value_of(operand);
        }
        if (run_.stopped()) return {};
        holds = compare(tree_[operand].link, left, right, run_);
        left = std::move(right);
    }
    return PyValue::make_boolean(holds);
}

PyValue ExpressionEvaluator::subscripted(NodeId id) {
    PyValue const value = value_of(tree_[id].first);
    NodeId const index = tree_.second(id);
    if (tree_[index].kind != NodeKind::slice) {
        PyValue const at = value_of(index);
        return run_.stopped() ? PyValue{} : subscript(value, at, run_);
    }
    PyValue bounds[3];
    NodeId bound = tree_[index].first;
    for (int i = 0; i < 3; ++i) {
        if (!(tree_[index].parts >> i & 1)) continue;
        bounds[i] = value_of(bound);
        bound = tree_[bound].next;
    }
    return run_.stopped() ? PyValue{} : slice(value, bounds, run_);
}

PyValue ExpressionEvaluator::joined(NodeId id) {
    PyValue text = PyValue::make_text({});
    for (NodeId piece : Children(tree_, id)) {
        bool const field = tree_[piece].kind == NodeKind::formatted;
        PyValue const value = value_of(field ? tree_[piece].first : piece);
        if (run_.stopped()) return {};
        if (!is_printed_the_same(value) || !run_.spend(weight(value))) return run_.give_up();
        char const conversion = field ? tree_[piece].conversion : 's';
        text.text += conversion == 'r' ? py_repr(value) : conversion == 'a' ? escaped(py_repr(value)) : py_str(value);
    }
    return text;
}

}  // namespace alyx::analyzer
