// What analyses share.
#include "analyzer/analyze/snapshot.hpp"

#include <algorithm>

#include "analyzer/analyze/base_url.hpp"
#include "analyzer/schema/nearest.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

PackName const default_pack{"alyx", false, "", ""};

template <class T>
bool contains(std::vector<T> const& items, T const& item) {
    return std::find(items.begin(), items.end(), item) != items.end();
}

bool any_is(std::vector<std::string> const& urls, std::string_view url) {
    return std::any_of(urls.begin(), urls.end(), [&](std::string const& each) { return is_same_url(each, url); });
}

/// None after noting why.
std::shared_ptr<Schema const> loaded(PackName const& name, Packs& packs, std::vector<Failure>& failures) {
    auto schema = packs.load(name);
    if (schema) return *schema;
    for (auto& failure : schema.error()) {
        bool said = std::any_of(failures.begin(), failures.end(),
                                [&](Failure const& f) { return f.to_string() == failure.to_string(); });
        if (!said) failures.push_back(std::move(failure));
    }
    return nullptr;
}

CallPattern pattern_of(OwnCall const& call) {
    CallPattern pattern;
    pattern.callee = call.callee;
    if (!call.receiver.empty()) pattern.receivers = {call.receiver};
    pattern.shape = CallPattern::Shape::query;
    pattern.endpoint = call.endpoint;
    pattern.arguments = call.arguments;
    pattern.endpoint_argument = call.endpoint_argument;
    pattern.queries = call.keywords;
    pattern.parameters = call.parameters;
    return pattern;
}

}  // namespace

Snapshot::Snapshot(std::vector<std::shared_ptr<Schema const>> schemas, std::shared_ptr<Settings const> settings)
    : schemas_(std::move(schemas)), settings_(std::move(settings)) {
    for (auto const& schema : schemas_) unbound_.push_back(schema.get());
}

boost::system::result<std::shared_ptr<Snapshot const>, std::vector<Failure>> Snapshot::of(
    std::shared_ptr<Settings const> settings, Packs& packs) {
    auto snapshot = std::make_shared<Snapshot>(std::vector<std::shared_ptr<Schema const>>(), std::move(settings));
    std::vector<Failure> failures;
    snapshot->load(packs, failures);
    if (!failures.empty()) return failures;
    return std::shared_ptr<Snapshot const>(std::move(snapshot));
}

void Snapshot::add(std::shared_ptr<Schema const> const& schema, bool is_unbound) {
    if (!contains(schemas_, schema)) schemas_.push_back(schema);
    if (is_unbound && !contains(unbound_, schema.get())) unbound_.push_back(schema.get());
}

void Snapshot::load(Packs& packs, std::vector<Failure>& failures) {
    // A call may go to any of the servers that are named, unless it is said what holds elsewhere.
    bool may_be_any = !settings_->schema;
    if (auto schema = loaded(settings_->schema.value_or(default_pack), packs, failures)) add(schema, true);
    for (auto const& use : settings_->schemas) {
        auto schema = loaded(use.pack, packs, failures);
        if (schema) add(schema, may_be_any && use.files.empty());
        by_use_.push_back(schema.get());
    }
    for (auto const& call : settings_->calls) add_own_call(call, packs, failures);
}

void Snapshot::add_own_call(OwnCall const& call, Packs& packs, std::vector<Failure>& failures) {
    OwnPattern own{pattern_of(call), nullptr};
    if (call.pack) {
        auto schema = loaded(*call.pack, packs, failures);
        if (!schema) return;
        add(schema, false);
        own.schema = schema.get();
    }
    std::vector<std::string_view> names;
    for (auto const& schema : schemas_)
        if (!own.schema || own.schema == schema.get())
            for (auto const& endpoint : schema->endpoints) names.push_back(endpoint->name);
    if (!call.endpoint.empty() && !contains(names, std::string_view(call.endpoint)))
        failures.push_back({call.file, call.place,
                            concat("`calls.endpoint`: there is no endpoint `", call.endpoint, "`"),
                            did_you_mean(call.endpoint, names)});
    own_calls_.push_back(std::move(own));
}

std::vector<Schema const*> Snapshot::schemas_for(std::string_view path, std::string_view base_url) const {
    auto const& uses = settings_->schemas;
    for (std::size_t i = 0; i < by_use_.size() && !path.empty(); ++i)
        if (std::any_of(uses[i].files.begin(), uses[i].files.end(), [&](auto const& p) { return p.covers(path); }))
            return {by_use_[i]};
    if (base_url.empty()) return unbound_;
    for (std::size_t i = 0; i < by_use_.size(); ++i)
        if (any_is(uses[i].base_urls, base_url)) return {by_use_[i]};
    for (auto const& schema : schemas_)
        if (any_is(schema->base_urls, base_url)) return {schema.get()};
    return unbound_;
}

}  // namespace alyx::analyzer
