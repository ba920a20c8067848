// Plays a request through the service's stages: request, forms, strings, conditions, SQL.
#include <algorithm>
#include <boost/algorithm/string/predicate.hpp>
#include <boost/unordered/unordered_flat_set.hpp>

#include "analyzer/outcome/build.hpp"
#include "analyzer/outcome/outcome.hpp"
#include "analyzer/outcome/parameter.hpp"
#include "analyzer/outcome/url_value.hpp"
#include "analyzer/query/alyx_filter.hpp"
#include "analyzer/resolve/filter.hpp"
#include "analyzer/text/concat.hpp"
#include "analyzer/value/number.hpp"

namespace alyx::analyzer {
namespace {

class Predictor {
  public:
    explicit Predictor(Request const& request) : request_(request) {}

    Outcome run() && {
        if (!find_endpoint()) return std::move(outcome_);
        read_forms();
        for (std::uint32_t index : in_server_order()) apply(index);
        execute();
        order_refusals();
        return std::move(outcome_);
    }

  private:
    Request const& request_;
    Outcome outcome_;

    void refuse(Fault fault, std::uint32_t parameter, Conjunct const* conjunct, ServerAnswer server) {
        outcome_.refusals.push_back({fault, parameter, conjunct, std::move(server)});
    }
    void refuse(Fault fault, std::uint32_t parameter, Conjunct const* conjunct = nullptr) {
        if (auto const* url = url_lookups(*request_.schema))
            return refuse(fault, parameter, conjunct,
                          {url->status, std::string(url->status == 500 ? fault.exception : std::string_view())});
        refuse(fault, parameter, conjunct, {fault.exception.empty() ? 400 : 500, std::string(fault.exception)});
    }

    bool find_endpoint() {
        outcome_.endpoint = request_.schema->find_endpoint(request_.endpoint);
        outcome_.parameters.resize(request_.parameters.size());
        bool has_list = outcome_.endpoint && outcome_.endpoint->model;
        if (!has_list) {
            auto cause = outcome_.endpoint ? Cause::no_list : Cause::unknown_endpoint;
            refuse({cause, "", make_span(0, request_.endpoint.size())}, Refusal::no_parameter, nullptr, {404, ""});
            return false;
        }
        for (std::uint32_t i = 0; i < request_.parameters.size(); ++i) {
            auto const& p = request_.parameters[i];
            if (p.name != "format" || !p.holes.empty() || p.value.empty() || p.value == "json" || p.value == "api")
                continue;
            refuse({Cause::unknown_format, "", make_span(0, p.value.size())}, i, nullptr, {404, ""});
            return false;
        }
        return true;
    }

    void read_forms() {
        for (std::uint32_t i = 0; i < request_.parameters.size(); ++i) {
            auto const& given = request_.parameters[i];
            auto& use = outcome_.parameters[i];
            use.value = given.value;
            use.spec = outcome_.endpoint->find(given.name);
            if (!use.spec) continue;
            strip(use, given);
        }
    }

    void strip(ParameterUse& use, RequestParameter const& given) {
        use.value = use.spec->type == ParameterType::text ? python_strip(given.value) : given.value;
        if (use.value.data()) use.stripped = static_cast<std::uint32_t>(use.value.data() - given.value.data());
        for (Hole hole : given.holes)
            if (hole.offset >= use.stripped && hole.offset - use.stripped < use.value.size())
                use.holes.push_back({hole.offset - use.stripped, hole.type});
    }

    /// Filters are applied in the order in which the endpoint lists them, whatever the order of the request.
    std::vector<std::uint32_t> in_server_order() {
        std::vector<std::uint32_t> order;
        for (std::uint32_t i = 0; i < outcome_.parameters.size(); ++i)
            if (outcome_.parameters[i].spec) order.push_back(i);
        std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return outcome_.parameters[a].spec < outcome_.parameters[b].spec;
        });
        return order;
    }

