// What lowering a fragment takes in any language that has a grammar.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzer/fold/folded_unit.hpp"
#include "analyzer/fold/ir_program.hpp"
#include "analyzer/host/query_directives.hpp"
#include "analyzer/host/tree.hpp"
#include "analyzer/text/unit.hpp"

namespace alyx::analyzer {

/// The literal with these bytes, as far as they are the fragment's. `code` stands at `base` of the source; `statement`:
/// where the literal's statement begins.
std::shared_ptr<Literal const> read_literal(Fragment const& fragment, std::string_view code, std::uint32_t base,
                                            LiteralLayer layer, std::string_view quote, Span contents,
                                            std::uint32_t statement);

/// The comments at a node and within it. `text`, which holds all of them, stands at `base` of the source; the tree is
/// gone through only where the sign stands in it.
std::vector<Span> comments_under(Tree& tree, Node from, std::string_view text, std::uint32_t base,
                                 std::string_view sign);

/// Where the names of calls that are asked for stand, and making expressions of the part.
class LoweringBase {
  protected:
    LoweringBase(Source const& source, Fragment const& fragment, CalleeFilter const& filter, ir::Keys& keys,
                 ir::Part& part);

    template <class Of>
    ir::Operand make(Span span, Of of) {
        part_.expressions.push_back({place(span), matters(span), std::move(of)});
        return &part_.expressions.back();
    }
    ir::Operand make_name(Span span) { return make(span, ir::Name{keys_.name(text(span))}); }
    ir::Operand make_attribute(Span span, ir::Operand object, std::string_view name);
    ir::Operand make_text(Span span, LiteralLayer layer, std::string_view quote, Span contents);
    ir::Operand make_constant(Span span, Folded::Kind kind, bool value = false);
    /// The literal with these bytes, as far as they are the fragment's.
    std::shared_ptr<Literal const> literal(LiteralLayer layer, std::string_view quote, Span contents) const {
        return read_literal(fragment_, part_.text, 0, layer, quote, contents, statement_);
    }
    /// A call whose last name is `name`: is it asked for?
    ir::Call call_to(ir::Operand callee, std::string_view name, Span name_span);
    void add_comment(Span comment);

    std::string_view text(Span span) const { return span.of(part_.text); }
    Place place(Span span) const { return {fragment_.source, span}; }
    /// Does the name of a call that is asked for stand there?
    bool matters(Span span) const;

    Fragment const& fragment_;
    CalleeFilter const& filter_;
    ir::Keys& keys_;
    ir::Part& part_;
    QueryDirectives directives_;
    std::uint32_t statement_ = 0;  ///< where the innermost statement being lowered begins
    std::size_t depth_ = 0;
    static constexpr std::size_t max_depth = 200;

  private:
    std::vector<std::uint32_t> hits_;
};

/// With the tree of a grammar.
class Lowering : public LoweringBase {
  protected:
    Lowering(Source const& source, Fragment const& fragment, CalleeFilter const& filter, ir::Keys& keys, ir::Part& part,
             TSLanguage const* grammar)
        : LoweringBase(source, fragment, filter, keys, part), tree_(grammar, part.text, fragment.ranges) {}

    using LoweringBase::make;
    using LoweringBase::text;
    template <class Of>
    ir::Operand make(Node node, Of of) {
        return make(node.span(), std::move(of));
    }
    std::string_view text(Node node) const { return text(node.span()); }
    /// The comments of the tree, which begin with the sign.
    void collect_comments(std::string_view sign);

    Tree tree_;
};

/// A row of what lowers the nodes of a type.
template <class Lower>
struct NodeRow {
    std::string_view type;
    Lower lower;
};

/// By the grammar's symbols; null where no row is of the type.
template <class Lower, std::size_t size>
std::vector<Lower> node_table(TSLanguage const* grammar, NodeRow<Lower> const (&rows)[size]) {
    std::vector<Lower> table(ts_language_symbol_count(grammar));
    for (TSSymbol symbol = 0; symbol < table.size(); ++symbol)
        for (NodeRow<Lower> const& row : rows)
            if (row.type == ts_language_symbol_name(grammar, symbol)) table[symbol] = row.lower;
    return table;
}

}  // namespace alyx::analyzer
