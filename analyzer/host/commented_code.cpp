// Parses runs of comments as code of the language around them, and keeps what is some.
#include "analyzer/host/commented_code.hpp"

#include <algorithm>

#include "analyzer/host/code_block.hpp"
#include "analyzer/host/javascript_lowering.hpp"
#include "analyzer/host/language.hpp"
#include "analyzer/host/layout.hpp"
#include "analyzer/host/matlab_tokens.hpp"
#include "analyzer/host/tree.hpp"

namespace alyx::analyzer {
namespace {

/// Lines of prose in a run; what stands behind more of them is left alone.
constexpr std::size_t most_dropped = 200;

/// Null: the language is read without a grammar.
TSLanguage const* grammar_of(Language language) {
    switch (language) {
        case Language::python:
            return tree_sitter_python();
        case Language::javascript:
        case Language::typescript:
        case Language::tsx:
            return javascript_grammar(language);
        case Language::shell:
            return tree_sitter_bash();
        case Language::matlab:
        case Language::queries:
            break;
    }
    return nullptr;
}

/// Which of the lines, which follow one another, hold statements alone that are sound.
class SoundLines {
  public:
    SoundLines(std::string_view text, std::vector<Span> lines) : text_(text), lines_(std::move(lines)) {}

    /// What a grammar finds wrong may reach over what follows: that is read again by itself.
    std::vector<Span> by(TSLanguage const* grammar) && {
        std::vector<Span> found;
        for (std::size_t dropped = 0; dropped < most_dropped && !lines_.empty(); ++dropped) {
            Tree tree(grammar, text_, lines_);
            keep_.assign(lines_.size(), !tree.root().is_error());
            drop_unsound(tree);
            auto const wrong = std::find(keep_.begin(), keep_.end(), false) - keep_.begin();
            auto const end = lines_.begin() + wrong;
            found.insert(found.end(), lines_.begin(), end);
            lines_.erase(lines_.begin(), end == lines_.end() ? end : end + 1);
        }
        return found;
    }

    /// Two values side by side, or a text without an end, are no MATLAB.
    std::vector<Span> by_matlab_tokens() && {
        using Kind = MatlabToken::Kind;
        keep_.assign(lines_.size(), true);
        auto const read = matlab_tokens(text_, lines_);
        int depth = 0;
        bool behind_value = false;
        for (auto const& token : read.tokens) {
            auto const word = token.span.of(text_);
            bool const opens = word == "(" || word == "[" || word == "{",
                       closes = word == ")" || word == "]" || word == "}";
            bool const is_value = token.kind == Kind::name || token.kind == Kind::number || token.kind == Kind::text;
            if (token.kind == Kind::newline) depth = 0;
            bool const is_wrong =
                (is_value && behind_value && depth == 0) || (token.kind == Kind::text && !token.closed);
            if (is_wrong || token.kind == Kind::command) drop(token.span);
            if (closes && depth > 0) --depth;
            if (opens && word != "(") ++depth;
            behind_value = is_value || (token.kind == Kind::symbol && (closes || word == "'" || word == ".'"));
        }
        return kept();
    }

  private:
    std::string_view text_;
    std::vector<Span> lines_;
    std::vector<bool> keep_;

    /// The lines that the bytes touch.
    Span touched(Span span) const {
        auto const begin = std::lower_bound(lines_.begin(), lines_.end(), span.begin,
                                            [](Span line, std::uint32_t at) { return line.end <= at; });
        auto const end = std::lower_bound(begin, lines_.end(), span.end,
                                          [](Span line, std::uint32_t at) { return line.begin < at; });
        return make_span(static_cast<std::size_t>(begin - lines_.begin()),
                         static_cast<std::size_t>(end - lines_.begin()));
    }
    void drop(Span span) {
        auto const rows = touched(span);
        std::fill(keep_.begin() + rows.begin, keep_.begin() + std::max(rows.end, rows.begin), false);
    }
    bool keeps(Span span) const {
        auto const rows = touched(span);
        return std::all_of(keep_.begin() + rows.begin, keep_.begin() + std::max(rows.end, rows.begin),
                           [](bool keep) { return keep; });
    }
    std::vector<Span> kept() const {
        std::vector<Span> found;
        for (std::size_t i = 0; i < lines_.size(); ++i)
            if (keep_[i]) found.push_back(lines_[i]);
        return found;
    }

