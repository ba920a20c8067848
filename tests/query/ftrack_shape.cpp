// Trees as text, for expectations.
#include "tests/query/ftrack_shape.hpp"

#include "analyzer/query/ftrack.hpp"

namespace {

using namespace alyx::analyzer;

struct Shaper {
    std::string_view text;

    std::string path(AttributePath const& p) const {
        std::string out;
        for (std::size_t i = 0; i < p.path.segments.size(); ++i) {
            if (i > 0) out += '.';
            out += p.path.segments[i].span.of(text);
            for (auto const& cast : p.casts)
                if (cast.segment == i) out += "[" + std::string(cast.type.of(text)) + "]";
        }
        return out.empty() ? "?" : out;
    }

    std::string operand(Operand const& o) const {
        constexpr char const* forms[] = {"?", "", "", "#", "!", "none:", "{}"};
        auto form = static_cast<std::size_t>(o.form);
        return o.form == Operand::Form::hole ? "{}" : forms[form] + std::string(o.span.of(text));
    }

    std::string comparison(Comparison const& c) const {
        std::string out = path(c.path) + " " + (c.op == Operator::unknown ? "?" : std::string(ftrack_spelling(c.op)));
        bool brackets = c.is_list || c.op == Operator::has || c.op == Operator::any;
        out += brackets ? " [" : c.values.empty() ? "" : " ";
        if (c.criteria) out += criterion(*c.criteria);
        if (c.subquery) out += shape(*c.subquery);
        for (auto const& value : c.values) out += (&value == c.values.data() ? "" : ", ") + operand(value);
        return brackets ? out + "]" : out;
    }

    std::string criterion(Criterion const& c) const {
        using Kind = Criterion::Kind;
        if (c.kind == Kind::comparison) return comparison(*c.comparison);
        if (c.kind == Kind::missing) return "?";
        if (c.kind == Kind::hole) return "{}";
        std::string out = c.kind == Kind::all     ? "(and"
                          : c.kind == Kind::any   ? "(or"
                          : c.kind == Kind::group ? "("
                                                  : "(not";
        for (auto const& part : c.parts) out += (out == "(" ? "" : " ") + criterion(part);
        return out + ")";
    }
};

}  // namespace

std::string shape(Statement const& s) {
    Shaper shaper{s.text};
    std::string out;
    if (!s.select.empty()) {
        out += "select";
        for (auto const& p : s.projections)
            out += " " + std::string(p.aggregate.of(s.text)) + (p.aggregate.empty() ? "" : ":") + shaper.path(p.path);
        out += " from ";
    }
    out += s.target.empty() ? "?" : std::string(s.target.of(s.text));
    if (s.criteria) out += " where " + shaper.criterion(*s.criteria);
    for (auto const& p : s.group) out += " group " + shaper.path(p);
    for (auto const& k : s.order) out += " order " + shaper.path(k.path) + (k.is_descending ? " down" : "");
    if (s.offset) out += " offset " + shaper.operand(*s.offset);
    if (s.limit) out += " limit " + shaper.operand(*s.limit);
    return out;
}

std::string faults(Statement const& s) {
    constexpr char const* names[] = {"missing", "unexpected", "unclosed quote", "foreign", "case",
                                     "star",    "repeated",   "order",          "key",     "deep"};
    std::string out;
    for (auto const& f : s.faults) {
        if (!out.empty()) out += "; ";
        out += names[static_cast<std::size_t>(f.kind)];
        if (!f.span.empty()) out += " " + std::string(f.span.of(s.text));
        if (!f.expected.empty()) out += " -> " + std::string(f.expected);
    }
    return out;
}
