// Finds the arguments at a place: in what the analysis folded, or in code that is closed for the purpose.
#include "analyzer/assist/cursor.hpp"

#include <algorithm>

#include "analyzer/analyze/collection_facts.hpp"
#include "analyzer/analyze/query_lines.hpp"
#include "analyzer/assist/alyx_assistant.hpp"
#include "analyzer/assist/cursor_collector.hpp"
#include "analyzer/host/host.hpp"
#include "analyzer/host/unfinished.hpp"
#include "analyzer/host/words.hpp"
#include "analyzer/resolve/filter.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

/// What the analysis keeps, without counting.
template <class T>
std::shared_ptr<T const> borrowed(T const& object) {
    return std::shared_ptr<T const>(std::shared_ptr<void>(), &object);
}

class Search {
  public:
    Search(Analysis const& analysis, Place place, CursorUse use) : analysis_(analysis), place_(place), use_(use) {}

    Cursors run() && {
        bool sound = in_analysis();
        if (sound && !found_.all.empty()) return std::move(found_);
        auto unfinished = unfinished_at(*analysis_.unit, place_);
        if (!unfinished || unfinished->in_comment()) return std::move(found_);
        if (is_in_query_file()) {
            if (use_ == CursorUse::writing) in_query_file();
            return std::move(found_);
        }
        unfinished_ = std::move(*unfinished);
        clients_ = client_callees(analysis_);
        if (use_ == CursorUse::reading) {
            if (is_in_call() && !has_call()) reread_text(end_of_line());
        } else if (unfinished_.in_string()) {
            if (is_in_call() || is_unclosed()) reread_text(place_);
        } else if (found_.all.empty()) {
            in_code();
        }
        return std::move(found_);
    }

  private:
    Analysis const& analysis_;
    Place place_;
    CursorUse use_;
    Cursors found_;
    Unfinished unfinished_;
    std::vector<std::string_view> clients_;  ///< last names of calls that may be queries

    std::string_view text_of(Span span) const { return span.of(analysis_.unit->sources[place_.source]->text()); }
    bool is_known(OpenCode const& one) const {
        return std::find(clients_.begin(), clients_.end(), text_of(one.callee)) != clients_.end();
    }
    bool is_in_call() const {
        return std::any_of(unfinished_.open.begin(), unfinished_.open.end(),
                           [&](OpenCode const& one) { return is_known(one); });
    }

    /// False where what was found stands in a call that the parser could not make sense of.
    bool in_analysis() {
        CursorCollector collect(analysis_.folded, place_, found_.all, use_);
        for (auto const& site : analysis_.sites) collect.add(borrowed(site));
        return std::none_of(analysis_.folded.calls.begin(), analysis_.folded.calls.end(),
                            [&](FoldedCall const& call) { return call.broken && touches(call.place, place_); });
    }

    /// Does the string at the place lack its end? Nothing but its own quote ends one that spans lines.
    bool is_unclosed() const {
        auto const& string = unfinished_.open.back();
        if (string.spans_lines) return false;
        auto rest = analysis_.unit->sources[place_.source]->text().substr(place_.span.begin);
        return rest.substr(0, rest.find('\n')).find(string.end) == rest.npos;
    }

    Place end_of_line() const {
        auto const text = analysis_.unit->sources[place_.source]->text();
        auto const end = static_cast<std::uint32_t>(std::min(text.find('\n', place_.span.begin), text.size()));
        return {place_.source, {end, end}};
    }

    Unfinished open_at(Place until) const {
        if (until == place_) return unfinished_;
        return unfinished_at(*analysis_.unit, until).value_or(unfinished_);
    }

    std::vector<std::string_view> callees() const {
        std::vector<std::string_view> names;
        for (auto const& one : unfinished_.open)
            if (is_known(one)) names.push_back(text_of(one.callee));
        if (!names.empty()) return names;
        return clients_;
    }

    /// Do holes stand for values alone, so that what they hold makes no difference to what may be written?
    static bool has_all_paths(Schema const& schema, FoldedText const& text) {
        auto const holes = text.holes();
        auto const query = parse_filter(schema, text.text, holes);
        return std::all_of(holes.begin(), holes.end(), [&](Hole hole) {
            return std::any_of(query.conditions.begin(), query.conditions.end(),
                               [&](Condition const& c) { return c.value.span.contains(hole.offset); });
        });
    }

    /// Is all known that what stands around the cursor could say?
    static bool is_enough(std::vector<Cursor> const& cursors) {
        return !cursors.empty() && std::all_of(cursors.begin(), cursors.end(), [](Cursor const& cursor) {
            if (is_collection(*cursor.site)) return !items_of(*cursor.site).is_open;
            if (!is_alyx(*cursor.site)) return true;
            bool const is_known = cursor.endpoint || cursor.role == CursorRole::endpoint;
            return is_known && has_all_paths(*cursor.site->schema, cursor.text.folded());
        });
    }

    /// Reads the code again, closed at `until` with `marker` there, so that nothing that is open is empty. A statement
    /// mostly says enough by itself, and is read much faster than all that stands before it.
    template <class Collect>
    void reread(Place until, std::string_view marker, Collect const& collect) {
        auto const names = callees();
        auto const open = open_at(until);
        bool const in_call = is_in_call();
        for (auto around : {AroundCode::statement, AroundCode::before}) {
            auto const closed =
                closed_at(*analysis_.unit, until, open, marker, in_call ? around : AroundCode::but_end_of_line);
            bool const is_statement = around == AroundCode::statement && in_call;
            auto folded = std::make_shared<FoldedUnit const>(
                fold_unit(closed, {names}, is_statement ? nullptr : analysis_.unfinished.get()));
            std::vector<Cursor> cursors;
            collect(*folded, cursors);
            bool const enough = is_enough(cursors) || !in_call;
            if (!cursors.empty()) found_ = {std::move(cursors), std::move(folded)};
            if (enough) return;
        }
    }

