// Reads patterns and asks them about a path, part by part.
#include "analyzer/config/path_pattern.hpp"

#include <algorithm>

#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

std::string_view without_slash(std::string_view folder) {
    while (folder.ends_with('/')) folder.remove_suffix(1);
    return folder;
}

/// What follows the folder and a slash; data is null where the path does not lie in it.
std::string_view below(std::string_view folder, std::string_view path) {
    bool is_below = path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
    return is_below ? path.substr(folder.size() + 1) : std::string_view();
}

bool leads_out(std::string_view pattern) {
    return pattern == ".." || pattern.starts_with("../") || pattern.ends_with("/..") ||
           pattern.find("/../") != std::string_view::npos;
}

}  // namespace

boost::system::result<PathPattern, Failure> PathPattern::parse(std::string_view folder, std::string_view pattern) {
    PathPattern made;
    made.text_ = pattern;
    made.folder_ = without_slash(folder);
    auto rest = pattern;
    while (rest.starts_with("./")) rest.remove_prefix(2);
    if (auto inner = below(made.folder_, rest); inner.data() && !made.folder_.empty())
        rest = rest.substr(rest.size() - inner.size() - 1);
    made.only_folders_ = rest.ends_with('/');
    if (made.only_folders_) rest.remove_suffix(1);
    made.only_name_ = rest.find('/') == std::string_view::npos;
    if (rest.starts_with('/')) rest.remove_prefix(1);
    if (rest.empty()) return Failure{"", "", concat("the pattern `", pattern, "` matches nothing"), "leave it out"};
    if (leads_out(rest))
        return Failure{"", "", concat("the pattern `", pattern, "` leads out of the folder that it counts from"),
                       "name files below it"};
    auto glob = Glob::parse(rest);
    if (!glob)
        return Failure{"", "", concat("`", pattern, "` is no pattern"),
                       "close the `[`, or write `\\[` for the character itself"};
    made.glob_ = std::move(*glob);
    return made;
}

bool PathPattern::matches(std::string_view path, bool is_folder) const {
    if (only_folders_ && !is_folder) return false;
    if (only_name_) return glob_.matches(path.substr(path.rfind('/') + 1));
    auto inner = below(folder_, path);
    return inner.data() && glob_.matches(inner);
}

bool PathPattern::covers(std::string_view path) const {
    if (matches(path, false)) return true;
    auto inner = below(folder_, path);
    if (!inner.data()) return false;
    auto begin = path.size() - inner.size();
    for (auto end = path.find('/', begin); end != std::string_view::npos; end = path.find('/', end + 1))
        if (matches(path.substr(0, end), true)) return true;
    return false;
}

}  // namespace alyx::analyzer
