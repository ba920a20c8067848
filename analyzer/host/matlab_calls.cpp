// Reads MATLAB's calls, and what functions that make texts come to.
#include <algorithm>
#include <array>

#include "analyzer/host/matlab_lowering.hpp"

namespace alyx::analyzer {
namespace {

using Kind = ir::Call::Argument::Kind;

struct Same {
    std::string_view matlab;
    std::string_view python;
};
/// Methods of Python's str that do the same.
constexpr std::array<Same, 3> methods{{{"lower", "lower"}, {"upper", "upper"}, {"strtrim", "strip"}}};
constexpr std::array<std::string_view, 5> shows{"num2str", "int2str", "char", "string", "convertStringsToChars"};
constexpr std::array<std::string_view, 5> texts{"urlencode", "datestr", "mat2str", "input", "regexprep"};
/// Means nothing to fold/.
constexpr std::string_view other = "()";

bool contains(auto const& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

/// Puts arguments until the parenthesis closes. False: it does not.
bool MatlabLowering::arguments(ir::Call& call) {
    brackets_.push_back('(');
    while (!ends_statement() && !is(")")) {
        std::size_t before = at_;
        bool is_keyword = peek().kind == Token::Kind::name && is("=", 1);
        if (is_keyword) {
            Span name = peek().span;
            next();
            next();
            call.arguments.push_back({Kind::keyword, text(name), place(name), expression()});
        } else if (!take(",")) {
            add_argument(call, expression());
        }
        if (at_ == before) next();
    }
    brackets_.pop_back();
    return take(")");
}

/// pyargs('k', v) gives keywords.
void MatlabLowering::add_argument(ir::Call& call, ir::Operand value) const {
    auto const* pairs = std::get_if<ir::Call>(&value->node);
    auto const* callee = pairs && pairs->callee ? std::get_if<ir::Name>(&pairs->callee->node) : nullptr;
    if (!callee || keys_.last_name(callee->key) != "pyargs" || pairs->arguments.size() % 2 != 0) {
        call.arguments.push_back({Kind::positional, {}, {}, value});
        return;
    }
    for (std::size_t i = 0; i < pairs->arguments.size(); i += 2) {
        ir::Operand key = pairs->arguments[i].value;
        auto const* name = std::get_if<ir::Text>(&key->node);
        // What a name is not known of may be any keyword.
        if (name)
            call.arguments.push_back(
                {Kind::keyword, name->literal->text, name->literal->contents, pairs->arguments[i + 1].value});
        else
            call.arguments.push_back({Kind::dict_splat, {}, {}, key});
    }
}

ir::Operand MatlabLowering::call(ir::Operand callee) {
    std::uint32_t begin = callee->place.span.begin;
    std::uint32_t open = peek().span.begin;
    Span name_span = callee->place.span;
    std::string_view name;
    if (auto const* attribute = std::get_if<ir::Attribute>(&callee->node)) name = attribute->name;
    if (auto const* root = std::get_if<ir::Name>(&callee->node)) name = text(name_span), (void)root;
    name_span.begin = name_span.end - static_cast<std::uint32_t>(std::min<std::size_t>(name.size(), name_span.size()));
    ir::Call call = call_to(callee, name, name_span);
    next();
    call.broken = !arguments(call);
    call.arguments_place = place(from(open));
    Span span = from(begin);
    bool is_function = std::holds_alternative<ir::Name>(callee->node) && !call.reported && !call.broken;
    if (is_function)
        if (ir::Operand known = known_function(call, span)) return known;
    // Methods and functions of Python are others.
    if (!call.reported) call.name = other;
    return make(span, std::move(call));
}

/// A text of the values one behind the other; of strings with +, else of what is known to be texts.
ir::Operand MatlabLowering::format_of(Span span, ir::Operands const& values, bool of_strings) {
    ir::Format format;
    for (ir::Operand value : values) {
        ir::Format::Part part;
        part.place = value->place;
        part.conversion = of_strings ? ir::Format::as_javascript : 's';
        part.value = value;
        format.parts.push_back(std::move(part));
    }
    return make(span, std::move(format));
}

/// Null: not known.
ir::Operand MatlabLowering::known_function(ir::Call const& call, Span span) {
    ir::Operands values;
    for (auto const& argument : call.arguments) {
        if (argument.kind != Kind::positional) return nullptr;
        values.push_back(argument.value);
    }
    std::string_view name = call.name;
    if (contains(shows, name) && values.size() == 1) return format_of(span, values, false);
    if (contains(texts, name)) return make(span, ir::Unknown{HoleType::text, std::move(values)});
    if (name == "strcat" && !values.empty()) return format_of(span, values, false);
    if (name == "sprintf" && !values.empty()) {
        auto const* pattern = std::get_if<ir::Text>(&values[0]->node);
        bool is_plain = pattern && pattern->literal->text.find('\\') == std::string::npos;
        if (!is_plain) return make(span, ir::Unknown{HoleType::text, std::move(values)});
        ir::Operands given(values.begin() + 1, values.end());
        ir::Operand tuple = make(span, ir::Display{Folded::Kind::tuple, std::move(given)});
        return make(span, ir::Binary{ir::Binary::Operator::percent, values[0], tuple});
    }
    if (name == "struct" && values.size() % 2 == 0) {
        ir::Dict dict;
        for (std::size_t i = 0; i < values.size(); i += 2) dict.entries.emplace_back(values[i], values[i + 1]);
        return make(span, std::move(dict));
    }
    auto method = [&](ir::Operand object, std::string_view python, ir::Operands const& given) {
        ir::Call made = call;
        made.callee = make_attribute(object->place.span, object, python);
        made.name = python;
        made.arguments.clear();
        for (ir::Operand value : given) made.arguments.push_back({Kind::positional, {}, {}, value});
        return make(span, std::move(made));
    };
    if (name == "strjoin" && values.size() == 2) return method(values[1], "join", {values[0]});
    for (Same same : methods)
        if (same.matlab == name && values.size() == 1) return method(values[0], same.python, {});
    return nullptr;
}

}  // namespace alyx::analyzer
