// What an expression of a script is known to be when it runs: texts with holes, lists, dictionaries, alternatives.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "analyzer/fold/folded_text.hpp"
#include "analyzer/text/hole.hpp"
#include "analyzer/text/span.hpp"

namespace alyx::analyzer {

struct FoldedCall;

/// One of several ways a script may run: the branch `option` of the place `point` where the ways part.
struct Way {
    std::uint32_t point = 0;
    std::uint32_t option = 0;
    friend constexpr auto operator<=>(Way, Way) = default;
};

struct Folded {
    enum class Kind : std::uint8_t {
        unknown,  ///< a hole; `hole` says what type it is known to have
        none,
        boolean,
        number,  ///< `text.text` is Python's str() of it; `is_integer`
        text,
        list,  ///< `items`; `open` where more may have been added
        tuple,
        set,
        dict,          ///< `entries`; `open` likewise
        alternatives,  ///< `items`: one of them; never nested, at most 16. Never within a FoldedUnit
    };
    Kind kind = Kind::unknown;
    HoleType hole = HoleType::unknown;
    bool boolean = false;
    bool is_integer = false;
    bool open = false;
    FoldedText text;
    std::vector<Folded> items;
    std::vector<std::pair<Folded, Folded>> entries;  ///< key, value
    Place place;                                     ///< the expression that gave it
    std::vector<Place> via;                          ///< assignments it came through, nearest first, at most 8
    std::vector<Way> choices;                        ///< sorted: what must have happened for it to be this
    std::shared_ptr<FoldedCall const> call;          ///< of an unknown receiver: the call that returned it, `ONE(…)`
};

/// `str(value)` and `repr(value)` as the client puts them into a request, pieces kept.
FoldedText folded_str(Folded const& value);
FoldedText folded_repr(Folded const& value);
/// `String(value)` of JavaScript.
FoldedText folded_javascript(Folded const& value);

/// One call of the script with its arguments as far as they are known.
struct FoldedCall {
    struct Positional {
        Folded value;
        Place place;
    };
    struct Keyword {
        std::string name;
        Place name_place;  ///< for `**{'django': …}` the key
        Folded value;
        Place place;  ///< of the value
    };
    std::vector<std::string>
        callee;  ///< `self.one.alyx.rest`: self, one, alyx, rest; `ONE().alyx.rest`: ONE, alyx, rest
    std::shared_ptr<FoldedCall const> receiver;  ///< the call that made the receiver (`ONE(mode='remote')`), if known
    Place place;                                 ///< the whole call
    Place callee_place;                          ///< its last name
    Place arguments_place;                       ///< the parentheses with what is in them
    std::vector<Positional> positional;
    std::vector<Keyword> keywords;
    std::uint32_t alternative = 0;  ///< from 0: the same call with arguments of another way the script may run
    bool open = false;              ///< `*args` or `**kwargs` that is not wholly known
    bool broken = false;            ///< the parser recovered from an error within the call
};

/// `query = 'nickname,KS022'  # alyx: sessions`
struct DeclaredQuery {
    std::string directive;  ///< what stands behind `alyx:`, stripped
    Place directive_place;
    Folded value;  ///< one of the alternatives: each is reported
};

}  // namespace alyx::analyzer
