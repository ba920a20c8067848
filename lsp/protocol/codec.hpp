// Between JSON and the protocol's structs: described members, absent optionals left out, unknown keys passed over.
#pragma once

#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <boost/mp11.hpp>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace alyx::lsp {

namespace json = boost::json;

/// Why a JSON value is not what the protocol says: `position.line: a whole number is expected`.
struct Mismatch {
    std::string path;
    std::string expected;

    std::string to_string() const { return path + (path.empty() ? "" : ": ") + expected + " is expected"; }
    bool expects(std::string_view what) {
        expected = what;
        return false;
    }
    void within(std::string_view outer) {
        bool joined = path.empty() || path.front() == '[';
        path.insert(0, std::string(outer) + (joined ? "" : "."));
    }
};

namespace detail {
template <class T, template <class...> class Template>
inline constexpr bool is_a = false;
template <class... Ts, template <class...> class Template>
inline constexpr bool is_a<Template<Ts...>, Template> = true;
template <class T>
using MembersOf = boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;

template <class T>
bool decode_number(json::value const& from, T& to, Mismatch& why) {
    boost::json::error_code error;
    auto number = from.to_number<std::int64_t>(error);
    if (error || !std::in_range<T>(number)) return why.expects("a whole number of 32 bits");
    to = static_cast<T>(number);
    return true;
}
}  // namespace detail

/// Reads `from` into `to`; false after saying why not. What a member that is not there stands for, its initialiser
/// says where it is optional.
template <class T>
bool decode(json::value const& from, T& to, Mismatch& why) {
    using detail::is_a;
    if constexpr (std::is_same_v<T, json::value>) {
        to = from;
        return true;
    } else if constexpr (std::is_same_v<T, bool>) {
        if (!from.is_bool()) return why.expects("true or false");
        to = from.get_bool();
        return true;
    } else if constexpr (std::is_enum_v<T>) {
        std::int32_t number = 0;
        bool fine = detail::decode_number(from, number, why);
        to = static_cast<T>(number);
        return fine;
    } else if constexpr (std::is_integral_v<T>) {
        return detail::decode_number(from, to, why);
    } else if constexpr (std::is_same_v<T, std::string>) {
        if (!from.is_string()) return why.expects("a string");
        to = from.get_string();
        return true;
    } else if constexpr (std::is_same_v<T, std::nullptr_t>) {
        return from.is_null() || why.expects("null");
    } else if constexpr (is_a<T, std::optional>) {
        to.reset();
        return from.is_null() || decode(from, to.emplace(), why);
    } else if constexpr (is_a<T, std::variant>) {
        bool fine = false;
        boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, T>>([&](auto alternative) {
            if (!fine) fine = decode(from, to.template emplace<typename decltype(alternative)::type>(), why);
        });
        return fine;
    } else if constexpr (is_a<T, std::vector>) {
        auto const* array = from.if_array();
        if (!array) return why.expects("an array");
        to.clear();
        for (auto const& item : *array)
            if (!decode(item, to.emplace_back(), why)) {
                why.within("[" + std::to_string(to.size() - 1) + "]");
                return false;
            }
        return true;
    } else {
        auto const* object = from.if_object();
        if (!object) return why.expects("an object");
        bool fine = true;
        boost::mp11::mp_for_each<detail::MembersOf<T>>([&](auto member) {
            if (!fine) return;
            auto& slot = to.*member.pointer;
            auto const* value = object->if_contains(member.name);
            if (!value && is_a<std::remove_reference_t<decltype(slot)>, std::optional>) return;
            fine = value ? decode(*value, slot, why) : why.expects("a value");
            if (!fine) why.within(member.name);
        });
        return fine;
    }
}

template <class T>
json::value encode(T const& from) {
    using detail::is_a;
    if constexpr (std::is_same_v<T, json::value> || std::is_same_v<T, bool> || std::is_same_v<T, std::nullptr_t>) {
        return json::value(from);
    } else if constexpr (std::is_enum_v<T> || std::is_integral_v<T>) {
        return static_cast<std::int64_t>(from);
    } else if constexpr (std::is_same_v<T, std::string>) {
        return json::value(from);
    } else if constexpr (is_a<T, std::optional>) {
        return from ? encode(*from) : json::value();
    } else if constexpr (is_a<T, std::variant>) {
        return std::visit([](auto const& alternative) { return encode(alternative); }, from);
    } else if constexpr (is_a<T, std::vector>) {
        json::array array;
        array.reserve(from.size());
        for (auto const& item : from) array.push_back(encode(item));
        return array;
    } else if constexpr (is_a<T, std::map>) {
        json::object object;
        for (auto const& [key, item] : from) object.emplace(key, encode(item));
        return object;
    } else {
        json::object object;
        boost::mp11::mp_for_each<detail::MembersOf<T>>([&](auto member) {
            auto const& slot = from.*member.pointer;
            if constexpr (is_a<std::remove_cvref_t<decltype(slot)>, std::optional>)
                if (!slot) return;
            object.emplace(member.name, encode(slot));
        });
        return object;
    }
}

}  // namespace alyx::lsp
