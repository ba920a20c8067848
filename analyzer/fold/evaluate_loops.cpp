// Runs loops: the body once, with what it adds to texts and lists as an open end.
#include <algorithm>

#include "analyzer/fold/evaluator.hpp"

namespace alyx::analyzer {
namespace {

using Kind = Folded::Kind;

struct Growth {
    std::vector<ir::Key> keys;

    void operator()(ir::Block const& block) {
        for (ir::Statement const& statement : block) std::visit(*this, statement.node);
    }
    void operator()(ir::Assign const& node) {
        auto used = mentioned(node.value);
        for (ir::Operand target : node.targets)
            if (std::find(used.begin(), used.end(), changed_key(target)) != used.end()) add(target);
    }
    void operator()(ir::Augment const& node) { add(node.target); }
    void operator()(ir::Run const& node) {
        auto const* call = node.value ? std::get_if<ir::Call>(&node.value->node) : nullptr;
        auto const* callee = call ? std::get_if<ir::Attribute>(&call->callee->node) : nullptr;
        if (callee) add(callee->object);
    }
    void operator()(ir::Branch const& node) {
        for (auto const& arm : node.arms) (*this)(arm.block);
    }
    void operator()(ir::Loop const& node) { (*this)(node.body), (*this)(node.otherwise); }
    void operator()(ir::Try const& node) {
        (*this)(node.body), (*this)(node.otherwise), (*this)(node.finally);
        for (auto const& handler : node.handlers) (*this)(handler);
    }
    void operator()(ir::Function const&) {}
    void operator()(ir::Class const&) {}
    void operator()(ir::Leave const&) {}
    void operator()(ir::Outer const&) {}
    void operator()(ir::Unseen const&) {}
    void operator()(ir::Forget const& node) {
        for (ir::Operand target : node.targets) add(target);
    }

  private:
    void add(ir::Operand target) {
        ir::Key key = changed_key(target);
        if (key != 0 && std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
    }
};

/// What a value that grows in a loop can be after any number of rounds.
Folded grown(Folded value) {
    switch (value.kind) {
        case Kind::text:
            value.text.append_hole(HoleType::text, value.place);
            break;
        case Kind::list:
            value.open = true;
            break;
        case Kind::dict:
            value.open = true;
            for (auto& [key, entry] : value.entries)
                if (entry.kind != Kind::none) entry = grown(std::move(entry));
            break;
        case Kind::alternatives:
            for (Folded& way : value.items) way = grown(std::move(way));
            break;
        default:
            return *unknown_value(hole_type_of(value), value.place);
    }
    return value;
}

bool is_grown_from(Folded const& value, Folded const& head) {
    if (value.kind != head.kind) return false;
    if (value.kind == Kind::text) return value.text.text.starts_with(head.text.text);
    if (value.kind == Kind::list) return value.open && value.items.size() >= head.items.size();
    return value.kind == Kind::unknown || value.kind == Kind::dict;
}

bool all_grown_from(Folded const& value, Folded const& head) {
    auto heads = ways(head);
    auto values = ways(value);
    return std::all_of(values.begin(), values.end(), [&](Folded const& way) {
        return std::any_of(heads.begin(), heads.end(), [&](Folded const& from) { return is_grown_from(way, from); });
    });
}

}  // namespace

void Evaluator::run(Place, ir::Loop const& node) {
    visit(node.iterable);
    if (!node.target) note_truth(node.iterable);
    Growth growth;
    growth(node.body);
    std::vector<std::pair<ir::Key, Value>> heads;
    for (ir::Key key : growth.keys)
        if (Value value = environment_.lookup(key)) heads.emplace_back(key, std::make_shared<Folded>(grown(*value)));

    std::vector<Overlay> branches{Overlay{}};
    auto* exits_before = std::exchange(exits_, &branches);
    std::size_t depth_before = std::exchange(loop_depth_, environment_.scope().overlays.size());
    environment_.begin_branch();
    for (auto const& [key, value] : heads) environment_.assign(key, value, true);
    if (node.target)
        assign(node.target, item_of(node.iterable), true);
    else
        assume(node.iterable, true);
    run(node.body);
    branches.push_back(environment_.end_branch());
    exits_ = exits_before;
    loop_depth_ = depth_before;

    environment_.join(branches);
    for (auto const& [key, head] : heads) {
        bool all = true;
        for (Overlay const& branch : branches)
            if (auto found = branch.bindings.find(key); found != branch.bindings.end())
                all = all && found->second && all_grown_from(*found->second, *head);
        if (all) environment_.assign(key, head, true);
    }
    run(node.otherwise);
}

void Evaluator::run(Place, ir::Leave const& node) {
    visit(node.value);
    environment_.scope().overlays.back().left = true;
    if (node.kind == ir::Leave::Kind::loop && exits_ && environment_.scope().overlays.size() > loop_depth_)
        exits_->push_back(environment_.flattened(loop_depth_));
}

}  // namespace alyx::analyzer
