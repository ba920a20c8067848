// Looks for names between a dot and a bracket, and at what made their receivers.
#include "analyzer/analyze/collection_methods.hpp"

#include <algorithm>

#include "analyzer/dialect/collection_words.hpp"
#include "analyzer/host/words.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const missing_method;

namespace {

constexpr std::string_view made_by = "SearchableCollection";

bool is_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

}  // namespace

bool is_made_of_class(FoldedCall const& call) {
    return call.receiver && !call.receiver->callee.empty() && call.receiver->callee.back() == made_by;
}

CollectionReceivers::CollectionReceivers(Analysis const& analysis) : receivers_(receivers_in(*analysis.unit)) {
    for (auto const& call : analysis.folded.calls) {
        if (call.callee.size() < 2 || !is_query_method(call.callee.back()) || is_defined(call.callee.back())) continue;
        if (auto const* receiver = receivers_.find(call.callee_place)) searched_.insert(*receiver);
    }
}

bool CollectionReceivers::is_searched_elsewhere(FoldedCall const& call) const {
    auto const* receiver = receivers_.find(call.callee_place);
    return receiver && searched_.contains(*receiver);
}

std::vector<std::string_view> misspelt_methods_in(Unit const& unit) {
    std::vector<std::string_view> names;
    for (auto const& source : unit.sources) {
        std::string_view const text = source->text();
        for (auto bracket = text.find('('); bracket != text.npos; bracket = text.find('(', bracket + 1)) {
            auto begin = bracket;
            while (begin > 0 && is_name(text[begin - 1])) --begin;
            auto const name = text.substr(begin, bracket - begin);
            bool const is_method = begin > 0 && text[begin - 1] == '.';
            if (!is_method || misspelt_method(name).empty()) continue;
            if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
        }
    }
    return names;
}

std::optional<Finding> misspelt_method_of(FoldedCall const& call) {
    if (call.callee.size() < 2) return std::nullopt;
    auto const& name = call.callee.back();
    auto const meant = misspelt_method(name);
    if (meant.empty()) return std::nullopt;
    Finding f;
    f.rule = &missing_method;
    f.place = call.callee_place;
    f.message = concat("a SearchableCollection has no method `", name, "`");
    f.help = concat("use `", meant, "`");
    f.server = ServerAnswer{0, "AttributeError"};
    f.level = default_severity(f.rule->effect);
    f.identity = concat(name, "\t\t\t");
    f.fix = FindingFix{concat("replace ", name, " with ", meant), Fix::Safety::unsafe, {}, {}};
    f.fix->edits.push_back({call.callee_place, std::string(meant)});
    return f;
}

}  // namespace alyx::analyzer
