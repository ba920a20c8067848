// Records as JSON. Rows and columns from 1, columns in code points.
#include "analyzer/cli/formats/json_record.hpp"

#include "analyzer/cli/json_text.hpp"

namespace alyx::cli {

using namespace analyzer;

namespace {

void append_key(std::string& out, std::string_view key) {
    append_json(out, key);
    out += ':';
}

void append_text(std::string& out, std::string_view key, std::string_view text) {
    append_key(out, key);
    append_json(out, text);
    out += ',';
}

/// Null where the text is empty.
void append_optional_text(std::string& out, std::string_view key, std::string_view text) {
    if (!text.empty()) return append_text(out, key, text);
    append_key(out, key);
    out += "null,";
}

void append_number(std::string& out, std::string_view key, std::uint32_t number) {
    append_key(out, key);
    out += std::to_string(number);
}

void append_point(std::string& out, std::string_view key, Point point) {
    append_key(out, key);
    append_number(out += '{', "row", point.row);
    append_number(out += ',', "column", point.column);
    out += '}';
}

void append_file_point(std::string& out, std::string_view key, FilePoint point) {
    append_key(out, key);
    append_number(out += '{', "row", point.row);
    append_number(out += ',', "column", point.column);
    append_number(out += ',', "byte", point.byte);
    out += '}';
}

void append_place(std::string& out, RecordPlace const& place) {
    append_text(out, "filename", place.file);
    append_key(out, "cell");
    out += place.cell ? std::to_string(*place.cell) : "null";
    append_point(out += ',', "location", place.in_source.start);
    append_point(out += ',', "end_location", place.in_source.end);
    append_key(out += ',', "in_file");
    append_file_point(out += '{', "location", place.in_file.start);
    append_file_point(out += ',', "end_location", place.in_file.end);
    out += "},";
}

void append_edit(std::string& out, RecordEdit const& edit) {
    out += '{';
    append_place(out, edit.place);
    append_text(out, "content", edit.content);
    append_key(out, "file_content");
    if (edit.file_content)
        append_json(out, *edit.file_content);
    else
        out += "null";
    out += '}';
}

/// `[a,b]` with `append_one` for each.
template <class Items, class Append>
void append_list(std::string& out, std::string_view key, Items const& items, Append append_one) {
    append_key(out, key);
    out += '[';
    for (auto const& item : items) {
        if (&item != &items.front()) out += ',';
        append_one(out, item);
    }
    out += ']';
}

void append_fix(std::string& out, Record const& record) {
    append_key(out, "fix");
    if (!record.fix) {
        out += "null,";
        return;
    }
    out += '{';
    append_text(out, "message", record.fix->message);
    append_text(out, "applicability", record.fix->safety == Fix::Safety::safe ? "safe" : "unsafe");
    append_list(out, "edits", record.fix->edits, append_edit);
    out += "},";
}

void append_server(std::string& out, Record const& record) {
    append_key(out, "server");
    if (!record.server) {
        out += "null,";
        return;
    }
    auto const& server = *record.server;
    append_key(out += '{', "status");
    out += server.status == 0 ? std::string("null") : std::to_string(server.status);
    append_optional_text(out += ',', "exception", server.exception);
    out.back() = '}';
    out += ',';
}

void append_related(std::string& out, RecordRelated const& related) {
    out += '{';
    append_place(out, related.place);
    append_text(out, "message", related.message);
    out.back() = '}';
}

void append_excerpt(std::string& out, Excerpt const& excerpt) {
    append_key(out, "excerpt");
    append_text(out += '{', "text", excerpt.text);
    append_number(out, "column", excerpt.column);
    append_key(out += ',', "cut");
    out += excerpt.is_cut_at_end ? "true}," : "false},";
}

void append_suppression(std::string& out, Record const& record) {
    append_key(out, "suppression");
    if (!record.suppression) {
        out += "null";
        return;
    }
    bool in_source = record.suppression->kind == Suppression::Kind::in_source;
    append_text(out += '{', "kind", in_source ? "comment" : "baseline");
    append_optional_text(out, "reason", record.suppression->reason);
    out.back() = '}';
}

}  // namespace

void append_record(std::string& out, Record const& record) {
    out += '{';
    append_place(out, record.place);
    append_text(out, "rule", record.rule);
    append_text(out, "name", record.name);
    append_text(out, "effect", name_of(record.effect));
    append_text(out, "severity", name_of(record.severity));
    append_text(out, "message", record.message);
    append_text(out, "help", record.help);
    append_optional_text(out, "url", record.url);
    append_text(out, "fingerprint", record.fingerprint);
    append_server(out, record);
    append_fix(out, record);
    append_list(out, "related", record.related, append_related);
    out += ',';
    append_excerpt(out, record.excerpt);
    append_suppression(out, record);
    out += '}';
}

}  // namespace alyx::cli
