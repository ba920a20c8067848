// What is offered works: each path that is completed can be followed, each value that is offered is accepted.
#include <boost/test/unit_test.hpp>
#include <random>

#include "analyzer/assist/completion.hpp"
#include "analyzer/outcome/outcome.hpp"
#include "analyzer/schema/pack.hpp"
#include "queries.hpp"

using namespace alyx::analyzer;

namespace {

std::vector<CompletionItem> offered(std::string const& endpoint, std::string const& query) {
    std::string code = "one.alyx.rest('" + endpoint + "', 'list', django=\"" + query;
    auto const cursor = make_span(code.size(), code.size());
    return complete(*test::analyze_code(code + "\")\n"), {0, cursor});
}

std::vector<Refusal> const& refusals(std::string const& endpoint, std::string const& query, Outcome& outcome) {
    auto const schema = built_in_schema("alyx");
    Request request;
    request.schema = schema.get();
    request.endpoint = endpoint;
    request.parameters.push_back({"django", query, {}});
    outcome = predict(request);
    return outcome.refusals;
}

/// The first thing that the service says against the query, with its path.
std::string answer(std::string const& endpoint, std::string const& query) {
    Outcome outcome;
    auto const found = refusals(endpoint, query, outcome);
    return found.empty() ? "" : endpoint + ": " + query + " -> " + found[0].server.exception;
}

bool leads_on(CompletionItem const& item) {
    return item.kind == CompletionKind::field || item.kind == CompletionKind::relation ||
           item.kind == CompletionKind::reverse_relation || item.kind == CompletionKind::transform;
}

/// Annotations of datasets can hardly be compared with anything, as the server is.
bool is_annotation(CompletionItem const& item) {
    return item.detail == "annotation";
}

void check_path(std::string const& endpoint, std::string const& path) {
    Outcome outcome;
    refusals(endpoint, path + ",1", outcome);
    BOOST_REQUIRE(outcome.conjuncts.size() == 1);
    auto const fault = outcome.conjuncts[0].target.fault;
    BOOST_TEST((fault == PathFault::none), endpoint << ": " << path << " cannot be followed");
}

void check_values(std::string const& endpoint, std::string const& path) {
    for (auto const& item : offered(endpoint, path + ",")) {
        auto const refused = answer(endpoint, path + "," + item.text);
        BOOST_TEST(refused.empty(), refused);
    }
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_name_and_lookup_of_every_endpoint_can_be_followed) {
    for (auto const& endpoint : built_in_schema("alyx")->endpoints) {
        if (!endpoint->has_query || !endpoint->client_actions) continue;
        auto const names = offered(endpoint->name, "");
        BOOST_TEST(names.size() > 3, endpoint->name);
        for (auto const& name : names) {
            if (name.kind == CompletionKind::negation) continue;
            check_path(endpoint->name, name.label);
            if (leads_on(name) && name.kind == CompletionKind::field && !is_annotation(name))
                for (auto const& next : offered(endpoint->name, name.label + "__"))
                    check_path(endpoint->name, name.label + "__" + next.label);
        }
    }
}

BOOST_AUTO_TEST_CASE(random_walks_can_be_followed_and_their_values_are_accepted) {
    std::mt19937 random(11);
    std::vector<std::string> endpoints;
    for (auto const& endpoint : built_in_schema("alyx")->endpoints)
        if (endpoint->has_query && endpoint->client_actions) endpoints.push_back(endpoint->name);
    for (int walk = 0; walk < 600; ++walk) {
        auto const& endpoint = endpoints[random() % endpoints.size()];
        std::string path;
        for (int depth = 0; depth < 5; ++depth) {
            auto const items = offered(endpoint, path);
            if (items.empty()) break;
            auto const& item = items[random() % items.size()];
            if (item.kind == CompletionKind::negation || is_annotation(item)) break;
            path += item.label;
            check_path(endpoint, path);
            check_values(endpoint, path);
            if (!leads_on(item)) break;
            path += "__";
        }
    }
}
