// requests, httpx, aiohttp, urllib; axios, fetch, jQuery; webread.
#include "analyzer/analyze/url_parameters.hpp"

#include <algorithm>
#include <boost/algorithm/string/predicate.hpp>

#include "analyzer/analyze/curl.hpp"

namespace alyx::analyzer {
namespace {

using Kind = Folded::Kind;

constexpr int most_makers = 8;

/// What becomes of values that are no texts.
struct Library {
    std::string_view name;
    std::string_view true_text, false_text;
    std::string_view none;  ///< what is sent for none; `-`: the parameter is dropped
    std::string_view list;  ///< what a list adds to the name; `-`: its items are joined with commas
};

constexpr Library libraries[] = {
    {"requests", "True", "False", "-", ""},
    {"httpx", "true", "false", "", ""},
    {"aiohttp", "True", "False", "None", ""},
    {"axios", "true", "false", "-", "[]"},
    {"jQuery", "true", "false", "", "[]"},
    {"$", "true", "false", "", "[]"},
    {"webread", "1", "0", "", ""},
};

Library const& library_of(FoldedCall const& call) {
    auto const named = [](FoldedCall const& c) -> Library const* {
        for (auto const& library : libraries)
            if (std::find(c.callee.begin(), c.callee.end(), library.name) != c.callee.end()) return &library;
        return nullptr;
    };
    if (auto const* library = named(call)) return *library;
    int depth = 0;
    for (auto maker = call.receiver; maker && depth < most_makers; maker = maker->receiver, ++depth)
        if (auto const* library = named(*maker)) return *library;
    return libraries[0];
}

Folded const* entry(Folded const& dict, std::string_view key) {
    if (dict.kind != Kind::dict) return nullptr;
    for (auto const& [name, value] : dict.entries)
        if (name.kind == Kind::text && name.text.text == key && !name.text.has_holes()) return &value;
    return nullptr;
}

class Adder {
  public:
    Adder(Library const& library, UrlRequest& request) : library_(library), request_(request) {}

    void all(Folded const& value) {
        switch (value.kind) {
            case Kind::dict:
                for (auto const& [name, item] : value.entries) one(name, item);
                if (value.open) request_.set_open();
                return;
            case Kind::list:
            case Kind::tuple:
                for (auto const& item : value.items)
                    if (item.items.size() == 2 && (item.kind == Kind::tuple || item.kind == Kind::list))
                        one(item.items[0], item.items[1]);
                    else
                        request_.set_open();
                if (value.open) request_.set_open();
                return;
            case Kind::text:
                return request_.add_query(value.text, make_span(0, value.text.text.size()));
            case Kind::none:
                return;
            default:
                request_.set_open();
        }
    }

    void one(Folded const& name, Folded const& value) {
        if (name.kind != Kind::text) return request_.set_open();
        bool const is_list = value.kind == Kind::list || value.kind == Kind::tuple || value.kind == Kind::set;
        if (!is_list) {
            if (auto text = text_of(value)) request_.add(name.text, std::move(*text), value.place);
            return;
        }
        auto repeated = name.text;
        if (!library_.list.empty()) repeated.append_made(library_.list, name.place);
        for (auto const& item : value.items)
            if (auto text = text_of(item)) request_.add(repeated, std::move(*text), item.place);
        if (value.open) request_.set_open();
    }

  private:
    Library const& library_;
    UrlRequest& request_;

