// Python's str() and repr() of folded values, and JavaScript's String().
#include "analyzer/fold/folded.hpp"

namespace alyx::analyzer {
namespace {

using Kind = Folded::Kind;

FoldedText made(std::string_view text, Place from) {
    FoldedText result;
    result.append_made(text, from);
    return result;
}

FoldedText hole(HoleType type, Place from) {
    FoldedText result;
    result.append_hole(type, from);
    return result;
}

std::string_view escape_of(char c, char quote) {
    switch (c) {
        case '\\':
            return "\\\\";
        case '\n':
            return "\\n";
        case '\r':
            return "\\r";
        case '\t':
            return "\\t";
        case '\'':
            return quote == '\'' ? "\\'" : "";
        default:
            return "";
    }
}

/// Bytes that repr() writes as an escape; characters beyond ASCII count as printable.
std::string hex_escape(char c) {
    static constexpr char digits[] = "0123456789abcdef";
    auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte != 0x7F) return {};
    return {'\\', 'x', digits[byte >> 4], digits[byte & 15]};
}

FoldedText text_repr(Folded const& value) {
    std::string const& text = value.text.text;
    char quote = text.find('\'') != text.npos && text.find('"') == text.npos ? '"' : '\'';
    FoldedText result = made(std::string_view(&quote, 1), value.place);
    std::uint32_t begin = 0;
    auto flush = [&](std::uint32_t end) {
        if (end > begin) result.append(value.text.part({begin, end}));
    };
    for (std::uint32_t i = 0; i < text.size(); ++i) {
        std::string escape(escape_of(text[i], quote));
        if (escape.empty()) escape = hex_escape(text[i]);
        if (escape.empty()) continue;
        flush(i);
        result.append_made(escape, value.text.place({i, i + 1}));
        begin = i + 1;
    }
    flush(static_cast<std::uint32_t>(text.size()));
    result.append_made(std::string_view(&quote, 1), value.place);
    return result;
}

FoldedText hole_repr(Folded const& value) {
    if (value.hole != HoleType::text) return hole(value.hole, value.place);
    FoldedText result = made("'", value.place);
    result.append_hole(HoleType::text, value.place);
    result.append_made("'", value.place);
    return result;
}

HoleType hole_type(Kind kind) {
    if (kind == Kind::list) return HoleType::list;
    if (kind == Kind::tuple) return HoleType::tuple;
    return kind == Kind::dict ? HoleType::dict : HoleType::unknown;
}

FoldedText sequence_repr(Folded const& value, std::string_view open, std::string_view close) {
    FoldedText result = made(open, value.place);
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        if (i > 0) result.append_made(", ", value.place);
        result.append(folded_repr(value.items[i]));
    }
    if (value.open) result.append_hole(HoleType::unknown, value.place);
    result.append_made(close, value.place);
    return result;
}

FoldedText dict_repr(Folded const& value) {
    FoldedText result = made("{", value.place);
    for (std::size_t i = 0; i < value.entries.size(); ++i) {
        if (i > 0) result.append_made(", ", value.place);
        result.append(folded_repr(value.entries[i].first));
        result.append_made(": ", value.place);
        result.append(folded_repr(value.entries[i].second));
    }
    if (value.open) result.append_hole(HoleType::unknown, value.place);
    result.append_made("}", value.place);
    return result;
}

}  // namespace

FoldedText folded_str(Folded const& value) {
    if (value.kind == Kind::text) return value.text;
    if (value.kind == Kind::unknown) return hole(value.hole, value.place);
    return folded_repr(value);
}

FoldedText folded_javascript(Folded const& value) {
    switch (value.kind) {
        case Kind::none:
            // It may be undefined too.
            return hole(HoleType::text, value.place);
        case Kind::boolean:
            return made(value.boolean ? "true" : "false", value.place);
        case Kind::dict:
            return made("[object Object]", value.place);
        case Kind::list:
        case Kind::tuple: {
            FoldedText result;
            for (auto const& item : value.items) {
                if (&item != &value.items.front()) result.append_made(",", value.place);
                if (item.kind != Kind::none) result.append(folded_javascript(item));
            }
            if (value.open) result.append_hole(HoleType::text, value.place);
            return result;
        }
        case Kind::unknown: {
            bool is_container = value.hole == HoleType::list || value.hole == HoleType::dict;
            return hole(is_container ? HoleType::text : value.hole, value.place);
        }
        default:
            return folded_str(value);
    }
}

FoldedText folded_repr(Folded const& value) {
    switch (value.kind) {
        case Kind::none:
            return made("None", value.place);
        case Kind::boolean:
            return made(value.boolean ? "True" : "False", value.place);
        case Kind::number:
            return made(value.text.text, value.place);
        case Kind::text:
            return text_repr(value);
        case Kind::list:
            return sequence_repr(value, "[", "]");
        case Kind::tuple:
            return sequence_repr(value, "(", value.items.size() == 1 && !value.open ? ",)" : ")");
        case Kind::set:
            // The order of a set is its own affair.
            if (value.items.size() == 1 && !value.open) return sequence_repr(value, "{", "}");
            return hole(HoleType::unknown, value.place);
        case Kind::dict:
            return dict_repr(value);
        case Kind::unknown:
            return hole_repr(value);
        case Kind::alternatives:
            break;
    }
    return hole(hole_type(value.kind), value.place);
}

}  // namespace alyx::analyzer
