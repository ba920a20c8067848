// JSON of a diagnosis, written by hand: it is most of what a batch costs.
#include "analyzer/cli/batch_diagnosis.hpp"

#include "analyzer/cli/json_text.hpp"
#include "analyzer/text/utf8.hpp"

namespace alyx::cli {

using namespace analyzer;

std::pair<std::size_t, std::size_t> CodePoints::operator()(std::string_view text, std::size_t begin, std::size_t end) {
    if (text.data() != text_.data() || begin < byte_) byte_ = point_ = 0;
    text_ = text;
    point_ += code_points(text.substr(byte_), static_cast<std::uint32_t>(begin - byte_));
    byte_ = begin;
    return {point_, point_ + code_points(text.substr(begin), static_cast<std::uint32_t>(end - begin))};
}

void append_diagnosis(std::string& out, Diagnosis const& d, DiagnosedText const& in, CodePoints& points) {
    out += "{\"rule\":\"";
    out += d.rule->code;
    out += "\",\"name\":\"";
    out += d.rule->name;
    out += "\",\"effect\":\"";
    out += name_of(d.rule->effect);
    out += "\",\"severity\":\"";
    out += name_of(default_severity(d.rule->effect));
    out += "\",\"message\":";
    append_json(out, d.message);
    if (!in.parameter.empty()) {
        out += ",\"parameter\":";
        append_json(out, in.parameter);
    }
    auto [begin, end] = points(in.text, d.span.begin + in.shift, d.span.end + in.shift);
    out += ",\"span\":[";
    out += std::to_string(begin);
    out += ',';
    out += std::to_string(end);
    out += "],\"server\":";
    if (!d.server) {
        out += "null}";
        return;
    }
    out += "{\"status\":";
    out += std::to_string(d.server->status);
    out += ",\"exception\":";
    if (d.server->exception.empty())
        out += "null";
    else
        append_json(out, d.server->exception);
    out += "}}";
}

}  // namespace alyx::cli