    void reread_text(Place until) {
        bool const marked = use_ == CursorUse::writing;
        reread(until, marked ? "_" : "", [&](FoldedUnit const& folded, std::vector<Cursor>& cursors) {
            CursorCollector collector(folded, place_, cursors);
            for (auto const& call : folded.calls)
                for (auto& site : unfinished_sites_of(call, *analysis_.snapshot, analysis_.unit->path))
                    collector.add(std::make_shared<Site const>(std::move(site)));
            // Where quotes are still open the parser may take for text what was meant to close it.
            auto const end = until.span.begin + (marked ? 1 : 0);
            std::erase_if(cursors, [&](Cursor const& c) { return c.text.place(c.text.within()).span.end > end; });
            for (auto& cursor : cursors)
                if (marked) cursor.text.remove({cursor.text.offset(), cursor.text.offset() + 1});
        });
    }

    bool is_call_of(FoldedCall const& call, OpenCode const& bracket) const {
        return call.arguments_place.source == place_.source && call.arguments_place.span.begin == bracket.begin;
    }

    /// Does the analysis have the innermost call that the place is in, whole? Of a shell's command with an unclosed
    /// quote it has what stands before.
    bool has_call() const {
        auto const& open = unfinished_.open;
        auto const bracket = std::find_if(open.rbegin(), open.rend(), [&](OpenCode const& o) { return is_known(o); });
        auto const& calls = analysis_.folded.calls;
        return bracket != open.rend() && std::any_of(calls.begin(), calls.end(), [&](FoldedCall const& call) {
                   return !call.broken && is_call_of(call, *bracket) && touches(call.arguments_place, place_);
               });
    }

    /// With what stands of it behind the cursor.
    Place word_at_place() const {
        Span word = unfinished_.word.empty() ? place_.span : unfinished_.word;
        auto const text = analysis_.unit->sources[place_.source]->text();
        while (word.end < text.size() && is_word(text[word.end])) ++word.end;
        return {place_.source, word};
    }

    bool is_in_query_file() const {
        auto const& fragments = analysis_.unit->fragments;
        return std::any_of(fragments.begin(), fragments.end(), [&](Fragment const& one) {
            return one.source == place_.source && one.language == Language::queries;
        });
    }

    /// Where no query stands yet: the file is read again with one at the place, and below a directive.
    void in_query_file() {
        auto const& source = *analysis_.unit->sources[place_.source];
        auto const at = place_.span.begin, end = end_of_line().span.begin;
        auto const before = source.text().substr(0, at);
        auto const line = before.substr(before.find_last_of('\n') + 1);
        auto const is_blank = [](std::string_view text) { return text.find_first_not_of(" \t\r") == text.npos; };
        bool const begins = (line.empty() || is_blank(line.substr(line.size() - 1)) || line.ends_with(':')) &&
                            is_blank(source.text().substr(at, end - at));
        std::string text(before);
        text += concat(begins ? "_" : "", source.text().substr(at, end - at), is_blank(line) ? "" : "\n_");
        text += source.text().substr(end);
        auto unit = std::make_shared<Unit>(*analysis_.unit);
        for (auto& fragment : unit->fragments)
            if (fragment.source == place_.source) fragment.ranges = {make_span(0, text.size())};
        unit->sources[place_.source] = std::make_shared<Source const>(source.name(), std::move(text));
        Analysis read;
        read.unit = std::move(unit);
        read.snapshot = analysis_.snapshot;
        auto const found = sites_of_query_lines(read);
        auto const folded = std::make_shared<FoldedUnit const>(std::move(read.folded));
        CursorCollector collector(*folded, place_, found_.all);
        for (auto const& sites : found)
            for (auto const& site : sites) collector.add(std::make_shared<Site const>(site));
        for (auto& cursor : found_.all)
            if (begins) cursor.text.remove({cursor.text.offset(), cursor.text.offset() + 1});
        found_.folded = folded;
    }

    void in_code() {
        auto const* bracket = unfinished_.innermost();
        if (!bracket || bracket->kind != OpenCode::Kind::bracket || bracket->item_began || !is_known(*bracket)) return;
        auto const word = word_at_place();
        auto const collect = [&](FoldedUnit const& folded, std::vector<Cursor>& cursors) {
            CursorCollector collector(folded, place_, cursors);
            for (auto const& call : folded.calls) {
                if (!is_call_of(call, *bracket)) continue;
                for (auto& site : unfinished_sites_of(call, *analysis_.snapshot, analysis_.unit->path))
                    collector.add_item(std::make_shared<Site const>(std::move(site)), *bracket, word,
                                       text_of(word.span));
            }
            if (!unfinished_.takes_keywords)
                std::erase_if(cursors, [](Cursor const& c) { return c.role == CursorRole::keyword; });
        };
        if (has_call())
            collect(analysis_.folded, found_.all);
        else
            reread(place_, "_", collect);
    }
};

}  // namespace

Cursors cursors_at(Analysis const& analysis, Place place, CursorUse use) {
    return Search(analysis, place, use).run();
}

}  // namespace alyx::analyzer
