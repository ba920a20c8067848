// Statements as text, and what is written in their operands.
#include "analyzer/query/ftrack.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

class Printer {
  public:
    explicit Printer(std::string_view text) : text_(text) {}

    void statement(Statement const& s) {
        if (!s.select.empty()) {
            list("select", s.projections, [this](Projection const& p) { projection(p); });
            out += " from";
        }
        put(s.target.of(text_));
        if (s.criteria) {
            put("where");
            criterion(*s.criteria);
        }
        if (!s.group.empty()) list("group by", s.group, [this](AttributePath const& p) { put(p.path.span.of(text_)); });
        if (!s.order.empty()) list("order by", s.order, [this](SortKey const& k) { sort_key(k); });
        page("offset", s.offset);
        page("limit", s.limit);
    }

    void criterion(Criterion const& c) {
        using Kind = Criterion::Kind;
        switch (c.kind) {
            case Kind::comparison:
                return comparison(*c.comparison);
            case Kind::negation:
                put("not");
                return criterion(c.parts.front());
            case Kind::group:
                put("(");
                criterion(c.parts.front());
                out += ")";
                return;
            case Kind::all:
            case Kind::any:
                for (auto const& part : c.parts) {
                    if (&part != &c.parts.front()) put(c.kind == Kind::all ? "and" : "or");
                    criterion(part);
                }
                return;
            case Kind::hole:
                return put(c.span.of(text_));
            case Kind::missing:
                return;
        }
    }

    std::string out;

  private:
    std::string_view text_;

    void put(std::string_view word) {
        if (!out.empty() && !word.empty() && out.back() != '(' && out.back() != ' ') out += ' ';
        out += word;
    }

    void list(std::string_view keyword, auto const& items, auto const& item) {
        put(keyword);
        for (auto const& each : items) {
            if (&each != &items.front()) out += ",";
            item(each);
        }
    }

    void projection(Projection const& p) {
        auto path = p.path.path.span.of(text_);
        put(p.aggregate.empty() ? std::string(path) : concat(p.aggregate.of(text_), "(", path, ")"));
    }

    void sort_key(SortKey const& key) {
        put(key.path.path.span.of(text_));
        if (!key.direction.empty()) put(key.is_descending ? "descending" : "ascending");
    }

    void page(std::string_view keyword, std::optional<Operand> const& number) {
        if (!number) return;
        put(keyword);
        put(number->span.of(text_));
    }

    void comparison(Comparison const& c) {
        put(c.path.path.span.of(text_));
        put(c.op == Operator::unknown ? c.op_span.of(text_) : ftrack_spelling(c.op));
        bool is_relation = c.op == Operator::has || c.op == Operator::any;
        bool brackets = is_relation || c.subquery || (c.is_list && !(c.values.size() == 1 && is_bare_hole(c)));
        if (brackets) put("(");
        if (c.criteria) criterion(*c.criteria);
        if (c.subquery) statement(*c.subquery);
        for (auto const& value : c.values) {
            if (&value != &c.values.front()) out += ",";
            put(value.span.of(text_));
        }
        if (brackets) out += ")";
    }

    static bool is_bare_hole(Comparison const& c) { return c.values.front().form == Operand::Form::hole; }
};

}  // namespace

std::string Operand::value(std::string_view text) const {
    auto written = span.of(text);
    if (form != Form::quoted) return std::string(written);
    auto quote = written.front();
    written.remove_prefix(1);
    std::string value;
    for (std::size_t i = 0; i < written.size() && written[i] != quote; ++i) {
        if (written[i] == '\\' && i + 1 < written.size()) ++i;
        value += written[i];
    }
    return value;
}

std::string print(Statement const& statement) {
    Printer printer(statement.text);
    printer.statement(statement);
    return std::move(printer.out);
}

std::string print(Criterion const& criterion, std::string_view text) {
    Printer printer(text);
    printer.criterion(criterion);
    return std::move(printer.out);
}

}  // namespace alyx::analyzer
