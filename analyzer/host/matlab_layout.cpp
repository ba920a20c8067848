// The layout of MATLAB and Octave.
#include <algorithm>
#include <optional>

#include "analyzer/host/language.hpp"
#include "analyzer/host/layout.hpp"
#include "analyzer/host/matlab_tokens.hpp"

namespace alyx::analyzer {

/// A statement takes several rows where it is continued, or brackets are open.
void lay_out_matlab(Source const& source, Fragment const& fragment, Layout& layout) {
    MatlabTokens read = matlab_tokens(source.text(), fragment.ranges);
    for (Span comment : read.comments) {
        auto row = source.row(comment.begin);
        auto begin = source.line_begin(row);
        for (Span range : fragment.ranges_in({comment.begin, comment.begin + 1})) begin = std::max(begin, range.begin);
        bool alone = Span{begin, comment.begin}.of(source.text()).find_first_not_of(" \t\f") == std::string_view::npos;
        layout.comments.push_back({comment, row, alone});
    }
    for (Span span : read.continued) layout.no_ends.push_back(source.row(span.begin));
    std::optional<std::uint32_t> first;
    for (auto const& token : read.tokens) {
        bool ends = token.kind == MatlabToken::Kind::newline || token.kind == MatlabToken::Kind::end;
        if (!ends && !first) first = source.row(token.span.begin);
        if (!ends || !first) continue;
        auto last = source.row(token.span.begin);
        if (last > *first) layout.statements.push_back({*first, last});
        first.reset();
    }
}

}  // namespace alyx::analyzer
