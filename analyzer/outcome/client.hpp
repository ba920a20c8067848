// What the client does with a call: raises, answers by itself, or sends a request.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/dialect/fault.hpp"
#include "analyzer/schema/schema.hpp"

namespace alyx::analyzer {

/// An argument of a client's call, with the name of its parameter. Texts are not owned.
struct ClientArgument {
    enum class Kind : std::uint8_t { text, none, other, unknown };
    std::string_view name;
    Kind kind = Kind::unknown;
    std::string_view text;               ///< of a text without holes
    std::vector<std::string_view> keys;  ///< of a dictionary that is wholly known
    bool is_dict = false;
};

/// A call that a pack describes, before any request is made.
struct ClientCall {
    Schema const* schema = nullptr;
    CallPattern const* pattern = nullptr;
    std::vector<ClientArgument> arguments;
    bool is_complete = true;  ///< false: `*args` or `**kwargs` may add to them

    static constexpr std::uint32_t none = UINT32_MAX;
    std::uint32_t find(std::string_view name) const;
};

/// An argument that is sent as a parameter of the request.
struct SentArgument {
    std::uint32_t argument = 0;
    std::string_view parameter;  ///< the name it is sent by
    std::string_view appended;   ///< a path: the value is not a parameter of its own, but appended to the query
};

struct ClientOutcome {
    struct Refusal {
        Fault fault;  ///< spans are bytes of the argument's text, or of its name where `in_name`
        std::uint32_t argument = 0;
        bool in_name = false;
        std::vector<std::string_view> candidates;
    };
    std::vector<Refusal> refusals;
    Endpoint const* endpoint = nullptr;
    std::string_view endpoint_name;  ///< of a list that is asked for, whether or not there is such an endpoint
    Span endpoint_span;              ///< in the text of the argument that names it
    std::uint32_t endpoint_argument = ClientCall::none;
    std::string_view action;  ///< empty: not known, or none is given
    std::uint32_t action_argument = ClientCall::none;
    bool sends_list = false;    ///< a request to the endpoint's list is sent
    bool may_be_local = false;  ///< or it is answered from the client's own tables
    std::vector<SentArgument> sent;
};

ClientOutcome predict_client(ClientCall const& call);

}  // namespace alyx::analyzer
