// Encodes, orders and merges completion items.
#include "analyzer/assist/completion_list.hpp"

#include <algorithm>
#include <boost/algorithm/string/predicate.hpp>
#include <boost/unordered/unordered_flat_set.hpp>

#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

/// As LSP's snippet syntax wants plain text.
std::string escaped(std::string_view text) {
    std::string result;
    for (char c : text) {
        if (c == '$' || c == '}' || c == '\\') result += '\\';
        result += c;
    }
    return result;
}

bool has_hole(FoldedText const& text, Span span) {
    return std::any_of(text.pieces.begin(), text.pieces.end(), [&](Piece const& piece) {
        return piece.kind == Piece::Kind::hole && piece.text.begin < span.end && piece.text.end > span.begin;
    });
}

}  // namespace

bool CompletionList::at(Cursor const& cursor, Span word) {
    auto const& text = cursor.text;
    if (has_hole(text.folded(), word)) return false;
    while (word.begin < text.offset() && text.text()[word.begin] <= ' ') ++word.begin;
    cursor_ = &cursor;
    lead_ = Span{word.begin, std::max(word.begin, text.within().begin)}.of(text.text());
    Span const typed{std::max(word.begin, text.within().begin), text.offset()};
    insert_ = text.place(typed);
    replace_ = text.place({typed.begin, std::max(typed.end, word.end)});
    auto const source = unit_.sources[insert_.source]->text();
    auto const line_end = std::min(source.find_first_of("\r\n", insert_.span.begin), source.size());
    replace_.span.end = std::min(replace_.span.end, static_cast<std::uint32_t>(line_end));
    return insert_.span.end <= line_end && insert_.span.end == text.in_source();
}

void CompletionList::add(Offer& offer, std::string_view text, std::string snippet) {
    if (!boost::istarts_with(text, lead_)) return;
    text.remove_prefix(lead_.size());
    auto written = cursor_->text.encoded(text);
    if (!written) return;
    CompletionItem item;
    item.label = offer.label;
    item.kind = offer.kind;
    item.detail = std::move(offer.detail);
    item.description = std::move(offer.description);
    item.insert = insert_;
    item.replace = replace_;
    item.filter_text = offer.filter.empty() ? *written : std::string(offer.filter);
    item.text = std::move(*written);
    item.snippet = std::move(snippet);
    item.retrigger = offer.retrigger;
    item.documentation = std::move(offer.documentation);
    items_.push_back({std::move(item), offer.score});
}

void CompletionList::offer(Offer offer, Gap const& gap) {
    auto const whole = concat(gap.before, gap.placeholder, gap.after);
    auto const written = cursor_->text.encoded(whole);
    if (!written || !lead_.empty()) return;
    // The quotes that were chosen depend on the whole text; all three parts are written as they are in it.
    auto const placeholder = written->find(gap.placeholder, gap.before.size());
    bool const found = !gap.placeholder.empty() && placeholder != written->npos;
    auto const begin = found ? placeholder : std::min(gap.before.size(), written->size());
    auto const end = begin + (found ? gap.placeholder.size() : 0);
    std::string_view const all = *written;
    auto const snippet = concat(escaped(all.substr(0, begin)), "${1:", escaped(all.substr(begin, end - begin)), "}",
                                escaped(all.substr(end)), "$0");
    add(offer, whole, snippet);
}

std::vector<CompletionItem> CompletionList::take() {
    std::stable_sort(items_.begin(), items_.end(), [](Scored const& a, Scored const& b) { return a.score > b.score; });
    std::vector<CompletionItem> result;
    boost::unordered_flat_set<std::string> seen;
    for (auto& [item, score] : items_) {
        auto const key = concat(item.label, "\n", std::to_string(item.insert.span.begin), "\n", item.text);
        if (!seen.insert(key).second) continue;
        item.rank = static_cast<std::uint32_t>(result.size());
        result.push_back(std::move(item));
    }
    return result;
}

}  // namespace alyx::analyzer
