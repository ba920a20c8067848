// Hashes serialized diagnostics.
#include "lsp/session/result_id.hpp"

#include <cstdint>
#include <string_view>

namespace alyx::lsp {

std::string result_id(std::vector<Diagnostic> const& diagnostics) {
    // FNV-1a; std::hash may differ from run to run.
    std::uint64_t hash = 0xcbf29ce484222325;
    for (unsigned char byte : json::serialize(encode(diagnostics))) hash = (hash ^ byte) * 0x100000001b3;
    std::string id(16, '0');
    for (auto& digit : id) {
        digit = "0123456789abcdef"[hash >> 60];
        hash <<= 4;
    }
    return id;
}

}  // namespace alyx::lsp
