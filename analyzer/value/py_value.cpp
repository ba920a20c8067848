// Python's str() and repr().
#include "analyzer/value/py_value.hpp"

#include <cmath>
#include <cstdlib>

#include "analyzer/text/concat.hpp"
#include "analyzer/value/characters.hpp"
#include "analyzer/value/number.hpp"
#include "analyzer/value/uuid.hpp"

namespace alyx::analyzer {
namespace {

using Kind = PyValue::Kind;

std::string hexadecimal(char32_t code, int length) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (int shift = 4 * (length - 1); shift >= 0; shift -= 4) text += digits[code >> shift & 15];
    return text;
}

/// Python prefers single quotes, unless only double ones need no escape.
std::string quoted(PyValue const& value) {
    bool const bytes = value.is(Kind::bytes);
    std::string_view const text = value.text;
    bool const single = text.find('\'') == std::string_view::npos || text.find('"') != std::string_view::npos;
    char const quote = single ? '\'' : '"';
    std::string result = bytes ? "b" : "";
    result += quote;
    for (std::size_t i = 0; i < text.size();) {
        auto const [code, size] = bytes ? Character{static_cast<unsigned char>(text[i]), 1} : character_at(text, i);
        if (code == static_cast<char32_t>(quote) || code == '\\') {
            result += '\\';
            result += static_cast<char>(code);
        } else if (code == '\n' || code == '\r' || code == '\t') {
            result += code == '\n' ? "\\n" : code == '\r' ? "\\r" : "\\t";
        } else if (bytes ? code >= ' ' && code < 0x7F : is_printable(code)) {
            result.append(text, i, size);
        } else if (code < 0x100) {
            result += "\\x" + hexadecimal(code, 2);
        } else {
            result += code < 0x10000 ? "\\u" + hexadecimal(code, 4) : "\\U" + hexadecimal(code, 8);
        }
        i += size;
    }
    return result += quote;
}

std::string joined(PyValue const& value, std::string_view open, std::string_view close) {
    std::string text(open);
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        if (i) text += value.is(Kind::dict) && i % 2 == 1 ? ": " : ", ";
        text += py_repr(value.items[i]);
    }
    return text += close;
}

std::string complex_repr(PyValue const& value) {
    auto part = [](double d) {
        std::string text = python_float_repr(d);
        if (text.size() > 2 && text.ends_with(".0")) text.resize(text.size() - 2);
        return text;
    };
    std::string imaginary = part(value.items.empty() ? 0 : value.items[0].number) + "j";
    if (value.number == 0 && !std::signbit(value.number)) return imaginary;
    if (imaginary[0] != '-') imaginary.insert(imaginary.begin(), '+');
    return concat("(", part(value.number), imaginary, ")");
}

std::string padded(std::int32_t number, std::size_t length) {
    std::string digits = std::to_string(number);
    return digits.size() < length ? std::string(length - digits.size(), '0') + digits : digits;
}

std::string datetime_str(Moment const& m) {
    std::string text = concat(padded(m.year, 4), "-", padded(m.month, 2), "-", padded(m.day, 2), " ", padded(m.hour, 2),
                              ":", padded(m.minute, 2), ":", padded(m.second, 2));
    if (m.microsecond) text += concat(".", padded(m.microsecond, 6));
    if (m.zone) {
        std::int32_t const zone = std::abs(*m.zone);
        text += concat(*m.zone < 0 ? "-" : "+", padded(zone / 3600, 2), ":", padded(zone / 60 % 60, 2));
        if (zone % 60) text += concat(":", padded(zone % 60, 2));
    }
    return text;
}

std::string datetime_repr(Moment const& m) {
    std::string text = "datetime.datetime(";
    std::int32_t const fields[] = {m.year, m.month, m.day, m.hour, m.minute, m.second, m.microsecond};
    std::size_t const shown = m.microsecond ? 7 : m.second ? 6 : 5;
    for (std::size_t i = 0; i < shown; ++i) text += (i ? ", " : "") + std::to_string(fields[i]);
    if (m.zone) {
        std::int32_t const days = *m.zone < 0 ? -1 : 0, seconds = *m.zone - days * 86400;
        text += *m.zone == 0 ? ", tzinfo=datetime.timezone.utc"
                             : concat(", tzinfo=datetime.timezone(datetime.timedelta(", days ? "days=-1, " : "",
                                      "seconds=", std::to_string(seconds), "))");
    }
    return text += ")";
}

}  // namespace

std::string py_repr(PyValue const& value) {
    switch (value.kind) {
        case Kind::none:
            return "None";
        case Kind::boolean:
            return value.boolean ? "True" : "False";
        case Kind::integer:
            return value.huge ? value.text : std::to_string(value.integer);
        case Kind::number:
            return python_float_repr(value.number);
        case Kind::complex:
            return complex_repr(value);
        case Kind::text:
        case Kind::bytes:
            return quoted(value);
        case Kind::list:
            return joined(value, "[", "]");
        case Kind::tuple:
            return joined(value, "(", value.items.size() == 1 ? ",)" : ")");
        case Kind::set:
            return value.items.empty() ? "set()" : joined(value, "{", "}");
        case Kind::dict:
            return joined(value, "{", "}");
        case Kind::uuid:
            return concat("UUID('", to_text(value.uuid), "')");
        case Kind::datetime:
            return datetime_repr(value.moment);
        case Kind::ellipsis:
            return "Ellipsis";
        case Kind::computed:
            return "...";
        case Kind::range:
        case Kind::callable:
        case Kind::object:
            return value.text;
    }
    return {};
}

std::string py_str(PyValue const& value) {
    switch (value.kind) {
        case Kind::text:
            return value.text;
        case Kind::uuid:
            return to_text(value.uuid);
        case Kind::datetime:
            return datetime_str(value.moment);
        default:
            return py_repr(value);
    }
}

}  // namespace alyx::analyzer