    std::optional<FoldedText> text_of(Folded const& value) const {
        FoldedText made;
        if (value.kind == Kind::boolean) {
            made.append_made(value.boolean ? library_.true_text : library_.false_text, value.place);
            return made;
        }
        if (value.kind != Kind::none) return folded_str(value);
        if (library_.none == "-") return std::nullopt;
        made.append_made(library_.none, value.place);
        return made;
    }
};

bool is_text(Folded const& value, std::string_view text) {
    return value.kind == Kind::text && boost::iequals(value.text.text, text);
}

/// Its last argument is an object, whose entries are keywords here.
bool is_jquery(FoldedCall const& call) {
    return call.callee.size() == 2 && (call.callee.front() == "$" || call.callee.front() == "jQuery");
}

Folded name_of(FoldedCall::Keyword const& keyword) {
    Folded name;
    name.kind = Kind::text;
    name.place = keyword.name_place;
    name.text.append_made(keyword.name, keyword.name_place);
    return name;
}

bool is_other_method(Folded const* method) {
    if (!method || method->kind != Kind::text || method->text.has_holes()) return false;
    return !boost::iequals(method->text.text, "get") && !boost::iequals(method->text.text, "head");
}

}  // namespace

void add_parameters(FoldedCall const& call, UrlRequest& request) {
    Adder adder(library_of(call), request);
    for (auto const& keyword : call.keywords)
        if (keyword.name == "params") adder.all(keyword.value);
    auto const name = std::string_view(call.callee.back());
    if (name == "curl") return add_curl_data(call, request);
    if (name == "webread" || name == "websave") {  // name and value in turn
        for (std::size_t i = name == "webread" ? 1 : 2; i + 1 < call.positional.size(); i += 2)
            adder.one(call.positional[i].value, call.positional[i + 1].value);
        return;
    }
    if (name == "urlread" || name == "urlwrite") {  // 'Get', {name, value, …}
        for (std::size_t i = 1; i + 1 < call.positional.size(); ++i) {
            auto const& pairs = call.positional[i + 1].value;
            if (!is_text(call.positional[i].value, "get")) continue;
            for (std::size_t at = 0; at + 1 < pairs.items.size(); at += 2)
                adder.one(pairs.items[at], pairs.items[at + 1]);
            if (pairs.open || pairs.kind == Kind::unknown) request.set_open();
        }
        return;
    }
    if (is_jquery(call)) {
        if (name == "ajax") {
            for (auto const& keyword : call.keywords)
                if (keyword.name == "data") adder.all(keyword.value);
        } else {
            for (auto const& keyword : call.keywords) adder.one(name_of(keyword), keyword.value);
        }
        if (call.open) request.set_open();
        return;
    }
    bool is_second = false;
    for (auto const& argument : call.positional) {
        if (auto const* params = entry(argument.value, "params"))
            adder.all(*params);
        else if (is_second && (name == "get" || name == "getJSON") && argument.value.kind == Kind::dict &&
                 library_of(call).name != "axios")
            adder.all(argument.value);  // requests.get(url, {…}), $.get(url, {…})
        is_second = true;
    }
    if (call.open) request.set_open();
}

bool replaces_query(FoldedCall const& call) {
    if (library_of(call).name != "httpx") return false;
    return std::any_of(call.keywords.begin(), call.keywords.end(), [](auto const& keyword) {
        return keyword.name == "params" && keyword.value.kind != Kind::none && keyword.value.kind != Kind::unknown;
    });
}

bool is_no_get(FoldedCall const& call) {
    auto const name = std::string_view(call.callee.back());
    if (name == "curl") return is_no_curl_get(call);
    if (name == "post" || name == "put" || name == "patch" || name == "delete") return true;
    bool const posts = (name == "urlread" || name == "urlwrite") &&
                       std::any_of(call.positional.begin(), call.positional.end(),
                                   [](auto const& argument) { return is_text(argument.value, "post"); });
    if (posts) return true;
    bool const begins_with_method = name == "request" || name == "stream";
    if (begins_with_method && !call.positional.empty() && is_other_method(&call.positional.front().value)) return true;
    for (auto const& keyword : call.keywords) {
        bool const is_method = keyword.name == "method" || (keyword.name == "type" && is_jquery(call));
        if (is_method && is_other_method(&keyword.value)) return true;
        bool const sends_body = (keyword.name == "data" || keyword.name == "json") && !is_jquery(call);
        if (sends_body && name != "get" && keyword.value.kind != Kind::none) return true;
    }
    return std::any_of(call.positional.begin(), call.positional.end(),
                       [](auto const& argument) { return is_other_method(entry(argument.value, "method")); });
}

}  // namespace alyx::analyzer
