// Client call, request, outcome.
#include "analyzer/assist/site_request.hpp"

#include <algorithm>

namespace alyx::analyzer {

SiteRequest::SiteRequest(Site const& site) : site_(site) {
    if (site.pattern) {
        call_ = client_call(site);
        client_ = predict_client(call_);
    } else {
        client_.endpoint = site.schema->find_endpoint(site.arguments[0].value.text.text);
        client_.sends_list = client_.endpoint != nullptr;
        client_.sent.push_back({1, site.schema->query_parameter, {}});
    }
    if (!sends_list()) return;
    request_ = {site.schema, client_.endpoint->name, {}, site.is_complete};
    // Requests only view their texts.
    texts_.reserve(client_.sent.size());
    holes_.reserve(client_.sent.size());
    for (auto const& sent : client_.sent)
        if (sent.appended.empty()) add(sent.argument, sent.parameter);
    outcome_ = predict(request_);
}

void SiteRequest::add(std::uint32_t argument, std::string_view parameter) {
    auto const& text = texts_.emplace_back(sent_text(site_.arguments[argument]));
    auto const& holes = holes_.emplace_back(text.holes());
    arguments_.push_back(argument);
    request_.parameters.push_back({parameter, text.text, holes});
}

std::optional<Place> SiteRequest::place(std::uint32_t parameter, Span span) const {
    auto const& text = texts_[parameter];
    span = span.shifted(outcome_.parameters[parameter].stripped);
    for (auto const& piece : text.pieces)
        if (piece.kind == Piece::Kind::literal && piece.text.covers(span)) return text.place(span);
    return std::nullopt;
}

}  // namespace alyx::analyzer
