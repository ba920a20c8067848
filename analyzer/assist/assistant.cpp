// The table of assistants.
#include "analyzer/assist/assistant.hpp"

#include "analyzer/analyze/dialect.hpp"

namespace alyx::analyzer {

#define ALYX_DIALECT(name) extern Dialect const name##_dialect;
#include "analyzer/analyze/dialects.def"
#undef ALYX_DIALECT
#define ALYX_DIALECT(name) Assistant const& name##_assistant();
#include "analyzer/analyze/dialects.def"
#undef ALYX_DIALECT

Assistant const& assistant_of(Schema const& schema) {
    auto const* dialect = find_dialect(schema.dialect);
    if (!dialect) dialect = dialects().front();
#define ALYX_DIALECT(name) \
    if (dialect == &name##_dialect) return name##_assistant();
#include "analyzer/analyze/dialects.def"
#undef ALYX_DIALECT
    return alyx_assistant();
}

}  // namespace alyx::analyzer
