// Goes through the parts of a filter string, as they were meant.
#include "analyzer/rules/split_list.hpp"

#include <algorithm>

#include "analyzer/dialect/conversion.hpp"
#include "analyzer/query/alyx_filter.hpp"
#include "analyzer/rules/choice.hpp"
#include "analyzer/rules/condition.hpp"
#include "analyzer/rules/culprit.hpp"
#include "analyzer/rules/suggest.hpp"
#include "analyzer/rules/url_parameter.hpp"
#include "analyzer/rules/value_mend.hpp"
#include "analyzer/text/concat.hpp"
#include "analyzer/value/number.hpp"

namespace alyx::analyzer {
namespace {

/// A number that Python reads as the server reads the text: no leading zeros, no signs but one.
bool is_plain_number(std::string_view text) {
    if (!text.empty() && text.front() == '-') text.remove_prefix(1);
    bool leads_with_zero = text.size() > 1 && text[0] == '0' && text[1] != '.';
    auto digits = text.find_first_not_of("0123456789");
    if (digits != text.npos && text[digits] == '.') digits = text.find_first_not_of("0123456789", digits + 1);
    return !text.empty() && text[0] != '.' && text.back() != '.' && !leads_with_zero && digits == text.npos;
}

/// A part as an item of a list, spelled for Python; nothing where the field cannot be compared with it.
std::optional<std::string> item_of(ResolvedPath const& t, std::string_view part) {
    auto text = unquoted(part);
    auto value = PyValue::make_text(std::string(text));
    bool takes_keys = t.lookup == Lookup::has_keys || t.lookup == Lookup::has_any_keys;
    if (auto const* choice = find_label(t.choices(), value))
        return choice->code.index() == 0 ? code_text(*choice) : python_text(code_text(*choice));
    if (takes_keys) return quoted_text(text);
    if (!t.field_class || convert(*t.field_class, value, t.is_null).fault) return std::nullopt;
    auto type = t.field_class->type;
    bool is_json = type == FieldType::json;
    bool is_boolean = (type == FieldType::boolean || is_json) && (text == "True" || text == "False");
    bool for_numbers = type == FieldType::integer || type == FieldType::number || is_json;
    if (is_boolean || (for_numbers && is_plain_number(text))) return std::string(text);
    bool is_number = type == FieldType::integer || type == FieldType::number;
    return is_number ? std::nullopt : quoted_text(text);
}

class Reader {
  public:
    Reader(Review const& review, std::uint32_t parameter)
        : review_(review), use_(review.outcome.parameters[parameter]) {
        for (auto const& condition : use_.query->conditions) {
            parts_.push_back(condition.path.span);
            if (condition.value.form != Value::Form::missing) parts_.push_back(condition.value.span);
        }
    }

    std::vector<SplitList> run() {
        std::vector<SplitList> lists;
        for (std::size_t at = 0; at + 1 < parts_.size();) {
            auto target = resolve(parts_[at]);
            auto first = at + 1, end = first + 1;
            bool wants_list = target && takes_list(target->lookup) && is_bare(parts_[first]);
            while (wants_list && end < parts_.size() && is_stray(parts_[end], *target)) ++end;
            if (end > first + 1) lists.push_back(list_of(std::move(*target), first, end));
            at = end;
        }
        return lists;
    }

    bool is_followed_by_stray(Span value) const {
        auto at = std::find(parts_.begin(), parts_.end(), value);
        if (at == parts_.end() || at + 1 == parts_.end()) return false;
        return !has_hole(at[1]) && !resolve(at[1]) && !looks_like_path(at[1]);
    }

  private:
    Review const& review_;
    ParameterUse const& use_;
    std::vector<Span> parts_;

    std::string_view text(Span part) const { return part.of(use_.value); }
    bool has_hole(Span part) const {
        return std::any_of(use_.holes.begin(), use_.holes.end(), [&](Hole hole) { return part.contains(hole.offset); });
    }
    /// In no brackets, and something.
    bool is_bare(Span part) const {
        return !has_hole(part) && !python_strip(text(part)).empty() &&
               text(part).find_first_of("[](){}") == std::string_view::npos;
    }
    /// Where the part leads as a path; nothing if nowhere.
    std::optional<ResolvedPath> resolve(Span part) const { return has_hole(part) ? std::nullopt : resolve(text(part)); }
    std::optional<ResolvedPath> resolve(std::string_view name) const {
        if (name.substr(0, 1) == "~") name.remove_prefix(1);
        if (name.empty()) return std::nullopt;
        auto target = resolve_path(parse_path(name), name, *review_.endpoint().model, review_.endpoint().annotations);
        return target.fault == PathFault::none ? std::optional(std::move(target)) : std::nullopt;
    }
    /// A path with a mistake, rather than an item.
    bool looks_like_path(Span part) const {
        auto name = python_strip(text(part));
        if (name.find(' ') != name.npos) return false;
        return name.find("__") != name.npos || !closest(name, names_of(*review_.endpoint().model)).empty();
    }
    bool is_stray(Span part, ResolvedPath const& list) const {
        if (!is_bare(part) || resolve(part)) return false;
        // Any text can be one of texts, or of JSON.
        bool takes_all = is_text(list) || list.field_class->type == FieldType::json;
        bool is_surely_item = !takes_all && item_of(list, text(part));
        return is_surely_item || !looks_like_path(part);
    }

    SplitList list_of(ResolvedPath target, std::size_t first, std::size_t end) const {
        SplitList split{target.lookup, parts_[first - 1], {parts_[first].begin, parts_[end - 1].end}, {}, {}};
        split.names = text(split.path);
        auto value = PyValue::make_text(std::string(unquoted(text(parts_[first]))));
        if (auto label = label_instead(review_, target, value); !label.empty()) {
            auto at = split.names.size() - name_of(target.lookup).size() - 2;
            split.names.insert(at, concat("__", label));
            target = *resolve(split.names);
        }
        std::string list;
        for (auto at = first; at < end; ++at) {
            auto item = item_of(target, text(parts_[at]));
            if (!item) return split;
            list += concat(at == first ? "[" : ", ", *item);
        }
        if (target.lookup != Lookup::range || end - first == 2) split.list = list + "]";
        return split;
    }
};

bool is_filter(Review const& review, std::uint32_t parameter) {
    if (parameter >= review.outcome.parameters.size() || url_of(review)) return false;
    auto const& use = review.outcome.parameters[parameter];
    return use.spec && use.spec->meaning == ParameterMeaning::query && use.query && review.endpoint().model;
}

}  // namespace

std::vector<SplitList> split_lists(Review const& review, std::uint32_t parameter) {
    if (!is_filter(review, parameter)) return {};
    return Reader(review, parameter).run();
}

bool may_go_on(Review const& review, Conjunct const& c) {
    return is_filter(review, c.parameter) && Reader(review, c.parameter).is_followed_by_stray(c.value->span);
}

}  // namespace alyx::analyzer
