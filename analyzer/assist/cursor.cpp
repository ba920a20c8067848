// Finds the arguments at a place: in what the analysis folded, or in code that is closed for the purpose.
#include "analyzer/assist/cursor.hpp"

#include <algorithm>

#include "analyzer/analyze/client_call.hpp"
#include "analyzer/host/host.hpp"
#include "analyzer/host/unfinished.hpp"

namespace alyx::analyzer {
namespace {

using Kind = Folded::Kind;

bool touches(Place place, Place cursor) {
    return place.source == cursor.source && place.span.begin <= cursor.span.begin &&
           cursor.span.begin <= place.span.end;
}

bool is_text(Folded const& value) {
    return value.kind == Kind::text || value.kind == Kind::list || value.kind == Kind::tuple;
}

CursorRole role_of(CallPattern const* pattern, std::string_view name) {
    if (!pattern) return CursorRole::parameter;
    if (name == pattern->endpoint_argument) return CursorRole::endpoint;
    if (name == pattern->action_argument) return CursorRole::action;
    if (name == pattern->field_argument) return CursorRole::json_field;
    auto is_among = [&](std::vector<std::string> const& names) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    bool own = is_among(pattern->arguments) || is_among(pattern->client) || is_among(pattern->harmless);
    return own ? CursorRole::other : CursorRole::parameter;
}

/// What the analysis keeps, without counting.
template <class T>
std::shared_ptr<T const> borrowed(T const& object) {
    return std::shared_ptr<T const>(std::shared_ptr<void>(), &object);
}

/// Collects the cursors of sites whose literals `folded` owns.
class Collector {
  public:
    Collector(FoldedUnit const& folded, Place cursor, std::vector<Cursor>& cursors)
        : folded_(folded), cursor_(cursor), cursors_(cursors) {}

    void add(std::shared_ptr<Site const> site) {
        site_ = std::move(site);
        known_ = false;
        if (site_->pattern && touches(site_->callee_place, cursor_))
            emit(CursorRole::callee, Cursor::no_argument, CursorText::in_code("", cursor_, cursor_.span.begin));
        for (std::uint32_t i = 0; i < site_->arguments.size(); ++i) argument(i);
    }

    /// In code, where an argument of the call begins or is begun.
    void add_item(std::shared_ptr<Site const> site, OpenCode const& bracket, Place word, std::string_view name) {
        site_ = std::move(site);
        known_ = false;
        auto const& names = site_->pattern->arguments;
        auto role = bracket.items < names.size() ? role_of(site_->pattern, names[bracket.items]) : CursorRole::keyword;
        bool is_position = role == CursorRole::endpoint || role == CursorRole::action;
        emit(is_position ? role : CursorRole::keyword, Cursor::no_argument,
             CursorText::in_code(name, word, cursor_.span.begin));
    }

  private:
    FoldedUnit const& folded_;
    Place cursor_;
    std::vector<Cursor>& cursors_;
    std::shared_ptr<Site const> site_;
    bool known_ = false;
    Endpoint const* endpoint_ = nullptr;
    std::vector<SentArgument> sent_;

    void argument(std::uint32_t index) {
        auto const& argument = site_->arguments[index];
        if (site_->pattern && argument.is_keyword && touches(argument.name_place, cursor_)) return name(index);
        auto const role = role_of(site_->pattern, argument.name);
        if (site_->pattern && argument.name == site_->pattern->body_argument) return body(index);
        if (!is_text(argument.value)) return;
        if (auto const* literal = empty_literal(argument.value))
            return emit(role, index, CursorText::in_empty(*literal));
        if (auto text = CursorText::in_literal(sent_text(argument), cursor_)) emit(role, index, std::move(*text));
    }

