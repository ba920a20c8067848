// The client calls of a service in which its queries stand.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace alyx::analyzer {

/// A client call in which queries stand.
struct CallPattern {
    enum class Shape : std::uint8_t {
        rest,        ///< endpoint, action, id, filters by keyword (`one.alyx.rest`)
        search,      ///< filters by keyword to a fixed endpoint, terms may be abbreviated (`one.search`)
        url,         ///< a raw URL (`alyx.get('/sessions?…')`)
        json_field,  ///< endpoint, id, field (`alyx.json_field_update`)
        query,       ///< endpoint, query, some filters by keyword: a function of the user's own
    };
    std::string callee;                  ///< its last name: rest
    std::vector<std::string> receivers;  ///< names one of which stands before it; empty: any
    std::vector<std::string> hints;      ///< where any may stand: names that prove the call whatever its endpoint
    Shape shape = Shape::rest;
    std::string endpoint;                ///< fixed endpoint, else empty
    std::vector<std::string> arguments;  ///< names of the positional arguments: url, action, id …
    std::string endpoint_argument;       ///< which of them is the endpoint or URL, and so on; empty: none is
    std::string action_argument;
    std::string id_argument;
    std::string body_argument;             ///< the fields that are written
    std::string field_argument;            ///< json_field: the field's name
    std::vector<std::string> client;       ///< keywords of the client's own, never sent
    std::vector<std::string> harmless;     ///< sent, ignored by the server, meant for the client
    std::vector<std::string> terms;        ///< search: what the client itself knows; remote, the endpoint's come on top
    std::vector<std::string> remote_only;  ///< search: only honoured in remote mode
    std::vector<std::string> rewritten;    ///< search: terms whose value the client reads and writes anew
    std::vector<std::pair<std::string, std::string>> renamed;   ///< search: term → parameter
    std::vector<std::pair<std::string, std::string>> appended;  ///< search: term → path put into the query parameter
    std::vector<std::string> queries;  ///< query: arguments that are the query; empty: the one named as the parameter
    std::vector<std::string> parameters;  ///< query: arguments sent by their own names; `*`: all others
    bool always_remote = false;           ///< search: unless the script forbids it
};

}  // namespace alyx::analyzer
