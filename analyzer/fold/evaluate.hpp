// The one evaluator of the small language: runs a program on values that are partly known.
#pragma once

#include "analyzer/fold/folded_unit.hpp"
#include "analyzer/fold/ir_program.hpp"

namespace alyx::analyzer {

/// Runs the program once, in the order of its statements; bodies of functions after what surrounds them. Both ways of
/// a branch are run, and a name that is bound in them has alternatives afterwards. Work is bounded: what would take
/// more is not known.
FoldedUnit evaluate(ir::Program const& program);

}  // namespace alyx::analyzer
