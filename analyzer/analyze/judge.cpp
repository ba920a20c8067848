// Arguments to client call, client call to request, diagnoses back to places.
#include "analyzer/analyze/judge.hpp"

#include <algorithm>
#include <deque>

#include "analyzer/analyze/client_call.hpp"
#include "analyzer/analyze/repeated.hpp"
#include "analyzer/outcome/outcome.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

namespace {

using Kind = Folded::Kind;

/// A parameter of the request, and the argument of the call that it comes from.
struct Sent {
    std::string_view name;
    std::uint32_t argument;
    FoldedText text;
    std::vector<Hole> holes;
    std::vector<std::uint32_t> given;  ///< the arguments of its name; the last of them is `argument`
};

bool is_url(Site const& site) {
    return site.pattern && site.pattern->shape == CallPattern::Shape::url;
}

class Judge {
  public:
    Judge(Site const& site, std::vector<Finding>& findings, AnalysisStatistics& statistics)
        : site_(site), findings_(findings), statistics_(statistics) {}

    void run() {
        if (!site_.pattern) {
            send({0, site_.schema->query_parameter, {}}, 1);
            request(site_.arguments[0].value.text.text);
            return;
        }
        auto const call = client_call(site_);
        auto outcome = predict_client(call);
        if (outcome.endpoint) endpoint_name_ = outcome.endpoint->name;
        for (auto& d : diagnose(CallReview{call, outcome})) add_call_finding(std::move(d));
        auto endpoint = outcome.endpoint ? std::string_view(outcome.endpoint->name) : outcome.endpoint_name;
        if (endpoint.empty() || !outcome.sends_list) return;
        endpoint_ = outcome.endpoint_argument;
        endpoint_span_ = outcome.endpoint_span;
        for (auto const& sent : outcome.sent) send(sent, sent.argument);
        append_id(call);
        request(endpoint);
    }

  private:
    Site const& site_;
    std::vector<Finding>& findings_;
    AnalysisStatistics& statistics_;
    std::deque<Sent> sent_;
    std::uint32_t endpoint_ = 0;
    Span endpoint_span_;
    std::string_view endpoint_name_;  ///< of the request or, as far as it is known, of the call

    Sent& parameter(std::string_view name, std::uint32_t argument) {
        for (auto& sent : sent_)
            if (sent.name == name) return sent;
        return sent_.emplace_back(Sent{name, argument, {}, {}, {}});
    }

    void send(SentArgument const& sent, std::uint32_t argument) {
        auto text = sent_text(site_.arguments[argument]);
        if (sent.appended.empty()) {
            auto& to = parameter(sent.parameter, argument);
            to.given.push_back(argument);
            to.argument = argument;
            to.text = std::move(text);
        } else {
            append_pair(sent.appended, std::move(text), argument);
        }
    }

    /// The client itself adds a pair to the query.
    void append_pair(std::string_view path, FoldedText value, std::uint32_t argument) {
        auto& query = parameter(site_.schema->query_parameter, argument).text;
        auto place = site_.arguments[argument].place;
        if (!query.text.empty()) query.append_made(",", place);
        query.append_made(concat(path, ","), place);
        query.append(value);
    }

    /// `list` with an id: the client appends `pk,<id>`.
    void append_id(ClientCall const& call) {
        auto id = call.find(site_.pattern->id_argument);
        bool sends = site_.pattern->shape == CallPattern::Shape::rest && id != ClientCall::none;
        if (sends && call.arguments[id].kind != ClientArgument::Kind::none)
            append_pair("pk", folded_str(site_.arguments[id].value), id);
    }

    void request(std::string_view endpoint) {
        endpoint_name_ = endpoint;
        Request request{site_.schema, endpoint, {}, site_.is_complete};
        bool known = true;
        for (auto& sent : sent_) {
            sent.holes = sent.text.holes();
            known &= sent.holes.empty() || sent.text.text.size() > sent.holes.size();
            request.parameters.push_back({sent.name, sent.text.text, sent.holes});
        }
        ++statistics_.queries;
        statistics_.resolved += known;
        auto outcome = predict(request);
        auto diagnoses = diagnose(Review{request, outcome, true});
        if (is_url(site_)) judge_repeated(outcome, diagnoses);
        for (auto& d : diagnoses) add_request_finding(std::move(d), outcome);
    }

    /// Only URLs can name one parameter twice.
    void judge_repeated(Outcome const& outcome, std::vector<Diagnosis>& diagnoses) {
        drop_said_of_items(outcome, diagnoses);
        for (std::uint32_t i = 0; i < sent_.size(); ++i) {
            auto const& sent = sent_[i];
            if (sent.given.size() < 2) continue;
            RepeatedParameter repeated{sent.name, outcome.parameters[i].spec, {}};
            for (auto argument : sent.given) repeated.values.push_back(sent_text(site_.arguments[argument]));
            std::erase_if(diagnoses, [&](Diagnosis const& d) {
                bool const is_of_it = d.subject == Subject::value || d.subject == Subject::parameter;
                return is_of_it && d.parameter == i && repeated.is_list();
            });
            auto d = repeated.diagnosis();
            auto& f = finding(d, site_.arguments[sent.given.front()].name_place);
            f.identity = identity(endpoint_name_, sent.name, sent.text.text, {});
            f.fix = repeated.joined();
        }
    }

