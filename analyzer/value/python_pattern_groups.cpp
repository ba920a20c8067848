// Groups, look-around, references and flags of Python's regular expressions.
#include <algorithm>

#include "analyzer/text/concat.hpp"
#include "analyzer/value/python_pattern_parser.hpp"

namespace alyx::analyzer {
namespace {

constexpr std::string_view all_flags = "iLmsxatu";
constexpr std::string_view type_flags = "aLu";

bool is_flag(std::string_view token) {
    return token.size() == 1 && all_flags.find(token[0]) != all_flags.npos;
}

/// Letters beyond ASCII are all taken for ones of an identifier.
bool is_identifier(std::string_view name) {
    auto is_letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
    };
    auto is_later = [&](char c) { return is_letter(c) || (c >= '0' && c <= '9'); };
    return !name.empty() && is_letter(name[0]) && std::all_of(name.begin(), name.end(), is_later);
}

/// As Python's repr shows it.
std::string quoted(std::string_view name) {
    std::string text = "'";
    for (char c : name) {
        if (c == '\\') text += c;
        text += c;
    }
    return text += '\'';
}

bool is_letter_token(std::string_view token) {
    char c = token.empty() ? '\0' : static_cast<char>(token[0] | 0x20);
    return (c >= 'a' && c <= 'z') || (!token.empty() && static_cast<unsigned char>(token[0]) >= 0x80);
}

}  // namespace

bool PythonPatternParser::group(bool verbose, bool at_begin, Width& width) {
    auto start = tell() - 1;
    if (match("?")) return extension(start, verbose, at_begin, width);
    width = capture(start, {}, verbose);
    return true;
}

bool PythonPatternParser::extension(std::uint32_t start, bool verbose, bool at_begin, Width& width) {
    auto token = get();
    if (token.empty()) return fail("unexpected end of pattern"), true;
    if (token == "P") {
        if (match("=")) {
            width = named_reference();
        } else if (match("<")) {
            auto name = get_until(">", "group name");
            check_name(name, 1);
            width = capture(start, name, verbose);
        } else if (auto other = get(); other.empty()) {
            fail("unexpected end of pattern");
        } else {
            fail(concat("unknown extension ?P", other), other.size() + 2);
        }
        return true;
    }
    if (token == "#") {
        while (!next_.empty() && next_ != ")") advance();
        if (!match(")")) fail("missing ), unterminated comment", tell() - start);
        return false;
    }
    if (token == ":" || token == ">") {
        width = contents(start, verbose);
    } else if (token == "=" || token == "!" || token == "<") {
        look_around(start, token, verbose);
    } else if (token == "(") {
        width = conditional(start, verbose);
    } else if (is_flag(token) || token == "-") {
        if (!flags(token, at_begin, verbose)) return false;
        width = contents(start, verbose);
    } else {
        fail(concat("unknown extension ?", token), token.size() + 1);
    }
    return true;
}

PythonPatternParser::Width PythonPatternParser::contents(std::uint32_t start, bool verbose) {
    Width width = alternatives(verbose);
    if (!match(")")) fail("missing ), unterminated subpattern", tell() - start);
    return width;
}

PythonPatternParser::Width PythonPatternParser::capture(std::uint32_t start, std::string_view name, bool verbose) {
    auto index = groups_.size();
    groups_.push_back({});
    auto number = static_cast<std::uint32_t>(groups_.size());
    if (!name.empty() && !error_) {
        auto [at, is_new] = names_.try_emplace(name, number);
        if (!is_new)
            fail(concat("redefinition of group name ", quoted(name), " as group ", std::to_string(number),
                        "; was group ", std::to_string(at->second)),
                 name.size() + 1);
    }
    Width width = contents(start, verbose);
    groups_[index] = {width, false};
    return width;
}

void PythonPatternParser::look_around(std::uint32_t start, std::string_view direction, bool verbose) {
    bool is_behind = direction == "<";
    auto outer = behind_;
    if (is_behind) {
        auto sign = get();
        if (sign.empty()) return fail("unexpected end of pattern");
        if (sign != "=" && sign != "!") return fail(concat("unknown extension ?<", sign), sign.size() + 2);
        if (!behind_) behind_ = static_cast<std::uint32_t>(groups_.size());
    }
    Width width = contents(start, verbose);
    behind_ = outer;
    // This one is found when the pattern is compiled: what is read later is complained of first, as in Python.
    if (is_behind && width.low != width.high && !error_ && !late_) late_ = Span{start, tell()};
}

