// The commands of alyxlint: what each was asked to do, and doing it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "analyzer/cli/options.hpp"
#include "analyzer/schema/schema.hpp"

namespace alyx::cli {

constexpr int exit_clean = 0;
constexpr int exit_findings = 1;  ///< of severity warning or worse
constexpr int exit_failure = 2;   ///< something could not be done

struct CommonOptions {
    std::string schema_file;  ///< empty: the built-in pack
    std::string format = "full";
    std::string colour = "auto";  ///< auto, always, never

    bool colours() const;
};

struct QueryOptions {
    std::string endpoint;
    std::string text;
    std::string dialect;  ///< empty: that of the endpoint's service; else of whole queries, without an endpoint
    bool batch = false;
};

int run_check(CommonOptions const& common, CheckOptions const& options);
int run_query(CommonOptions const& common, QueryOptions const& options);
/// `format`: text, markdown or json.
int run_explain(std::string const& rule, std::string const& format);
int run_rules(CommonOptions const& common, std::string const& format);
/// Writes the rules' pages into a folder; `format`: markdown or html.
int run_docs(std::string const& folder, std::string const& format);
int run_schema_show(CommonOptions const& common, std::string const& name);
int run_schema_check(std::vector<std::string> const& files);

/// The schema that the options name; null after saying why there is none.
std::shared_ptr<analyzer::Schema const> load_schema(CommonOptions const& common);
/// Prints `alyxlint: text` on standard error.
void complain(std::string const& text);
/// Writes to standard output; says where that fails.
int print(std::string const& text, int code);

}  // namespace alyx::cli
