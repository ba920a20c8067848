// Statements of the small language, in the order in which they run.
#pragma once

#include <optional>
#include <string>

#include "analyzer/fold/ir.hpp"

namespace alyx::analyzer::ir {

struct Statement;
using Block = std::vector<Statement>;

/// A comment `# alyx: sessions` on an assignment.
struct Directive {
    std::string text;
    Place place;
};

/// `a = b = value`; targets are names, attributes, subscripts, and displays of such.
struct Assign {
    Operands targets;
    Operand value = nullptr;  ///< null: what is assigned is not known (import, with … as, except … as)
    HoleType annotation = HoleType::unknown;
    std::optional<Directive> directive;
};
/// `target += value`, `target |= value`; other operators give a value that is not known.
struct Augment {
    Operand target = nullptr;
    char op = '+';
    Operand value = nullptr;
    std::optional<Directive> directive;
};
struct Run {
    Operand value = nullptr;
};
/// if … elif … else, match: the first arm whose condition holds.
struct Branch {
    struct Arm;
    std::vector<Arm> arms;
    bool exhaustive = false;  ///< one of the arms runs for sure
};
struct Loop {
    Operand target = nullptr;    ///< null: while
    Operand iterable = nullptr;  ///< or the condition
    Block body;
    Block otherwise;
};
struct Try {
    Block body;
    std::vector<Block> handlers;
    Block otherwise;
    Block finally;
};
struct Function {
    struct Parameter {
        Key key = 0;
        Operand standard = nullptr;  ///< the default, may be null
        HoleType type = HoleType::unknown;
    };
    Key key = 0;
    std::vector<Parameter> parameters;
    Operands decorators;
    Block body;
    bool is_static = false;
    bool matters = false;  ///< a reported call stands in it, or it may change what others see
};
struct Class {
    Key key = 0;
    Operands bases;  ///< and keyword arguments
    Operands decorators;
    Block body;
};
struct Leave {
    enum class Kind : std::uint8_t { function, loop };
    Kind kind = Kind::function;
    Operand value = nullptr;  ///< may be null
};
/// global, nonlocal
struct Outer {
    bool module = false;
    std::vector<Key> keys;
};
struct Forget {
    Operands targets;
};
/// Code runs that is not seen, and may bind any name anew.
struct Unseen {};

struct Statement {
    Place place;
    std::variant<Assign, Augment, Run, Branch, Loop, Try, Function, Class, Leave, Outer, Forget, Unseen> node;
    std::uint32_t first = 0;  ///< its expressions are those from `first` to before `last` of the part's
    std::uint32_t last = 0;   ///< the same: it is not known which
    bool is_binding = false;  ///< it is one of the part's bindings
    bool is_idle = false;     ///< then: nobody asks for what it binds, and it is not run
};
struct Branch::Arm {
    Operand condition = nullptr;  ///< may be null: always, or not known
    Operands binds;               ///< names that a pattern gives values not known
    Block block;
};

}  // namespace alyx::analyzer::ir
