// The tree of a Python expression: nodes in one array, children in the order of Python's own `ast`.
#pragma once

#include <algorithm>
#include <boost/container/small_vector.hpp>
#include <string>
#include <string_view>

#include "analyzer/value/expression_node.hpp"
#include "analyzer/value/py_value.hpp"

namespace alyx::analyzer {

/// What the compiler objects to, and where.
struct ExpressionFault {
    std::string exception;
    std::string message;
    Span span;
};

struct ExpressionTree {
    explicit ExpressionTree(std::string_view t) : text(t) {}

    std::string_view text;
    boost::container::small_vector<ExpressionNode, 16> nodes;
    boost::container::small_vector<PyValue, 4> literals;
    NodeId root = no_node;
    bool plain = true;  ///< nothing but literals, signs and displays

    ExpressionNode& operator[](NodeId id) { return nodes[id]; }
    ExpressionNode const& operator[](NodeId id) const { return nodes[id]; }
    std::string_view name(NodeId id) const { return nodes[id].label.of(text); }

    NodeId add(NodeKind kind, Span span) {
        ExpressionNode node;
        node.kind = kind;
        node.span = span;
        nodes.push_back(node);
        return static_cast<NodeId>(nodes.size() - 1);
    }
    NodeId add_constant(PyValue value, Span span) {
        NodeId const id = add(NodeKind::constant, span);
        nodes[id].literal = static_cast<std::uint32_t>(literals.size());
        literals.push_back(std::move(value));
        return id;
    }
    void adopt(NodeId parent, NodeId child) {
        ExpressionNode& p = nodes[parent];
        (p.first == no_node ? p.first : nodes[p.last].next) = child;
        p.last = child;
        p.depth = std::max(p.depth, nodes[child].depth + 1);
    }
    NodeId second(NodeId id) const { return nodes[nodes[id].first].next; }
};

/// The children of a node, for range-based loops.
class Children {
  public:
    class Iterator {
      public:
        Iterator(ExpressionTree const& tree, NodeId id) : tree_(tree), id_(id) {}
        NodeId operator*() const { return id_; }
        Iterator& operator++() { return id_ = tree_[id_].next, *this; }
        bool operator!=(Iterator const& other) const { return id_ != other.id_; }

      private:
        ExpressionTree const& tree_;
        NodeId id_;
    };
    Children(ExpressionTree const& tree, NodeId parent) : tree_(tree), first_(tree[parent].first) {}
    Iterator begin() const { return {tree_, first_}; }
    Iterator end() const { return {tree_, no_node}; }

  private:
    ExpressionTree const& tree_;
    NodeId first_;
};

}  // namespace alyx::analyzer
