// Walks statements, criteria and what is nested in them.
#include "analyzer/resolve/statement.hpp"

namespace alyx::analyzer {
namespace {

using Role = AttributeUse::Role;

class Resolver {
  public:
    Resolver(Schema const& schema, ResolvedStatement& to) : schema_(schema), to_(to) {}

    void statement(Statement const& s) {
        auto const* outer = statement_;
        statement_ = &s;
        auto const* target = s.target_has_hole || s.target.empty() ? nullptr : schema_.find_model(s.text_of(s.target));
        to_.parts.push_back({&s, target});
        for (auto const& p : s.projections)
            use(p.aggregate.empty() ? Role::projection : Role::aggregate, p.path, target);
        if (s.criteria) criterion(*s.criteria, target);
        for (auto const& path : s.group) use(Role::group, path, target);
        for (auto const& key : s.order) use(Role::sort, key.path, target);
        statement_ = outer;
    }

  private:
    Schema const& schema_;
    ResolvedStatement& to_;
    Statement const* statement_ = nullptr;

    AttributeUse& use(Role role, AttributePath const& path, Model const* root) {
        auto& added = to_.uses.emplace_back(AttributeUse{role, &path, statement_, root, {}, nullptr, nullptr});
        added.target = resolve_attribute(path, statement_->text, root, schema_);
        return added;
    }

    void criterion(Criterion const& c, Model const* root) {
        for (auto const& part : c.parts) criterion(part, root);
        if (!c.comparison) return;
        auto& condition = use(Role::condition, c.comparison->path, root);
        condition.comparison = c.comparison.get();
        condition.criterion = &c;
        bool leads_on = condition.target.is_known && !condition.target.steps.empty();
        auto const* inner = leads_on ? condition.target.steps.back().target : nullptr;
        if (c.comparison->criteria) criterion(*c.comparison->criteria, inner);
        if (c.comparison->subquery) statement(*c.comparison->subquery);
    }
};

}  // namespace

ResolvedStatement resolve_statement(Statement const& statement, Schema const& schema) {
    ResolvedStatement resolved;
    Resolver(schema, resolved).statement(statement);
    return resolved;
}

}  // namespace alyx::analyzer
