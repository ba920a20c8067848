// Decodes piece by piece, so that each byte keeps its place.
#include "analyzer/analyze/url_request.hpp"

#include <algorithm>

#include "analyzer/literal/url_query.hpp"
#include "analyzer/schema/url_lookups.hpp"

namespace alyx::analyzer {
namespace {

/// The shape of sites that were a URL.
CallPattern const& address_pattern() {
    static CallPattern const pattern = [] {
        CallPattern p;
        p.shape = CallPattern::Shape::url;
        p.arguments = {"endpoint"};
        p.endpoint_argument = "endpoint";
        return p;
    }();
    return pattern;
}

/// The first of `stops` from `from` on that is no hole; the text's end where there is none.
std::uint32_t find(FoldedText const& text, std::string_view stops, std::uint32_t from) {
    auto const is_hole = [&](std::size_t at) {
        return std::any_of(text.pieces.begin(), text.pieces.end(), [&](Piece const& piece) {
            return piece.kind == Piece::Kind::hole && piece.text.begin == at;
        });
    };
    auto at = text.text.find_first_of(stops, from);
    while (at != std::string::npos && is_hole(at)) at = text.text.find_first_of(stops, at + 1);
    return static_cast<std::uint32_t>(std::min(at, text.text.size()));
}

Folded text_value(FoldedText text, Place place) {
    Folded value;
    value.kind = Folded::Kind::text;
    value.text = std::move(text);
    value.place = place;
    return value;
}

Place place_of(FoldedText const& text, Place otherwise) {
    return text.pieces.empty() ? otherwise : text.place(make_span(0, text.text.size()));
}

}  // namespace

Span query_of(FoldedText const& url) {
    auto const begin = find(url, "?#", 0);
    auto const size = static_cast<std::uint32_t>(url.text.size());
    if (begin == size || url.text[begin] == '#') return {begin, begin};
    return {begin, find(url, "#", begin)};
}

FoldedText UrlRequest::decoded(FoldedText const& text, Span query) {
    FoldedText result;
    bool const has_mark = !query.empty() && text.text[query.begin] == '?';
    for (auto const& piece : text.part(query).pieces) {
        bool const is_first = has_mark && piece.text.begin == 0;
        if (piece.kind == Piece::Kind::hole) {
            result.append_hole(piece.hole, piece.place);
        } else if (piece.kind == Piece::Kind::made) {
            auto const raw = piece.text.shifted(query.begin).of(text.text);
            result.append_made(decode_url_query(raw, is_first ? 0 : raw.npos).text, piece.place);
        } else {
            auto made = as_url_query(*piece.literal, is_first ? piece.offset : std::string_view::npos);
            Span const part = made.part({piece.offset, piece.offset + piece.text.size()});
            result.append_literal(*made.literal, part);
            literals_->push_back(std::move(made.literal));
        }
    }
    return result;
}

void UrlRequest::add_query(FoldedText const& text, Span query) {
    auto const all = decoded(text, query);
    auto const size = static_cast<std::uint32_t>(all.text.size());
    auto const place = place_of(all, {});
    for (std::uint32_t at = 0; at < size;) {
        bool const is_led = all.text[at] == url_separator;
        std::uint32_t const begin = at + (is_led ? 1 : 0);
        auto const end = find(all, url_separator_text, begin);
        auto const equals = std::min(find(all, "=", begin), end);
        auto const value = std::min(equals + 1, end);
        auto lead = all.part({at, begin});
        if (!is_led && !parameters_.empty()) lead.append_made(url_separator_text, place);  // curl joins what -d gives
        parameters_.push_back(
            {std::move(lead), all.part({begin, equals}), all.part({equals, value}), all.part({value, end}), place});
        at = end;
    }
}

void UrlRequest::add(FoldedText name, FoldedText value, Place place) {
    FoldedText lead, equals;
    lead.append_made(url_separator_text, place);
    equals.append_made("=", place);
    parameters_.push_back({std::move(lead), std::move(name), std::move(equals), std::move(value), place});
}

Site UrlRequest::site(Schema const& schema, FoldedText const& url, Span endpoint, Place call, Place callee) const {
    Site site{&schema, &address_pattern(), call, callee, {}, is_complete_};
    auto const named = url.part(endpoint);
    auto const endpoint_place = named.pieces.empty() ? callee : url.place(endpoint);
    site.arguments.push_back({"endpoint", endpoint_place, text_value(named, endpoint_place), endpoint_place, false});
    auto const* found = schema.find_endpoint(named.text);
    bool const reads_lookups = url_lookups(schema) != nullptr;
    FoldedText lookups;
    Place place = callee;
    for (auto const& parameter : parameters_) {
        bool const is_known_name = !parameter.name.has_holes() && !parameter.name.text.empty();
        bool const is_described =
            found && is_known_name && found->find(parameter.name.text) && parameter.name.text != schema.query_parameter;
        bool const is_own = is_described || (!reads_lookups && is_known_name);
        if (is_own) {
            auto const at = place_of(parameter.value, place_of(parameter.name, parameter.place));
            site.arguments.push_back({parameter.name.text, place_of(parameter.name, parameter.place),
                                      text_value(parameter.value, at), at, false});
        } else if (reads_lookups) {
            for (auto const* part : {&parameter.lead, &parameter.name, &parameter.equals, &parameter.value})
                lookups.append(*part);
            place = parameter.place;
        } else if (parameter.name.has_holes()) {
            site.is_complete = false;
        }
    }
    if (!lookups.text.empty())
        site.arguments.push_back({schema.query_parameter, place, text_value(std::move(lookups), place), place, false});
    // No call made these values, but what their texts point into must live as long.
    for (auto& argument : site.arguments)
        argument.value.call = std::shared_ptr<FoldedCall const>(literals_, static_cast<FoldedCall const*>(nullptr));
    return site;
}

}  // namespace alyx::analyzer
