// A scanner over the bytes of one comment.
#include "analyzer/suppress/comment.hpp"

#include <algorithm>
#include <array>

#include "analyzer/rules/selector.hpp"
#include "analyzer/schema/nearest.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

using Verb = Directive::Verb;

/// In the order of Verb; noqa is none of ours.
constexpr std::array<std::string_view, 4> verbs{"ignore", "ignore-file", "disable", "enable"};
constexpr std::string_view program = "alyxlint";
constexpr std::string_view all_verbs = "it can be `ignore`, `disable`, `enable` or `ignore-file`";

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\f' || c == '\v';
}
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
/// Of verbs, rules and what people may write in their place.
bool is_word(char c) {
    return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '*' || static_cast<unsigned char>(c) >= 0x80;
}
bool is_name(char c) {
    return is_letter(c) || is_digit(c) || c == '_';
}

/// What a comment begins with.
std::string_view sign_of(std::string_view comment) {
    static constexpr std::array<std::string_view, 5> signs{"//", "/*", "%", "..", "<!--"};
    for (auto sign : signs)
        if (comment.starts_with(sign)) return sign;
    return "#";
}

/// Without what ends it.
std::string_view inside(std::string_view comment) {
    if (sign_of(comment) == "/*" && comment.ends_with("*/")) comment.remove_suffix(2);
    if (sign_of(comment) == "<!--" && comment.ends_with("-->")) comment.remove_suffix(3);
    return comment;
}

class Reader {
  public:
    explicit Reader(std::string_view comment) : text_(inside(comment)), sign_(sign_of(comment)) {}

    Directives read() {
        while (at_ < text_.size()) {
            begin_ = at_;
            if (!takes(sign_)) {
                ++at_;
                continue;
            }
            auto const hash = at_;
            skip_blanks();
            if (!ours() && !noqa()) at_ = std::max(hash, done_);
        }
        return std::move(result_);
    }

  private:
    std::string_view text_;
    std::string_view sign_;
    std::size_t at_ = 0;
    std::size_t begin_ = 0;  ///< the sign of what is being read
    std::size_t done_ = 0;   ///< what lies before has been understood
    Directives result_;

    char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    void skip_blanks() {
        while (is_blank(peek())) ++at_;
    }
    bool takes(std::string_view word) {
        if (!text_.substr(at_).starts_with(word)) return false;
        at_ += word.size();
        return true;
    }
    template <class Is>
    Span word(Is&& is) {
        auto begin = at_;
        while (at_ < text_.size() && is(peek())) ++at_;
        return make_span(begin, at_);
    }

    /// `alyxlint: verb[…] -- reason`
    bool ours() {
        if (!takes(program)) return false;
        auto behind = at_;
        skip_blanks();
        if (peek() != ':') return without_colon(behind);
        ++at_;
        skip_blanks();
        Span verb = word(is_word);
        auto known = std::find(verbs.begin(), verbs.end(), verb.of(text_));
        if (known == verbs.end()) return unknown_verb(verb);
        Directive directive;
        directive.verb = static_cast<Verb>(known - verbs.begin());
        auto verb_end = at_;
        skip_blanks();
        if (peek() == '[' ? list(directive) : bare(verb, verb_end)) {
            reason(directive);
            result_.directives.push_back(std::move(directive));
        }
        return finish();
    }

    bool finish() {
        done_ = at_;
        return true;
    }

    void malformed(Span span, std::string message, std::string help, std::optional<Malformed::Mend> mend = {}) {
        result_.malformed.push_back({span, std::move(message), std::move(help), std::move(mend)});
    }

    /// Prose may speak of the program; with a verb and what follows one it was meant.
    bool without_colon(std::size_t behind) {
        Span verb = word(is_word);
        auto end = at_;
        skip_blanks();
        bool is_verb = std::find(verbs.begin(), verbs.end(), verb.of(text_)) != verbs.end();
        bool was_meant = is_verb && (peek() == '[' || peek() == '\0');
        if (!was_meant) return false;
        malformed(make_span(begin_, end), "the colon behind `alyxlint` is missing: this comment silences nothing",
                  concat("write `alyxlint: ", verb.of(text_), "`"),
                  Malformed::Mend{"add the colon", make_span(behind, behind), ":"});
        return finish();
    }

    bool unknown_verb(Span verb) {
        auto name = verb.of(text_);
        if (name.empty()) {
            malformed(make_span(begin_, at_), "`alyxlint:` is followed by no directive", std::string(all_verbs));
            return finish();
        }
        auto meant = nearest(name, verbs);
        std::optional<Malformed::Mend> mend;
        if (!meant.empty()) mend = {concat("replace ", name, " with ", meant), verb, std::string(meant)};
        malformed(verb, concat("`", name, "` is no directive of alyxlint"),
                  meant.empty() ? std::string(all_verbs) : did_you_mean(name, verbs), std::move(mend));
        return finish();
    }

