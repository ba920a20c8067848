// A rule: what it is called, what it says, when it applies, and what it documents.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/outcome/client.hpp"
#include "analyzer/outcome/outcome.hpp"

namespace alyx::analyzer {

/// What happens. Fixed for each rule; users may change severities, never effects.
enum class Effect : std::uint8_t {
    refused,     ///< the service answers 4xx or 5xx, or the client raises
    misleading,  ///< accepted, and it does not do what it says
    advice,      ///< it works; there is a better way
};
enum class Severity : std::uint8_t { error, warning, information };

constexpr Severity default_severity(Effect effect) {
    return static_cast<Severity>(effect);
}
std::string_view name_of(Effect effect);
std::string_view name_of(Severity severity);

/// What a finding is about: the value or the name of a parameter (of a call: of an argument), the endpoint, the call.
enum class Subject : std::uint8_t { value, parameter, endpoint, call };

/// Replaces bytes of the (stripped) value of a parameter, or its name.
struct QueryEdit {
    Span span;
    std::string text;
};

struct Fix {
    enum class Safety : std::uint8_t { safe, unsafe };
    std::string title;  ///< `replace projct with projects`
    Safety safety = Safety::unsafe;
    Subject subject = Subject::value;
    std::vector<QueryEdit> edits;  ///< in order, not overlapping
};

/// What a rule says about a request.
struct Diagnosis {
    struct Rule const* rule = nullptr;
    Subject subject = Subject::value;
    std::uint32_t parameter = 0;         ///< where the subject is a value or a parameter
    Span span;                           ///< bytes of the (stripped) value, or of the name
    std::string message;                 ///< one sentence without a full stop at its end
    std::string help;                    ///< what to write instead; may be empty
    std::optional<ServerAnswer> server;  ///< of the finding that is the service's own first error
    std::optional<Fix> fix;
};

/// A request and what was predicted for it. `with_help` is false where only the verdict is wanted: suggestions cost
/// more than everything else.
struct Review {
    Request const& request;
    Outcome const& outcome;
    bool with_help = true;

    Schema const& schema() const { return *request.schema; }
    Endpoint const& endpoint() const { return *outcome.endpoint; }
    std::string_view value_of(std::uint32_t parameter) const { return outcome.parameters[parameter].value; }
};

/// A client's call and what was predicted for it.
struct CallReview {
    ClientCall const& call;
    ClientOutcome const& outcome;
};

/// A part of a rule's page that is run: `wrong` gives the finding, `instead` gives none.
struct RuleExample {
    std::string_view endpoint;
    std::string_view wrong;    ///< a filter string, or `name=value&name=value` where `is_parameters`
    std::string_view instead;  ///< empty: there is none
    bool is_parameters = false;
};

/// How an editor shows what is found, besides underlining it.
enum class Tag : std::uint8_t {
    none,
    unnecessary,  ///< faded: it can be left out
    deprecated,   ///< struck out
};

class Report;

struct Rule {
    std::string_view code;
    std::string_view name;  ///< reads after "allow": unknown-field
    Effect effect = Effect::refused;
    std::string_view summary;  ///< what it finds, in a line
    std::string_view why;      ///< why that is bad, and what the service does; Markdown
    std::span<RuleExample const> examples;
    /// Refusals it explains. Where several rules share a cause, a later one refines the earlier ones: the last is asked
    /// first, and the first must take what is left.
    std::span<Cause const> causes = {};
    /// False, with the diagnosis as it was: another rule explains this one.
    bool (*explain)(Review const&, Refusal const&, Diagnosis&) = nullptr;
    /// Or what it looks for by itself, in a request and in a client's call.
    void (*check)(Review const&, Report&) = nullptr;
    void (*check_call)(CallReview const&, Report&) = nullptr;
    std::string_view code_example = {};  ///< Python in which it is found, where no filter string can show it
    Tag tag = Tag::none;
};

/// Collects diagnoses: one mistake, one finding.
class Report {
  public:
    explicit Report(std::vector<Diagnosis>& diagnoses) : diagnoses_(diagnoses) {}
    /// Null where an earlier rule already said something of the same effect or worse about the same bytes.
    Diagnosis* add(Rule const& rule, std::uint32_t parameter, Span span, std::string message,
                   Subject subject = Subject::value);

  private:
    std::vector<Diagnosis>& diagnoses_;
};

/// All rules, by code.
std::span<Rule const* const> all_rules();
/// By code or name; null where there is none.
Rule const* find_rule(std::string_view code_or_name);

/// What all rules say about a request, in the order of the text; the service's own first error carries `server`.
std::vector<Diagnosis> diagnose(Review const& review);
/// The same about a client's call. `parameter` of a diagnosis is the index of an argument.
std::vector<Diagnosis> diagnose(CallReview const& review);

}  // namespace alyx::analyzer
