// Counts names and collects keys.
#include "analyzer/assist/script_usage.hpp"

#include <algorithm>

#include "analyzer/assist/query_words.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

ScriptUsage::ScriptUsage(Analysis const& analysis, Place cursor) {
    std::string path;
    for_each_word(analysis, [&](WrittenWord const& word) {
        if (word.kind != WrittenWord::Kind::segment || !word.step || !word.step->name) return;
        auto const span = word.place.span;
        bool const is_being_written =
            word.place.source == cursor.source && span.begin <= cursor.span.begin && cursor.span.begin <= span.end;
        auto const* name = word.step->name;
        if (word.step->kind == Step::Kind::field || word.step->kind == Step::Kind::relation) {
            path.clear();
            if (!is_being_written) ++names_[name];
        } else if (word.step->kind == Step::Kind::json_key && !is_being_written) {
            path += concat(word.text, "__");
            auto& known = keys_[name];
            if (std::find(known.begin(), known.end(), path) == known.end()) known.push_back(path);
        }
    });
}

std::uint32_t ScriptUsage::of(Name const& name) const {
    auto const at = names_.find(&name);
    return at == names_.end() ? 0 : at->second;
}

std::vector<std::string> const& ScriptUsage::keys(Name const& field) const {
    static std::vector<std::string> const none;
    auto const at = keys_.find(&field);
    return at == keys_.end() ? none : at->second;
}

}  // namespace alyx::analyzer