    /// In the code, or (`**{'django': …}`) in a literal.
    void name(std::uint32_t index) {
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

    void body(std::uint32_t index) {
        for (auto const& [key, value] : site_->arguments[index].value.entries) {
            if (key.kind != Kind::text) continue;
            if (auto text = CursorText::in_literal(key.text, cursor_))
                emit(CursorRole::body_key, index, std::move(*text));
        }
    }

    /// The literal at the cursor that makes an empty text.
    Literal const* empty_literal(Folded const& value) const {
        if (value.kind != Kind::text || !value.text.text.empty() || !touches(value.place, cursor_)) return nullptr;
        for (auto const& literal : folded_.literals)
            if (literal->text.empty() && touches(literal->contents, cursor_)) return literal.get();
        return nullptr;
    }

    void understand() {
        if (std::exchange(known_, true)) return;
        endpoint_ = nullptr;
        sent_.clear();
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

    Parameter const* parameter(std::uint32_t index) const {
        if (!endpoint_ || index == Cursor::no_argument) return nullptr;
        for (auto const& sent : sent_)
            if (sent.argument == index) return sent.appended.empty() ? endpoint_->find(sent.parameter) : nullptr;
        return endpoint_->find(site_->arguments[index].name);
    }

    void emit(CursorRole role, std::uint32_t index, CursorText text) {
        understand();
        bool takes = role == CursorRole::parameter || role == CursorRole::keyword;
        cursors_.push_back({site_, role, index, endpoint_, takes ? parameter(index) : nullptr, std::move(text)});
    }
};

bool is_callee(Snapshot const& snapshot, std::string_view name) {
    if (name.empty()) return false;
    for (auto const& schema : snapshot.schemas())
        for (auto const& pattern : schema->calls)
            if (pattern.callee == name && pattern.shape != CallPattern::Shape::url) return true;
    return false;
}

class Search {
  public:
    Search(Analysis const& analysis, Place place) : analysis_(analysis), place_(place) {}

    Cursors run() && {
        bool sound = in_analysis();
        if (sound && !found_.all.empty()) return std::move(found_);
        auto unfinished = unfinished_at(*analysis_.unit, place_);
        if (!unfinished || unfinished->in_comment()) return std::move(found_);
        unfinished_ = std::move(*unfinished);
        if (unfinished_.in_string()) {
            if (is_in_call() || is_unclosed()) reread();
        } else if (found_.all.empty()) {
            in_code();
        }
        return std::move(found_);
    }

  private:
    Analysis const& analysis_;
    Place place_;
    Cursors found_;
    Unfinished unfinished_;

    std::string_view text_of(Span span) const { return span.of(analysis_.unit->sources[place_.source]->text()); }
    bool is_known(OpenCode const& one) const { return is_callee(*analysis_.snapshot, text_of(one.callee)); }
    bool is_in_call() const {
        return std::any_of(unfinished_.open.begin(), unfinished_.open.end(),
                           [&](OpenCode const& one) { return is_known(one); });
    }

    /// False where what was found stands in a call that the parser could not make sense of.
    bool in_analysis() {
        Collector collect(analysis_.folded, place_, found_.all);
        for (auto const& site : analysis_.sites) collect.add(borrowed(site));
        return std::none_of(analysis_.folded.calls.begin(), analysis_.folded.calls.end(),
                            [&](FoldedCall const& call) { return call.broken && touches(call.place, place_); });
    }

    /// Does the string at the place lack its end? Nothing but its own quote ends one that spans lines.
    bool is_unclosed() const {
        auto const& string = unfinished_.open.back();
        if (string.quote.size() > 1) return false;
        auto rest = analysis_.unit->sources[place_.source]->text().substr(place_.span.begin);
        return rest.substr(0, rest.find('\n')).find(string.quote) == rest.npos;
    }

    std::shared_ptr<FoldedUnit const> fold_closed() const {
        std::vector<std::string_view> names;
        for (auto const& one : unfinished_.open)
            if (is_known(one)) names.push_back(text_of(one.callee));
        bool in_call = !names.empty();
        if (!in_call)
            for (auto const& schema : analysis_.snapshot->schemas())
                for (auto const& pattern : schema->calls)
                    if (pattern.shape != CallPattern::Shape::url) names.push_back(pattern.callee);
        auto rest = in_call ? RestOfCode::dropped : RestOfCode::from_next_line;
        return std::make_shared<FoldedUnit const>(
            fold_unit(closed_at(*analysis_.unit, place_, unfinished_, "_", rest), {names}));
    }

    void reread() {
        auto folded = fold_closed();
        std::vector<Cursor> cursors;
        Collector collect(*folded, place_, cursors);
        for (auto const& call : folded->calls)
            if (auto site = bind_unfinished(call, *analysis_.snapshot))
                collect.add(std::make_shared<Site const>(std::move(*site)));
        if (cursors.empty()) return;
        for (auto& cursor : cursors) cursor.text.remove({cursor.text.offset(), cursor.text.offset() + 1});
        found_ = {std::move(cursors), std::move(folded)};
    }

    void in_code() {
        auto const* bracket = unfinished_.innermost();
        if (!bracket || bracket->kind != OpenCode::Kind::bracket || bracket->item_began || !is_known(*bracket)) return;
        auto is_it = [&](FoldedCall const& call) {
            return call.arguments_place.source == place_.source && call.arguments_place.span.begin == bracket->begin;
        };
        auto const& calls = analysis_.folded.calls;
        bool known = std::any_of(calls.begin(), calls.end(), [&](auto const& c) { return is_it(c) && !c.broken; });
        if (!known) found_.folded = fold_closed();
        auto const& folded = known ? analysis_.folded : *found_.folded;
        Place word{place_.source, unfinished_.word.empty() ? place_.span : unfinished_.word};
        Collector collect(folded, place_, found_.all);
        for (auto const& call : folded.calls) {
            if (!is_it(call)) continue;
            if (auto site = bind_unfinished(call, *analysis_.snapshot))
                collect.add_item(std::make_shared<Site const>(std::move(*site)), *bracket, word,
                                 text_of(unfinished_.word));
        }
    }
};

}  // namespace

Cursors cursors_at(Analysis const& analysis, Place place) {
    return Search(analysis, place).run();
}

}  // namespace alyx::analyzer
