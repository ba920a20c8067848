// Finds the configuration that holds for a file: the nearest one, with what the command line says on top.
#pragma once

#include <boost/system/result.hpp>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "analyzer/config/read.hpp"
#include "analyzer/config/settings.hpp"
#include "analyzer/workspace/files.hpp"

namespace alyx::analyzer {

/// Within a folder `alyxlint.toml` goes before `.alyxlint.toml`, and that before a `pyproject.toml` with our table. The
/// nearest file counts, alone: files are only merged by `extend`. Where there is none, the user's own does, if any.
/// What was found is kept until forget(). All functions may be called from several threads.
class Configurations {
  public:
    /// A key that an option of the command line stands for.
    struct Override {
        std::string origin;  ///< the option, for failures: `--select`
        std::string toml;    ///< `select = ["AQ1"]`
    };
    struct Options {
        /// Absolute and canonical: what options and the user's own file count from.
        std::string current_folder;
        std::string file;       ///< taken for all files (`--config FILE`); empty: the nearest is looked for
        bool isolated = false;  ///< no file is read at all
        std::vector<Override> overrides = {};  ///< the later ones on top
        std::string user_folder = user_configuration_folder();
        std::vector<std::string_view> output_formats = {};  ///< that there are; empty: any word is taken
    };
    using Result = boost::system::result<std::shared_ptr<Settings const>, std::vector<Failure>>;

    explicit Configurations(Options options);

    /// Both paths absolute; they need not exist.
    Result of_file(std::string const& path);
    Result of_folder(std::string const& folder);
    /// What is wrong with the configurations met so far, each file's failures once.
    std::vector<Failure> failures() const;
    /// What was read so far, or could not be: configurations with those they extend, and the packs that they name.
    std::set<std::string> inputs() const;
    /// Files may have changed: reads them anew.
    void forget();

    /// `$XDG_CONFIG_HOME/alyxlint` or `~/.config/alyxlint`; empty where neither is known.
    static std::string user_configuration_folder();

  private:
    Result look_up(std::string const& folder);
    Result load(std::string const& file, std::string const& pattern_folder);
    Result finished(Configuration configuration);
    Result without_file();
    Result kept(std::string const& file, Result result);
    std::optional<ReadConfiguration> read(std::string const& file, std::string const& pattern_folder) const;
    ReadConfiguration read_chain(std::string const& file, std::string const& pattern_folder);
    std::string shown(std::string const& file) const;

    Options const options_;
    bool narrowed_ = false;
    ReadConfiguration overrides_;
    mutable std::mutex mutex_;
    std::map<std::string, Result> by_folder_;
    std::map<std::string, Result> by_file_;  ///< a file of a name that no file has: the one without
    std::vector<Failure> failures_;
    std::set<std::string> inputs_;
};

/// How files are found under these configurations. `is_supported` is asked for the name of a file. The options refer
/// to the configurations; what is wrong with those is found in failures().
DiscoverOptions discover_options(Configurations& configurations, std::function<bool(std::string_view)> is_supported);

}  // namespace alyx::analyzer