    void apply(std::uint32_t index) {
        auto& use = outcome_.parameters[index];
        auto const& spec = *use.spec;
        bool has_holes = !use.holes.empty();
        bool is_query = spec.meaning == ParameterMeaning::query || spec.meaning == ParameterMeaning::pairs;
        if (has_holes && !is_query) return;
        Cleaned cleaned = clean(spec, use.value);
        use.ignored_value = cleaned.is_ignored;
        if (cleaned.text.data() && use.value.data() && cleaned.text.data() != use.value.data()) {
            use.stripped += static_cast<std::uint32_t>(cleaned.text.data() - use.value.data());
        }
        use.value = cleaned.text;
        if (cleaned.fault) return refuse(cleaned.fault, index);
        if (cleaned.value) by_meaning(index, spec, std::move(*cleaned.value));
    }

    void by_meaning(std::uint32_t index, Parameter const& spec, PyValue value) {
        auto& use = outcome_.parameters[index];
        switch (spec.meaning) {
            case ParameterMeaning::condition:
                return condition(index, spec.path, std::move(value));
            case ParameterMeaning::query:
                return query(index, {});
            case ParameterMeaning::pairs:
                return query(index, spec.path);
            case ParameterMeaning::label:
                return label(index, spec);
            case ParameterMeaning::date_range:
                return date_range(index, spec);
            case ParameterMeaning::all_of:
                return condition(index, concat(spec.path, "__in"), split(use.value));
            case ParameterMeaning::tree_node:
                if (is_digits(use.value) && !python_int(use.value))
                    refuse({Cause::invalid_tree_node, "ValueError", make_span(0, use.value.size())}, index);
                return;
            case ParameterMeaning::quality:
                if (!is_given(ParameterMeaning::datasets)) quality(index, use.value);
                return;
            case ParameterMeaning::datasets:
                for (std::uint32_t i = 0; i < outcome_.parameters.size(); ++i) {
                    auto const* other = outcome_.parameters[i].spec;
                    if (other && other->meaning == ParameterMeaning::quality && request_.parameters[i].holes.empty())
                        quality(i, request_.parameters[i].value);  // read again, as it was sent
                }
                return;
            case ParameterMeaning::opaque:
                return;
        }
    }

    bool is_given(ParameterMeaning meaning) const {
        return std::any_of(outcome_.parameters.begin(), outcome_.parameters.end(),
                           [&](ParameterUse const& use) { return use.spec && use.spec->meaning == meaning; });
    }

    static PyValue split(std::string_view text) {
        PyValue list;
        list.kind = PyValue::Kind::list;
        list.span = make_span(0, text.size());
        for (std::size_t begin = 0; begin <= text.size();) {
            auto end = std::min(text.find(',', begin), text.size());
            list.items.push_back(PyValue::make_text(std::string(text.substr(begin, end - begin))));
            list.items.back().span = make_span(begin, end);
            begin = end + 1;
        }
        return list;
    }

    /// A condition whose path the pack says.
    void condition(std::uint32_t index, std::string path, PyValue value) {
        auto& made = outcome_.made.emplace_back();
        made.path_text = std::move(path);
        made.path = parse_path(made.path_text);
        made.value.form = Value::Form::text;
        made.value.span = value.span;
        made.value.literal = std::move(value);
        auto& c = conjunct(index, made.path_text, made.path, made.value);
        c.path_source = Conjunct::PathSource::pack;
        c.written = made.value.span;
        finish(c);
    }

    Conjunct& conjunct(std::uint32_t index, std::string_view text, Path const& path, Value const& value) {
        auto& c = outcome_.conjuncts.emplace_back();
        c.parameter = index;
        c.path_text = text;
        c.path = &path;
        c.value = &value;
        c.written = path.span;
        return c;
    }

    void finish(Conjunct& c) {
        build(c, *outcome_.endpoint->model, outcome_.endpoint->annotations);
        if (auto const& fault = c.fault(Stage::build)) refuse(fault, c.parameter, &c);
    }

