// Calls of datetime(...) and uuid.UUID(...).
#include <algorithm>
#include <optional>

#include "analyzer/text/concat.hpp"
#include "analyzer/value/characters.hpp"
#include "analyzer/value/expression_functions.hpp"
#include "analyzer/value/expression_integers.hpp"
#include "analyzer/value/expression_operators.hpp"
#include "analyzer/value/uuid.hpp"

namespace alyx::analyzer {
namespace {

using Kind = PyValue::Kind;

/// Puts arguments to their parameters; those not given stay empty. Raises TypeError as any function does.
template <std::size_t Count>
std::array<PyValue const*, Count> bind_arguments(std::string_view function, std::string_view const (&names)[Count],
                                                 std::size_t positional, std::vector<PyValue> const& arguments,
                                                 std::vector<Keyword> const& keywords, Run& run) {
    std::array<PyValue const*, Count> bound{};
    if (arguments.size() > positional) {
        run.raise("TypeError", concat(function, " takes at most ", std::to_string(positional),
                                      " positional arguments (", std::to_string(arguments.size()), " given)"));
        return bound;
    }
    std::transform(arguments.begin(), arguments.end(), bound.begin(), [](PyValue const& a) { return &a; });
    for (Keyword const& keyword : keywords) {
        auto const name = std::find(std::begin(names), std::end(names), keyword.name);
        if (name == std::end(names)) {
            run.raise("TypeError", concat("'", keyword.name, "' is an invalid keyword argument for ", function));
        } else if (PyValue const*& place = bound[static_cast<std::size_t>(name - names)]; place) {
            run.raise("TypeError",
                      concat("argument for ", function, " given by name ('", keyword.name, "') and position"));
        } else {
            place = &keyword.value;
        }
    }
    return bound;
}

constexpr std::string_view datetime_names[] = {"year",   "month",       "day",    "hour", "minute",
                                               "second", "microsecond", "tzinfo", "fold"};
constexpr std::size_t zone_place = 7, fold_place = 8, required = 3;

/// A C int out of a Python one.
std::optional<std::int32_t> as_c_int(PyValue const& value, Run& run) {
    if (value.is(Kind::callable) || value.is(Kind::object) || value.is(Kind::computed)) {
        run.give_up();
    } else if (!is_integer(value)) {
        run.raise("TypeError", concat("'", type_name(value), "' object cannot be interpreted as an integer"));
    } else if (PyValue const i = as_integer(value); i.huge || i.integer != static_cast<std::int32_t>(i.integer)) {
        run.raise("OverflowError", "Python int too large to convert to C int");
    } else {
        return static_cast<std::int32_t>(i.integer);
    }
    return std::nullopt;
}

std::int32_t days_in_month(std::int32_t year, std::int32_t month) {
    static constexpr std::int32_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool const leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return days[month - 1] + (month == 2 && leap);
}

PyValue make_datetime(std::int32_t const (&f)[7], Run& run) {
    auto between = [&](std::int32_t x, std::int32_t least, std::int32_t most, std::string_view message) {
        if (!run.stopped() && (x < least || x > most)) run.raise("ValueError", std::string(message));
        return !run.stopped();
    };
    if (!between(f[0], 1, 9999, concat("year ", std::to_string(f[0]), " is out of range")) ||
        !between(f[1], 1, 12, "month must be in 1..12") ||
        !between(f[2], 1, days_in_month(f[0], f[1]), "day is out of range for month") ||
        !between(f[3], 0, 23, "hour must be in 0..23") || !between(f[4], 0, 59, "minute must be in 0..59") ||
        !between(f[5], 0, 59, "second must be in 0..59") ||
        !between(f[6], 0, 999999, "microsecond must be in 0..999999")) {
        return {};
    }
    PyValue value;
    value.kind = Kind::datetime;
    value.moment = {f[0], f[1], f[2], f[3], f[4], f[5], f[6], std::nullopt};
    return value;
}

/// `uuid.UUID(hex=...)` works with whatever has a method `replace`.
PyValue uuid_of_hex(PyValue const& hex, Run& run) {
    if (is_opaque(hex)) return run.give_up();
    if (hex.is(Kind::bytes) || hex.is(Kind::datetime))
        return run.raise("TypeError", "replace() takes other arguments here");
    if (!hex.is(Kind::text))
        return run.raise("AttributeError", concat("'", type_name(hex), "' object has no attribute 'replace'"));
    auto uuid = parse_uuid(hex.text);
    if (!uuid) return run.raise("ValueError", "badly formed hexadecimal UUID string");
    PyValue value;
    value.kind = Kind::uuid;
    value.uuid = *uuid;
    return value;
}

PyValue uuid_of_int(PyValue const& number, Run& run) {
    if (is_opaque(number) || number.is(Kind::number)) return run.give_up();
    if (!is_integer(number)) {
        return run.raise("TypeError",
                         concat("'<=' not supported between instances of 'int' and '", type_name(number), "'"));
    }
    auto uuid = to_uuid(as_integer(number));
    if (!uuid) return run.raise("ValueError", "int is out of range (need a 128-bit value)");
    PyValue value;
    value.kind = Kind::uuid;
    value.uuid = *uuid;
    return value;
}

}  // namespace

PyValue call_datetime(std::vector<PyValue> const& arguments, std::vector<Keyword> const& keywords, Run& run) {
    // One text or bytes of ten is a pickled state.
    bool const state =
        !arguments.empty() && (arguments[0].is(Kind::text) || arguments[0].is(Kind::bytes)) && arguments.size() <= 2;
    if (state && arguments[0].text.size() >= 10 && arguments[0].text[2] < '\x20') return run.give_up();
    auto const bound = bind_arguments("datetime()", datetime_names, fold_place, arguments, keywords, run);
    std::int32_t fields[7] = {};
    for (std::size_t i = 0; i < zone_place && !run.stopped(); ++i) {
        if (bound[i]) {
            fields[i] = as_c_int(*bound[i], run).value_or(0);
        } else if (i < required) {
            return run.raise("TypeError", concat("function missing required argument '", datetime_names[i], "' (pos ",
                                                 std::to_string(i + 1), ")"));
        }
    }
    if (run.stopped()) return {};
    PyValue const* zone = bound[zone_place];
    if (bound[fold_place]) {
        auto const fold = as_c_int(*bound[fold_place], run);
        if (run.stopped()) return {};
        if (*fold != 0 && *fold != 1) return run.give_up();
    }
    if (zone && is_opaque(*zone)) return run.give_up();
    // The zone is looked at first, the fields then, in their order.
    if (zone && !zone->is(Kind::none)) {
        return run.raise("TypeError", concat("tzinfo argument must be None or of a tzinfo subclass, not type '",
                                             type_name(*zone), "'"));
    }
    return make_datetime(fields, run);
}

PyValue call_uuid(std::vector<PyValue> const& arguments, std::vector<Keyword> const& keywords, Run& run) {
    static constexpr std::string_view names[] = {"hex", "bytes", "bytes_le", "fields", "int", "version", "is_safe"};
    auto const bound = bind_arguments("UUID()", names, 6, arguments, keywords, run);
    if (run.stopped()) return {};
    auto given = [&](std::size_t i) { return bound[i] && !bound[i]->is(Kind::none); };
    int sources = 0;
    for (std::size_t i = 0; i < 5; ++i) sources += given(i);
    if (sources != 1)
        return run.raise("TypeError", "one of the hex, bytes, bytes_le, fields, or int arguments must be given");
    if (given(5) || bound[6]) return run.give_up();
    if (given(0)) return uuid_of_hex(*bound[0], run);
    if (given(4)) return uuid_of_int(*bound[4], run);
    if (given(1) && bound[1]->is(Kind::bytes)) {
        if (bound[1]->text.size() != 16) return run.raise("ValueError", "bytes is not a 16-char string");
        PyValue value;
        value.kind = Kind::uuid;
        std::copy(bound[1]->text.begin(), bound[1]->text.end(), value.uuid.begin());
        return value;
    }
    if (given(1) && bound[1]->is(Kind::text)) {
        bool const right = count_characters(bound[1]->text) == 16;
        return run.raise(right ? "AssertionError" : "ValueError", "bytes is not a 16-char string");
    }
    return run.give_up();
}

}  // namespace alyx::analyzer
