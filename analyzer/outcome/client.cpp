// ONE's own rules, as its packs describe them: endpoints, actions, abbreviated search terms.
#include "analyzer/outcome/client.hpp"

#include <algorithm>
#include <boost/algorithm/string/predicate.hpp>

namespace alyx::analyzer {
namespace {

bool contains(std::vector<std::string> const& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

class Client {
  public:
    explicit Client(ClientCall const& call) : call_(call), pattern_(*call.pattern) {}

    ClientOutcome run() && {
        switch (pattern_.shape) {
            case CallPattern::Shape::rest:
                rest();
                break;
            case CallPattern::Shape::search:
                search();
                break;
            case CallPattern::Shape::json_field:
                endpoint_of(pattern_.endpoint_argument);
                break;
            case CallPattern::Shape::query:
                query();
                break;
            case CallPattern::Shape::url:
                address();
                break;
        }
        return std::move(outcome_);
    }

  private:
    ClientCall const& call_;
    CallPattern const& pattern_;
    ClientOutcome outcome_;

    ClientArgument const* text_argument(std::string_view name, std::uint32_t& index) const {
        index = call_.find(name);
        if (index == ClientCall::none || call_.arguments[index].kind != ClientArgument::Kind::text) return nullptr;
        return &call_.arguments[index];
    }

    void refuse(Cause cause, std::uint32_t argument, Span span, bool in_name = false) {
        outcome_.refusals.push_back({{cause, "ValueError", span}, argument, in_name, {}});
    }

    /// `/sessions/…` and `sessions?…` name sessions. Says whether that is all there is.
    bool endpoint_of(std::string_view argument_name) {
        std::uint32_t index;
        auto const* argument = text_argument(argument_name, index);
        if (!argument) return false;
        auto text = argument->text;
        std::size_t begin = !text.empty() && text.front() == '/' ? 1 : 0;
        auto end = std::min(text.find_first_of("/?", begin), text.size());
        outcome_.endpoint_span = make_span(begin, end);
        outcome_.endpoint_argument = index;
        auto name = outcome_.endpoint_span.of(text);
        auto const* endpoint = call_.schema->find_endpoint(name);
        if (!endpoint && contains(call_.schema->client_endpoints, name)) return false;  // not described any further
        if (!endpoint || !endpoint->client_actions)
            refuse(Cause::client_unknown_endpoint, index, outcome_.endpoint_span);
        else
            outcome_.endpoint = endpoint;
        return end == text.size();
    }

    void rest() {
        bool plain = endpoint_of(pattern_.endpoint_argument);
        if (!plain || !outcome_.endpoint) return;
        auto const* action = text_argument(pattern_.action_argument, outcome_.action_argument);
        if (!action) return;
        outcome_.action = action->text == "partial-update" ? std::string_view("partial_update") : action->text;
        if (!contains(*outcome_.endpoint->client_actions, outcome_.action)) {
            refuse(Cause::client_unknown_action, outcome_.action_argument, make_span(0, action->text.size()));
            return;
        }
        outcome_.sends_list = outcome_.action == "list";
        if (!outcome_.sends_list) return;
        for (std::uint32_t i = 0; i < call_.arguments.size(); ++i)
            if (is_filter(call_.arguments[i])) outcome_.sent.push_back({i, call_.arguments[i].name, {}});
    }

    /// A function that sends what it is given. An endpoint that there is not is left to the service to refuse.
    void query() {
        bool is_fixed = !pattern_.endpoint.empty();
        bool is_known = is_fixed || endpoint_of(pattern_.endpoint_argument);
        outcome_.refusals.clear();
        outcome_.endpoint_name = is_fixed ? std::string_view(pattern_.endpoint)
                                 : is_known
                                     ? outcome_.endpoint_span.of(call_.arguments[outcome_.endpoint_argument].text)
                                     : std::string_view();
        outcome_.endpoint = call_.schema->find_endpoint(outcome_.endpoint_name);
        outcome_.sends_list = is_known;
        if (!is_known) return;
        for (std::uint32_t i = 0; i < call_.arguments.size(); ++i) {
            auto const& argument = call_.arguments[i];
            if (argument.kind == ClientArgument::Kind::none || i == outcome_.endpoint_argument) continue;
            if (is_query(argument.name))
                outcome_.sent.push_back({i, call_.schema->query_parameter, {}});
            else if (is_forwarded(argument.name))
                outcome_.sent.push_back({i, argument.name, {}});
        }
    }

    /// A URL that has been taken apart: its endpoint, and its parameters as arguments.
    void address() {
        std::uint32_t index;
        auto const* endpoint = text_argument(pattern_.endpoint_argument, index);
        if (!endpoint) return;
        outcome_.endpoint_argument = index;
        outcome_.endpoint_name = endpoint->text;
        outcome_.endpoint_span = make_span(0, endpoint->text.size());
        outcome_.endpoint = call_.schema->find_endpoint(endpoint->text);
        outcome_.sends_list = true;
        for (std::uint32_t i = 0; i < call_.arguments.size(); ++i)
            if (i != index) outcome_.sent.push_back({i, call_.arguments[i].name, {}});
    }

    bool is_query(std::string_view name) const {
        return pattern_.queries.empty() ? name == call_.schema->query_parameter : contains(pattern_.queries, name);
    }

    bool is_forwarded(std::string_view name) const {
        if (contains(pattern_.parameters, name)) return true;
        return contains(pattern_.parameters, "*") && !contains(pattern_.arguments, name);
    }

    bool is_filter(ClientArgument const& argument) const {
        bool own = contains(pattern_.arguments, argument.name) || contains(pattern_.client, argument.name) ||
                   contains(pattern_.harmless, argument.name);
        // None is dropped for the query parameter; what becomes of it elsewhere is not known.
        return !own && argument.kind != ClientArgument::Kind::none;
    }

    void search() {
        outcome_.endpoint = call_.schema->find_endpoint(pattern_.endpoint);
        if (!outcome_.endpoint) return;
        std::uint32_t index;
        auto const* mode = text_argument("query_type", index);
        bool remote = pattern_.always_remote ? !mode || mode->text != "local" : mode && mode->text == "remote";
        bool local = mode && mode->text == "local";
        outcome_.sends_list = remote;
        outcome_.may_be_local = !remote;
        for (std::uint32_t i = 0; i < call_.arguments.size(); ++i)
            if (is_filter(call_.arguments[i])) term(i, remote, local);
    }

    /// Terms may be abbreviated to any prefix that only one of them has, in any case.
    void term(std::uint32_t index, bool remote, bool local) {
        auto name = call_.arguments[index].name;
        std::vector<std::string_view> candidates;
        auto consider = [&](std::string_view term) {
            if (boost::iequals(term, name))
                candidates.insert(candidates.begin(), term);
            else if (boost::istarts_with(term, name))
                candidates.push_back(term);
        };
        for (auto const& term : pattern_.terms) consider(term);
        if (!local) {
            for (auto const& term : pattern_.remote_only) consider(term);
            for (auto const& p : outcome_.endpoint->parameters)
                if (!contains(pattern_.terms, p.name) && !contains(pattern_.remote_only, p.name)) consider(p.name);
        }
        bool exact = !candidates.empty() && boost::iequals(candidates.front(), name);
        if (candidates.empty() || (candidates.size() > 1 && !exact)) {
            auto cause = candidates.empty() ? Cause::client_unknown_term : Cause::client_ambiguous_term;
            refuse(cause, index, make_span(0, name.size()), true);
            outcome_.refusals.back().candidates = std::move(candidates);
            return;
        }
        if (remote && !contains(pattern_.rewritten, candidates.front()))
            outcome_.sent.push_back(sent_as(index, candidates.front()));
    }

    SentArgument sent_as(std::uint32_t index, std::string_view term) const {
        for (auto const& [from, path] : pattern_.appended)
            if (from == term) return {index, term, path};
        for (auto const& [from, to] : pattern_.renamed)
            if (from == term) return {index, to, {}};
        return {index, term, {}};
    }
};

}  // namespace

std::uint32_t ClientCall::find(std::string_view name) const {
    for (std::uint32_t i = 0; i < arguments.size(); ++i)
        if (arguments[i].name == name) return i;
    return none;
}

ClientOutcome predict_client(ClientCall const& call) {
    return Client(call).run();
}

}  // namespace alyx::analyzer