    void label(std::uint32_t index, Parameter const& spec) {
        auto const& use = outcome_.parameters[index];
        bool known = std::any_of(spec.choices.begin(), spec.choices.end(),
                                 [&](Choice const& choice) { return boost::iequals(choice.label, use.value); });
        if (!known)
            refuse(
                {Cause::invalid_label, spec.lazy_labels ? "TypeError" : "ValueError", make_span(0, use.value.size())},
                index);
    }

    void quality(std::uint32_t index, std::string_view value) {
        if (find_choice(outcome_.parameters[index].spec->choices, value)) return;
        auto const& use = outcome_.parameters[index];
        refuse({Cause::invalid_quality, "ValueError", make_span(0, use.value.size())}, index);
    }

    void date_range(std::uint32_t index, Parameter const& spec) {
        auto ends = split(outcome_.parameters[index].value);
        if (ends.items.size() < 2) return refuse({Cause::date_range_parts, "IndexError", ends.span}, index);
        condition(index, concat(spec.path, "__gte"), std::move(ends.items[0]));
        condition(index, concat(spec.path, "__lte"), std::move(ends.items[1]));
    }

    void query(std::uint32_t index, std::string_view prefix) {
        auto& use = outcome_.parameters[index];
        use.query = std::make_unique<Query>(parse_filter(*request_.schema, use.value, use.holes, prefix));
        if (auto const* url = url_lookups(*request_.schema); url && prefix.empty()) return lookups(index, *url);
        if (string_faults(index, *use.query)) return;
        std::vector<Condition const*> conditions;
        for (auto const& condition : use.query->conditions) conditions.push_back(&condition);
        if (!prefix.empty())  // one filter: its conditions are built in the order of their names
            std::stable_sort(conditions.begin(), conditions.end(), [&](Condition const* a, Condition const* b) {
                return use.query->text_of(a->path.span) < use.query->text_of(b->path.span);
            });
        for (auto const* condition : conditions) pair(index, *condition, prefix);
    }

    void pair(std::uint32_t index, Condition const& condition, std::string_view prefix) {
        if (!condition.is_known) return;
        auto const& text = outcome_.parameters[index].value;
        if (prefix.empty()) {
            auto& c = conjunct(index, text, condition.path, condition.value);
            c.negated = condition.path.negated;
            auto name = condition.path.names().of(text);
            if (name == "self" || name == "_connector" || name == "_negated")
                c.fail(Stage::build, {Cause::reserved_name, "TypeError", condition.path.span});
            if (auto const& fault = c.fault(Stage::build)) return refuse(fault, index, &c);
            return finish(c);
        }
        auto& made = outcome_.made.emplace_back();
        made.path_text = concat(prefix, condition.path.span.of(text));
        made.path = parse_path(made.path_text, prefixed_holes(index, condition.path.span, prefix));
        auto& c = conjunct(index, made.path_text, made.path, condition.value);
        c.path_source = Conjunct::PathSource::prefixed;
        c.prefix = static_cast<std::uint32_t>(prefix.size());
        c.written = condition.path.span;
        finish(c);
    }

    /// Parameters of a URL that are conditions. Of one that is given again the service sees the last.
    void lookups(std::uint32_t index, UrlLookups const& url) {
        auto& query = *outcome_.parameters[index].query;
        for (auto& condition : query.conditions) {
            if (!condition.is_known || is_repeated_later(query, condition)) continue;
            auto const first = condition.path.segments.front();
            auto const name = first.span.of(query.text);
            bool const is_field = first.has_hole || url.may_begin(*outcome_.endpoint, name);
            if (!is_field && url.unknown != UrlLookups::Unknown::refused) continue;
            auto& c = conjunct(index, query.text, condition.path, condition.value);
            if (!is_field && outcome_.endpoint->model->find(name)) {  // what is listed, and cannot be asked for
                c.fail(Stage::build, {Cause::unknown_field, {}, first.span});
                refuse(c.fault(Stage::build), index, &c);
                continue;
            }
            read_url_value(url, c, condition.value, *outcome_.endpoint);
            finish(c);
        }
    }

