// The commands of alyxlint: what each was asked to do, and doing it.
#pragma once

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "analyzer/analyze/snapshot.hpp"
#include "analyzer/cli/options.hpp"

namespace alyx::cli {

constexpr int exit_clean = 0;
constexpr int exit_findings = 1;  ///< of severity warning or worse
constexpr int exit_failure = 2;   ///< something could not be done

struct CommonOptions {
    std::string format = "full";
    std::string colour = "auto";  ///< auto, always, never

    bool colours() const;
};

struct QueryOptions {
    std::string endpoint;  ///< the first word; of a dialect of whole queries, the query
    std::string text;
    std::string dialect;    ///< empty: that of the endpoint's service; else of whole queries, without an endpoint
    bool has_text = false;  ///< both words were given
    bool batch = false;
};

int run_check(CommonOptions const& common, CheckOptions const& options);
/// `configured`: which configuration counts, for the pack that it names.
int run_query(CommonOptions const& common, CheckOptions const& configured, QueryOptions const& options);
/// `rule`: a code, a name, or for a list the beginning of codes. `format`: text, markdown or json.
int run_explain(CommonOptions const& common, std::string const& rule, std::string const& format);
int run_rules(CommonOptions const& common, std::string const& format);
/// Writes the rules' pages into a folder; `format`: markdown or html.
int run_docs(std::string const& folder, std::string const& format);
int run_schema_show(CheckOptions const& configured, std::string const& name);
int run_schema_check(std::vector<std::string> const& files);

/// The packs of this folder's configuration, with that of --schema or else Alyx before the others; null after saying
/// why there are none.
std::shared_ptr<analyzer::Snapshot const> load_packs(CheckOptions const& configured);
/// Prints `alyxlint: text` on standard error.
void complain(std::string const& text);
/// Writes to standard output, or another stream; `code`, or 2 after saying that this failed.
int print(std::string const& text, int code, std::FILE* stream = stdout);

}  // namespace alyx::cli
