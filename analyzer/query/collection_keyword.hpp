// Keywords of SearchableCollection's query methods: `blog__author__name__not_startswith`.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "analyzer/text/span.hpp"

namespace alyx::analyzer {

/// The tests of the library; le and ge are other spellings of lte and gte, is_in one of in.
enum class CollectionLookup : std::uint8_t {
    eq,
    lt,
    lte,
    gt,
    gte,
    contains,
    in,
    startswith,
    endswith,
    match,
    search,
};

/// A word that may stand at the end of a keyword: `in`, `not_in`.
struct CollectionTest {
    CollectionLookup lookup = CollectionLookup::eq;
    bool negated = false;
    Span span;  ///< of the word, `not_` included
    Span name;  ///< of the lookup alone
};

/// What stands between double underscores. It may be empty.
struct CollectionSegment {
    Span span;
    std::optional<CollectionTest> test;  ///< what it is read as where it stands last
    bool is_number = false;              ///< only digits
};

/// A keyword, cut as the library cuts it: at the first of several underscores. Spans are bytes of the keyword.
struct CollectionKeyword {
    std::string_view text;
    std::vector<CollectionSegment> segments;  ///< at least one

    CollectionSegment const& last() const { return segments.back(); }
    /// The test it ends in. A field of that name comes first where it is the only segment: that needs the items.
    std::optional<CollectionTest> const& test() const { return segments.back().test; }
    /// Without the test at its end, if there is one.
    std::size_t path_size() const { return segments.size() - (test() ? 1 : 0); }
};

/// Total: any bytes are a keyword. The text must outlive it.
CollectionKeyword parse_collection_keyword(std::string_view text);

/// Every name of a test that the library has, without `not_`.
struct CollectionLookupName {
    std::string_view name;
    CollectionLookup lookup;
    bool is_documented;
};
extern CollectionLookupName const collection_lookup_names[14];

}  // namespace alyx::analyzer
