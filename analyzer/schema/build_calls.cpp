// Renames and client calls of a pack.
#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/string.hpp>

#include "analyzer/schema/pack_builder.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

void PackBuilder::build_renames(Members const& pack) {
    auto const all = pack.path() / std::string_view("renames");
    auto const& list = pack.array("renames");
    for (std::size_t i = 0; i < list.size(); ++i) {
        auto const here = all / i;
        if (!list[i].is_object()) continue;
        Members const member(list[i].get_object(), here);
        auto const models = here / std::string_view("models");
        auto const labels = member.texts("models");
        for (std::size_t k = 0; k < labels.size(); ++k) {
            auto const* model = model_named(labels[k], models / k);
            if (!model) continue;
            Rename made{model, std::string(member.text("from")), std::string(member.text("to")),
                        std::string(member.text("since"))};
            if (model->find(made.from))
                problems_.add(here / std::string_view("from"),
                              concat("`", made.from, "` still is a name of ", model->label));
            if (!model->find(made.to))
                problems_.add(here / std::string_view("to"), concat("`", made.to, "` is no name of ", model->label));
            schema_.renames.push_back(std::move(made));
        }
    }
}

void PackBuilder::build_calls(Members const& pack) {
    auto const all = pack.path() / std::string_view("calls");
    auto const& list = pack.array("calls");
    for (std::size_t i = 0; i < list.size(); ++i) {
        auto const here = all / i;
        if (list[i].is_object()) build_call(Members(list[i].get_object(), here));
    }
}

void PackBuilder::build_call(Members const& member) {
    CallPattern call;
    call.receivers = member.texts("receivers");
    call.hints = member.texts("hints");
    call.shape = member.one_of("shape", CallPattern::Shape::rest);
    call.endpoint = member.text("endpoint");
    call.arguments = member.texts("arguments");
    call.endpoint_argument = member.text("endpoint_argument");
    if (call.endpoint_argument.empty() && call.endpoint.empty() && !call.arguments.empty())
        call.endpoint_argument = call.arguments.front();
    call.action_argument = member.text("action_argument");
    call.id_argument = member.text("id_argument");
    call.body_argument = member.text("body_argument");
    call.field_argument = member.text("field_argument");
    call.client = member.texts("client");
    call.harmless = member.texts("harmless");
    call.terms = member.texts("terms");
    call.remote_only = member.texts("remote_only");
    call.rewritten = member.texts("rewritten");
    call.renamed = member.pairs("renamed");
    call.appended = member.pairs("appended");
    call.queries = member.texts("queries");
    call.parameters = member.texts("parameters");
    call.always_remote = member.flag("always_remote", false);
    check_call(call, member);
    for (auto& callee : member.texts("callees")) {
        call.callee = std::move(callee);
        schema_.calls.push_back(call);
    }
}

void PackBuilder::check_call(CallPattern const& call, Members const& member) {
    for (auto key : {"endpoint_argument", "action_argument", "id_argument", "body_argument", "field_argument"}) {
        auto const name = member.text(key);
        if (!name.empty() && std::find(call.arguments.begin(), call.arguments.end(), name) == call.arguments.end())
            problems_.add(member.path() / std::string_view(key),
                          concat("`", name, "` is none of the call's `arguments`"));
    }
    auto const* endpoint = call.endpoint.empty() ? nullptr : schema_.find_endpoint(call.endpoint);
    auto const at = member.path() / std::string_view("endpoint");
    if (!call.endpoint.empty() && !endpoint) problems_.add(at, concat("there is no endpoint `", call.endpoint, "`"));
    if (call.endpoint.empty() && call.arguments.empty())
        problems_.add(member.path(), "neither a fixed `endpoint` nor `arguments` of which one is the endpoint");
    if (!endpoint || !endpoint->model) return;
    for (auto const& [term, parameter] : call.renamed)
        if (!endpoint->find(parameter))
            problems_.add(member.path() / std::string_view("renamed") / std::string_view(term),
                          concat("`", parameter, "` is no parameter of ", endpoint->name));
    for (auto const& [term, path] : call.appended)
        if (!end_of_path(endpoint->model, path))
            problems_.add(member.path() / std::string_view("appended") / std::string_view(term),
                          concat("`", path, "` begins with no name of ", endpoint->model->label));
}

}  // namespace alyx::analyzer
