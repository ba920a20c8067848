// `alyxlint query` in dialects whose queries are whole statements.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "analyzer/analyze/analysis.hpp"

namespace alyx::cli {

/// The pack of the dialect: `given`, if it is of that dialect, else one of the program's; null where there is none.
std::shared_ptr<analyzer::Schema const> schema_of_dialect(std::string_view dialect,
                                                          std::shared_ptr<analyzer::Schema const> const& given);
/// Appends the diagnoses of a statement, as `--batch` writes them.
void append_diagnoses(std::string& out, std::string_view statement, analyzer::Schema const& schema);
/// The statement as the only source, with what is found in it.
std::shared_ptr<analyzer::Analysis const> analyze_statement(std::string const& statement,
                                                            analyzer::Schema const& schema);

}  // namespace alyx::cli
