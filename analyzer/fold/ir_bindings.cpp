// Which statements of a part do nothing but bind names, and which names these are made of.
#include <algorithm>

#include "analyzer/fold/evaluator.hpp"
#include "analyzer/fold/ir_program.hpp"

namespace alyx::analyzer::ir {
namespace {

void sort(std::vector<Key>& keys) {
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    keys.shrink_to_fit();
}

class Finder {
  public:
    Finder(Part& part, Keys& keys) : part_(part), keys_(keys) {}

    void block(Block& statements) {
        for (Statement& statement : statements) {
            statement_ = &statement;
            std::visit(*this, statement.node);
        }
    }

    void operator()(Assign const& node) {
        Binding binding;
        for (Operand target : node.targets) change(target, binding);
        mention(node.value, binding.mentions);
        bool matters = node.directive || (node.value && node.value->matters) || any_matters(node.targets);
        if (node.value) change_receiver(*node.value, binding);
        add(std::move(binding), matters);
    }
    void operator()(Augment const& node) {
        Binding binding;
        change(node.target, binding);
        mention(node.value, binding.mentions);
        add(std::move(binding), node.directive || node.value->matters || node.target->matters);
    }
    void operator()(Run const& node) {
        Binding binding;
        if (node.value) change_receiver(*node.value, binding);
        mention(node.value, binding.mentions);
        add(std::move(binding), node.value && node.value->matters);
    }
    void operator()(Branch& node) {
        for (auto& arm : node.arms) {
            mention(arm.condition, part_.mentions);
            mention(arm.binds, part_.mentions);
            block(arm.block);
        }
    }
    void operator()(Loop& node) {
        mention(node.target, part_.mentions);
        mention(node.iterable, part_.mentions);
        block(node.body), block(node.otherwise);
    }
    void operator()(Try& node) {
        block(node.body), block(node.otherwise), block(node.finally);
        for (auto& handler : node.handlers) block(handler);
    }
    void operator()(Function& node) {
        mention(node.decorators, part_.mentions);
        for (auto const& parameter : node.parameters) mention(parameter.standard, part_.mentions);
        bool runs = std::exchange(runs_, runs_ && node.matters);
        block(node.body);
        runs_ = runs;
    }
    void operator()(Class& node) {
        mention(node.decorators, part_.mentions);
        mention(node.bases, part_.mentions);
        block(node.body);
    }
    void operator()(Leave const& node) { mention(node.value, part_.mentions); }
    void operator()(Outer const&) {}
    void operator()(Forget const& node) { mention(node.targets, part_.mentions); }
    void operator()(Unseen const&) {}

  private:
    static bool any_matters(Operands const& operands) {
        return std::any_of(operands.begin(), operands.end(), [](Operand operand) { return operand->matters; });
    }

    void mention(Operand operand, std::vector<Key>& keys) {
        if (!operand || !runs_) return;
        if (auto const* name = std::get_if<Name>(&operand->node)) keys.push_back(name->key);
        if (auto const* attribute = std::get_if<Attribute>(&operand->node)) keys.push_back(keys_.name(attribute->name));
        for_each_operand(*operand, [&](Operand inside) { mention(inside, keys); });
    }
    void mention(Operands const& operands, std::vector<Key>& keys) {
        for (Operand operand : operands) mention(operand, keys);
    }

    /// All names in a target: which of them it changes is not asked, for that costs little.
    void change(Operand target, Binding& binding) {
        mention(target, binding.names);
        binding.mentions.insert(binding.mentions.end(), binding.names.begin(), binding.names.end());
    }
    /// `names.append(x)`
    void change_receiver(Expression const& value, Binding& binding) {
        auto const* call = std::get_if<Call>(&value.node);
        auto const* callee = call && call->callee ? std::get_if<Attribute>(&call->callee->node) : nullptr;
        if (callee) mention(callee->object, binding.names);
    }

    /// What is reported is needed whatever it binds.
    void add(Binding binding, bool matters) {
        if ((runs_ && matters) || statement_->first == statement_->last) {
            auto& all = part_.mentions;
            all.insert(all.end(), binding.names.begin(), binding.names.end());
            all.insert(all.end(), binding.mentions.begin(), binding.mentions.end());
            return;
        }
        sort(binding.names);
        sort(binding.mentions);
        statement_->is_binding = true;
        binding.statement = statement_;
        binding.begin = part_.begin;
        part_.bindings.push_back(std::move(binding));
    }

    Part& part_;
    Keys& keys_;
    Statement* statement_ = nullptr;
    bool runs_ = true;  ///< false: in a function that is not run
};

/// What mentions what may be a long chain through a script. One that is longer in the wrong direction is all needed.
constexpr int most_rounds = 16;

}  // namespace

void find_bindings(Part& part, Keys& keys) {
    Finder(part, keys).block(part.body);
    sort(part.mentions);
    std::sort(part.bindings.begin(), part.bindings.end(),
              [](Binding const& a, Binding const& b) { return a.statement->first < b.statement->first; });
}

void find_idle(Program const& program) {
    std::vector<bool> asked(program.keys.size() + 1);
    auto ask = [&](std::vector<Key> const& keys) {
        for (Key key : keys) asked[key] = true;
    };
    std::vector<Binding const*> idle;
    for (Part* part : program.parts) {
        ask(part->mentions);
        for (Binding& binding : part->bindings) {
            binding.statement->is_idle = true;
            idle.push_back(&binding);
        }
    }
    // Backwards: most names are bound before they are used.
    std::reverse(idle.begin(), idle.end());
    for (int round = 1; round <= most_rounds; ++round) {
        auto busy = std::erase_if(idle, [&](Binding const* binding) {
            bool is_asked = round == most_rounds || std::any_of(binding->names.begin(), binding->names.end(),
                                                                [&](Key key) { return asked[key]; });
            if (!is_asked) return false;
            binding->statement->is_idle = false;
            ask(binding->mentions);
            return true;
        });
        if (busy == 0) return;
    }
}

}  // namespace alyx::analyzer::ir
