// Reads lines: comments, directives, queries.
#include "analyzer/host/query_file.hpp"

#include "analyzer/host/code_block.hpp"
#include "analyzer/host/language.hpp"
#include "analyzer/host/layout.hpp"
#include "analyzer/host/unfinished.hpp"

namespace alyx::analyzer {
namespace {

constexpr std::string_view blanks = " \t\r\n\f";

Span stripped(Span span, std::string_view text) {
    auto const part = span.of(text);
    auto const first = part.find_first_not_of(blanks);
    if (first == part.npos) return {span.begin, span.begin};
    return make_span(first, part.find_last_not_of(blanks) + 1).shifted(span.begin);
}

/// Where the comment of the line begins: at a `#` that is the first on its line or has a blank before it, and stands in
/// no "…"; its end where there is none.
std::uint32_t comment_begin(Span line, std::string_view text) {
    bool in_quotes = false;
    for (auto at = line.begin; at < line.end; ++at) {
        char const c = text[at];
        bool const is_free = at == line.begin || blanks.find(text[at - 1]) != blanks.npos;
        if (c == '#' && is_free && !in_quotes) return at;
        if (c == '\\' && in_quotes)
            ++at;
        else if (c == '"')
            in_quotes = !in_quotes && text.substr(at + 1, line.end - at - 1).find('"') != text.npos;
    }
    return line.end;
}

struct DirectiveWord {
    std::string_view word;
    Span QueryLine::*value;
};
constexpr DirectiveWord directive_words[] = {
    {"dialect", &QueryLine::dialect}, {"service", &QueryLine::service}, {"endpoint", &QueryLine::endpoint}};

/// `endpoint: sessions`, or with a blank alone. What else begins so is a query.
bool take_directive(Span line, std::string_view text, QueryLine& holds) {
    auto const part = line.of(text);
    for (auto const& one : directive_words) {
        if (!part.starts_with(one.word)) continue;
        auto const rest = part.substr(one.word.size());
        auto const separator = rest.find_first_not_of(blanks);
        bool const has_colon = separator != rest.npos && rest[separator] == ':';
        auto const word = rest.find_first_not_of(blanks, has_colon ? separator + 1 : 0);
        bool const is_apart = has_colon || (!rest.empty() && blanks.find(rest[0]) != blanks.npos);
        if (!rest.empty() && !is_apart) continue;
        auto const begin = word == rest.npos ? part.size() : one.word.size() + word;
        if (part.find_first_of(blanks, begin) != part.npos) continue;
        holds.*one.value = make_span(begin, part.size()).shifted(line.begin);
        return true;
    }
    return false;
}

}  // namespace

QueryFile read_query_file(std::string_view text, std::vector<Span> const& ranges) {
    QueryFile file;
    QueryLine holds;
    for (Span line : lines_of(text, ranges)) {
        auto const comment = comment_begin(line, text);
        if (comment < line.end) file.comments.push_back(stripped({comment, line.end}, text));
        holds.query = stripped({line.begin, comment}, text);
        bool const is_query = !holds.query.empty() && !take_directive(holds.query, text, holds);
        if (is_query) file.lines.push_back(holds);
    }
    return file;
}

/// Its queries are no calls: analyze/ takes them as they are.
void lower_queries(Source const&, Fragment const&, CalleeFilter const&, ir::Keys&, ir::Part&) {}

void lay_out_queries(Source const& source, Fragment const& fragment, Layout& layout) {
    for (Span comment : read_query_file(source.text(), fragment.ranges).comments) {
        auto const row = source.row(comment.begin);
        auto const before = Span{source.line_begin(row), comment.begin}.of(source.text());
        layout.comments.push_back({comment, row, before.find_first_not_of(blanks) == before.npos});
    }
}

/// A query ends with its line, whatever stands in it.
Unfinished open_in_queries(std::string_view text, std::vector<Span> const& ranges) {
    Unfinished found;
    auto const file = read_query_file(text, ranges);
    bool const in_comment = !file.comments.empty() && file.comments.back().end == ranges.back().end;
    if (in_comment) found.open.push_back({.kind = OpenCode::Kind::comment, .begin = file.comments.back().begin});
    return found;
}

}  // namespace alyx::analyzer
