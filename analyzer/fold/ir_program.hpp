// A program of the small language, in parts that hold for as long as their bytes do.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/fold/ir_statements.hpp"

namespace alyx::analyzer::ir {

/// A statement that does nothing but bind names, or change what they are bound to. Most of a script are of no use for
/// what is reported. Of `a.b` both names count.
struct Binding {
    Statement* statement = nullptr;
    std::vector<Key> names;     ///< that it binds or changes
    std::vector<Key> mentions;  ///< what these are then depends on them
    std::uint32_t begin = 0;    ///< where the part began when the places in the statement were right
};

/// One statement that stands in no other, or a comment between such. It refers to nothing outside of itself but to
/// keys, so that it holds for as long as its bytes stay as they are. Must not be moved.
struct Part {
    std::string_view text;  ///< its bytes, which the views in its expressions belong to
    std::string kept;       ///< these bytes, where it is to outlive the source
    Place place;
    std::deque<Expression> expressions;
    Block body;
    std::vector<Place> comments;
    std::vector<Key> receivers;     ///< names and paths that reported calls are made on
    std::vector<Binding> bindings;  ///< in the order of their expressions
    std::vector<Key> mentions;      ///< what is reported, or which way is taken, depends on them
    bool follows = false;           ///< what becomes of results and receivers is asked for
    std::uint32_t begin = 0;        ///< where it began when the places in it, beside those of bindings, were right
};

/// All fragments of a unit, one after the other.
struct Program {
    Keys const& keys;
    std::vector<Part*> parts;
};

/// Finds the bindings of a part that was lowered just now, and what else it depends on.
void find_bindings(Part& part, Keys& keys);
/// Says which bindings are idle: by no way can what they bind come into what is reported.
void find_idle(Program const& program);
/// Takes the places in it, beside those of idle bindings, to where the part stands now. Literals are made anew: others
/// may hold those it had.
void settle(Part& part);

}  // namespace alyx::analyzer::ir
