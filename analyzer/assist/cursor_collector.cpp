// Sites to cursors: what each argument is, and where in its text the cursor stands.
#include "analyzer/assist/cursor_collector.hpp"

#include <algorithm>
#include <utility>

#include "analyzer/analyze/client_call.hpp"
#include "analyzer/analyze/dialect.hpp"
#include "analyzer/analyze/url_site.hpp"
#include "analyzer/assist/alyx_assistant.hpp"

namespace alyx::analyzer {
namespace {

using Kind = Folded::Kind;

bool is_text(Folded const& value) {
    return value.kind == Kind::text || value.kind == Kind::list || value.kind == Kind::tuple;
}

CursorRole role_of(Site const& site, std::string_view name) {
    auto const* pattern = site.pattern;
    if (!pattern) return name == "endpoint" ? CursorRole::endpoint : CursorRole::parameter;
    auto is_among = [&](std::vector<std::string> const& names) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    if (!is_alyx(site) && is_among(pattern->queries)) return CursorRole::query;
    if (name == pattern->endpoint_argument) return CursorRole::endpoint;
    if (name == pattern->action_argument) return CursorRole::action;
    if (name == pattern->field_argument) return CursorRole::json_field;
    bool own = is_among(pattern->arguments) || is_among(pattern->client) || is_among(pattern->harmless);
    return own ? CursorRole::other : CursorRole::parameter;
}

}  // namespace

std::vector<std::string_view> client_callees(Analysis const& analysis) {
    std::vector<std::string_view> names;
    for (auto const* schema : schemas_in(*analysis.unit, *analysis.snapshot))
        for (auto const& pattern : schema->calls)
            if (pattern.shape != CallPattern::Shape::url) names.push_back(pattern.callee);
    for (auto const& own : analysis.snapshot->own_calls()) names.push_back(own.pattern.callee);
    for (auto name : url_callees(*analysis.unit, *analysis.snapshot)) names.push_back(name);
    return names;
}

bool is_client_callee(Analysis const& analysis, std::string_view name) {
    auto const names = client_callees(analysis);
    return !name.empty() && std::find(names.begin(), names.end(), name) != names.end();
}

bool touches(Place place, Place cursor) {
    return place.source == cursor.source && place.span.begin <= cursor.span.begin &&
           cursor.span.begin <= place.span.end;
}

void CursorCollector::add(std::shared_ptr<Site const> site) {
    site_ = std::move(site);
    is_understood_ = false;
    if (site_->pattern && touches(site_->callee_place, cursor_))
        emit(CursorRole::callee, Cursor::no_argument, CursorText::in_code("", cursor_, cursor_.span.begin));
    for (std::uint32_t i = 0; i < site_->arguments.size(); ++i) argument(i);
}

void CursorCollector::add_item(std::shared_ptr<Site const> site, OpenCode const& bracket, Place word,
                               std::string_view name) {
    site_ = std::move(site);
    is_understood_ = false;
    auto const& names = site_->pattern->arguments;
    auto role = bracket.items < names.size() ? role_of(*site_, names[bracket.items]) : CursorRole::keyword;
    bool is_position = role == CursorRole::endpoint || role == CursorRole::action;
    emit(is_position ? role : CursorRole::keyword, Cursor::no_argument,
         CursorText::in_code(name, word, cursor_.span.begin));
}

void CursorCollector::argument(std::uint32_t index) {
    auto const& argument = site_->arguments[index];
    if (site_->pattern && argument.is_keyword && touches(argument.name_place, cursor_)) return name(index);
    if (is_name_in_url(argument))
        return emit(CursorRole::keyword, index,
                    CursorText::in_code(argument.name, argument.name_place, cursor_.span.begin));
    auto const role = role_of(*site_, argument.name);
    if (site_->pattern && argument.name == site_->pattern->body_argument) return body(index);
    if (!is_text(argument.value)) return;
    if (auto const* literal = empty_literal(argument.value)) return emit(role, index, CursorText::in_empty(*literal));
    if (auto text = CursorText::in_literal(sent_text(argument), cursor_)) emit(role, index, std::move(*text));
}

/// `page` of `?page=2`, to be read; whoever writes there may mean a field as well.
bool CursorCollector::is_name_in_url(SiteArgument const& argument) const {
    bool const is_url = site_->pattern && site_->pattern->shape == CallPattern::Shape::url;
    if (use_ != CursorUse::reading || !is_url || !touches(argument.name_place, cursor_)) return false;
    bool const is_own = argument.name != site_->schema->query_parameter && argument.name != "endpoint";
    return is_own && argument.name_place.span.size() == argument.name.size();
}

/// In the code, or (`**{'django': …}`) in a literal.
void CursorCollector::name(std::uint32_t index) {
    auto const& argument = site_->arguments[index];
    for (auto const& literal : folded_.literals) {
        if (!touches(literal->contents, cursor_)) continue;
        FoldedText text;
        text.append_literal(*literal, make_span(0, literal->text.size()));
        if (auto in = CursorText::in_literal(std::move(text), cursor_))
            emit(CursorRole::keyword, index, std::move(*in));
        return;
    }
    emit(CursorRole::keyword, index, CursorText::in_code(argument.name, argument.name_place, cursor_.span.begin));
}

void CursorCollector::body(std::uint32_t index) {
    for (auto const& [key, value] : site_->arguments[index].value.entries) {
        if (key.kind != Kind::text) continue;
        if (auto text = CursorText::in_literal(key.text, cursor_)) emit(CursorRole::body_key, index, std::move(*text));
    }
}

/// The literal at the cursor that makes an empty text.
Literal const* CursorCollector::empty_literal(Folded const& value) const {
    if (value.kind != Kind::text || !value.text.text.empty() || !touches(value.place, cursor_)) return nullptr;
    for (auto const& literal : folded_.literals)
        if (literal->text.empty() && touches(literal->contents, cursor_)) return literal.get();
    return nullptr;
}

void CursorCollector::understand() {
    if (std::exchange(is_understood_, true)) return;
    endpoint_ = nullptr;
    sent_.clear();
    if (!is_alyx(*site_)) return;
    auto const& arguments = site_->arguments;
    if (!site_->pattern) {
        endpoint_ = site_->schema->find_endpoint(arguments[0].value.text.text);
        return;
    }
    auto const call = client_call(*site_);
    auto outcome = predict_client(call);
    endpoint_ = outcome.endpoint;
    sent_ = std::move(outcome.sent);
}

Parameter const* CursorCollector::parameter(std::uint32_t index) const {
    if (!endpoint_ || index == Cursor::no_argument) return nullptr;
    for (auto const& sent : sent_)
        if (sent.argument == index) return sent.appended.empty() ? endpoint_->find(sent.parameter) : nullptr;
    return endpoint_->find(site_->arguments[index].name);
}

void CursorCollector::emit(CursorRole role, std::uint32_t index, CursorText text) {
    understand();
    bool takes = role == CursorRole::parameter || role == CursorRole::keyword;
    cursors_.push_back({site_, role, index, endpoint_, takes ? parameter(index) : nullptr, std::move(text)});
}

}  // namespace alyx::analyzer
