// FNV-1a over the parts, with the bits mixed at the end (the finaliser of MurmurHash3).
#include "analyzer/baseline/fingerprint.hpp"

#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

std::uint64_t hash(std::string_view text) {
    std::uint64_t value = 0xCBF29CE484222325;
    for (char c : text) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001B3;
    value = (value ^ value >> 33) * 0xFF51AFD7ED558CCD;
    value = (value ^ value >> 33) * 0xC4CEB9FE1A85EC53;
    return value ^ value >> 33;
}

}  // namespace

std::string fingerprint(std::string_view rule_code, std::string_view identity, std::uint32_t ordinal) {
    constexpr char digits[] = "0123456789abcdef";
    // The length keeps apart what would else run into each other.
    auto text = concat(rule_code, " ", std::to_string(identity.size()), " ", identity, " ", std::to_string(ordinal));
    auto value = hash(text);
    std::string hex(16, '0');
    for (std::size_t i = 16; i-- > 0; value >>= 4) hex[i] = digits[value & 15];
    return hex;
}

std::string Fingerprints::next(Finding const& finding) {
    auto ordinal = seen_[concat(finding.rule->code, " ", finding.identity)]++;
    return fingerprint(finding.rule->code, finding.identity, ordinal);
}

}  // namespace alyx::analyzer
