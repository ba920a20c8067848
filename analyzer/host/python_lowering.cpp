// Lowers Python statements: what all of them share.
#include <algorithm>
#include <array>

#include "analyzer/host/python_lowering.hpp"
#include "analyzer/host/words.hpp"

namespace alyx::analyzer {
namespace {

constexpr std::size_t max_depth = 200;

std::size_t find_anywhere(std::string_view text, std::string_view word, std::size_t from) {
    return text.find(word, from);
}

}  // namespace

void PythonLowering::lower(Node node, ir::Part& part) {
    part_ = &part;
    hits_.clear();
    for (std::string_view name : filter_.names) find_all(find_word, name);
    find_all(find_anywhere, ":=");
    part.follows = std::find(filter_.names.begin(), filter_.names.end(), "__bool__") != filter_.names.end();
    if (part.follows) follow_results();
    std::sort(hits_.begin(), hits_.end());
    statement(node, part.body);
    find_bindings(part, keys_);
}

/// Uses of what a call gives are of interest wherever the name stands that it is bound to; and the name may have been
/// bound by another statement of the module, of which nothing is known here.
void PythonLowering::follow_results() {
    std::vector<std::string_view> names;
    auto const calls = hits_;
    for (std::uint32_t at : calls) {
        Node node = tree_.smallest({at, at + 1});
        while (node && node.type() != "assignment" && node.type() != "named_expression" && node.type() != "block")
            node = node.parent();
        Node target = node.field(node.type() == "assignment" ? "left" : "name");
        if (target.type() == "attribute") target = target.field("attribute");
        if (target.type() == "identifier") names.push_back(text(target));
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    for (std::string_view name : names) find_all(find_word, name);
    for (std::string_view word : {"len", "bool", "assert", "not", "and", "or"}) find_all(find_word, word);
    find_all(find_anywhere, "[");
}

void PythonLowering::find_all(Find find, std::string_view word) {
    std::string_view text = part_->text;
    for (std::size_t at = find(text, word, 0); at != text.npos; at = find(text, word, at + word.size()))
        hits_.push_back(part_->place.span.begin + static_cast<std::uint32_t>(at));
}

bool PythonLowering::matters(Span span) const {
    auto hit = std::lower_bound(hits_.begin(), hits_.end(), span.begin);
    return hit != hits_.end() && *hit < span.end;
}

ir::Operand PythonLowering::expression(Node node) {
    static std::vector<Expression> const table = expression_table();
    if (!node || depth_ >= max_depth) {
        part_->expressions.push_back({node ? place(node.span()) : Place{}, false, ir::Unknown{}});
        return &part_->expressions.back();
    }
    ++depth_;
    auto lower = node.symbol() < table.size() ? table[node.symbol()] : nullptr;
    ir::Operand operand = lower ? lower(*this, node) : unknown(node);
    --depth_;
    return operand;
}

/// What stands in it is lowered only for the calls in it.
ir::Operands PythonLowering::inside(Node node) {
    ir::Operands operands;
    if (!matters(node.span())) return operands;
    for (Node child : tree_.children(node))
        if (child.is_named() && matters(child.span())) operands.push_back(expression(child));
    return operands;
}

void PythonLowering::statements(Node node, ir::Block& block) {
    for (Node child : tree_.children(node)) statement(child, block);
}

void PythonLowering::statement(Node node, ir::Block& block) {
    static std::vector<Statement> const table = statement_table();
    if (depth_ >= max_depth || !node.is_named()) return;
    ++depth_;
    std::uint32_t around = std::exchange(statement_, node.span().begin);
    std::size_t statements = block.size();
    auto first = static_cast<std::uint32_t>(part_->expressions.size());
    if (auto lower = node.symbol() < table.size() ? table[node.symbol()] : nullptr)
        lower(*this, node, block);
    else if (node.is_error())
        error(node, block);
    else if (matters(node.span()))
        block.push_back({place(node.span()), ir::Run{expression(node)}});
    if (block.size() == statements + 1) {
        block.back().first = first;
        block.back().last = static_cast<std::uint32_t>(part_->expressions.size());
    }
    statement_ = around;
    --depth_;
}

ir::Block PythonLowering::block_of(Node node) {
    ir::Block block;
    if (node) statements(node, block);
    return block;
}

HoleType PythonLowering::annotation(Node type) const {
    static constexpr std::array<std::pair<std::string_view, HoleType>, 13> types{{
        {"int", HoleType::integer},
        {"str", HoleType::text},
        {"float", HoleType::number},
        {"bool", HoleType::boolean},
        {"list", HoleType::list},
        {"List", HoleType::list},
        {"tuple", HoleType::tuple},
        {"Tuple", HoleType::tuple},
        {"dict", HoleType::dict},
        {"Dict", HoleType::dict},
        {"UUID", HoleType::uuid},
        {"date", HoleType::date},
        {"uuid.UUID", HoleType::uuid},
    }};
    if (!type) return HoleType::unknown;
    std::string_view name = text(type);
    if (name.find('|') != name.npos) return HoleType::unknown;
    name = name.substr(0, name.find('['));
    for (auto [known, hole] : types)
        if (known == name) return hole;
    return HoleType::unknown;
}

}  // namespace alyx::analyzer
