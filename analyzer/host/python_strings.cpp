// Lowers Python's string literals and f-strings, and numbers as str() shows them.
#include <algorithm>
#include <array>
#include <charconv>

#include "analyzer/host/lowering.hpp"
#include "analyzer/host/python_lowering.hpp"
#include "analyzer/text/decimal.hpp"

namespace alyx::analyzer {
namespace {

struct Prefix {
    bool raw = false;
    bool bytes = false;
    bool format = false;
    std::string_view quote;  ///< static

    LiteralLayer layer() const {
        if (format) return raw ? LiteralLayer::python_raw_format : LiteralLayer::python_format;
        return raw ? LiteralLayer::python_raw : LiteralLayer::python_text;
    }
};

Prefix read_prefix(std::string_view start) {
    static constexpr std::array<std::string_view, 4> quotes{"'''", "\"\"\"", "'", "\""};
    Prefix prefix;
    for (char c : start) {
        char lower = static_cast<char>(c | 0x20);
        prefix.raw |= lower == 'r';
        prefix.bytes |= lower == 'b';
        prefix.format |= lower == 'f';
    }
    for (std::string_view quote : quotes)
        if (prefix.quote.empty() && start.ends_with(quote)) prefix.quote = quote;
    return prefix;
}

}  // namespace

std::string python_number(std::string_view text, bool is_integer) {
    std::string digits(text);
    std::erase(digits, '_');
    if (!is_integer) {
        double value = 0;
        auto [end, error] = read_double(digits.data(), digits.data() + digits.size(), value);
        return error == std::errc{} && end == digits.data() + digits.size() ? python_float_repr(value) : "";
    }
    char letter = digits.size() > 1 ? static_cast<char>(digits[1] | 0x20) : '\0';
    int base = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 10;
    if (base == 10) {
        if (digits.empty() || !std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }))
            return {};
        digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
        return digits.size() <= 4300 ? digits : "";
    }
    std::uint64_t value = 0;
    auto [end, error] = std::from_chars(digits.data() + 2, digits.data() + digits.size(), value, base);
    return error == std::errc{} && end == digits.data() + digits.size() ? std::to_string(value) : "";
}

std::shared_ptr<Literal const> PythonLowering::literal(LiteralLayer layer, std::string_view quote, Span contents) {
    return read_literal(fragment_, part_->text, part_->place.span.begin, layer, quote, contents, statement_);
}

ir::Operand PythonLowering::string(Node node) {
    Children children = tree_.children(node);
    if (children.empty() || children[0].type() != "string_start") return unknown(node, HoleType::text);
    Prefix prefix = read_prefix(text(children[0]));
    bool is_closed = children.back().type() == "string_end" && !children.back().is_missing();
    std::uint32_t end = is_closed ? children.back().span().begin : node.span().end;
    std::uint32_t begin = children[0].span().end;
    if (prefix.bytes || prefix.quote.empty()) return unknown(node);
    if (!prefix.format)
        return make(node, ir::Text{literal(prefix.layer(), prefix.quote, {begin, std::max(begin, end)})});
    ir::Format format;
    auto add_text = [&](std::uint32_t until) {
        if (until > begin) format.parts.push_back({literal(prefix.layer(), prefix.quote, {begin, until})});
    };
    for (Node child : children) {
        if (child.type() != "interpolation") continue;
        add_text(child.span().begin);
        format.parts.push_back(interpolation(child));
        begin = child.span().end;
    }
    add_text(end);
    return make(node, std::move(format));
}

ir::Format::Part PythonLowering::interpolation(Node node) {
    ir::Format::Part part;
    part.place = place(node.span());
    part.value = expression(node.field("expression"));
    bool shows = false;
    for (Node child : tree_.children(node)) {
        // `shown` reaches to what follows the equals sign.
        if (shows && part.shown.empty()) part.shown = text(Span{node.span().begin + 1, child.span().begin});
        if (child.type() == "=") shows = true;
        if (child.type() == "type_conversion" && child.span().size() > 1) part.conversion = text(child)[1];
        if (child.type() != "format_specifier" || child.span().empty()) continue;
        part.spec = text(child).substr(1);
        for (Node inside : tree_.children(child)) part.spec_nested |= inside.type() == "format_expression";
    }
    return part;
}

ir::Operand PythonLowering::adjacent(Node node) {
    ir::Operands operands;
    for (Node child : tree_.children(node))
        if (child.type() == "string") operands.push_back(expression(child));
    return make(node, ir::Concat{std::move(operands)});
}

}  // namespace alyx::analyzer
