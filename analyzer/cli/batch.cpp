// Lines are answered as they come; many at once are spread over the cores, and answered in order all the same.
#include "analyzer/cli/batch.hpp"

#include <unistd.h>

#include <atomic>
#include <boost/json.hpp>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>
#include <thread>
#include <vector>

#include "analyzer/cli/json_text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::cli {
namespace {

namespace json = boost::json;
using namespace analyzer;

/// What is wrong with the row, or an empty text.
std::string append_answers(std::string& out, json::object const& row, SharedPacks const& packs) {
    auto const* named = row.if_contains("dialect");
    if (named && !named->is_string()) return "\"dialect\" is no text";
    std::string_view const name = named ? std::string_view(named->get_string()) : packs->schemas().front()->dialect;
    auto const* dialect = find_dialect_query(name);
    if (!dialect && named && name != packs->schemas().front()->dialect)
        return concat("there is no dialect \"", name, "\"");
    return (dialect ? *dialect : *dialect_queries().front()).answer_row(out, row, packs);
}

std::string_view trim(std::string_view line) {
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
    return line;
}

/// Complete lines of a block, answered by as many threads as help. False where one could not be.
bool answer_lines(std::string& out, std::vector<std::string_view> const& lines, SharedPacks const& packs) {
    constexpr std::size_t worth_a_thread = 64;
    auto threads =
        std::min<std::size_t>(std::max(1U, std::thread::hardware_concurrency()), lines.size() / worth_a_thread + 1);
    std::vector<std::string> parts(threads);
    std::atomic<bool> all_answered = true;
    auto work = [&](std::size_t part) {
        auto begin = lines.size() * part / threads, end = lines.size() * (part + 1) / threads;
        for (auto i = begin; i < end; ++i)
            if (!answer_line(parts[part], lines[i], packs)) all_answered = false;
    };
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < threads; ++i) others.emplace_back(work, i);
    work(0);
    others.clear();
    for (auto const& part : parts) out += part;
    return all_answered;
}

bool write_all(std::string_view text) {
    while (!text.empty()) {
        auto n = ::write(STDOUT_FILENO, text.data(), text.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return false;
        text.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
}

}  // namespace

bool answer_line(std::string& out, std::string_view line, SharedPacks const& packs) {
    thread_local std::vector<unsigned char> buffer(16 * 1024);
    json::monotonic_resource memory(buffer.data(), buffer.size());
    boost::system::error_code error;
    json::value row = json::parse(line, error, &memory, {.max_depth = 64});
    std::string failure, answers;
    if (error)
        failure = concat("not JSON: ", error.message());
    else if (!row.is_object())
        failure = "not a JSON object";
    else
        failure = append_answers(answers, row.get_object(), packs);
    if (!failure.empty()) {
        out += "{\"id\":null,\"diagnostics\":[],\"failure\":";
        append_json(out, failure);
        out += "}\n";
        return false;
    }
    out += "{\"id\":";
    auto const* id = row.get_object().if_contains("id");
    out += id ? json::serialize(*id) : "null";
    out += ",\"diagnostics\":[";
    out += answers;
    out += "]}\n";
    return true;
}

int run_batch(SharedPacks const& packs) {
    constexpr std::size_t block = 1 << 18;
    std::string pending, out;
    std::vector<std::string_view> lines;
    bool at_end = false, all_answered = true;
    while (!at_end) {
        auto filled = pending.size();
        pending.resize(filled + block);
        auto n = ::read(STDIN_FILENO, pending.data() + filled, block);
        pending.resize(filled + static_cast<std::size_t>(n > 0 ? n : 0));
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) {
            std::fprintf(stderr, "alyxlint: standard input: %s\n", std::strerror(errno));
            return exit_failure;
        }
        at_end = n == 0;
        std::string_view rest = pending;
        lines.clear();
        for (auto end = rest.find('\n'); end != rest.npos || (at_end && !rest.empty()); end = rest.find('\n')) {
            auto line = trim(rest.substr(0, end));
            rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
            if (!line.empty()) lines.push_back(line);
        }
        out.clear();
        all_answered &= answer_lines(out, lines, packs);
        if (!write_all(out)) return exit_failure;
        pending.erase(0, pending.size() - rest.size());
    }
    return all_answered ? exit_clean : exit_failure;
}

}  // namespace alyx::cli
