// The X3 grammar of ftrack's query language. It decides by the next token and never takes a decision back, so each
// action may build at once; where a piece is missing, an alternative that takes nothing says so.
#include "analyzer/query/ftrack.hpp"

#include <algorithm>
#include <utility>

#include "analyzer/query/ftrack_parse.hpp"

namespace alyx::analyzer {
namespace {

namespace x3 = boost::spirit::x3;
using Parse = FtrackParse;
using Fault = SyntaxFault::Kind;

constexpr char hole_mark = StatementBuilder::hole_mark;

auto const missing = [](std::string_view what) { return then([what](Parse& p) { p.build.missing(what); }); };
auto const take_token = on([](Parse& p, Span span) { p.build.token(span); });

// Tokens.
auto const blank = x3::char_(" \t\r\n\f\v");
auto const word_char = x3::char_("a-zA-Z0-9_") | x3::char_(hole_mark) | x3::char_('\x80', '\xff');
auto const bare_char = ~x3::char_(" \t\r\n\f\v,()[]\"'=<>!&|;");
auto const word = [](char const* text) { return x3::lexeme[x3::no_case[x3::lit(text)] >> !word_char]; };
auto const exact = [](char const* text) { return x3::lexeme[x3::lit(text) >> !word_char]; };
auto const in_lower_case = [](char const* text) {
    return [text](Parse& p, Span span) {
        if (p.of(span) != text) p.build.fault(Fault::letter_case, span, text);
        p.build.token(span);
    };
};
auto const keyword = [](char const* text) { return x3::raw[word(text)][on(in_lower_case(text))]; };
auto const text_until = [](char quote) {
    auto unclosed = [](Parse& p) { p.is_unclosed = true; };
    return x3::lit(quote) >> *('\\' >> -x3::char_ | ~x3::char_(std::string{'\\', quote})) >> (quote | then(unclosed));
};
auto const quoted = x3::lexeme[text_until('"') | text_until('\'')];
auto const bare = x3::lexeme[+bare_char];
auto const close = x3::raw[x3::lit(')')][take_token] | missing(")");

// A word is the begin of a clause, surely (where a name or value may stand too) or most likely (where none may).
auto const clause_word = word("where") | word("order") | word("group") | word("limit") | word("offset");
auto const clause_start = word("where") | (word("order") | word("group")) >> word("by") |
                          (word("limit") | word("offset")) >> (x3::digit | '-' | hole_mark);
auto const conjunction = exact("and") | exact("or");

// What has no business where it stands: one token of it.
auto const junk = x3::raw[quoted | bare | x3::char_][on([](Parse& p, Span span) {
    p.is_unclosed = false;
    if (!p.build.has_hole(span)) return p.build.unexpected(span);
    p.build.open_hole(span);
    p.build.token(span);
})];

// Paths.
auto const add_segment = on([](Parse& p, Span span) { p.build.segment(span); });
auto const add_cast = on([](Parse& p, Span span) {
    auto inner = Span{span.begin + 1, span.end - (p.of(span).ends_with(']') ? 1U : 0U)};
    p.build.cast(span, inner);
    if (p.of(inner).find_first_of("\"'") != std::string_view::npos)
        p.build.fault(Fault::key_in_brackets, span);
    else if (inner.empty() || inner.end == span.end)
        p.build.fault(Fault::missing, {inner.end, inner.end}, inner.empty() ? "an entity type" : "]");
});
auto const cast = x3::raw['[' >> *~x3::char_(" \t\r\n\f\v]().,") >> -x3::lit(']')][add_cast];
auto const step = x3::raw[+word_char][add_segment] >> -cast;
auto const later_step = step | x3::raw[x3::eps][add_segment] >> missing("a name behind the dot");
auto const path_start = x3::lexeme[word_char - x3::digit];
auto const begin_path = x3::raw[&x3::char_][on([](Parse& p, Span span) { p.build.begin_path(span.begin); })];
auto const path = &path_start >> x3::lexeme[begin_path >> step >> *('.' >> later_step)];
auto const no_path = then([](Parse& p) {
    p.build.begin_path(p.build.end());
    p.build.missing("an attribute");
    auto token = Span{p.build.end(), p.build.end()};
    p.build.segment(token);
});

// Values.
auto const add_operand = [](Parse& p, Span span, Operand::Form form) {
    p.build.operand({form, span, p.build.has_hole(span)});
    p.build.token(span);
};
auto const add_quoted = on([](Parse& p, Span span) {
    if (std::exchange(p.is_unclosed, false)) {
        if (p.build.has_hole(span)) p.build.open_hole(span);
        p.build.fault(Fault::unclosed_quote, span);
    }
    add_operand(p, span, Operand::Form::quoted);
});
auto const add_bare = on([](Parse& p, Span span) {
    if (p.build.is_hole(span)) p.build.loose_hole();
    add_operand(p, span, p.build.is_hole(span) ? Operand::Form::hole : bare_form(p.of(span)));
});
auto const no_operand = then([](Parse& p) {
    p.build.missing("a value");
    add_operand(p, {p.build.end(), p.build.end()}, Operand::Form::missing);
});
auto const operand = x3::raw[quoted][add_quoted] | !(conjunction | clause_start) >> x3::raw[bare][add_bare];
auto const value = operand | no_operand;

x3::rule<struct StatementRule> const statement = "statement";
x3::rule<struct CriteriaRule> const criteria = "criteria";
x3::rule<struct FactorRule> const factor = "factor";

// One level deeper, if the text may nest so deep.
auto const enter = only_if([](Parse& p) { return p.build.enter(p.build.end()); });
auto const leave = then([](Parse& p) { p.build.leave(); });

// Operators.
auto const set_operator = on([](Parse& p, Span span) {
    std::string spelling(p.of(span));
    auto second = spelling.find_last_of(" \t\r\n\f\v") + 1;
    if (second > 0) spelling = spelling.substr(0, spelling.find_first_of(" \t\r\n\f\v") + 1) + spelling.substr(second);
    p.op = spelt_operator(spelling);
    p.is_range = spelling == "between";
    p.build.comparison().op = p.op.op;
    p.build.comparison().op_span = span;
    if (p.build.has_hole(span))
        p.build.open_hole(span);
    else if (p.op.is_foreign)
        p.build.fault(Fault::foreign_operator, span, p.op.instead);
    p.build.token(span);
});
auto const two_words = x3::lexeme[x3::no_case["not" >> +blank >> (x3::lit("in") | "like")] >> !word_char] |
                       x3::lexeme[x3::no_case["is" >> +blank >> "not"] >> !word_char];
auto const symbols = x3::lexeme[+x3::char_("=<>!~")];
auto const operator_ =
    x3::raw[two_words | symbols | !(word("and") | word("or") | clause_start) >> x3::lexeme[+word_char]][set_operator];

// Comparisons.
auto const keep_criteria = then([](Parse& p) {
    p.build.comparison().criteria = std::make_unique<Criterion>(std::move(p.criteria.back()));
    p.criteria.pop_back();
});
auto const open = x3::raw[x3::lit('(')][take_token];
auto const inner_criteria = &x3::lit(')') | enter >> criteria >> keep_criteria >> leave;
auto const relation_test = open >> -inner_criteria >> close | missing("(");
auto const is_subquery = word("select") | x3::lexeme[+word_char] >> word("where");
auto const list_end = x3::lit(')') | conjunction | clause_start;
auto const items = &is_subquery >> enter >> statement >> leave | &x3::lit(')') | value % ',';
auto const mark_list = then([](Parse& p) { p.build.comparison().is_list = true; });
auto const list = mark_list >> (open >> items >> *(!list_end >> junk) >> close | &x3::lit(hole_mark) >> operand |
                                missing("(") >> -(operand % ','));
auto const range = value >> -(exact("and") >> operand);
auto const right_side = only_if([](Parse& p) { return p.op.op == Operator::has || p.op.op == Operator::any; }) >>
                            relation_test |
                        only_if([](Parse& p) { return p.op.op == Operator::in || p.op.op == Operator::not_in; }) >> list
                        | only_if([](Parse& p) { return p.is_range; }) >> range | value;
auto const comparison = path >> then([](Parse& p) { p.build.begin_comparison(); }) >>
                        (operator_ >> right_side | missing("an operator") >> -operand) >>
                        then([](Parse& p) { p.build.end_comparison(); });

// Criteria.
auto const criteria_end = conjunction | word("and") | word("or") | x3::lit(')') | clause_word | x3::eoi;
auto const whole_hole = x3::raw[x3::lexeme[+x3::lit(hole_mark)]][on([](Parse& p, Span span) { p.held = span; })] >>
                        &criteria_end >> then([](Parse& p) {
                            p.build.add({Criterion::Kind::hole, p.held, {}, nullptr});
                            p.build.token(p.held);
                            p.build.open_hole(p.held);
                        });
auto const no_condition = then([](Parse& p) {
    p.build.missing("a condition");
    p.build.add({Criterion::Kind::missing, {p.build.end(), p.build.end()}, {}, nullptr});
});
auto const condition = whole_hole | !(conjunction | clause_start) >> comparison | no_condition;
auto const push_opener = on([](Parse& p, Span span) {
    p.openers.push_back(span.begin);
    p.build.token(span);
});
auto const wrap = [](Criterion::Kind kind) {
    return then([kind](Parse& p) {
        if (kind == Criterion::Kind::group) {
            p.build.add(std::move(p.criteria.back()));
            p.criteria.pop_back();
        }
        p.build.wrap(kind, p.openers.back());
        p.openers.pop_back();
    });
};
auto const factor_def = &word("not") >> enter >>
                            x3::raw[&word("not")][on([](Parse& p, Span span) { p.openers.push_back(span.begin); })] >>
                            keyword("not") >> factor >> wrap(Criterion::Kind::negation) >> leave
                        |
                        &x3::lit('(') >> enter >> x3::raw[x3::lit('(')][push_opener] >> criteria >> close >>
                            wrap(Criterion::Kind::group) >> leave
                        | condition;
auto const foreign_word = [](char const* symbols_of, char const* instead) {
    return x3::raw[x3::lit(symbols_of)][on([instead](Parse& p, Span span) {
        p.build.fault(Fault::foreign_operator, span, instead);
        p.build.token(span);
    })];
};
auto const rest_of_factor = *(!(criteria_end | "&&" | "||") >> junk);
auto const and_ = keyword("and") | foreign_word("&&", "and");
auto const or_ = (keyword("or") | foreign_word("||", "or")) >> then([](Parse& p) { p.build.join_or(); });
auto const conjuncts = (factor >> rest_of_factor) % and_;
auto const criteria_def = then([](Parse& p) { p.build.begin_criteria(); }) >> conjuncts % or_ >>
                          then([](Parse& p) { p.criteria.push_back(p.build.end_criteria()); });

// Projections.
auto const from_word = word("from") >> !(x3::char_(".,[") | word("from"));
auto const add_projection = then([](Parse& p) {
    auto taken = p.build.take_path();
    p.build.statement().projections.push_back({taken.path.span, p.held, std::move(taken)});
    auto& added = p.build.statement().projections.back();
    if (!p.held.empty()) added.span = {p.held.begin, std::max(p.build.end(), p.held.end)};
});
auto const hold = on([](Parse& p, Span span) {
    p.held = span;
    p.build.token(span);
});
auto const star = on([](Parse& p, Span span) {
    p.build.fault(Fault::star, span);
    p.build.token(span);
    p.build.begin_path(span.begin);
    p.build.segment(span);
});
auto const hold_nothing = then([](Parse& p) { p.held = {}; });
auto const projected = !from_word >> path | no_path;
auto const aggregate = &(x3::lexeme[path_start >> *word_char] >> '(') >> x3::raw[x3::lexeme[+word_char]][hold] >>
                       open >> projected >> close;
auto const projection = hold_nothing >> (aggregate | x3::raw[x3::lit('*')][star] | projected) >> add_projection;
auto const from_comes = *(!from_word >> (quoted | bare | ~x3::char_("()"))) >> from_word;
auto const before_from = *(!from_word >> &from_comes >> junk);
auto const no_from = then([](Parse& p) {
    auto const& last = p.build.statement().projections.back().path.path;
    auto next = std::min(p.build.marked().find_first_not_of(" \t\r\n\f\v", p.build.end()), p.build.marked().size());
    bool may_come = last.has_hole || p.build.is_hole(make_span(next, std::min(next + 1, p.build.marked().size())));
    if (may_come) p.build.open_hole({p.build.end(), p.build.end()});
    p.build.missing("from");
});
auto const selected = x3::raw[&word("select")][on([](Parse& p, Span span) {
                          p.build.statement().select = {span.begin, span.begin + 6};
                      })] >>
                      keyword("select") >> projection % ',' >> before_from >> (keyword("from") | no_from);
auto const no_clause = !(clause_start | x3::lit(')') | x3::eoi);
auto const target = !(exact("where") | clause_start) >> x3::raw[x3::lexeme[+word_char]][on([](Parse& p, Span span) {
    p.build.statement().target = span;
    p.build.statement().target_has_hole = p.build.has_hole(span) || p.certain_end <= span.begin;
    if (p.build.is_hole(span)) p.build.loose_hole();
    p.build.token(span);
})] >> -(&no_clause >> then([](Parse& p) {
    // `x + 'where name is a'`: more than the type may come before what is written.
    if (p.build.statement().target_has_hole) p.build.open_hole({p.build.end(), p.build.end()});
})) | missing("an entity type");

// Clauses.
auto const clause = [](char const* text, Clause which) {
    return x3::raw[word(text)][on([text, which](Parse& p, Span span) {
        if (p.of(span) != text) p.build.fault(Fault::letter_case, span, text);
        p.build.clause(which, span);
    })];
};
auto const where_clause = clause("where", Clause::where) >> criteria >> then([](Parse& p) {
                              p.build.statement().criteria = std::move(p.criteria.back());
                              p.criteria.pop_back();
                          });
auto const by = keyword("by") | missing("by");
auto const clause_path = !clause_start >> path | no_path;
auto const group_key = clause_path >> then([](Parse& p) { p.build.statement().group.push_back(p.build.take_path()); });
auto const group_clause = clause("group", Clause::group) >> by >> group_key % ',';
auto const direction = x3::raw[x3::lexeme[+word_char]][([](auto& context) {
    on([&](Parse& p, Span span) {
        auto descending = is_descending(p.of(span));
        x3::_pass(context) = descending.has_value();
        if (!descending) return;
        auto& key = p.build.statement().order.back();
        key.direction = span;
        key.span.end = span.end;
        key.is_descending = *descending;
        p.build.token(span);
    })(context);
})];
auto const sort_key = clause_path >> then([](Parse& p) {
                          auto taken = p.build.take_path();
                          p.build.statement().order.push_back({taken.path.span, std::move(taken), {}, false});
                      }) >>
                      -direction;
auto const order_clause = clause("order", Clause::order) >> by >> sort_key % ',';
auto const set_page = [](Parse& p, Operand number) {
    auto& s = p.build.statement();
    (s.clauses.back().clause == Clause::offset ? s.offset : s.limit) = number;
    p.build.token(number.span);
};
auto const page_number = !clause_start >> x3::raw[bare][on([](Parse& p, Span span) {
    if (p.build.is_hole(span)) p.build.loose_hole();
    set_page(p, {p.build.is_hole(span) ? Operand::Form::hole : bare_form(p.of(span)), span, p.build.has_hole(span)});
})] | then([](Parse& p) {
    p.build.missing("a number");
    set_page(p, {Operand::Form::missing, {p.build.end(), p.build.end()}, false});
});
auto const page_clause = (clause("limit", Clause::limit) | clause("offset", Clause::offset)) >> page_number;
auto const is_inner = only_if([](Parse& p) { return p.build.is_nested(); });
auto const statement_def = then([](Parse& p) { p.build.begin_statement(); }) >> -selected >> target >>
                           *(where_clause | group_clause | order_clause | page_clause |
                             !(is_inner >> x3::lit(')')) >> junk) >>
                           then([](Parse& p) { p.build.end_statement(); });

BOOST_SPIRIT_DEFINE(statement, criteria, factor)

}  // namespace

namespace {

bool is_glue(char c) {
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Where it begins to be uncertain how the text is to be read: at the first word, outside of quotes, of which a hole is
/// a part, for once the script runs it may be many words. Else the text's end.
std::uint32_t certain_end(std::string_view marked) {
    char quote = '\0';
    for (std::size_t at = 0; at < marked.size(); ++at) {
        char const c = marked[at];
        if (c == '\\' && quote != '\0') {
            ++at;
        } else if (c == quote) {
            quote = '\0';
        } else if (quote == '\0' && (c == '"' || c == '\'')) {
            quote = c;
        } else if (quote == '\0' && c == hole_mark) {
            auto begin = at;
            while (begin > 0 && is_glue(marked[begin - 1])) --begin;
            bool const is_glued = begin < at || (at + 1 < marked.size() && is_glue(marked[at + 1]));
            if (is_glued) return static_cast<std::uint32_t>(begin);
        }
    }
    return static_cast<std::uint32_t>(marked.size());
}

}  // namespace

Statement parse_ftrack(std::string_view text, Holes holes) {
    std::string marked(text);
    std::replace(marked.begin(), marked.end(), hole_mark, ' ');
    for (auto const& hole : holes)
        if (hole.offset < marked.size()) marked[hole.offset] = hole_mark;
    StatementBuilder build(text, marked);
    Parse parse{marked.data(), build, {}, {}, {}, {}};
    parse.certain_end = certain_end(marked);
    if (parse.certain_end < marked.size()) build.open_hole({parse.certain_end, parse.certain_end});
    auto first = marked.data();
    auto grammar = x3::with<ftrack_parse_tag>(std::ref(parse))[statement];
    x3::phrase_parse(first, marked.data() + marked.size(), grammar, blank);
    auto made = build.finish();
    made.has_holes = !holes.empty();
    return made;
}

}  // namespace alyx::analyzer
