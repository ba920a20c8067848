// alyx/explain: what a rule is about, as a page.
#include "analyzer/assist/rule_page.hpp"
#include "analyzer/schema/pack.hpp"
#include "lsp/features/feature.hpp"
#include "lsp/protocol/own_methods.hpp"

namespace alyx::lsp {
namespace {

using namespace analyzer;

std::optional<std::string> explain(Session&, ExplainParams const& params) {
    auto const* rule = find_rule(params.rule);
    if (!rule) return std::nullopt;
    return rule_page(document(*rule, built_in_schema("alyx"))).render(PageFormat::markdown);
}

}  // namespace

namespace features {
extern Feature const explain;
Feature const explain{"alyx/explain", Scope::workspace, nullptr, answered_by<&lsp::explain>};
}  // namespace features

}  // namespace alyx::lsp
