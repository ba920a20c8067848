// Python's harmless built-in functions.
#include "analyzer/value/expression_functions.hpp"

#include <algorithm>
#include <cmath>

#include "analyzer/text/concat.hpp"
#include "analyzer/value/characters.hpp"
#include "analyzer/value/expression_operators.hpp"
#include "analyzer/value/number.hpp"

namespace alyx::analyzer {
namespace {

using Kind = PyValue::Kind;
using Arguments = std::vector<PyValue>;

PyValue call_len(Arguments& a, Run& run) {
    return length(a[0], run);
}
PyValue call_bool(Arguments& a, Run& run) {
    return PyValue::make_boolean(!a.empty() && truth(a[0], run));
}

PyValue extreme(Arguments& a, Op better, std::string_view name, Run& run) {
    Arguments values;
    if (a.size() > 1)
        values = std::move(a);
    else
        iterate(a[0], values, false, run);
    if (run.stopped()) return {};
    if (values.empty()) return run.raise("ValueError", concat(name, "() arg is an empty sequence"));
    std::size_t best = 0;
    for (std::size_t i = 1; i < values.size() && !run.stopped(); ++i) {
        if (compare(better, values[i], values[best], run)) best = i;
    }
    return std::move(values[best]);
}
PyValue call_max(Arguments& a, Run& run) {
    return extreme(a, Op::gt, "max", run);
}
PyValue call_min(Arguments& a, Run& run) {
    return extreme(a, Op::lt, "min", run);
}

PyValue call_sum(Arguments& a, Run& run) {
    Arguments values;
    iterate(a[0], values, true, run);
    PyValue sum = a.size() > 1 ? std::move(a[1]) : PyValue::make_integer(0);
    if (!run.stopped() && sum.is(Kind::text))
        run.raise("TypeError", "sum() can't sum strings [use ''.join(seq) instead]");
    if (!run.stopped() && sum.is(Kind::bytes))
        run.raise("TypeError", "sum() can't sum bytes [use b''.join(seq) instead]");
    for (PyValue const& value : values) {
        if (run.stopped()) break;
        sum = binary_operation(Op::add, sum, value, run);
    }
    return sum;
}

PyValue call_sorted(Arguments& a, Run& run) {
    Arguments values;
    iterate(a[0], values, false, run);
    bool const odd = std::any_of(values.begin(), values.end(),
                                 [](PyValue const& v) { return v.is(Kind::set) || std::isnan(v.number); });
    if (odd && values.size() > 1) return run.give_up();  // no order that sorting could rely on
    std::stable_sort(values.begin(), values.end(),
                     [&](PyValue const& x, PyValue const& y) { return !run.stopped() && compare(Op::lt, x, y, run); });
    return make_sequence(Kind::list, std::move(values));
}

PyValue collect(Kind kind, Arguments& a, Run& run) {
    Arguments values;
    if (!a.empty()) iterate(a[0], values, kind != Kind::set, run);
    if (run.stopped()) return {};
    return kind == Kind::set ? make_set(std::move(values), run) : make_sequence(kind, std::move(values));
}
PyValue call_list(Arguments& a, Run& run) {
    return collect(Kind::list, a, run);
}
PyValue call_tuple(Arguments& a, Run& run) {
    return collect(Kind::tuple, a, run);
}
PyValue call_set(Arguments& a, Run& run) {
    return collect(Kind::set, a, run);
}

PyValue call_dict(Arguments& a, Run& run) {
    if (a.empty()) return make_sequence(Kind::dict, {});
    if (a[0].is(Kind::dict)) return std::move(a[0]);
    Arguments pairs, items;
    iterate(a[0], pairs, true, run);
    for (std::size_t i = 0; i < pairs.size() && !run.stopped(); ++i) {
        Kind const kind = pairs[i].kind;
        if (is_opaque(pairs[i]) || (kind == Kind::set)) return run.give_up();
        bool const sequence = pairs[i].is_sequence() || kind == Kind::text || kind == Kind::bytes ||
                              kind == Kind::dict || kind == Kind::range;
        if (!sequence)
            return run.raise("TypeError", concat("cannot convert dictionary update sequence element #",
                                                 std::to_string(i), " to a sequence"));
        auto const before = items.size();
        iterate(pairs[i], items, true, run);
        if (items.size() != before + 2) {
            return run.raise("ValueError",
                             concat("dictionary update sequence element #", std::to_string(i), " has length ",
                                    std::to_string(items.size() - before), "; 2 is required"));
        }
        if (!check_hashable(items[before], run)) return {};
    }
    return run.stopped() ? PyValue{} : make_dict(std::move(items), run);
}

PyValue call_range(Arguments& a, Run& run) {
    std::int64_t bounds[3] = {0, 0, 1};
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (is_opaque(a[i])) return run.give_up();
        if (!is_integer(a[i]))
            return run.raise("TypeError", concat("'", type_name(a[i]), "' object cannot be interpreted as an integer"));
        if (a[i].huge) return run.give_up();
        bounds[a.size() == 1 ? 1 : i] = as_integer(a[i]).integer;
    }
    auto [from, to, step] = bounds;
    if (step == 0) return run.raise("ValueError", "range() arg 3 must not be zero");
    PyValue range = make_sequence(Kind::range, {});
    range.text = concat("range(", std::to_string(from), ", ", std::to_string(to),
                        step == 1 ? "" : concat(", ", std::to_string(step)), ")");
    for (std::int64_t i = from; (step < 0 ? i > to : i < to) && run.spend(1);) {
        range.items.push_back(PyValue::make_integer(i));
        if (__builtin_add_overflow(i, step, &i)) break;
    }
    return range;
}

PyValue call_str(Arguments& a, Run& run) {
    if (a.empty()) return PyValue::make_text({});
    if (a.size() > 1 || !is_printed_the_same(a[0])) return run.give_up();
    return run.spend(weight(a[0])) ? PyValue::make_text(py_str(a[0])) : PyValue{};
}
PyValue call_repr(Arguments& a, Run& run) {
    if (!is_printed_the_same(a[0])) return run.give_up();
    return run.spend(weight(a[0])) ? PyValue::make_text(py_repr(a[0])) : PyValue{};
}

PyValue truncated(double number, Run& run) {
    if (std::isnan(number)) return run.raise("ValueError", "cannot convert float NaN to integer");
    if (std::isinf(number)) return run.raise("OverflowError", "cannot convert float infinity to integer");
    if (std::abs(number) >= 9e18) return run.give_up();
    return PyValue::make_integer(static_cast<std::int64_t>(number));
}

PyValue call_int(Arguments& a, Run& run) {
    if (a.empty()) return PyValue::make_integer(0);
    if (a.size() > 1 || is_opaque(a[0]) || a[0].is(Kind::bytes) || a[0].is(Kind::uuid)) return run.give_up();
    if (is_integer(a[0])) return as_integer(a[0]);
    if (a[0].is(Kind::number)) return truncated(a[0].number, run);
    if (!a[0].is(Kind::text)) {
        return run.raise("TypeError",
                         concat("int() argument must be a string, a bytes-like object or a real number, not '",
                                type_name(a[0]), "'"));
    }
    auto number = python_int(a[0].text);
    if (!number) return run.raise("ValueError", concat("invalid literal for int() with base 10: ", py_repr(a[0])));
    return *number;
}

PyValue call_float(Arguments& a, Run& run) {
    if (a.empty()) return PyValue::make_number(0);
    if (is_opaque(a[0]) || a[0].is(Kind::bytes)) return run.give_up();
    if (a[0].is(Kind::number)) return std::move(a[0]);
    if (is_integer(a[0])) return binary_operation(Op::add, a[0], PyValue::make_number(0), run);
    if (!a[0].is(Kind::text))
        return run.raise("TypeError",
                         concat("float() argument must be a string or a real number, not '", type_name(a[0]), "'"));
    auto number = python_float(a[0].text);
    return number ? PyValue::make_number(*number)
                  : run.raise("ValueError", concat("could not convert string to float: ", py_repr(a[0])));
}

PyValue call_abs(Arguments& a, Run& run) {
    if (is_opaque(a[0]) || a[0].is(Kind::complex)) return run.give_up();
    if (a[0].is(Kind::number)) return PyValue::make_number(std::abs(a[0].number));
    if (!is_integer(a[0])) return run.raise("TypeError", concat("bad operand type for abs(): '", type_name(a[0]), "'"));
    PyValue const integer = as_integer(a[0]);
    bool const negative = integer.huge ? integer.text[0] == '-' : integer.integer < 0;
    return unary_operation(negative ? Op::minus : Op::plus, integer, run);
}

/// Python rounds the decimal value that the float is exactly, half to even.
PyValue rounded(double number, std::int64_t digits, Run& run) {
    if (!std::isfinite(number)) return PyValue::make_number(number);
    if (digits < 0 || digits > 22) return run.give_up();
    auto const text = fixed_digits(number, static_cast<int>(digits));
    double result = 0;
    read_double(text.data(), text.data() + text.size(), result);
    return PyValue::make_number(result);
}

PyValue call_round(Arguments& a, Run& run) {
    if (is_opaque(a[0])) return run.give_up();
    bool const whole = a.size() < 2 || a[1].is(Kind::none);
    if (!is_integer(a[0]) && !a[0].is(Kind::number))
        return run.raise("TypeError", concat("type ", type_name(a[0]), " doesn't define __round__ method"));
    if (!whole && (!is_integer(a[1]) || a[1].huge)) {
        if (is_opaque(a[1]) || a[1].huge) return run.give_up();
        return run.raise("TypeError", concat("'", type_name(a[1]), "' object cannot be interpreted as an integer"));
    }
    if (whole) return is_integer(a[0]) ? as_integer(a[0]) : truncated(std::nearbyint(a[0].number), run);
    std::int64_t const digits = as_integer(a[1]).integer;
    if (is_integer(a[0])) return digits < 0 ? run.give_up() : as_integer(a[0]);
    return rounded(a[0].number, digits, run);
}

PyValue call_ord(Arguments& a, Run& run) {
    if (is_opaque(a[0])) return run.give_up();
    bool const text = a[0].is(Kind::text);
    if (!text && !a[0].is(Kind::bytes))
        return run.raise("TypeError", concat("ord() expected string of length 1, but ", type_name(a[0]), " found"));
    std::size_t const count = text ? count_characters(a[0].text) : a[0].text.size();
    if (count != 1)
        return run.raise("TypeError",
                         concat("ord() expected a character, but string of length ", std::to_string(count), " found"));
    return PyValue::make_integer(text ? static_cast<std::int64_t>(character_at(a[0].text, 0).code)
                                      : static_cast<unsigned char>(a[0].text[0]));
}

PyValue call_chr(Arguments& a, Run& run) {
    if (is_opaque(a[0])) return run.give_up();
    if (!is_integer(a[0]))
        return run.raise("TypeError", concat("'", type_name(a[0]), "' object cannot be interpreted as an integer"));
    PyValue const code = as_integer(a[0]);
    if (code.huge || code.integer != static_cast<std::int32_t>(code.integer))
        return run.raise("OverflowError", "Python int too large to convert to C int");
    if (code.integer < 0 || code.integer > 0x10FFFF) return run.raise("ValueError", "chr() arg not in range(0x110000)");
    PyValue character = PyValue::make_text({});
    append_character(character.text, static_cast<char32_t>(code.integer));
    return character;
}

PyValue call_object(Arguments&, Run&) {
    PyValue object;
    object.kind = Kind::object;
    object.text = "object";
    return object;
}

struct Function {
    std::string_view name;
    std::size_t least, most;
    PyValue (*call)(Arguments&, Run&);
};
constexpr std::size_t any_number = static_cast<std::size_t>(-1);
constexpr Function functions[] = {
    {"range", 1, 3, call_range},      {"len", 1, 1, call_len},       {"max", 1, any_number, call_max},
    {"min", 1, any_number, call_min}, {"sum", 1, 2, call_sum},       {"list", 0, 1, call_list},
    {"tuple", 0, 1, call_tuple},      {"sorted", 1, 1, call_sorted}, {"dict", 0, 1, call_dict},
    {"set", 0, 1, call_set},          {"str", 0, 3, call_str},       {"int", 0, 2, call_int},
    {"float", 0, 1, call_float},      {"bool", 0, 1, call_bool},     {"abs", 1, 1, call_abs},
    {"round", 1, 2, call_round},      {"ord", 1, 1, call_ord},       {"chr", 1, 1, call_chr},
    {"repr", 1, 1, call_repr},        {"object", 0, 0, call_object}};

}  // namespace

PyValue call_function(std::string_view name, std::vector<PyValue> arguments, Run& run) {
    auto const is_it = [&](Function const& f) { return f.name == name; };
    auto const function = std::find_if(std::begin(functions), std::end(functions), is_it);
    if (function == std::end(functions)) return run.give_up();
    if (arguments.size() < function->least || arguments.size() > function->most) {
        return run.raise("TypeError",
                         concat(name, "() does not take ", std::to_string(arguments.size()), " arguments"));
    }
    return function->call(arguments, run);
}

}  // namespace alyx::analyzer
