// Escapes and texts that several formats share.
#include "analyzer/cli/formats/escape.hpp"

#include "analyzer/cli/formats/format.hpp"
#include "analyzer/cli/terminal.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::cli {

using namespace analyzer;

namespace {

constexpr char hex[] = "0123456789ABCDEF";

void append_escape(std::string& out, std::string_view prefix, char c) {
    auto byte = static_cast<unsigned char>(c);
    out += prefix;
    (out += hex[byte >> 4]) += hex[byte & 15];
}

}  // namespace

std::string uri_of(std::string_view path) {
    std::string uri = path.substr(0, 1) == "/" ? "file://" : "";
    for (char c : path) {
        bool is_word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        // A colon in the first part would make it a scheme.
        if (is_word || std::string_view("-._~/").find(c) != std::string_view::npos)
            uri += c;
        else
            append_escape(uri, "%", c);
    }
    return uri;
}

std::string escaped(std::string_view text, std::string_view special, std::string_view prefix) {
    std::string out, plain;
    auto flush = [&] {
        out += printable(plain);
        plain.clear();
    };
    for (char c : text) {
        if (special.find(c) == std::string_view::npos) {
            plain += c;
            continue;
        }
        flush();
        append_escape(out, prefix, c);
    }
    flush();
    return out;
}

std::string located_message(Record const& record) {
    if (!record.place.cell) return record.message;
    auto row = std::to_string(record.place.in_source.start.row);
    return concat(record.message, " (cell ", std::to_string(*record.place.cell), ", line ", row, ")");
}

std::string whole_message(Record const& record, std::string_view separator) {
    auto text = located_message(record);
    if (auto answer = answer_text(record); !answer.empty())
        text += concat(separator, answer_source(record), ": ", answer);
    if (!record.help.empty()) text += concat(separator, "help: ", record.help);
    return text;
}

std::string_view public_url(Record const& record) {
    return record.url.rfind("http", 0) == 0 ? std::string_view(record.url) : std::string_view();
}

}  // namespace alyx::cli