    static bool is_repeated_later(Query const& query, Condition const& condition) {
        auto const name = query.text_of(condition.path.span);
        return std::any_of(&condition + 1, query.conditions.data() + query.conditions.size(),
                           [&](Condition const& c) { return c.is_known && query.text_of(c.path.span) == name; });
    }

    std::vector<Hole> holes_;
    Holes prefixed_holes(std::uint32_t index, Span path, std::string_view prefix) {
        holes_.clear();
        for (Hole hole : outcome_.parameters[index].holes)
            if (path.contains(hole.offset))
                holes_.push_back({hole.offset - path.begin + static_cast<std::uint32_t>(prefix.size()), hole.type});
        return holes_;
    }

    /// Values and paths are read pair by pair before any path is looked at. Is something wrong with them?
    bool string_faults(std::uint32_t index, Query const& query) {
        auto before = outcome_.refusals.size();
        boost::unordered_flat_set<std::string_view> paths;
        for (auto const& c : query.conditions) {
            if (c.value.form == Value::Form::missing && query.lacks_value)
                refuse({Cause::odd_parts, "IndexError", c.path.span}, index);
            if (c.value.failure == Value::Failure::not_a_number)
                refuse({Cause::superscript_number, "ValueError", c.value.span}, index);
            if (c.value.failure == Value::Failure::expression) refuse(expression_fault(*c.value.evaluation), index);
            bool has_value = c.value.form != Value::Form::missing;
            if (!c.path.has_hole && has_value && !paths.insert(query.text_of(c.path.span)).second)
                refuse({Cause::duplicated_path, "ValueError", c.path.span}, index);
        }
        return outcome_.refusals.size() > before;
    }

    static Fault expression_fault(Evaluation const& e) {
        switch (e.result) {
            case Evaluation::Result::undefined:
                return {Cause::undefined_name, "NameError", e.culprit, e.name};
            case Evaluation::Result::raised:
                return {Cause::failing_expression, e.exception, e.culprit, e.message};
            default:
                return {Cause::invalid_expression, e.exception, e.culprit, e.message};
        }
    }

    /// Later stages, over all conditions of the request: WHERE first, then HAVING.
    void execute() {
        std::vector<Conjunct*> sent;
        std::vector<Conjunct*> ordered;
        for (bool annotation : {false, true})
            for (auto& c : outcome_.conjuncts)
                if (c.target.is_annotation == annotation && !c.fault(Stage::build)) ordered.push_back(&c);
        for (auto* c : ordered) {
            if (auto const& fault = c->fault(Stage::compile)) {
                refuse(fault, c->parameter, c);
                continue;
            }
            using Known = Conjunct::Known;
            bool matches_nothing = c->known == (c->negated ? Known::always : Known::never);
            if (matches_nothing && !(c->negated && c->target.is_nullable)) return;  // no SQL is sent
            if (c->known == Known::no) sent.push_back(c);
        }
        // Of each condition only what comes first: the others are not reached.
        for (auto stage : {Stage::client, Stage::count, Stage::syntax, Stage::analysis, Stage::planning})
            std::erase_if(sent, [&](Conjunct* c) {
                auto const& fault = c->fault(stage);
                if (fault) refuse(fault, c->parameter, c);
                return bool(fault);
            });
    }

    /// What a form refuses comes before everything else.
    void order_refusals() {
        std::stable_partition(outcome_.refusals.begin(), outcome_.refusals.end(),
                              [](Refusal const& refusal) { return refusal.fault.exception.empty(); });
    }
};

}  // namespace

Outcome predict(Request const& request) {
    return Predictor(request).run();
}

}  // namespace alyx::analyzer
