// Takes over parts whose bytes, nodes and directives are what they were.
#include "analyzer/host/python_module.hpp"

#include <algorithm>

#include "analyzer/host/python_lowering.hpp"

namespace alyx::analyzer {
namespace {

/// Goes down only where a # stands.
void collect_comments(Tree& tree, Node from, ir::Part& part) {
    auto hash_in = [&](Span span) {
        return span.shifted(0 - part.place.span.begin).of(part.text).find('#') != std::string_view::npos;
    };
    std::vector<Node> nodes{from};
    while (!nodes.empty()) {
        Node node = nodes.back();
        nodes.pop_back();
        if (node.type() == "comment") {
            part.comments.push_back({part.place.source, node.span()});
            continue;
        }
        if (node.span().empty() || !hash_in(node.span())) continue;
        Children children = tree.children(node);
        for (auto child = children.rbegin(); child != children.rend(); ++child) nodes.push_back(*child);
    }
}

bool same_names(CalleeFilter const& filter, std::vector<std::string> const& names) {
    return std::equal(filter.names.begin(), filter.names.end(), names.begin(), names.end());
}

}  // namespace

/// Where code is broken, how the parser recovers depends on what it takes over from the tree before: then it is parsed
/// afresh.
void PythonModule::parse(std::string text, std::vector<Span> const& ranges, EditRange edit, bool is_edit) {
    if (!is_edit || tree_->root().has_error())
        tree_.reset();
    else
        tree_->edit(text_, text, edit.before, edit.after);
    if (!tree_ || tree_->root().has_error()) tree_.emplace(tree_sitter_python(), text, ranges);
    text_ = std::move(text);
}

PythonModule::Known* PythonModule::find(Span span) {
    auto found = std::lower_bound(
        parts_.begin(), parts_.end(), span.begin,
        [](Known const& known, std::uint32_t begin) { return !known.part || known.part->place.span.begin < begin; });
    return found != parts_.end() && found->part->place.span == span ? &*found : nullptr;
}

PythonModule::Known PythonModule::known(Node node, Source const& source, EditRange edit, bool reuses) {
    auto before = reuses && !node.has_error() ? edit.unedited(node.span()) : std::nullopt;
    if (auto* old = before ? find(*before) : nullptr)
        if (old->symbol == node.symbol() && old->nodes == node.descendant_count()) return std::move(*old);
    Known known{std::make_unique<ir::Part>(), node.symbol(), node.descendant_count(), false, {}};
    known.part->text = node.span().of(source.text());
    known.part->place = {source_, node.span()};
    collect_comments(*tree_, node, *known.part);
    return known;
}

void PythonModule::lower(Node node, Known& known, PythonDirectives const& directives, PythonLowering& lowering) {
    auto near = directives.near(node.span());
    if (known.lowered && known.near == near && declares_ == !directives.empty()) return;
    auto& part = *known.part;
    part.expressions.clear(), part.body.clear(), part.receivers.clear(), part.bindings.clear(), part.mentions.clear();
    part.begin = node.span().begin;
    lowering.lower(node, part);
    known.near = std::move(near);
    known.lowered = true;
}

void PythonModule::update(Source const& source, Fragment const& fragment, CalleeFilter const& filter, ir::Keys& keys) {
    std::string text = without_magics(source.text(), fragment.ranges);
    bool is_plain = fragment.ranges.size() == 1 && fragment.ranges[0].size() == text.size() && text == source.text();
    bool reuses = is_plain && is_plain_ && source_ == fragment.source && same_names(filter, names_);
    EditRange edit = edit_range(text_, text);
    parse(std::move(text), fragment.ranges, edit, is_plain && is_plain_);
    is_plain_ = is_plain;
    source_ = fragment.source;
    names_.assign(filter.names.begin(), filter.names.end());

    Children nodes = tree_->children(tree_->root());
    std::vector<Known> parts;
    PythonDirectives directives(source, source_);
    for (Node node : nodes) {
        parts.push_back(known(node, source, edit, reuses));
        auto& part = *parts.back().part;
        for (Place& comment : part.comments) {
            comment.span = comment.span.shifted(node.span().begin - part.place.span.begin);
            directives.add(comment.span);
        }
        part.place.span = node.span();
    }
    parts_ = std::move(parts);
    PythonLowering lowering(fragment, filter, directives, keys, *tree_);
    for (std::size_t i = 0; i < nodes.size(); ++i) lower(nodes[i], parts_[i], directives, lowering);
    declares_ = !directives.empty();
}

void PythonModule::add_to(ir::Program& program) const {
    for (auto const& known : parts_) program.parts.push_back(known.part.get());
}

}  // namespace alyx::analyzer
