// Types, truth and comparison.
#include <algorithm>
#include <array>

#include "analyzer/text/concat.hpp"
#include "analyzer/value/expression_integers.hpp"
#include "analyzer/value/expression_operators.hpp"

namespace alyx::analyzer {
namespace {

using Kind = PyValue::Kind;

bool order(Op op, std::partial_ordering ordering) {
    switch (op) {
        case Op::lt:
            return ordering < 0;
        case Op::gt:
            return ordering > 0;
        case Op::le:
            return ordering <= 0;
        default:
            return ordering >= 0;
    }
}

/// Not every standard library has `<=>` for strings and arrays yet.
template <class T>
std::weak_ordering three_way(T const& a, T const& b) {
    return a < b ? std::weak_ordering::less : b < a ? std::weak_ordering::greater : std::weak_ordering::equivalent;
}

std::partial_ordering compare_reals(PyValue const& a, PyValue const& b, Run& run) {
    if (is_integer(a) && is_integer(b)) return compare_integers(as_integer(a), as_integer(b));
    if (a.huge || b.huge) return run.give_up(), std::partial_ordering::unordered;
    auto wide = [](PyValue const& v) {
        return v.is(Kind::number) ? static_cast<long double>(v.number)
                                  : static_cast<long double>(as_integer(v).integer);
    };
    return wide(a) <=> wide(b);
}

bool compare_sets(Op op, PyValue const& a, PyValue const& b) {
    auto x = sorted_keys(a), y = sorted_keys(b);
    if (op == Op::gt || op == Op::ge) std::swap(x, y);
    bool const strict = op == Op::lt || op == Op::gt;
    return std::includes(y.begin(), y.end(), x.begin(), x.end()) && (!strict || x.size() < y.size());
}

bool is_less_or_greater(Op op, PyValue const& a, PyValue const& b, Run& run) {
    if (a.is(Kind::object) || b.is(Kind::object)) return run.give_up(), false;
    if (is_real(a) && is_real(b)) return order(op, compare_reals(a, b, run));
    if (a.kind == b.kind && run.spend(1)) {
        switch (a.kind) {
            case Kind::text:
            case Kind::bytes:
                return order(op, three_way(a.text, b.text));  // UTF-8 sorts as its characters do
            case Kind::uuid:
                return order(op, three_way(a.uuid, b.uuid));
            case Kind::datetime: {
                auto fields = [](Moment const& m) {
                    return std::array{m.year, m.month, m.day, m.hour, m.minute, m.second, m.microsecond};
                };
                return order(op, three_way(fields(a.moment), fields(b.moment)));
            }
            case Kind::set:
                return compare_sets(op, a, b);
            case Kind::list:
            case Kind::tuple:
                for (std::size_t i = 0; i < std::min(a.items.size(), b.items.size()); ++i) {
                    if (!are_equal(a.items[i], b.items[i], run))
                        return !run.stopped() && is_less_or_greater(op, a.items[i], b.items[i], run);
                }
                return order(op, a.items.size() <=> b.items.size());
            default:
                break;
        }
    }
    run.raise("TypeError", concat("'", symbol(op), "' not supported between instances of '", type_name(a), "' and '",
                                  type_name(b), "'"));
    return false;
}

/// Equal texts and numbers may be one object or two; different ones never are one.
bool are_identical(PyValue const& a, PyValue const& b, Run& run) {
    auto const is_single = [](PyValue const& v) {
        return v.is(Kind::none) || v.is(Kind::boolean) || v.is(Kind::ellipsis);
    };
    bool const unclear = a.is(Kind::computed) || b.is(Kind::computed) || a.is(Kind::object) || b.is(Kind::object);
    if (!unclear && a.kind != b.kind) return false;
    if (!unclear && is_single(a)) return a.boolean == b.boolean;
    if (!unclear && !is_opaque(a) && !are_equal(a, b, run)) return false;
    return run.give_up(), false;
}

bool is_number(PyValue const& v) {
    return is_real(v) || v.is(Kind::complex);
}
PyValue real_part(PyValue const& v) {
    return v.is(Kind::complex) ? PyValue::make_number(v.number) : v;
}
double imaginary_part(PyValue const& v) {
    return v.is(Kind::complex) ? v.items[0].number : 0;
}

bool contains(PyValue const& container, PyValue const& item, Run& run) {
    if (container.is(Kind::text) && !item.is(Kind::text)) {
        if (is_opaque(item)) return run.give_up(), false;
        run.raise("TypeError", concat("'in <string>' requires string as left operand, not ", type_name(item)));
        return false;
    }
    if (container.is(Kind::text) || (container.is(Kind::bytes) && item.is(Kind::bytes))) {
        return container.text.find(item.text) != std::string::npos;
    }
    bool const hashes = container.is(Kind::set) || container.is(Kind::dict);
    if (container.is(Kind::set) && item.is(Kind::set)) return run.give_up(), false;  // taken for a frozen set
    if (hashes && !check_hashable(item, run)) return false;
    std::vector<PyValue> items;
    iterate(container, items, false, run);
    if (container.is(Kind::bytes) && !is_integer(item)) run.raise("TypeError", "a bytes-like object is required");
    if (container.is(Kind::bytes) && (item.huge || as_integer(item).integer < 0 || as_integer(item).integer > 255)) {
        run.raise("ValueError", "byte must be in range(0, 256)");
    }
    return std::any_of(items.begin(), items.end(),
                       [&](PyValue const& i) { return !run.stopped() && are_equal(i, item, run); });
}

bool are_same_dict(PyValue const& a, PyValue const& b, Run& run) {
    std::vector<std::pair<std::string, PyValue const*>> of_b;
    for (std::size_t i = 0; i + 1 < b.items.size(); i += 2)
        of_b.emplace_back(canonical_key(b.items[i]), &b.items[i + 1]);
    auto by_key = [](auto const& x, auto const& y) { return x.first < y.first; };
    std::sort(of_b.begin(), of_b.end(), by_key);
    for (std::size_t i = 0; i + 1 < a.items.size(); i += 2) {
        std::pair<std::string, PyValue const*> const key{canonical_key(a.items[i]), nullptr};
        auto const found = std::lower_bound(of_b.begin(), of_b.end(), key, by_key);
        if (found == of_b.end() || found->first != key.first || !are_equal(a.items[i + 1], *found->second, run))
            return false;
    }
    return true;
}

}  // namespace

std::string_view symbol(Op op) {
    static constexpr std::string_view symbols[] = {
        "",  "or", "and", "not", "<", ">", "<=", ">=", "==", "!=", "in", "not in",      "is", "is not", "|",
        "^", "&",  "<<",  ">>",  "+", "-", "*",  "/",  "//", "%",  "@",  "** or pow()", "+",  "-",      "~"};
    return symbols[static_cast<std::size_t>(op)];
}

bool is_integer(PyValue const& value) {
    return value.is(Kind::integer) || value.is(Kind::boolean);
}

PyValue as_integer(PyValue const& value) {
    return value.is(Kind::boolean) ? PyValue::make_integer(value.boolean) : value;
}

std::string type_name(PyValue const& value) {
    static constexpr std::string_view names[] = {
        "NoneType", "bool", "int",   "float", "complex",           "str",  "bytes",  "list",     "tuple",
        "set",      "dict", "range", "UUID",  "datetime.datetime", "type", "object", "ellipsis", "object"};
    return std::string(names[static_cast<std::size_t>(value.kind)]);
}

bool is_real(PyValue const& value) {
    return is_integer(value) || value.is(Kind::number);
}

bool is_opaque(PyValue const& value) {
    return value.is(Kind::callable) || value.is(Kind::object) || value.is(Kind::computed);
}

bool is_anonymous(PyValue const& value) {
    return is_opaque(value) && (value.text == "<lambda>" || (value.is(Kind::object) && value.text == "object"));
}

std::vector<std::string> sorted_keys(PyValue const& set) {
    std::vector<std::string> keys;
    for (PyValue const& item : set.items) keys.push_back(canonical_key(item));
    std::sort(keys.begin(), keys.end());
    return keys;
}

bool truth(PyValue const& value, Run& run) {
    switch (value.kind) {
        case Kind::none:
            return false;
        case Kind::boolean:
            return value.boolean;
        case Kind::integer:
            return value.huge || value.integer != 0;
        case Kind::number:
            return value.number != 0;
        case Kind::complex:
            return value.number != 0 || value.items[0].number != 0;
        case Kind::text:
        case Kind::bytes:
            return !value.text.empty();
        case Kind::list:
        case Kind::tuple:
        case Kind::set:
        case Kind::dict:
        case Kind::range:
            return !value.items.empty();
        case Kind::object:
        case Kind::computed:
            return run.give_up(), false;
        default:
            return true;
    }
}

bool are_equal(PyValue const& a, PyValue const& b, Run& run) {
    if (!run.spend(1)) return false;
    if (is_real(a) && is_real(b)) return compare_reals(a, b, run) == 0;
    if (is_number(a) && is_number(b)) {
        return imaginary_part(a) == imaginary_part(b) && compare_reals(real_part(a), real_part(b), run) == 0;
    }
    bool const same_name = a.kind == b.kind && a.text == b.text;
    if (is_opaque(a) && is_opaque(b)) return (same_name && !is_anonymous(a)) || (run.give_up(), false);
    if (a.is(Kind::object) || b.is(Kind::object) || a.is(Kind::computed) || b.is(Kind::computed))
        return run.give_up(), false;
    if (a.kind != b.kind) return false;
    switch (a.kind) {
        case Kind::text:
        case Kind::bytes:
            return a.text == b.text;
        case Kind::uuid:
            return a.uuid == b.uuid;
        case Kind::datetime:
            return a.moment == b.moment;
        case Kind::set:
            return a.items.size() == b.items.size() && sorted_keys(a) == sorted_keys(b);
        case Kind::dict:
            return a.items.size() == b.items.size() && are_same_dict(a, b, run);
        default:
            return std::equal(
                a.items.begin(), a.items.end(), b.items.begin(), b.items.end(),
                [&](PyValue const& x, PyValue const& y) { return !run.stopped() && are_equal(x, y, run); });
    }
}

bool compare(Op op, PyValue const& a, PyValue const& b, Run& run) {
    switch (op) {
        case Op::eq:
            return are_equal(a, b, run);
        case Op::ne:
            return !are_equal(a, b, run);
        case Op::is:
            return are_identical(a, b, run);
        case Op::is_not:
            return !are_identical(a, b, run);
        case Op::in:
            return contains(b, a, run);
        case Op::not_in:
            return !contains(b, a, run);
        default:
            return is_less_or_greater(op, a, b, run);
    }
}

}  // namespace alyx::analyzer
