// The signs of comparisons, and the lookups they stand for.
#include "analyzer/rules/comparison.hpp"

#include <algorithm>
#include <boost/algorithm/string/predicate.hpp>

namespace alyx::analyzer {

std::optional<WrittenComparison> read_comparison(std::string_view text, Span part) {
    static constexpr struct {
        std::string_view sign, lookup;
        bool negated;
    } signs[] = {{">=", "__gte", false}, {"<=", "__lte", false}, {"==", "", false},    {"!=", "", true},
                 {"=", "", false},       {":", "", false},       {">", "__gt", false}, {"<", "__lt", false}};
    constexpr std::string_view of_paths = "~_0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    auto written = part.of(text);
    auto end = std::min(written.find_first_not_of(of_paths), written.size());
    auto at = std::min(written.find_first_not_of(' ', end), written.size());
    auto const* sign = std::find_if(std::begin(signs), std::end(signs),
                                    [&](auto const& s) { return written.substr(at, s.sign.size()) == s.sign; });
    bool is_name = end > 0 && (written[0] < '0' || written[0] > '9');
    if (!is_name || sign == std::end(signs)) return std::nullopt;
    auto value = std::min(written.find_first_not_of(' ', at + sign->sign.size()), written.size());
    auto span = [&](std::size_t from, std::size_t to) { return make_span(part.begin + from, part.begin + to); };
    return WrittenComparison{span(0, end), span(end, value), span(value, written.size()), std::string(sign->lookup),
                             sign->negated};
}

bool joins_conditions(std::string_view value) {
    using boost::algorithm::icontains;
    auto const has_sign = value.find_first_of("=<>") != value.npos;
    return has_sign && (icontains(value, " and ") || icontains(value, " or ") || value.find('&') != value.npos);
}

}  // namespace alyx::analyzer
