// How the actions of a grammar reach what they build: parsers that act on bytes, on nothing, or only where it holds.
#pragma once

#include <boost/spirit/home/x3.hpp>
#include <string_view>
#include <vector>

#include "analyzer/query/ftrack_words.hpp"
#include "analyzer/query/statement_builder.hpp"

namespace alyx::analyzer {

/// What the actions write to, and what they tell each other.
struct FtrackParse {
    char const* begin;
    StatementBuilder& build;
    std::vector<std::uint32_t> openers;  ///< where what is being nested begins
    std::vector<Criterion> criteria;     ///< that were read and belong nowhere yet
    SpeltOperator op;
    Span held;  ///< a token that may yet be something else
    bool is_unclosed = false;
    bool is_range = false;
    std::uint32_t certain_end = 0;  ///< what stands from here on may be read otherwise once the script runs

    std::string_view of(Span span) const { return span.of(build.marked()); }
};
struct ftrack_parse_tag;

/// An action on the bytes that `raw` took.
constexpr auto on(auto act) {
    return [act](auto& context) {
        FtrackParse& p = boost::spirit::x3::get<ftrack_parse_tag>(context).get();
        auto range = boost::spirit::x3::_attr(context);
        act(p, make_span(static_cast<std::size_t>(range.begin() - p.begin),
                         static_cast<std::size_t>(range.end() - p.begin)));
    };
}
/// Takes nothing, and acts.
constexpr auto then(auto act) {
    return boost::spirit::x3::eps[([act](auto& context) {
        FtrackParse& p = boost::spirit::x3::get<ftrack_parse_tag>(context).get();
        act(p);
    })];
}
/// Takes nothing, and fails unless it holds.
constexpr auto only_if(auto holds) {
    return boost::spirit::x3::eps[([holds](auto& context) {
        FtrackParse& p = boost::spirit::x3::get<ftrack_parse_tag>(context).get();
        boost::spirit::x3::_pass(context) = holds(p);
    })];
}

}  // namespace alyx::analyzer
