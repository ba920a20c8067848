// Arguments of a site as texts.
#include "analyzer/analyze/client_call.hpp"

#include <algorithm>

namespace alyx::analyzer {
namespace {

using Kind = Folded::Kind;

ClientArgument client_argument(SiteArgument const& argument) {
    ClientArgument result{argument.name, ClientArgument::Kind::other, {}, {}, false};
    auto const& value = argument.value;
    if (value.kind == Kind::unknown) {
        result.kind = ClientArgument::Kind::unknown;
    } else if (value.kind == Kind::none) {
        result.kind = ClientArgument::Kind::none;
    } else if (value.kind == Kind::text) {
        result.kind = value.text.has_holes() ? ClientArgument::Kind::unknown : ClientArgument::Kind::text;
        result.text = value.text.text;
    } else if (value.kind == Kind::dict && !value.open) {
        result.is_dict = std::all_of(value.entries.begin(), value.entries.end(), [](auto const& entry) {
            return entry.first.kind == Kind::text && !entry.first.text.has_holes();
        });
        if (result.is_dict)
            for (auto const& [key, item] : value.entries) result.keys.push_back(key.text.text);
    }
    return result;
}

}  // namespace

ClientCall client_call(Site const& site) {
    ClientCall call{site.schema, site.pattern, {}, site.is_complete};
    for (auto const& argument : site.arguments) call.arguments.push_back(client_argument(argument));
    return call;
}

FoldedText sent_text(SiteArgument const& argument) {
    auto const& value = argument.value;
    if (value.kind != Kind::list && value.kind != Kind::tuple) return folded_str(value);
    FoldedText text;
    for (auto const& item : value.items) {
        if (&item != &value.items.front()) text.append_made(",", argument.place);
        text.append(folded_str(item));
    }
    if (value.open) text.append_hole(HoleType::text, argument.place);
    return text;
}

}  // namespace alyx::analyzer