    bool list(Directive& directive) {
        auto open = at_++;
        auto close = text_.find(']', at_);
        if (close == text_.npos || text_.find(sign_, at_) < close) return unclosed(open);
        directive.list = make_span(at_, close);
        for (at_ = open + 1; at_ < close;) {
            Span one = word([](char c) { return c != ',' && c != ']' && !is_blank(c); });
            if (one.empty())
                ++at_;
            else
                directive.selectors.push_back(one);
        }
        at_ = close + 1;
        if (!directive.selectors.empty()) return true;
        malformed(make_span(open, at_), "the brackets name no rule: nothing is silenced",
                  "name rules between them, or leave the brackets out to mean all");
        return false;
    }

    /// The bracket belongs behind the last word that names a rule.
    bool unclosed(std::size_t open) {
        std::size_t end = open + 1;
        while (at_ < text_.size()) {
            while (is_blank(peek()) || peek() == ',') ++at_;
            Span one = word(is_word);
            if (one.empty() || rules_named(one.of(text_)).empty()) break;
            end = one.end;
        }
        std::optional<Malformed::Mend> mend;
        if (end > open + 1) mend = {"close the bracket", make_span(end, end), "]"};
        at_ = std::max(at_, end);
        malformed(make_span(open, end), "`[` is not closed: this comment silences nothing",
                  "write `]` behind the rules", std::move(mend));
        return false;
    }

    /// Without brackets all rules are meant. A word that follows would be easily taken for one of them.
    bool bare(Span verb, std::size_t verb_end) {
        if (peek() == '\0' || text_.substr(at_).starts_with(sign_) || peek() == ':' || at_reason()) return true;
        Span first = word(is_word);
        if (first.empty() || rules_named(first.of(text_)).empty()) {
            malformed(make_span(verb.begin, std::max<std::size_t>(first.end, verb_end)),
                      concat("`", verb.of(text_), "` is followed by words that are no reason: nothing is silenced"),
                      concat("write `", verb.of(text_), "[RULE]`, and the reason behind `--`"));
            return false;
        }
        malformed(
            make_span(verb.begin, first.end), "rules stand in brackets: this comment silences nothing",
            concat("write `", verb.of(text_), "[", first.of(text_), "]`"),
            Malformed::Mend{"add the brackets", make_span(verb_end, first.end), concat("[", first.of(text_), "]")});
        return false;
    }

    bool at_reason() const { return text_.substr(at_).starts_with("--") || text_.substr(at_).starts_with("\u2014"); }

    /// To the end, or to another comment within this one: a sign between blanks, or before a directive.
    void reason(Directive& directive) {
        auto end = at_;
        while (is_blank(text_[end - 1])) --end;
        skip_blanks();
        while (peek() == '-' || peek() == ':' || text_.substr(at_).starts_with("\u2014"))
            at_ += peek() & '\x80' ? 3 : 1;
        skip_blanks();
        auto begin = at_;
        while (at_ < text_.size() && !ends_reason()) ++at_;
        auto last = at_;
        while (last > begin && is_blank(text_[last - 1])) --last;
        directive.reason = make_span(begin, last);
        directive.span = make_span(begin_, last > begin ? last : end);
    }

    bool ends_reason() const {
        if (!text_.substr(at_).starts_with(sign_)) return false;
        auto rest = text_.substr(at_ + sign_.size());
        return rest.empty() || is_blank(rest[0]) || rest.starts_with(program) || is_noqa(rest) ||
               rest.starts_with("type:");
    }

    static bool is_noqa(std::string_view text) {
        constexpr std::string_view noqa = "noqa";
        if (text.size() < noqa.size()) return false;
        bool same = std::equal(noqa.begin(), noqa.end(), text.begin(), [](char a, char b) { return a == (b | 0x20); });
        return same && (text.size() == noqa.size() || !is_name(text[noqa.size()]));
    }

    /// As flake8 and ruff read it: codes with commas or blanks between them; without codes all rules are meant.
    bool noqa() {
        if (!is_noqa(text_.substr(at_))) return false;
        at_ += 4;
        Directive directive;
        directive.verb = Verb::noqa;
        auto behind = at_;
        skip_blanks();
        if (peek() == ':') {
            behind = ++at_;
            while (auto one = code()) directive.selectors.push_back(*one), behind = at_;
        }
        at_ = behind;
        if (!directive.selectors.empty())
            directive.list = Span{directive.selectors.front().begin, directive.selectors.back().end};
        reason(directive);
        result_.directives.push_back(std::move(directive));
        return finish();
    }

    std::optional<Span> code() {
        while (is_blank(peek()) || peek() == ',') ++at_;
        auto begin = at_;
        auto letters = word(is_letter).size();
        auto digits = word(is_digit).size();
        if (letters == 0 || digits == 0 || is_name(peek())) return std::nullopt;
        return make_span(begin, at_);
    }
};

}  // namespace

Directives read_directives(std::string_view comment) {
    return Reader(comment).read();
}

std::string_view name_of(Directive::Verb verb) {
    return verb == Verb::noqa ? "noqa" : verbs[static_cast<std::size_t>(verb)];
}

}  // namespace alyx::analyzer
