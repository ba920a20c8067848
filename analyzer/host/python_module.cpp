// Reads a window around an edit where code is sound, else all; takes over parts that are what they were.
#include "analyzer/host/python_module.hpp"

#include <algorithm>

#include "analyzer/host/lowering.hpp"
#include "analyzer/host/python_lowering.hpp"

namespace alyx::analyzer {
namespace {

bool same_names(CalleeFilter const& filter, std::vector<std::string> const& names) {
    return std::equal(filter.names.begin(), filter.names.end(), names.begin(), names.end());
}

}  // namespace

/// What an update is given.
struct PythonModule::Reading {
    Source const& source;
    Fragment const& fragment;
    CalleeFilter const& filter;
    ir::Keys& keys;
    bool reuses;  ///< parts may be taken over
};

void PythonModule::Known::move_to(std::uint32_t begin) {
    auto const by = begin - this->begin();
    for (Place& comment : part->comments) comment.span = comment.span.shifted(by);
    part->place.span = part->place.span.shifted(by);
}

bool PythonModule::starts_line(Known const& known) const {
    return !known.is_comment && (known.begin() == 0 || text_[known.begin() - 1] == '\n');
}

/// From a whole statement before those that the edit touched to a whole one behind them: both begin lines, so that they
/// are read as they are within the whole text. What of a comment is a statement's depends on what stands around it, so
/// that none is at the ends.
PythonModule::Window PythonModule::window_of(EditRange edit, std::size_t size) const {
    auto behind = [](std::uint32_t offset, Known const& known) { return offset < known.begin(); };
    auto first = std::upper_bound(parts_.begin(), parts_.end(), edit.before.begin, behind);
    auto last = std::upper_bound(first, parts_.end(), edit.before.end, behind);
    // The first of them began at the edit or before it.
    for (int statements = 0; first != parts_.begin() && statements < 2;) statements += starts_line(*--first);
    while (last != parts_.end() && !starts_line(*last)) ++last;
    auto next = last == parts_.end() ? last : last + 1;
    while (next != parts_.end() && !starts_line(*next)) ++next;
    auto const shift = edit.after.end - edit.before.end;
    return {
        static_cast<std::size_t>(first - parts_.begin()), static_cast<std::size_t>(last - parts_.begin()),
        make_span(first == parts_.begin() ? 0 : first->begin(), next == parts_.end() ? size : next->begin() + shift),
        shift};
}

PythonModule::Known* PythonModule::find(Span span) {
    auto found =
        std::lower_bound(parts_.begin(), parts_.end(), span.begin,
                         [](Known const& known, std::uint32_t begin) { return !known.part || known.begin() < begin; });
    return found != parts_.end() && found->part->place.span == span ? &*found : nullptr;
}

PythonModule::Known PythonModule::known(Tree& tree, Node node, Reading const& reading, EditRange edit) {
    auto before = reading.reuses && !node.has_error() ? edit.unedited(node.span()) : std::nullopt;
    if (auto* old = before ? find(*before) : nullptr)
        if (old->symbol == node.symbol() && old->nodes == node.descendant_count()) {
            old->move_to(node.span().begin);
            old->node = node;
            return std::move(*old);
        }
    Known known{std::make_unique<ir::Part>(),
                node.symbol(),
                node.descendant_count(),
                node.type() == "comment",
                false,
                {},
                node};
    auto& part = *known.part;
    part.kept = node.span().of(reading.source.text());
    part.text = part.kept;
    part.place = {source_, node.span()};
    for (Span comment : comments_under(tree, node, part.text, known.begin(), "#"))
        part.comments.push_back({source_, comment});
    return known;
}

/// False where some must be lowered whose nodes are not at hand.
bool PythonModule::lower(Reading const& reading, Tree& tree) {
    QueryDirectives directives(reading.source, source_);
    for (auto const& known : parts_)
        for (Place comment : known.part->comments) directives.add(comment.span);
    PythonLowering lowering(reading.fragment, reading.filter, directives, reading.keys, tree);
    for (auto& known : parts_) {
        auto near = directives.near(known.part->place.span);
        if (known.lowered && known.near == near && declares_ == !directives.empty()) continue;
        if (!known.node) return false;
        auto& part = *known.part;
        part.expressions.clear(), part.body.clear(), part.receivers.clear();
        part.bindings.clear(), part.mentions.clear();
        part.begin = known.begin();
        lowering.lower(known.node, part);
        known.near = std::move(near);
        known.lowered = true;
    }
    for (auto& known : parts_) known.node = {};
    declares_ = !directives.empty();
    return true;
}

/// False where code in the window is broken, or the statement behind those that were edited is not what it was.
/// Or where others must be lowered anew; then no edit is left to be taken in.
bool PythonModule::read_window(Reading const& reading, EditRange& edit, Window const& window) {
    Tree tree(tree_sitter_python(), text_, {window.span});
    if (tree.root().has_error()) return false;
    Children nodes = tree.children(tree.root());
    if (window.last < parts_.size()) {
        Known const& end = parts_[window.last];
        Span const span = end.part->place.span.shifted(window.shift);
        auto found = std::find_if(nodes.begin(), nodes.end(), [&](Node node) { return node.span() == span; });
        bool is_same = found != nodes.end() && found->symbol() == end.symbol && found->descendant_count() == end.nodes;
        if (!is_same) return false;
        nodes.erase(found, nodes.end());
    }
    std::vector<Known> parts;
    parts.reserve(parts_.size() + nodes.size());
    auto take = [&](Known& known) { parts.push_back(std::move(known)); };
    std::for_each_n(parts_.begin(), window.first, take);
    for (Node node : nodes) parts.push_back(known(tree, node, reading, edit));
    for (auto at = window.last; at < parts_.size(); ++at) {
        parts_[at].move_to(parts_[at].begin() + window.shift);
        take(parts_[at]);
    }
    parts_ = std::move(parts);
    edit = {};
    return lower(reading, tree);
}

void PythonModule::read_all(Reading const& reading, EditRange edit) {
    Tree tree(tree_sitter_python(), text_, reading.fragment.ranges, base_);
    is_sound_ = !tree.root().has_error();
    std::vector<Known> parts;
    for (Node node : tree.children(tree.root())) parts.push_back(known(tree, node, reading, edit));
    parts_ = std::move(parts);
    lower(reading, tree);
}

void PythonModule::update(Source const& source, Fragment const& fragment, CalleeFilter const& filter, ir::Keys& keys) {
    PlainPython plain = without_magics(source.text(), fragment.ranges);
    bool is_plain = fragment.ranges.size() == 1 && plain.text == source.text();
    bool reuses = is_plain && is_plain_ && source_ == fragment.source && same_names(filter, names_);
    Reading const reading{source, fragment, filter, keys, reuses};
    EditRange edit = reuses ? edit_range(text_, plain.text) : EditRange{};
    Window const window = reuses ? window_of(edit, plain.text.size()) : Window{};
    text_ = std::move(plain.text);
    base_ = plain.base;
    is_plain_ = is_plain;
    source_ = fragment.source;
    names_.assign(filter.names.begin(), filter.names.end());
    if (reuses && is_sound_ && read_window(reading, edit, window)) return;
    read_all(reading, edit);
}

void PythonModule::add_to(ir::Program& program) const {
    for (auto const& known : parts_) program.parts.push_back(known.part.get());
}

}  // namespace alyx::analyzer
