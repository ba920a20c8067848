// Reads comments that begin with `alyx:`.
#include "analyzer/host/query_directives.hpp"

#include <algorithm>

namespace alyx::analyzer {
namespace {

constexpr std::string_view directive_word = "alyx:";

std::string_view stripped(std::string_view text) {
    auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

/// What stands behind `alyx:` where the comment, of whatever language, begins with it, up to another comment within
/// this one, or the end of this one.
std::string_view directive_text(std::string_view comment) {
    comment = stripped(comment.substr(std::min(comment.find_first_not_of("#/*%"), comment.size())));
    if (!comment.starts_with(directive_word)) return {};
    comment.remove_prefix(directive_word.size());
    auto end = std::min({comment.find_first_of("#%"), comment.find("//"), comment.find("*/"), comment.size()});
    return stripped(comment.substr(0, end));
}

}  // namespace

void QueryDirectives::add(Span comment) {
    std::string_view words = directive_text(comment.of(source_->text()));
    if (words.empty()) return;
    auto begin = static_cast<std::uint32_t>(words.data() - source_->text().data());
    auto row = source_->row(comment.begin);
    bool alone = stripped(Span{source_->line_begin(row), comment.begin}.of(source_->text())).empty();
    comments_.push_back({{begin, begin + static_cast<std::uint32_t>(words.size())}, row, alone});
}

bool QueryDirectives::Rows::concern(Comment const& comment) const {
    bool is_before = comment.alone && comment.row + 1 == first;
    return is_before || (first <= comment.row && comment.row <= last);
}

std::optional<ir::Directive> QueryDirectives::of(Span statement) const {
    if (empty()) return {};
    Rows at = rows(statement);
    for (Comment const& comment : comments_)
        if (at.concern(comment))
            return ir::Directive{std::string(comment.text.of(source_->text())), {index_, comment.text}};
    return {};
}

std::vector<QueryDirectives::Near> QueryDirectives::near(Span statement) const {
    std::vector<Near> found;
    if (empty()) return found;
    Rows at = rows(statement);
    for (Comment const& comment : comments_)
        if (at.concern(comment))
            found.push_back({comment.text.begin - statement.begin, comment.row - at.first, comment.alone,
                             std::string(comment.text.of(source_->text()))});
    return found;
}

}  // namespace alyx::analyzer
