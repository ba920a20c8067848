// Encodes piece by piece.
#include "analyzer/fold/url_functions.hpp"

#include <algorithm>

#include "analyzer/literal/url_query.hpp"
#include "analyzer/text/concat.hpp"

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
    using Show = FoldedText (*)(Folded const&);
    Encoder(Place place, LiteralStore& store, Show show) : place_(place), store_(store), show_(show) {}

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
    Show show_;

    void one(Folded const& name, Folded const& value) {
        if (!result.text.empty()) result.append_made("&", place_);
        text(show_(name));
        result.append_made("=", place_);
        text(show_(value));
    }
};

}  // namespace

bool is_url_function(std::string_view name) {
    return contains(of_pairs, name) || contains(of_text, name);
}

Value fold_url_function(std::string_view name, Folded const& argument, bool each_item, Place place,
                        LiteralStore& store) {
    bool const is_javascript = name == "URLSearchParams" || name == "encodeURIComponent";
    auto* const show = is_javascript ? folded_javascript : folded_str;
    Encoder encoder(place, store, show);
    if (contains(of_text, name)) {
        if (argument.kind == Kind::unknown) return unknown_value(HoleType::text, place);
        encoder.text(show(argument));
        return text_value(std::move(encoder.result), place);
    }
    bool const is_query = argument.kind == Kind::text && !argument.text.text.starts_with('?');
    if (is_javascript && is_query) return std::make_shared<Folded>(argument);
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

Value with_parameter(Folded const& query, Folded const& name, Folded const& value, bool replaces, Place place,
                     LiteralStore& store) {
    auto const unknown = [&] { return unknown_value(HoleType::text, query.place); };
    if (query.kind != Kind::text) return std::make_shared<Folded>(query);
    if (name.kind != Kind::text || name.text.has_holes()) return unknown();
    // What it would take the place of may be anywhere.
    if (replaces && query.text.text.find(concat(name.text.text, "=")) != std::string::npos) return unknown();
    Encoder encoder(place, store, folded_javascript);
    encoder.result = query.text;
    encoder.pair(name, value, false);
    return text_value(std::move(encoder.result), query.place);
}

}  // namespace alyx::analyzer
