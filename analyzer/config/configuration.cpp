// Puts one configuration on top of another.
#include "analyzer/config/configuration.hpp"

#include <iterator>

namespace alyx::analyzer {
namespace {

template <class T>
void replace(std::optional<T>& lower, std::optional<T>& upper) {
    if (upper) lower = std::move(upper);
}

/// The upper ones first, for the first that fits has the say.
template <class T>
void add(std::vector<T>& lower, std::vector<T>& upper) {
    lower.insert(lower.begin(), std::make_move_iterator(upper.begin()), std::make_move_iterator(upper.end()));
}

}  // namespace

Configuration combined(Configuration lower, Configuration upper) {
    if (!upper.file.empty()) {
        lower.file = std::move(upper.file);
        lower.folder = std::move(upper.folder);
    }
    lower.selections.insert(lower.selections.end(), std::make_move_iterator(upper.selections.begin()),
                            std::make_move_iterator(upper.selections.end()));
    replace(lower.per_file_ignores, upper.per_file_ignores);
    add(lower.extend_per_file_ignores, upper.extend_per_file_ignores);
    replace(lower.fail_on, upper.fail_on);
    replace(lower.include, upper.include);
    replace(lower.exclude, upper.exclude);
    add(lower.extend_include, upper.extend_include);
    add(lower.extend_exclude, upper.extend_exclude);
    replace(lower.force_exclude, upper.force_exclude);
    replace(lower.respect_gitignore, upper.respect_gitignore);
    replace(lower.include_comments, upper.include_comments);
    replace(lower.fix, upper.fix);
    replace(lower.unsafe_fixes, upper.unsafe_fixes);
    replace(lower.show_fixes, upper.show_fixes);
    replace(lower.schema, upper.schema);
    add(lower.schemas, upper.schemas);
    add(lower.calls, upper.calls);
    replace(lower.output_format, upper.output_format);
    replace(lower.output_file, upper.output_file);
    replace(lower.baseline, upper.baseline);
    return lower;
}

}  // namespace alyx::analyzer
