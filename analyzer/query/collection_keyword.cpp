// The X3 grammar of keywords: segments between double underscores, and the test at their end.
#include "analyzer/query/collection_keyword.hpp"

#include <boost/spirit/home/x3.hpp>

namespace alyx::analyzer {

CollectionLookupName const collection_lookup_names[14]{
    {"eq", CollectionLookup::eq, true},
    {"lt", CollectionLookup::lt, true},
    {"lte", CollectionLookup::lte, true},
    {"gt", CollectionLookup::gt, true},
    {"gte", CollectionLookup::gte, true},
    {"contains", CollectionLookup::contains, true},
    {"in", CollectionLookup::in, true},
    {"is_in", CollectionLookup::in, true},
    {"startswith", CollectionLookup::startswith, true},
    {"endswith", CollectionLookup::endswith, true},
    {"match", CollectionLookup::match, true},
    {"search", CollectionLookup::search, true},
    {"le", CollectionLookup::lte, false},
    {"ge", CollectionLookup::gte, false},
};

namespace {

namespace x3 = boost::spirit::x3;
using Iterator = char const*;

struct Builder {
    Iterator begin;
    CollectionKeyword& keyword;
    CollectionTest test;

    Span span(boost::iterator_range<Iterator> range) const {
        return make_span(static_cast<std::size_t>(range.begin() - begin),
                         static_cast<std::size_t>(range.end() - begin));
    }
};
struct builder_tag;
Builder& builder(auto& context) {
    return x3::get<builder_tag>(context).get();
}

struct Lookups : x3::symbols<CollectionLookup> {
    Lookups() {
        for (auto const& each : collection_lookup_names) add(each.name, each.lookup);
    }
};
x3::symbols<CollectionLookup> const& lookups() {
    static Lookups const all;
    return all;
}

auto const add_segment = [](auto& context) {
    builder(context).keyword.segments.push_back({builder(context).span(_attr(context)), std::nullopt, false});
};
auto const negate = [](auto& context) { builder(context).test.negated = true; };
auto const set_lookup = [](auto& context) { builder(context).test.lookup = _attr(context); };
auto const set_name = [](auto& context) { builder(context).test.name = builder(context).span(_attr(context)); };
auto const add_test = [](auto& context) { builder(context).keyword.segments.back().test = builder(context).test; };
auto const add_number = [](auto& context) { builder(context).keyword.segments.back().is_number = true; };

auto const segment = x3::raw[*(x3::char_ - "__")][add_segment];
auto const segments = segment % "__";

void read_word(Iterator begin, CollectionKeyword& keyword) {
    auto const word = -x3::lit("not_")[negate] >> x3::raw[lookups()[set_lookup]][set_name] >> x3::eoi;
    auto const grammar = word[add_test] | +x3::char_('0', '9') >> x3::eoi >> x3::eps[add_number];
    auto span = keyword.segments.back().span;
    Builder b{begin, keyword, {.span = span}};
    Iterator first = begin + span.begin, last = begin + span.end;
    x3::parse(first, last, x3::with<builder_tag>(std::ref(b))[grammar]);
}

}  // namespace

CollectionKeyword parse_collection_keyword(std::string_view text) {
    CollectionKeyword keyword{text, {}};
    Builder b{text.data(), keyword, {}};
    Iterator first = text.data(), last = first + text.size();
    x3::parse(first, last, x3::with<builder_tag>(std::ref(b))[segments]);
    auto all = std::exchange(keyword.segments, {});
    for (auto const& each : all) {
        keyword.segments.push_back(each);
        read_word(text.data(), keyword);
    }
    return keyword;
}

}  // namespace alyx::analyzer
