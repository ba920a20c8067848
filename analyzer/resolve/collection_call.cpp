// Walks keywords as the library does: fields while there are some, then a test.
#include "analyzer/resolve/collection_call.hpp"

#include <algorithm>

#include "analyzer/dialect/collection_words.hpp"
#include "analyzer/schema/nearest.hpp"

namespace alyx::analyzer {
namespace {

using Fault = ResolvedCondition::Fault;
using Kind = CollectionValue::Kind;

bool is_test(std::string_view word) {
    auto keyword = parse_collection_keyword(word);
    return keyword.segments.size() == 1 && keyword.test();
}

bool begins(std::string_view word, std::string_view with) {
    return word.substr(0, with.size()) == with;
}

bool ends(std::string_view word, std::string_view with) {
    return word.size() >= with.size() && word.substr(word.size() - with.size()) == with;
}

bool holds_any(std::string_view text, std::string_view characters) {
    return text.find_first_of(characters) != text.npos;
}

constexpr std::string_view pattern_signs = "^$*+?[](){}|\\";

/// A name that fields have too: does the value tell that a test is meant?
bool fits_foreign(ForeignLookup const& lookup, CollectionValue const& value) {
    if (!lookup.is_common_word) return true;
    bool is_pair = (value.kind == Kind::list || value.kind == Kind::tuple) && value.items.size() == 2;
    if (lookup.name == "range" || lookup.name == "between") return is_pair && !value.is_open;
    if (lookup.name == "exists") return value.kind == Kind::boolean;
    if (lookup.name == "regex" || lookup.name == "regexp" || lookup.name == "re")
        return value.kind == Kind::text && holds_any(value.text, pattern_signs);
    return lookup.name == "like" && value.kind == Kind::text && holds_any(value.text, "%_*");
}

/// `number_gt`: the test behind the one underscore. Names that end so by chance are told from the value.
std::string_view glued_test(std::string_view word, CollectionValue const& value) {
    for (auto const& each : collection_lookup_names) {
        for (std::string_view negation : {"not_", ""}) {
            auto size = each.name.size() + negation.size();
            if (word.size() <= size + 1 || !ends(word, each.name)) continue;
            auto tail = word.substr(word.size() - size);
            if (word[word.size() - size - 1] != '_' || !begins(tail, negation)) continue;
            bool is_sure =
                !negation.empty() || (each.lookup != CollectionLookup::in && each.lookup != CollectionLookup::match &&
                                      each.lookup != CollectionLookup::search && each.is_documented);
            bool is_list = each.lookup == CollectionLookup::in && value.is_container();
            bool is_pattern = value.kind == Kind::text && holds_any(value.text, pattern_signs) &&
                              (each.lookup == CollectionLookup::match || each.lookup == CollectionLookup::search);
            if (is_sure || is_list || is_pattern) return tail;
        }
    }
    return {};
}

/// Certificates are valid not before one day, and not after another.
bool is_negated_name(std::string_view word) {
    return begins(word, "not_") && word.size() > 4 && word != "not_before" && word != "not_after" &&
           !begins(word, "not_valid_");
}

/// The test that `GT`, `notIn` or `in_` is, but for its case and a last underscore; empty where it is none.
std::string_view otherwise_cased(std::string_view word) {
    bool const has_capital = std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!has_capital && !ends(word, "_")) return {};
    std::string folded;
    for (char c : word)
        if (c != '_') folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    for (auto const& each : collection_lookup_names)
        if (folded == each.name) return each.name;
    auto const* foreign = find_foreign_lookup(folded);
    return foreign && !foreign->is_common_word ? foreign->instead : std::string_view();
}

class Walk {
  public:
    Walk(ResolvedCondition& result, CollectionValue const& value, ItemShape const& items)
        : result_(result), value_(value), here_(items) {}

    void run() {
        auto const& keyword = result_.keyword;
        if (auto const* field = here_.find(keyword.text)) return found(*field->shape);
        if (is_wrapper_attribute(segment(0))) return fail(Fault::wrapper_attribute, 0);
        bool is_special = begins(keyword.text, "__") && ends(keyword.text, "__");
        if (is_special) return found({});
        if (has_stray_underscores()) return;
        auto path = keyword.path_size();
        result_.test = keyword.test();
        for (std::uint32_t i = 0; i < path; ++i)
            if (!step(i, i + 1 == path && !keyword.test())) return;
        found(std::move(here_));
    }

  private:
    ResolvedCondition& result_;
    CollectionValue const& value_;
    ItemShape here_;

    std::string_view segment(std::size_t i) const { return result_.keyword.segments[i].span.of(result_.keyword.text); }
    void found(ItemShape shape) { result_.target = std::move(shape); }
    void fail(Fault fault, std::uint32_t i, std::string_view meant = {}) {
        result_.fault = fault;
        result_.segment = i;
        result_.holder = here_;
        result_.meant = meant;
    }

