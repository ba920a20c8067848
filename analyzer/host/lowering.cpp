// Expressions, literals and comments of a part.
#include "analyzer/host/lowering.hpp"

#include <algorithm>

#include "analyzer/host/words.hpp"

namespace alyx::analyzer {

LoweringBase::LoweringBase(Source const& source, Fragment const& fragment, CalleeFilter const& filter, ir::Keys& keys,
                           ir::Part& part)
    : fragment_(fragment), filter_(filter), keys_(keys), part_(part), directives_(source, fragment.source) {
    Span const extent = fragment.extent();
    std::string_view until_end = part.text.substr(0, extent.end);
    for (std::string_view name : filter.names)
        for (std::size_t at = find_word(until_end, name, extent.begin); at != until_end.npos;
             at = find_word(until_end, name, at + name.size()))
            hits_.push_back(static_cast<std::uint32_t>(at));
    std::sort(hits_.begin(), hits_.end());
}

bool LoweringBase::matters(Span span) const {
    auto hit = std::lower_bound(hits_.begin(), hits_.end(), span.begin);
    return hit != hits_.end() && *hit < span.end;
}

ir::Operand LoweringBase::make_attribute(Span span, ir::Operand object, std::string_view name) {
    ir::Key key = 0;
    if (auto const* base = std::get_if<ir::Name>(&object->node)) key = base->key;
    if (auto const* base = std::get_if<ir::Attribute>(&object->node)) key = base->key;
    return make(span, ir::Attribute{object, name, key != 0 ? keys_.attribute(key, name) : 0});
}

ir::Operand LoweringBase::make_text(Span span, LiteralLayer layer, std::string_view quote, Span contents) {
    return make(span, ir::Text{literal(layer, quote, contents)});
}

ir::Operand LoweringBase::make_constant(Span span, Folded::Kind kind, bool value) {
    Folded folded;
    folded.kind = kind;
    folded.boolean = value;
    folded.place = place(span);
    return make(span, ir::Constant{std::move(folded)});
}

std::shared_ptr<Literal const> read_literal(Fragment const& fragment, std::string_view code, std::uint32_t base,
                                            LiteralLayer layer, std::string_view quote, Span contents,
                                            std::uint32_t statement) {
    auto result = std::make_shared<Literal>();
    result->layer = layer;
    result->contents = {fragment.source, contents};
    result->statement = statement;
    result->quote = quote;
    Decoded decoded;
    for (Span range : fragment.ranges_in(contents)) {
        Span part{std::max(range.begin, contents.begin), std::min(range.end, contents.end)};
        decode_literal(layer, part.shifted(0 - base).of(code), part.begin, decoded);
    }
    result->text = std::move(decoded.text);
    result->map = std::move(decoded.map);
    return result;
}

ir::Call LoweringBase::call_to(ir::Operand callee, std::string_view name, Span name_span) {
    ir::Call call;
    call.callee = callee;
    call.name = name;
    call.name_place = place(name_span);
    call.reported = std::find(filter_.names.begin(), filter_.names.end(), name) != filter_.names.end();
    if (!call.reported) return call;
    for (ir::Operand at = callee; at;) {
        auto const* attribute = std::get_if<ir::Attribute>(&at->node);
        auto const* root = std::get_if<ir::Name>(&at->node);
        if (attribute && attribute->key != 0) part_.receivers.push_back(attribute->key);
        if (root) part_.receivers.push_back(root->key);
        at = attribute ? attribute->object : nullptr;
    }
    return call;
}

void LoweringBase::add_comment(Span comment) {
    part_.comments.push_back(place(comment));
    directives_.add(comment);
}

void Lowering::collect_comments(std::string_view sign) {
    Span const extent = fragment_.extent();
    for (Span comment : comments_under(tree_, tree_.root(), text(extent), extent.begin, sign)) add_comment(comment);
}

std::vector<Span> comments_under(Tree& tree, Node from, std::string_view text, std::uint32_t base,
                                 std::string_view sign) {
    std::vector<Span> comments;
    std::vector<std::uint32_t> signs;
    for (std::size_t at = text.find(sign); at != text.npos; at = text.find(sign, at + 1))
        signs.push_back(base + static_cast<std::uint32_t>(at));
    auto has_sign = [&](Span span) {
        auto found = std::lower_bound(signs.begin(), signs.end(), span.begin);
        return found != signs.end() && *found < span.end;
    };
    std::vector<Node> nodes{from};
    while (!nodes.empty()) {
        Node node = nodes.back();
        nodes.pop_back();
        if (node.type() == "comment") {
            comments.push_back(node.span());
            continue;
        }
        if (!has_sign(node.span())) continue;
        Children children = tree.children(node);
        for (auto child = children.rbegin(); child != children.rend(); ++child) nodes.push_back(*child);
    }
    return comments;
}

}  // namespace alyx::analyzer
