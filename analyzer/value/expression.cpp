// Parse, check, look at the names, evaluate: the order in which Python finds out what is wrong.
#include "analyzer/value/expression.hpp"

#include "analyzer/text/concat.hpp"
#include "analyzer/value/characters.hpp"
#include "analyzer/value/expression_checks.hpp"
#include "analyzer/value/expression_evaluator.hpp"
#include "analyzer/value/expression_parser.hpp"

namespace alyx::analyzer {
namespace {

Evaluation refused(ExpressionFault fault) {
    Evaluation evaluation;
    evaluation.result = Evaluation::Result::syntax_error;
    evaluation.exception = std::move(fault.exception);
    evaluation.message = std::move(fault.message);
    evaluation.culprit = fault.span;
    return evaluation;
}

Evaluation undefined(std::string_view name, Span span) {
    Evaluation evaluation;
    evaluation.result = Evaluation::Result::undefined;
    evaluation.exception = "NameError";
    evaluation.message = concat("name '", name, "' is not defined");
    evaluation.name = name;
    evaluation.culprit = span;
    return evaluation;
}

/// Texts that do not even reach Python's tokenizer.
std::optional<ExpressionFault> check_text(std::string_view text) {
    if (auto nul = text.find('\0'); nul != std::string_view::npos) {
        return ExpressionFault{"SyntaxError", "source code string cannot contain null bytes", make_span(nul, nul + 1)};
    }
    if (has_surrogate(text)) {
        return ExpressionFault{"UnicodeEncodeError", "'utf-8' codec can't encode characters: surrogates not allowed",
                               make_span(0, text.size())};
    }
    return std::nullopt;
}

}  // namespace

Evaluation evaluate_expression(std::string_view text, ExpressionScope const& scope) {
    if (auto fault = check_text(text)) return refused(std::move(*fault));
    ExpressionTree tree(text);
    if (auto fault = parse_expression(tree)) return refused(std::move(*fault));
    if (tree.plain) return ExpressionEvaluator(tree, scope).evaluate();
    if (auto fault = check_expression(tree)) return refused(std::move(*fault));
    Survey const names = survey(tree, scope);
    Evaluation evaluation;
    if (names.ambiguous) {
        evaluation.result = Evaluation::Result::computed;
    } else if (names.harmless) {
        evaluation = ExpressionEvaluator(tree, scope).evaluate();
    } else if (!names.unknown.empty()) {
        evaluation = undefined(tree.name(names.unknown[0]), tree[names.unknown[0]].span);
    }
    evaluation.executed = find_executed(tree);
    return evaluation;
}

}  // namespace alyx::analyzer
