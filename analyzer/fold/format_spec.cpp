// Format specs, `{x:>10}`, `{x:03d}`, as far as texts and integers go; others give holes of the right type.
#include <algorithm>
#include <cctype>

#include "analyzer/fold/formatting.hpp"
#include "analyzer/fold/ir.hpp"

namespace alyx::analyzer {
namespace {

struct Spec {
    char fill = ' ';
    char align = '\0';
    bool plain = true;  ///< nothing but fill, align, width, precision and type
    std::size_t width = 0;
    std::size_t precision = std::string_view::npos;
    char type = '\0';
};

bool is_align(char c) {
    return c == '<' || c == '>' || c == '^';
}

std::size_t number(std::string_view spec, std::size_t& at) {
    std::size_t value = 0;
    for (; at < spec.size() && spec[at] >= '0' && spec[at] <= '9'; ++at)
        value = std::min<std::size_t>(value * 10 + static_cast<std::size_t>(spec[at] - '0'), 4096);
    return value;
}

Spec parse(std::string_view spec) {
    Spec result;
    std::size_t at = 0;
    if (spec.size() > 1 && is_align(spec[1])) {
        result.fill = spec[0];
        result.align = spec[1];
        at = 2;
    } else if (!spec.empty() && is_align(spec[0])) {
        result.align = spec[at++];
    }
    if (at < spec.size() && spec[at] == '0' && result.align == '\0') {
        result.fill = '0';
        result.align = '>';
    }
    result.width = number(spec, at);
    if (at < spec.size() && spec[at] == '.') result.precision = number(spec, ++at);
    if (at < spec.size() && std::isalpha(static_cast<unsigned char>(spec[at]))) result.type = spec[at++];
    result.plain = at == spec.size();
    return result;
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

FoldedText padded(FoldedText const& text, Spec const& spec, char standard_align, Place place) {
    char align = spec.align ? spec.align : standard_align;
    std::size_t missing = spec.width > text.text.size() ? spec.width - text.text.size() : 0;
    std::size_t left = align == '>' ? missing : align == '^' ? missing / 2 : 0;
    FoldedText result;
    result.append_made(std::string(left, spec.fill), place);
    result.append(text);
    result.append_made(std::string(missing - left, spec.fill), place);
    return result;
}

HoleType hole_of(std::string_view text, Spec const& spec) {
    if (text.starts_with("%Y-%m-%d")) return HoleType::date;
    if (text.find('%') != text.npos && text.size() > 1) return HoleType::text;
    if (spec.type == 'd' && spec.plain) return HoleType::integer;
    if ((spec.type == 'f' || spec.type == 'F') && spec.plain) return HoleType::number;
    return HoleType::text;
}

FoldedText hole(HoleType type, Place place) {
    FoldedText result;
    result.append_hole(type, place);
    return result;
}

}  // namespace

FoldedText formatted(Folded const& value, char conversion, std::string_view text, Place place) {
    if (conversion == ir::Format::as_javascript) return folded_javascript(value);
    if (conversion != '\0') {
        FoldedText converted = conversion == 's' ? folded_str(value) : folded_repr(value);
        return text.empty() ? converted : formatted(*text_value(converted, place), '\0', text, place);
    }
    if (text.empty()) return folded_str(value);
    Spec spec = parse(text);
    if (is_known_text(value) && is_ascii(value.text.text) && spec.plain && (spec.type == '\0' || spec.type == 's')) {
        auto length = std::min(spec.precision, value.text.text.size());
        return padded(value.text.part(make_span(0, length)), spec, '<', place);
    }
    bool is_integer = value.kind == Folded::Kind::number && value.is_integer && value.text.text[0] != '-';
    if (is_integer && spec.plain && spec.precision == text.npos && (spec.type == '\0' || spec.type == 'd'))
        return padded(folded_str(value), spec, '>', place);
    return hole(hole_of(text, spec), value.place);
}

}  // namespace alyx::analyzer
