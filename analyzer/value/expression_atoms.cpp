// Names, literals, displays and comprehensions.
#include "analyzer/text/concat.hpp"
#include "analyzer/value/expression_integers.hpp"
#include "analyzer/value/expression_literals.hpp"
#include "analyzer/value/expression_parser.hpp"

namespace alyx::analyzer {
namespace {

constexpr int or_level = 1, bitwise_level = 5;

/// Python reads no decimal integer of more digits.
constexpr std::ptrdiff_t most_digits = 4300;

}  // namespace

NodeId ExpressionParser::constant(PyValue value) {
    NodeId const id = tree_.add_constant(std::move(value), token_.span);
    advance();
    return id;
}

NodeId ExpressionParser::parse_number() {
    std::string_view const written = token_.span.of(tree_.text);
    if (!at(Sym::integer)) return constant(read_float_literal(written, at(Sym::imaginary)));
    bool const decimal = written.size() < 2 || written[1] <= '9' || written[1] == '_';
    if (decimal && written.size() - std::count(written.begin(), written.end(), '_') > most_digits) {
        fail("Exceeds the limit (4300 digits) for integer string conversion", token_.span);
        return node(NodeKind::constant, token_.span.begin);
    }
    PyValue value = read_integer_literal(written);
    if (value.huge) tree_.plain = false;
    return constant(std::move(value));
}

NodeId ExpressionParser::parse_atom() {
    auto of_kind = [](PyValue::Kind kind) {
        PyValue value;
        value.kind = kind;
        return value;
    };
    switch (token_.sym) {
        case Sym::string:
            return parse_strings();
        case Sym::integer:
        case Sym::number:
        case Sym::imaginary:
            return parse_number();
        case Sym::round:
            return parse_group();
        case Sym::square:
            return parse_list();
        case Sym::curly:
            return parse_braces();
        case Sym::true_:
            return constant(PyValue::make_boolean(true));
        case Sym::false_:
            return constant(PyValue::make_boolean(false));
        case Sym::none:
            return constant(PyValue::make_none());
        case Sym::ellipsis:
            return constant(of_kind(PyValue::Kind::ellipsis));
        case Sym::name: {
            NodeId const id = tree_.add(NodeKind::name, token_.span);
            tree_[id].label = token_.span;
            tree_.plain = false;
            advance();
            return id;
        }
        default:
            fail_here();
            return node(NodeKind::tuple, token_.span.begin);
    }
}

NodeId ExpressionParser::parse_group() {
    std::uint32_t const begin = token_.span.begin;
    advance();
    return parse_group_content(begin, Sym::round_close);
}

NodeId ExpressionParser::parse_group_content(std::uint32_t begin, Sym closer) {
    NodeId content;
    if (at(closer)) {
        content = node(NodeKind::tuple, begin);
    } else if (at(Sym::yield)) {
        content = parse_yield();
    } else {
        content = parse_starred_or_named();
        if (at(Sym::for_) || at(Sym::async)) {
            content = parse_comprehension(NodeKind::generator, begin, content);
        } else if (at(Sym::comma)) {
            content = wrap(NodeKind::tuple, begin, content);
            if (take(Sym::comma)) parse_items(content, closer);
        } else if (tree_[content].kind == NodeKind::starred) {
            fail("cannot use starred expression here", tree_[content].span);
        }
    }
    expect(closer);
    tree_[content].grouped = true;
    tree_[content].span.begin = begin;
    return close(content);
}

void ExpressionParser::parse_items(NodeId display, Sym closer) {
    while (!at(closer) && !fault_) {
        tree_.adopt(display, parse_starred_or_named());
        if (!at(closer)) expect(Sym::comma);
    }
}

NodeId ExpressionParser::parse_list() {
    std::uint32_t const begin = token_.span.begin;
    advance();
    NodeId list = node(NodeKind::list, begin);
    if (!at(Sym::square_close)) {
        NodeId const first = parse_starred_or_named();
        if (at(Sym::for_) || at(Sym::async)) {
            list = parse_comprehension(NodeKind::list_comprehension, begin, first);
        } else {
            tree_.adopt(list, first);
            if (!at(Sym::square_close)) expect(Sym::comma);
            parse_items(list, Sym::square_close);
        }
    }
    expect(Sym::square_close);
    return close(list);
}

void ExpressionParser::parse_dict_items(NodeId dict) {
    while (!at(Sym::curly_close) && !fault_) {
        std::uint32_t const begin = token_.span.begin;
        if (take(Sym::double_star)) {
            tree_.adopt(dict, wrap(NodeKind::double_starred, begin, parse_binary(bitwise_level)));
        } else {
            tree_.adopt(dict, parse_expression());
            expect(Sym::colon);
            tree_.adopt(dict, parse_expression());
        }
        if (!at(Sym::curly_close)) expect(Sym::comma);
    }
}

NodeId ExpressionParser::parse_braces() {
    std::uint32_t const begin = token_.span.begin;
    advance();
    NodeId display = node(NodeKind::dict, begin);
    if (at(Sym::curly_close) || at(Sym::double_star)) {
        parse_dict_items(display);
    } else {
        NodeId const first = parse_starred_or_named();
        bool const no_key = is_bare(first, NodeKind::walrus) || tree_[first].kind == NodeKind::starred;
        if (!no_key && take(Sym::colon)) {
            NodeId const value = parse_expression();
            if (at(Sym::for_) || at(Sym::async)) {
                display = parse_comprehension(NodeKind::dict_comprehension, begin, first, value);
            } else {
                tree_.adopt(display, first);
                tree_.adopt(display, value);
                if (!at(Sym::curly_close)) expect(Sym::comma);
                parse_dict_items(display);
            }
        } else if (at(Sym::for_) || at(Sym::async)) {
            display = parse_comprehension(NodeKind::set_comprehension, begin, first);
        } else {
            tree_[display].kind = NodeKind::set;
            tree_.adopt(display, first);
            if (!at(Sym::curly_close)) expect(Sym::comma);
            parse_items(display, Sym::curly_close);
        }
    }
    expect(Sym::curly_close);
    return close(display);
}

NodeId ExpressionParser::parse_yield() {
    tree_.plain = false;
    NodeId const yield = node(NodeKind::yield, token_.span.begin);
    advance();
    if (take(Sym::from)) {
        tree_.adopt(yield, parse_expression());
    } else if (!at(Sym::round_close) && !at(Sym::end)) {
        NodeId value = parse_starred_or_named();
        if (is_bare(value, NodeKind::walrus)) fail_here();
        if (at(Sym::comma)) {
            value = wrap(NodeKind::tuple, begin_of(value), value);
            while (take(Sym::comma) && !at(Sym::round_close) && !at(Sym::end))
                tree_.adopt(value, parse_starred_or_named());
            close(value);
        } else if (tree_[value].kind == NodeKind::starred) {
            fail("can't use starred expression here", tree_[value].span);
        }
        tree_.adopt(yield, value);
    }
    return close(yield);
}

NodeId ExpressionParser::parse_comprehension(NodeKind kind, std::uint32_t begin, NodeId element, NodeId value) {
    tree_.plain = false;
    if (tree_[element].kind == NodeKind::starred) {
        fail("iterable unpacking cannot be used in comprehension", tree_[element].span);
    }
    NodeId const comprehension = wrap(kind, begin, element);
    if (value != no_node) tree_.adopt(comprehension, value);
    while ((at(Sym::for_) || at(Sym::async)) && !fault_) {
        NodeId const clause = node(NodeKind::clause, token_.span.begin);
        tree_[clause].asynchronous = take(Sym::async);
        expect(Sym::for_);
        tree_.adopt(clause, parse_targets());
        expect(Sym::in);
        tree_.adopt(clause, parse_binary(or_level));
        while (take(Sym::if_)) tree_.adopt(clause, parse_binary(or_level));
        tree_.adopt(comprehension, close(clause));
    }
    return close(comprehension);
}

NodeId ExpressionParser::parse_targets() {
    auto one = [&] {
        std::uint32_t const begin = token_.span.begin;
        return take(Sym::star) ? wrap(NodeKind::starred, begin, parse_binary(bitwise_level))
                               : parse_binary(bitwise_level);
    };
    NodeId target = one();
    if (at(Sym::comma)) {
        target = wrap(NodeKind::tuple, begin_of(target), target);
        while (take(Sym::comma) && !at(Sym::in)) tree_.adopt(target, one());
        close(target);
    }
    if (!fault_) store(target, false);
    return target;
}

void ExpressionParser::store(NodeId target, bool in_sequence) {
    switch (ExpressionNode& t = tree_[target]; t.kind) {
        case NodeKind::name:
            t.stored = true;
            if (tree_.name(target) == "__debug__") fail("cannot assign to __debug__", t.span);
            return;
        case NodeKind::attribute:
            if (t.label.of(tree_.text) == "__debug__") fail("cannot assign to __debug__", t.span);
            return;
        case NodeKind::subscript:
            return;
        case NodeKind::starred:
            if (!in_sequence) fail("starred assignment target must be in a list or tuple", t.span);
            return store(t.first, false);
        case NodeKind::tuple:
        case NodeKind::list: {
            int starred = 0;
            for (NodeId item : Children(tree_, target)) {
                starred += tree_[item].kind == NodeKind::starred;
                store(item, true);
            }
            if (starred > 1) fail("multiple starred expressions in assignment", t.span);
            return;
        }
        default:
            fail("cannot assign to this expression", t.span);
    }
}

}  // namespace alyx::analyzer
