// Goes over sites, conditions, segments.
#include "analyzer/assist/query_words.hpp"

#include "analyzer/assist/alyx_assistant.hpp"
#include "analyzer/query/alyx_filter.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

using Kind = WrittenWord::Kind;

class Words {
  public:
    Words(SiteRequest const& request, std::function<void(WrittenWord const&)> const& use)
        : request_(request), use_(use) {}

    void run() {
        auto const& client = request_.client();
        if (!client.endpoint) return;
        argument(client.endpoint_argument, client.endpoint_span, Kind::endpoint);
        if (!client.action.empty()) argument(client.action_argument, make_span(0, client.action.size()), Kind::action);
        if (!client.endpoint->model) return;
        for (std::uint32_t i = 0; i < request_.outcome().parameters.size(); ++i) parameter(i);
    }

  private:
    SiteRequest const& request_;
    std::function<void(WrittenWord const&)> const& use_;

    void argument(std::uint32_t index, Span span, Kind kind) {
        auto const& site = request_.site();
        if (index == ClientCall::none || index >= site.arguments.size()) return;
        auto const& text = site.arguments[index].value.text;
        if (span.end > text.text.size() || span.empty()) return;
        use_({kind, text.place(span), &site, request_.endpoint(), span.of(text.text), nullptr, nullptr, nullptr});
    }

    /// The condition that the words to come are of.
    struct Current {
        std::uint32_t parameter = 0;
        Conjunct const* conjunct = nullptr;
        ResolvedPath const* target = nullptr;
    } current_;

    void word(Kind kind, Span span, Step const* step = nullptr) {
        if (span.empty()) return;
        auto const place = request_.place(current_.parameter, span);
        auto const value = request_.outcome().parameters[current_.parameter].value;
        if (place)
            use_({kind, *place, &request_.site(), request_.endpoint(), span.of(value), step, current_.target,
                  current_.conjunct});
    }

    void parameter(std::uint32_t index) {
        auto const& use = request_.outcome().parameters[index];
        current_ = {index, nullptr, nullptr};
        if (!use.spec || use.ignored_value) return;
        if (!use.query) return word(Kind::value, make_span(0, use.value.size()));
        std::string_view const prefix =
            use.spec->meaning == ParameterMeaning::pairs ? std::string_view(use.spec->path) : std::string_view();
        for (auto const& condition : use.query->conditions) this->condition(condition, prefix);
    }

    Conjunct const* conjunct_of(Condition const& condition) const {
        for (auto const& conjunct : request_.outcome().conjuncts)
            if (conjunct.value == &condition.value) return &conjunct;
        return nullptr;
    }

    /// Paths are resolved here: while another pair is being written the service builds none of them.
    void condition(Condition const& condition, std::string_view prefix) {
        auto const& use = request_.outcome().parameters[current_.parameter];
        auto const names = prefix.empty() ? condition.path.names() : condition.path.span;
        auto const text = concat(prefix, names.of(use.value));
        std::vector<Hole> holes;
        auto const shift = static_cast<std::uint32_t>(prefix.size());
        for (Hole hole : use.holes)
            if (names.contains(hole.offset)) holes.push_back({hole.offset - names.begin + shift, hole.type});
        auto const path = parse_path(text, holes);
        auto const& endpoint = *request_.endpoint();
        auto const target = resolve_path(path, text, *endpoint.model, endpoint.annotations);
        current_.conjunct = conjunct_of(condition);
        current_.target = &target;
        if (condition.path.negated && prefix.empty())
            word(Kind::negation, {condition.path.span.begin, condition.path.span.begin + 1});
        std::uint32_t end = names.begin;
        for (std::size_t i = 0; i < path.segments.size(); ++i) {
            auto const& segment = path.segments[i].span;
            if (segment.end < shift) continue;  // the pack's
            Span const span{segment.begin - shift + names.begin, segment.end - shift + names.begin};
            word(Kind::separator, {end, span.begin});
            end = span.end;
            word(Kind::segment, span, i < target.steps.size() ? &target.steps[i] : nullptr);
        }
        if (condition.value.form == Value::Form::missing) return;
        word(Kind::separator, {end, condition.value.span.begin});
        word(Kind::value, condition.value.span);
    }
};

}  // namespace

Assistant const& alyx_assistant() {
    static AlyxAssistant const assistant;
    return assistant;
}

bool is_alyx(Site const& site) {
    return &assistant_of(site) == &alyx_assistant();
}

void for_each_word(Site const& site, std::function<void(WrittenWord const&)> const& use) {
    SiteRequest const request(site);
    Words(request, use).run();
}

void for_each_word(Analysis const& analysis, std::function<void(WrittenWord const&)> const& use) {
    for (auto const& site : analysis.sites)
        if (is_alyx(site)) for_each_word(site, use);
}

}  // namespace alyx::analyzer
