// Encodes piece by piece.
#include "analyzer/fold/url_functions.hpp"

#include <algorithm>

#include "analyzer/literal/url_query.hpp"

namespace alyx::analyzer {
namespace {

using Kind = Folded::Kind;

constexpr std::string_view of_pairs[] = {"urlencode", "URLSearchParams"};
constexpr std::string_view of_text[] = {"quote_plus", "encodeURIComponent"};

bool contains(std::span<std::string_view const> names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

class Encoder {
  public:
    Encoder(Place place, LiteralStore& store) : place_(place), store_(store) {}

    void pair(Folded const& name, Folded const& value, bool each_item) {
        bool const is_list = value.kind == Kind::list || value.kind == Kind::tuple;
        if (!is_list || !each_item) return one(name, value);
        for (auto const& item : value.items) one(name, item);
        if (value.open) result.append_hole(HoleType::unknown, place_);
    }

    void text(FoldedText const& plain) {
        for (auto const& piece : plain.pieces) {
            if (piece.kind == Piece::Kind::hole) {
                result.append_hole(piece.hole, piece.place);
            } else if (piece.kind == Piece::Kind::made) {
                result.append_made(encode_url_part(piece.text.of(plain.text)).text, piece.place);
            } else {
                auto encoded = as_encoded(*piece.literal);
                Span const original{piece.offset, piece.offset + piece.text.size()};
                result.append_literal(*encoded.literal, encoded.part(original));
                store_.add(std::move(encoded.literal));
            }
        }
    }

    FoldedText result;

  private:
    Place place_;
    LiteralStore& store_;

    void one(Folded const& name, Folded const& value) {
        if (!result.text.empty()) result.append_made("&", place_);
        text(folded_str(name));
        result.append_made("=", place_);
        text(folded_str(value));
    }
};

}  // namespace

bool is_url_function(std::string_view name) {
    return contains(of_pairs, name) || contains(of_text, name);
}

Value fold_url_function(std::string_view name, Folded const& argument, bool each_item, Place place,
                        LiteralStore& store) {
    Encoder encoder(place, store);
    if (contains(of_text, name)) {
        if (argument.kind == Kind::unknown) return unknown_value(HoleType::text, place);
        encoder.text(folded_str(argument));
        return text_value(std::move(encoder.result), place);
    }
    bool const is_list = argument.kind == Kind::list || argument.kind == Kind::tuple;
    if (argument.kind == Kind::dict)
        for (auto const& [key, value] : argument.entries) encoder.pair(key, value, each_item);
    else if (is_list && std::all_of(argument.items.begin(), argument.items.end(),
                                    [](Folded const& item) { return item.items.size() == 2; }))
        for (auto const& item : argument.items) encoder.pair(item.items[0], item.items[1], each_item);
    else
        return unknown_value(HoleType::text, place);
    if (argument.open) encoder.result.append_hole(HoleType::unknown, place);
    return text_value(std::move(encoder.result), place);
}

}  // namespace alyx::analyzer