    /// `Note: one.search()` declares the type of a variable, to Python.
    static bool is_heading(Node node) {
        Node const inner = node.type() == "expression_statement" ? node.first_named() : Node();
        return inner.type() == "assignment" && inner.field("type") && !inner.field("right");
    }

    void drop_unsound(Tree& tree) {
        auto const children = tree.children(tree.root());
        for (Node child : children)
            if (child.has_error() || child.is_missing() || is_heading(child)) drop(child.span());
        // A statement goes whole, and with it what shares its lines.
        for (bool changed = true; changed;) {
            changed = false;
            for (Node child : children) {
                auto const rows = touched(child.span());
                bool const some =
                    std::any_of(keep_.begin() + rows.begin, keep_.begin() + rows.end, [](bool keep) { return keep; });
                if (!some || keeps(child.span())) continue;
                drop(child.span());
                changed = true;
            }
        }
    }
};

class CommentedCode {
  public:
    CommentedCode(Unit const& unit, std::uint32_t source, std::vector<Fragment>& found)
        : unit_(unit), source_(source), text_(unit.sources[source]->text()), found_(found) {}

    void run() {
        auto const layout = layout_of(unit_, source_);
        for (auto const& comment : layout.comments) {
            auto const language = language_at(comment.span.begin);
            bool const goes_on = comment.row == next_row_ && language == language_ && comment.alone;
            if (!goes_on) take();
            if (!comment.alone || !language || *language == Language::queries) continue;
            language_ = language;
            if (last_row(comment.span) > comment.row)
                block(comment.span);
            else
                line(comment);
        }
        take();
    }

  private:
    Unit const& unit_;
    std::uint32_t source_;
    std::string_view text_;
    std::vector<Fragment>& found_;
    std::vector<Span> lines_;  ///< of the run
    std::optional<Language> language_;
    std::uint32_t next_row_ = 0;  ///< behind the run

    std::uint32_t last_row(Span span) const { return unit_.sources[source_]->row(span.end); }

    /// Of the innermost code there.
    std::optional<Language> language_at(std::uint32_t offset) const {
        std::optional<Language> language;
        for (auto const& fragment : unit_.fragments)
            if (fragment.source == source_)
                for (Span range : fragment.ranges)
                    if (range.contains(offset)) language = fragment.language;
        return language;
    }

    /// Without what begins it. Marks of cells and of programs are no code.
    void line(Comment const& comment) {
        auto const sign = host_language(*language_).comment;
        auto begin = comment.span.begin;
        if (!comment.span.of(text_).starts_with(sign)) return take();
        begin += static_cast<std::uint32_t>(sign.size());
        while (begin < comment.span.end && text_[begin] == sign.back()) ++begin;
        auto const rest = Span{begin, comment.span.end}.of(text_);
        auto const first = rest.find_first_not_of(" \t");
        bool const is_mark = first != rest.npos && (rest[first] == '%' || rest[first] == '!');
        if (is_mark) return take();
        auto const end = std::min(text_.find('\n', comment.span.end), text_.size() - 1);
        lines_.push_back(make_span(begin, end + 1));
        next_row_ = comment.row + 1;
    }

    /// `/* … */`, whose lines may begin with stars, and `%{ … %}`.
    void block(Span comment) {
        take();
        comment.begin += 2;
        comment.end = std::max(comment.begin, comment.end - 2);
        for (Span line : lines_of(text_, {comment})) {
            auto const code = line.of(text_);
            auto const first = code.find_first_not_of(" \t");
            bool const has_star = first != code.npos && code[first] == '*' && *language_ != Language::matlab;
            if (has_star) line.begin += static_cast<std::uint32_t>(first) + 1;
            lines_.push_back(line);
        }
        take();
    }

    /// Ends the run.
    void take() {
        next_row_ = 0;
        auto lines = std::exchange(lines_, {});
        if (lines.empty()) return;
        lines = lines_of(text_, code_of(text_, lines, *language_));
        auto const* grammar = grammar_of(*language_);
        SoundLines sound(text_, std::move(lines));
        auto ranges = grammar ? std::move(sound).by(grammar) : std::move(sound).by_matlab_tokens();
        if (!ranges.empty()) found_.push_back({source_, *language_, std::move(ranges)});
    }
};

}  // namespace

Unit with_commented_code(Unit const& unit) {
    Unit result{unit};
    for (std::uint32_t source = 0; source < unit.sources.size(); ++source)
        CommentedCode(unit, source, result.fragments).run();
    return result;
}

}  // namespace alyx::analyzer