    bool has_stray_underscores() {
        for (std::uint32_t i = 0; i < result_.keyword.segments.size(); ++i) {
            auto word = segment(i);
            auto rest = word.substr(std::min(word.size(), word.find_first_not_of('_')));
            bool is_stray = word.empty() || (i > 0 && rest.size() < word.size() && is_test(rest));
            if (!is_stray) continue;
            fail(Fault::stray_underscores, i);
            return true;
        }
        return false;
    }

    /// Into a field. False: there is a fault.
    bool step(std::uint32_t i, bool is_end) {
        auto word = segment(i);
        if (auto const* field = here_.find(word)) {
            auto shape = field->shape;
            here_ = *shape;
            return true;
        }
        bool may_be_dict = here_.has(ItemKind::dict) || (i == 0 && here_.is_open);
        if (may_be_dict && is_dict_method(word)) return fail(Fault::dict_method, i), false;
        auto fault = i == 0 ? fault_at_root(i, is_end) : fault_within(i, is_end);
        if (fault == Fault::none) fault = fault_by_shape(i, is_end);
        if (fault != Fault::none) return fail(fault, i, result_.meant), false;
        here_ = {};
        return true;
    }

    Fault fault_at_root(std::uint32_t i, bool is_end) {
        auto word = segment(i);
        if (result_.keyword.segments[i].test) return Fault::chained_test;
        if (word == "not" && !is_end) return Fault::misplaced_not;
        // `in` itself is a word of Python.
        if (word == "in_" && value_.is_container()) return meant("is_in", Fault::unknown_test);
        if (is_negated_name(word)) return fault_of_negated(word.substr(4));
        auto const* foreign = is_end ? find_foreign_lookup(word) : nullptr;
        if (foreign && !foreign->is_common_word) return meant(foreign->instead, Fault::unknown_test);
        return is_end ? fault_of_spelling(word) : Fault::none;
    }

    Fault fault_within(std::uint32_t i, bool is_end) {
        auto word = segment(i);
        if (word == "not") return Fault::misplaced_not;
        if (result_.keyword.segments[i].test) return Fault::chained_test;
        bool is_position = result_.keyword.segments[i].is_number && (here_.is_open || here_.has(ItemKind::list));
        if (is_position) return Fault::list_position;
        if (!is_end) return Fault::none;
        if (ends(word, "_not") && is_test(word.substr(0, word.size() - 4))) return Fault::misplaced_not;
        if (auto test = otherwise_cased(word); !test.empty()) return meant(test, Fault::unknown_test);
        auto name = begins(word, "not_") ? word.substr(4) : word;
        auto const* foreign = find_foreign_lookup(name);
        if (foreign && (name != word || fits_foreign(*foreign, value_)))
            return meant(foreign->instead, Fault::unknown_test);
        return fault_of_spelling(name);
    }

    Fault meant(std::string_view test, Fault fault) {
        result_.meant = test;
        return fault;
    }

    Fault fault_of_negated(std::string_view word) {
        auto const* foreign = find_foreign_lookup(word);
        if (foreign && !foreign->is_common_word) return meant(foreign->instead, Fault::unknown_test);
        if (auto test = misspelt_test(word); !test.empty()) return meant(test, Fault::unknown_test);
        return Fault::misplaced_not;
    }

    Fault fault_of_spelling(std::string_view word) {
        if (auto test = misspelt_test(word); !test.empty()) return meant(test, Fault::unknown_test);
        if (auto test = glued_test(word, value_); !test.empty()) return meant(test, Fault::one_underscore);
        return Fault::none;
    }

    /// What is wrong where all values are known.
    Fault fault_by_shape(std::uint32_t i, bool is_end) {
        if (here_.is_open || here_.kinds == 0) return Fault::none;
        auto word = segment(i);
        for (int kind = 0; kind <= static_cast<int>(ItemKind::uuid); ++kind)
            if (here_.has(static_cast<ItemKind>(kind)) && has_attribute(static_cast<ItemKind>(kind), word))
                return Fault::none;
        bool is_scalar = i > 0 && is_end && !here_.has(ItemKind::dict);
        return is_scalar ? Fault::unknown_test : Fault::unknown_field;
    }
};

}  // namespace

std::string_view misspelt_test(std::string_view word) {
    constexpr std::string_view other_words[] = {"batch", "catch", "patch", "watch", "hatch", "latch", "march"};
    std::string folded;
    for (char c : word)
        if (c != '_') folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    if (std::find(std::begin(other_words), std::end(other_words), word) != std::end(other_words)) return {};
    for (auto const& each : collection_lookup_names) {
        if (each.name.size() < 5) continue;
        std::size_t limit =
            each.lookup == CollectionLookup::startswith || each.lookup == CollectionLookup::endswith ? 2 : 1;
        if (word != each.name && edit_distance(folded, each.name, limit) <= limit) return each.name;
    }
    return {};
}

ResolvedCondition resolve_condition(std::string_view name, CollectionValue const& value, ItemShape const& items) {
    ResolvedCondition result;
    result.keyword = parse_collection_keyword(name);
    Walk(result, value, items).run();
    return result;
}

}  // namespace alyx::analyzer
