// A call's own arguments, then the parameters of its endpoint.
#include "analyzer/assist/signature.hpp"

#include <algorithm>

#include "analyzer/analyze/client_call.hpp"
#include "analyzer/assist/alyx_assistant.hpp"
#include "analyzer/assist/cursor_collector.hpp"
#include "analyzer/assist/describe.hpp"
#include "analyzer/host/host.hpp"
#include "analyzer/host/unfinished.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

std::vector<Parameter const*> by_usage(Schema const& schema, Endpoint const& endpoint) {
    std::vector<Parameter const*> parameters;
    for (auto const& parameter : endpoint.parameters) parameters.push_back(&parameter);
    std::stable_sort(parameters.begin(), parameters.end(),
                     [&](Parameter const* a, Parameter const* b) { return schema.usage.of(a) > schema.usage.of(b); });
    return parameters;
}

class Signatures {
  public:
    Signatures(Analysis const& analysis, Place place) : analysis_(analysis), place_(place) {}

    std::optional<Signature> run() {
        auto unfinished = unfinished_at(*analysis_.unit, place_);
        if (!unfinished || unfinished->in_comment()) return std::nullopt;
        unfinished_ = std::move(*unfinished);
        for (auto bracket = unfinished_.open.rbegin(); bracket != unfinished_.open.rend(); ++bracket) {
            if (bracket->kind != OpenCode::Kind::bracket || bracket->callee.empty()) continue;
            bool const is_known = is_client_callee(analysis_, text_of(bracket->callee));
            if (!is_known) continue;
            if (find_site(*bracket)) return make(*bracket);
            return std::nullopt;
        }
        return std::nullopt;
    }

  private:
    Analysis const& analysis_;
    Place place_;
    Unfinished unfinished_;
    FoldedUnit folded_;  ///< of a call that the analysis does not have
    std::optional<Site> site_;
    Signature made_;

    std::string_view text_of(Span span) const { return span.of(analysis_.unit->sources[place_.source]->text()); }

    bool find_site(OpenCode const& bracket) {
        auto const find = [&](FoldedUnit const& folded, bool broken_too) {
            for (auto const& call : folded.calls) {
                bool const is_it = call.arguments_place.source == place_.source &&
                                   call.arguments_place.span.begin == bracket.begin && (broken_too || !call.broken);
                if (!is_it) continue;
                auto sites = unfinished_sites_of(call, *analysis_.snapshot, analysis_.unit->path);
                if (sites.empty()) continue;
                site_ = std::move(sites.front());
                return true;
            }
            return false;
        };
        if (find(analysis_.folded, false)) return true;
        auto const name = text_of(bracket.callee);
        folded_ = fold_unit(closed_at(*analysis_.unit, place_, unfinished_, "_", AroundCode::statement), {{&name, 1}});
        return find(folded_, true);
    }

    void add(std::string_view name, std::string documentation) {
        for (auto const& parameter : made_.parameters)
            if (parameter.label.of(made_.label) == name) return;
        if (!made_.parameters.empty()) made_.label += ", ";
        auto const begin = made_.label.size();
        made_.label += name;
        made_.parameters.push_back({make_span(begin, made_.label.size()), std::move(documentation)});
    }

    Signature make(OpenCode const& bracket) {
        made_.label = concat(text_of(bracket.callee), "(");
        auto arguments = assistant_of(*site_).arguments(*site_);
        for (auto& [name, documentation] : arguments.names) add(name, std::move(documentation));
        made_.label += ')';
        made_.documentation = std::move(arguments.documentation);
        made_.active = active(bracket);
        return std::move(made_);
    }

    /// By the keyword, or by the number of commas before.
    std::optional<std::uint32_t> active(OpenCode const& bracket) const {
        auto const keyword = text_of(bracket.keyword);
        auto const name = !keyword.empty()                                   ? keyword
                          : bracket.items < site_->pattern->arguments.size() ? site_->pattern->arguments[bracket.items]
                                                                             : std::string_view();
        for (std::uint32_t i = 0; i < made_.parameters.size(); ++i)
            if (made_.parameters[i].label.of(made_.label) == name) return i;
        return std::nullopt;
    }
};

}  // namespace

CallArguments AlyxAssistant::arguments(Site const& site) const {
    auto const& pattern = *site.pattern;
    auto const call = client_call(site);
    auto const client = predict_client(call);
    CallArguments arguments;
    for (auto const& name : pattern.arguments) arguments.names.emplace_back(name, "");
    bool const filters = client.endpoint && (client.action.empty() || client.action == "list");
    if (filters)
        for (auto const* parameter : by_usage(*site.schema, *client.endpoint))
            arguments.names.emplace_back(parameter->name,
                                         describe_parameter(*site.schema, *client.endpoint, *parameter));
    for (auto const& name : pattern.terms) arguments.names.emplace_back(name, "");
    for (auto const& name : pattern.client) arguments.names.emplace_back(name, "");
    if (client.endpoint) arguments.documentation = describe_endpoint(*site.schema, *client.endpoint);
    return arguments;
}

std::optional<Signature> signature(Analysis const& analysis, Place place) {
    return Signatures(analysis, place).run();
}

}  // namespace alyx::analyzer