PythonPatternParser::Width PythonPatternParser::conditional(std::uint32_t start, bool verbose) {
    auto name = get_until(")", "group name");
    auto at = tell() - static_cast<std::uint32_t>(std::min<std::size_t>(tell(), name.size() + 1));
    bool is_number =
        !name.empty() && std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (is_number) {
        std::uint32_t number = 0;
        for (char c : name) number = std::min(number * 10 + static_cast<std::uint32_t>(c - '0'), 100'000'000U);
        if (number == 0) fail("bad group number", name.size() + 1);
        conditions_.try_emplace(number, at);
        if (behind_ && !error_) reference_in_look_behind(number);
    } else if (!is_identifier(name)) {
        fail(concat("bad character in group name ", quoted(name)), name.size() + 1);
    } else if (!names_.contains(name)) {
        fail(concat("unknown group name ", quoted(name)), name.size() + 1);
    } else if (behind_) {
        reference_in_look_behind(names_.find(name)->second);
    }
    Width yes = sequence(verbose), no;
    if (match("|")) {
        no = sequence(verbose);
        if (next_ == "|") fail("conditional backref with more than two branches");
    }
    if (!match(")")) fail("missing ), unterminated subpattern", tell() - start);
    return {std::min(yes.low, no.low), std::max(yes.high, no.high)};
}

/// True: what follows the flags is a group, `(?i:…)`.
bool PythonPatternParser::flags(std::string_view first, bool at_begin, bool& verbose) {
    std::string on, off;
    auto token = first;
    auto begin = tell() - 3;  // of `(?i`
    while (token != "-") {
        if (token == "L") return fail("bad inline flags: cannot use 'L' flag with a str pattern"), true;
        on += token;
        auto of_type = [](char c) { return type_flags.find(c) != type_flags.npos; };
        bool has_a = on.find('a') != on.npos, has_u = on.find('u') != on.npos;
        if (of_type(token[0]) && has_a && has_u)
            return fail("bad inline flags: flags 'a', 'u' and 'L' are incompatible"), true;
        token = get();
        if (token.empty()) return fail("missing -, : or )"), true;
        if (token == ")" || token == "-" || token == ":") break;
        if (!is_flag(token))
            return fail(is_letter_token(token) ? "unknown flag" : "missing -, : or )", token.size()), true;
    }
    if (token == ")") {
        if (!at_begin) fail("global flags not at the start of the expression", tell() - begin);
        if (on.find('x') != on.npos && !verbose && !error_) {
            verbose_ = true;  // what was read so far is read again
            next_ = {};
            index_ = static_cast<std::uint32_t>(pattern_.size());
        }
        return false;
    }
    if (on.find('t') != on.npos) return fail("bad inline flags: cannot turn on global flag", 1), true;
    if (token == "-") {
        token = get();
        if (token.empty()) return fail("missing flag"), true;
        if (!is_flag(token)) return fail(is_letter_token(token) ? "unknown flag" : "missing flag", token.size()), true;
        while (token != ":") {
            if (type_flags.find(token[0]) != type_flags.npos)
                return fail("bad inline flags: cannot turn off flags 'a', 'u' and 'L'"), true;
            off += token;
            token = get();
            if (token.empty()) return fail("missing :"), true;
            if (token != ":" && !is_flag(token))
                return fail(is_letter_token(token) ? "unknown flag" : "missing :", token.size()), true;
        }
    }
    if (off.find('t') != off.npos) return fail("bad inline flags: cannot turn off global flag", 1), true;
    if (on.find_first_of(off) != on.npos) return fail("bad inline flags: flag turned on and off", 1), true;
    verbose = (verbose || on.find('x') != on.npos) && off.find('x') == off.npos;
    return true;
}

PythonPatternParser::Width PythonPatternParser::reference(std::uint32_t number, std::size_t back) {
    if (number == 0 || number > groups_.size())
        return fail(concat("invalid group reference ", std::to_string(number)), back), Width{};
    auto const& group = groups_[number - 1];
    if (group.is_open) return fail("cannot refer to an open group", back + 1), Width{};
    if (behind_) reference_in_look_behind(number);
    return group.width;
}

void PythonPatternParser::reference_in_look_behind(std::uint32_t number) {
    if (number > groups_.size() || groups_[number - 1].is_open)
        fail("cannot refer to an open group");
    else if (number > *behind_)
        fail("cannot refer to group defined in the same lookbehind subpattern");
}

PythonPatternParser::Width PythonPatternParser::named_reference() {
    auto name = get_until(")", "group name");
    check_name(name, 1);
    if (error_) return {};
    auto at = names_.find(name);
    if (at == names_.end()) return fail(concat("unknown group name ", quoted(name)), name.size() + 1), Width{};
    return reference(at->second, name.size());
}

void PythonPatternParser::check_name(std::string_view name, std::size_t offset) {
    if (!error_ && !is_identifier(name))
        fail(concat("bad character in group name ", quoted(name)), name.size() + offset);
}

}  // namespace alyx::analyzer
