// Places as people and editors read them; parts of a run put together.
#include "analyzer/cli/record.hpp"

#include <iterator>

#include "analyzer/text/concat.hpp"

namespace alyx::cli {
namespace {

template <class T>
void move_to_end(std::vector<T>& to, std::vector<T>& from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

void RunResult::append(RunResult&& part) {
    move_to_end(records, part.records);
    move_to_end(suppressed, part.suppressed);
    move_to_end(failures, part.failures);
    move_to_end(fixed, part.fixed);
    files += part.files;
    queries += part.queries;
    sites += part.sites;
    fixes += part.fixes;
    counts_queries = counts_queries && part.counts_queries;
}

std::string place_text(RecordPlace const& place) {
    auto cell = place.cell ? analyzer::concat(":cell ", std::to_string(*place.cell)) : std::string();
    auto const& start = place.in_source.start;
    return analyzer::concat(place.file, cell, ":", std::to_string(start.row), ":", std::to_string(start.column));
}

}  // namespace alyx::cli
