// What a folder holds, for `alyxlint init`.
#pragma once

#include <string>
#include <vector>

#include "analyzer/text/failure.hpp"

namespace alyx::cli {

struct Survey {
    std::size_t scripts = 0, notebooks = 0, documents = 0;  ///< that are found as a run finds them
    std::size_t queries = 0;                                ///< in them
    std::size_t findings = 0;                               ///< of severity warning or worse
    std::vector<analyzer::Failure> failures;                ///< of files that could not be read

    std::string configuration;  ///< the file in the folder that holds one already; empty: none
    bool pyproject = false;     ///< there is a pyproject.toml
    bool repository = false;    ///< of git, around the folder
    bool pre_commit = false;    ///< there is a .pre-commit-config.yaml, here or at the repository's root
    bool github = false;        ///< the same of .github/workflows
    bool gitlab = false;        ///< and of .gitlab-ci.yml
};

/// Looks at all files below the current folder with the rules that hold without a configuration.
Survey survey_folder();

}  // namespace alyx::cli
