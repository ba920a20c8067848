// The calls of a script of any language, as lines of text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/fold/folding.hpp"

namespace alyx::analyzer::test {

inline constexpr std::string_view asked_names[] = {"rest", "f", "fetch", "get", "curl", "getData"};

inline std::string shown(FoldedCall const& call) {
    std::string text;
    for (auto const& name : call.callee) text += (text.empty() ? "" : ".") + name;
    text += '(';
    for (auto const& one : call.positional) text += (text.back() == '(' ? "" : ", ") + shown(one.value);
    for (auto const& one : call.keywords) text += (text.back() == '(' ? "" : ", ") + one.name + "=" + shown(one.value);
    return text + ")" + (call.open ? " open" : "") + (call.broken ? " broken" : "");
}

/// Of all units of the file `name`, ways of the same call each by itself.
inline std::vector<std::string> calls_of(std::string name, std::string code) {
    std::vector<std::string> result;
    for (Unit const& unit : units_of(std::move(name), std::move(code)).units)
        for (FoldedCall const& call : fold_unit(unit, {asked_names}).calls) result.push_back(shown(call));
    return result;
}

using Calls = std::vector<std::string>;

/// Every prefix, every suffix and many a change fold without a crash.
void fold_all_parts(std::string const& name, std::string_view code);

}  // namespace alyx::analyzer::test
