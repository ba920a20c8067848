// The C interface of tree-sitter, owned and by value.
#pragma once

#include <tree_sitter/api.h>

#include <boost/container/small_vector.hpp>
#include <memory>
#include <string_view>
#include <vector>

#include "analyzer/text/span.hpp"

extern "C" {
TSLanguage const* tree_sitter_python();
TSLanguage const* tree_sitter_markdown();
TSLanguage const* tree_sitter_javascript();
TSLanguage const* tree_sitter_typescript();
TSLanguage const* tree_sitter_tsx();
TSLanguage const* tree_sitter_bash();
}

namespace alyx::analyzer {

/// A node of a tree, which must outlive it. May be null: then it has no type, no bytes and no children.
class Node {
  public:
    Node() : node_{} {}
    explicit Node(TSNode node) : node_(node) {}

    explicit operator bool() const { return !ts_node_is_null(node_); }
    TSSymbol symbol() const { return *this ? ts_node_symbol(node_) : TSSymbol{0}; }
    std::string_view type() const { return *this ? ts_node_type(node_) : ""; }
    Span span() const { return *this ? Span{ts_node_start_byte(node_), ts_node_end_byte(node_)} : Span{}; }
    bool is_named() const { return *this && ts_node_is_named(node_); }
    bool is_error() const { return *this && ts_node_is_error(node_); }
    bool is_missing() const { return *this && ts_node_is_missing(node_); }
    bool has_error() const { return *this && ts_node_has_error(node_); }
    Node field(std::string_view name) const {
        if (!*this) return {};
        return Node(ts_node_child_by_field_name(node_, name.data(), static_cast<std::uint32_t>(name.size())));
    }
    /// With itself.
    std::uint32_t descendant_count() const { return *this ? ts_node_descendant_count(node_) : 0; }
    Node parent() const { return *this ? Node(ts_node_parent(node_)) : Node(); }
    Node first_named() const { return *this ? Node(ts_node_named_child(node_, 0)) : Node(); }
    TSNode raw() const { return node_; }

  private:
    TSNode node_;
};

using Children = boost::container::small_vector<Node, 8>;

class Tree {
  public:
    /// Parses the bytes `ranges` of a source, of which `text` is what stands from `base` on: as much as they take, from
    /// the begin of a line. Nodes have their places in the source. Total.
    Tree(TSLanguage const* language, std::string_view text, std::vector<Span> const& ranges, std::uint32_t base = 0);

    Node root() const { return Node(ts_tree_root_node(tree_.get())); }
    /// The innermost node around the bytes.
    Node smallest(Span span) const {
        return Node(ts_node_descendant_for_byte_range(root().raw(), span.begin, span.end));
    }
    /// All children of a node. One cursor serves all calls, so that none allocates one.
    Children children(Node node);

  private:
    struct Delete {
        void operator()(TSTree* tree) const { ts_tree_delete(tree); }
    };
    class Cursor {
      public:
        explicit Cursor(TSNode node) : cursor_(ts_tree_cursor_new(node)) {}
        ~Cursor() { ts_tree_cursor_delete(&cursor_); }
        Cursor(Cursor const&) = delete;
        Cursor& operator=(Cursor const&) = delete;
        TSTreeCursor* get() { return &cursor_; }

      private:
        TSTreeCursor cursor_;
    };
    std::unique_ptr<TSTree, Delete> tree_;
    std::unique_ptr<Cursor> cursor_;
};

}  // namespace alyx::analyzer
