// One conversion a type of field.
#include "analyzer/dialect/conversion.hpp"

#include <cmath>
#include <limits>

#include "analyzer/value/expression_integers.hpp"
#include "analyzer/value/moment.hpp"
#include "analyzer/value/number.hpp"
#include "analyzer/value/uuid.hpp"

namespace alyx::analyzer {
namespace {

using Kind = PyValue::Kind;

Conversion refuse(Cause cause, std::string_view exception, PyValue const& value) {
    return {PyValue{}, Fault{cause, exception, value.span}};
}

Conversion with_span(PyValue converted, PyValue const& from) {
    converted.span = from.span;
    return {std::move(converted), {}};
}

/// A float without its fraction, exact: large ones have more digits than 64 bits.
PyValue truncated(double number) {
    if (std::abs(number) < 9.2e18) return PyValue::make_integer(static_cast<std::int64_t>(number));
    PyValue value = huge_integer(fixed_digits(std::abs(number), 0), 10);
    return number < 0 ? negated(value) : value;
}

Conversion from_float(double number, PyValue const& from) {
    if (std::isnan(number)) return refuse(Cause::not_a_number, "ValueError", from);
    if (std::isinf(number)) return refuse(Cause::not_a_number, "OverflowError", from);
    return with_span(truncated(number), from);
}

PyValue integer_of_uuid(Uuid const& uuid) {
    constexpr char digits[] = "0123456789abcdef";
    std::string hex;
    for (auto byte : uuid) {
        hex += digits[byte >> 4];
        hex += digits[byte & 15];
    }
    return huge_integer(hex, 16);
}

Conversion to_float(PyValue const& value) {
    switch (value.kind) {
        case Kind::boolean:
            return with_span(PyValue::make_number(value.boolean), value);
        case Kind::integer: {
            double d = value.huge ? python_float(value.text).value_or(HUGE_VAL) : static_cast<double>(value.integer);
            if (std::isinf(d)) return refuse(Cause::not_a_number, "OverflowError", value);
            return with_span(PyValue::make_number(d), value);
        }
        case Kind::number:
            return {value, {}};
        case Kind::text:
        case Kind::bytes:
            if (auto number = python_float(value.text)) return with_span(PyValue::make_number(*number), value);
            return refuse(Cause::not_a_number, "ValueError", value);
        default:
            return refuse(Cause::not_a_number, "TypeError", value);
    }
}

Conversion to_boolean(PyValue const& value, bool is_null) {
    bool empty = ((value.is(Kind::text) && value.text.empty()) ||
                  ((value.is_sequence() || value.is(Kind::dict)) && value.items.empty()));
    if (is_null && empty) return {PyValue::make_none(), {}};
    std::optional<bool> truth;
    auto of_number = [&](double d) {
        if (d == 0 || d == 1) truth = d == 1;
    };
    if (value.is(Kind::boolean)) truth = value.boolean;
    if (value.is(Kind::integer) && !value.huge) of_number(static_cast<double>(value.integer));
    if (value.is(Kind::number)) of_number(value.number);
    if (value.is(Kind::text)) {
        if (value.text == "t" || value.text == "True" || value.text == "1") truth = true;
        if (value.text == "f" || value.text == "False" || value.text == "0") truth = false;
    }
    if (!truth) return refuse(Cause::not_a_boolean, "ValidationError", value);
    return with_span(PyValue::make_boolean(*truth), value);
}

Conversion make_uuid(Uuid const& uuid, PyValue const& from) {
    PyValue converted;
    converted.kind = Kind::uuid;
    converted.uuid = uuid;
    return with_span(std::move(converted), from);
}

Conversion uuid_of(PyValue const& value) {
    if (value.is(Kind::uuid)) return {value, {}};
    if (value.is(Kind::text)) {
        if (auto uuid = parse_uuid(value.text)) return make_uuid(*uuid, value);
    } else if (value.is(Kind::boolean) || value.is(Kind::integer)) {
        auto integer = value.is(Kind::boolean) ? PyValue::make_integer(value.boolean) : value;
        if (auto uuid = to_uuid(integer)) return make_uuid(*uuid, value);
    } else if (value.is(Kind::datetime) || value.is(Kind::bytes) ||
               (value.is(Kind::callable) && (value.text == "str" || value.text == "bytes" ||
                                             value.text == "bytearray" || value.text == "datetime"))) {
        return refuse(Cause::not_a_uuid, "TypeError", value);  // they have a `replace` of their own
    }
    return refuse(Cause::not_a_uuid, "ValidationError", value);
}

PyValue moment_value(Moment const& moment) {
    PyValue value;
    value.kind = Kind::datetime;
    value.moment = moment;
    return value;
}

Moment without_time(Moment m) {
    m.hour = m.minute = m.second = m.microsecond = 0;
    m.zone.reset();
    return m;
}

using Parser = ParsedMoment (*)(std::string_view);

Conversion to_moment(PyValue const& value, Cause cause, std::initializer_list<Parser> parsers) {
    if (!value.is(Kind::text)) return refuse(cause, "TypeError", value);
    for (Parser parse : parsers) {
        auto parsed = parse(value.text);
        if (parsed) return with_span(moment_value(parsed.moment), value);
        if (parsed.result == ParsedMoment::Result::impossible) break;
    }
    return refuse(cause, "ValidationError", value);
}

Conversion to_date(PyValue const& value) {
    if (value.is(Kind::datetime)) return with_span(moment_value(without_time(value.moment)), value);
    return to_moment(value, Cause::not_a_date, {parse_date});
}

Conversion to_datetime(PyValue const& value) {
    if (value.is(Kind::datetime)) return {value, {}};
    return to_moment(value, Cause::not_a_datetime, {parse_datetime, parse_date});
}

Conversion to_time(PyValue const& value) {
    if (value.is(Kind::datetime)) return {value, {}};
    return to_moment(value, Cause::not_a_time, {parse_time});
}

std::vector<PyValue> characters(PyValue const& text) {
    std::vector<PyValue> items;
    std::string_view bytes = text.text;
    for (std::size_t i = 0; i < bytes.size();) {
        std::size_t end = i + 1;
        while (end < bytes.size() && (static_cast<unsigned char>(bytes[end]) & 0xC0) == 0x80) ++end;
        items.push_back(PyValue::make_text(std::string(bytes.substr(i, end - i))));
        items.back().span = text.span;
        i = end;
    }
    return items;
}

}  // namespace

Conversion to_integer(PyValue const& value) {
    switch (value.kind) {
        case Kind::boolean:
            return with_span(PyValue::make_integer(value.boolean), value);
        case Kind::integer:
            return {value, {}};
        case Kind::number:
            return from_float(value.number, value);
        case Kind::text:
        case Kind::bytes:
            if (auto integer = python_int(value.text)) return with_span(std::move(*integer), value);
            return refuse(Cause::not_a_number, "ValueError", value);
        case Kind::uuid:
            return with_span(integer_of_uuid(value.uuid), value);
        default:
            return refuse(Cause::not_a_number, "TypeError", value);
    }
}

Conversion round_up(PyValue const& value) {
    return from_float(std::ceil(value.number), value);
}

Items iterate(PyValue const& value) {
    Items result;
    switch (value.kind) {
        case Kind::text:
            result.items = characters(value);
            break;
        case Kind::list:
        case Kind::tuple:
        case Kind::set:
        case Kind::range:
            result.items = value.items;
            break;
        case Kind::dict:
            for (std::size_t i = 0; i < value.items.size(); i += 2) result.items.push_back(value.items[i]);
            break;
        case Kind::bytes:
            for (unsigned char byte : value.text) result.items.push_back(PyValue::make_integer(byte));
            break;
        default:
            result.fault = {Cause::not_iterable, "TypeError", value.span};
    }
    return result;
}

Conversion convert(FieldClass const& to, PyValue const& value, bool is_null) {
    if (value.is(Kind::none) && to.type != FieldType::array) return {value, {}};
    switch (to.type) {
        case FieldType::text:
            return value.is(Kind::text) ? Conversion{value, {}} : with_span(PyValue::make_text(py_str(value)), value);
        case FieldType::nullable_text:
            return value.is(Kind::text) && value.text.empty() ? with_span(PyValue::make_none(), value)
                                                              : Conversion{value, {}};
        case FieldType::integer:
            return to_integer(value);
        case FieldType::number:
            return to_float(value);
        case FieldType::boolean:
            return to_boolean(value, is_null);
        case FieldType::uuid:
        case FieldType::relation:
            return uuid_of(value);  // a key that is itself a one-to-one relation
        case FieldType::date:
            return to_date(value);
        case FieldType::datetime:
            return to_datetime(value);
        case FieldType::time:
            return to_time(value);
        case FieldType::json:
        case FieldType::array:
            break;
    }
    return {value, {}};
}

}  // namespace alyx::analyzer