    Finding& finding(Diagnosis& d, Place place) {
        auto& f = findings_.emplace_back();
        f.rule = d.rule;
        f.place = place;
        f.message = std::move(d.message);
        f.help = std::move(d.help);
        f.server = d.server;
        f.level = default_severity(d.rule->effect);
        return f;
    }

    static std::string identity(std::string_view endpoint, std::string_view name, std::string_view value, Span part) {
        auto size = static_cast<std::uint32_t>(value.size());
        part = {std::min(part.begin, size), std::min(part.end, size)};
        return concat(endpoint, "\t", name, "\t", value, "\t", part.of(value));
    }

    /// Where in the file the value came from, if it stands elsewhere than the call.
    void relate(Finding& f, Place argument) const {
        bool elsewhere = f.place.source != argument.source || !site_.place.span.covers(f.place.span);
        if (elsewhere) f.related.push_back({site_.callee_place, "used here"});
    }

    void fix(Finding& f, Diagnosis const& d, SiteArgument const& argument, FoldedText const& text,
             std::uint32_t shift) const {
        if (!d.fix) return;
        FindingFix fix{d.fix->title, d.fix->safety, {}, {}};
        std::uint32_t kept = 0;
        for (auto const& edit : d.fix->edits) {
            if (d.fix->subject == Subject::parameter) {
                // A function of the user's own may know no other keyword.
                if (!argument.is_keyword || (site_.pattern && site_.pattern->shape == CallPattern::Shape::query))
                    return;
                fix.edits.push_back({argument.name_place, edit.text});
                continue;
            }
            Span span = edit.span.shifted(shift);
            auto encoded = encode_edit(text, span, edit.text);
            if (!encoded) return;
            fix.edits.push_back(std::move(encoded->edit));
            fix.intended += concat(Span{kept, span.begin}.of(text.text), encoded->decoded);
            kept = span.end;
        }
        if (kept > 0) fix.intended += std::string_view(text.text).substr(kept);
        f.fix = std::move(fix);
    }

    void add_request_finding(Diagnosis d, Outcome const& outcome) {
        if (d.subject == Subject::endpoint || d.subject == Subject::call) {
            auto const* argument = endpoint_ < site_.arguments.size() ? &site_.arguments[endpoint_].value : nullptr;
            bool endpoint = d.subject == Subject::endpoint && argument && argument->kind == Kind::text;
            auto& f = finding(d, endpoint ? argument->text.place(endpoint_span_.empty() ? d.span : endpoint_span_)
                                          : site_.callee_place);
            f.identity = identity(endpoint_name_, {}, {}, {});
            if (endpoint) fix(f, d, site_.arguments[endpoint_], argument->text, endpoint_span_.begin);
            return;
        }
        auto const& sent = sent_[d.parameter];
        auto const& argument = site_.arguments[sent.argument];
        auto shift = outcome.parameters[d.parameter].stripped;
        bool in_name = d.subject == Subject::parameter;
        auto& f = finding(d, in_name ? argument.name_place : sent.text.place(d.span.shifted(shift)));
        f.identity = identity(endpoint_name_, sent.name, sent.text.text, in_name ? Span{} : d.span.shifted(shift));
        relate(f, argument.place);
        fix(f, d, argument, sent.text, shift);
    }

    void add_call_finding(Diagnosis d) {
        if (d.subject == Subject::call) {
            finding(d, site_.callee_place).identity = identity(endpoint_name_, {}, {}, {});
            return;
        }
        auto const& argument = site_.arguments[d.parameter];
        Place place = argument.place;
        if (d.subject == Subject::parameter)
            place = argument.name_place;
        else if (argument.value.kind == Kind::text)
            place = argument.value.text.place(d.span);
        else if (argument.value.kind == Kind::dict && d.span.begin < argument.value.entries.size())
            place = argument.value.entries[d.span.begin].first.place;
        auto& f = finding(d, place);
        bool in_entry = argument.value.kind == Kind::dict && d.span.begin < argument.value.entries.size();
        f.identity =
            in_entry ? identity(endpoint_name_, argument.name, argument.value.entries[d.span.begin].first.text.text, {})
                     : identity(endpoint_name_, argument.name, argument.value.text.text,
                                d.subject == Subject::parameter ? Span{} : d.span);
        relate(f, argument.place);
        fix(f, d, argument, argument.value.text, 0);
    }
};

}  // namespace

void judge(Site const& site, std::vector<Finding>& findings, AnalysisStatistics& statistics) {
    auto first = static_cast<std::ptrdiff_t>(findings.size());
    Judge(site, findings, statistics).run();
    // How a request could be put better is of no interest while it does not work.
    auto is = [](Effect effect) { return [=](Finding const& f) { return f.rule->effect == effect; }; };
    if (std::any_of(findings.begin() + first, findings.end(), is(Effect::refused)))
        findings.erase(std::remove_if(findings.begin() + first, findings.end(), is(Effect::advice)), findings.end());
}

}  // namespace alyx::analyzer
