// Records from JSON. A member that is missing but not needed is taken as empty.
#include "analyzer/cli/read_record.hpp"

#include <array>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <limits>

#include "analyzer/text/concat.hpp"

namespace alyx::cli {

using namespace analyzer;
namespace json = boost::json;

namespace {

constexpr char remedy[] = "give what --output-format run, json or json-lines has written";

/// An object with its path; members that are not as they should be become problems.
class Members {
  public:
    Members(json::value const& value, JsonPath const& path, Problems& problems)
        : object_(value.if_object()), path_(path), problems_(problems) {
        if (!object_) problems.add(path, "is no object", remedy);
    }

    JsonPath path(std::string_view key) const { return path_ / key; }
    Problems& problems() const { return problems_; }
    /// Null where there is none, or it is null.
    json::value const* find(std::string_view key) const {
        auto const* value = object_ ? object_->if_contains(key) : nullptr;
        return value && !value->is_null() ? value : nullptr;
    }
    json::value const* need(std::string_view key) const {
        auto const* value = find(key);
        if (object_ && !value) wrong(key, "is missing");
        return value;
    }
    std::string text(std::string_view key, bool is_needed = false) const {
        auto const* value = is_needed ? need(key) : find(key);
        if (value && !value->is_string()) wrong(key, "is no text");
        return value && value->is_string() ? std::string(value->get_string()) : std::string();
    }
    /// `fallback` where there is none.
    std::uint32_t number(std::string_view key, std::uint32_t fallback) const {
        auto const* value = find(key);
        if (!value) return fallback;
        auto const* n = value->if_int64();
        if (n && *n >= 0 && *n <= std::numeric_limits<std::uint32_t>::max()) return static_cast<std::uint32_t>(*n);
        wrong(key, "is no number from 0");
        return fallback;
    }
    bool flag(std::string_view key) const {
        auto const* value = find(key);
        if (value && !value->is_bool()) wrong(key, "is neither true nor false");
        return value && value->is_bool() && value->get_bool();
    }
    /// Calls `read(item, path)` for each item of an array, if there is one.
    template <class Read>
    void each(std::string_view key, Read read) const {
        auto const* value = find(key);
        if (!value) return;
        auto here = path(key);
        if (!value->is_array()) return problems_.add(here, "is no array", remedy);
        auto const& items = value->get_array();
        for (std::size_t i = 0; i < items.size(); ++i) read(items[i], here / i);
    }
    template <class Enum, std::size_t N>
    Enum one_of(std::string_view key, std::array<Enum, N> const& values) const {
        auto name = text(key, true);
        std::string names;
        for (auto value : values) {
            if (name_of(value) == name) return value;
            names += concat(names.empty() ? "" : ", ", name_of(value));
        }
        if (find(key)) wrong(key, concat("is none of ", names));
        return values.front();
    }
    void wrong(std::string_view key, std::string reason) const { problems_.add(path(key), std::move(reason), remedy); }

  private:
    json::object const* object_;
    JsonPath path_;
    Problems& problems_;
};

Point point(Members const& of, std::string_view key) {
    auto const* value = of.need(key);
    if (!value) return {};
    auto path = of.path(key);
    Members members(*value, path, of.problems());
    return {std::max(1U, members.number("row", 1)), std::max(1U, members.number("column", 1))};
}

FilePoint file_point(Members const& of, std::string_view key) {
    auto place = point(of, key);
    auto const* value = of.find(key);
    if (!value) return {};
    auto path = of.path(key);
    return {place.row, place.column, Members(*value, path, of.problems()).number("byte", place.column)};
}

RecordPlace place(Members const& members) {
    RecordPlace place;
    place.file = members.text("filename", true);
    if (members.find("cell")) place.cell = members.number("cell", 1);
    auto const& [start, end] = place.in_source = {point(members, "location"), point(members, "end_location")};
    auto const* in_file = members.find("in_file");
    if (!in_file) {
        place.in_file = {{start.row, start.column, start.column}, {end.row, end.column, end.column}};
        return place;
    }
    auto path = members.path("in_file");
    Members inner(*in_file, path, members.problems());
    place.in_file = {file_point(inner, "location"), file_point(inner, "end_location")};
    return place;
}

RecordFix fix(Members const& members) {
    RecordFix fix{members.text("message", true), Fix::Safety::unsafe, {}};
    auto safety = members.text("applicability", true);
    if (safety == "safe") fix.safety = Fix::Safety::safe;
    members.each("edits", [&](json::value const& value, JsonPath const& path) {
        Members edit(value, path, members.problems());
        RecordEdit made{place(edit), edit.text("content", true), {}};
        if (edit.find("file_content")) made.file_content = edit.text("file_content");
        fix.edits.push_back(std::move(made));
    });
    return fix;
}

Excerpt excerpt(Members const& members) {
    return {members.text("text"), std::max(1U, members.number("column", 1)), members.flag("cut")};
}

}  // namespace

Record read_record(json::value const& value, JsonPath const& path, Problems& problems) {
    Members members(value, path, problems);
    Record record;
    if (!value.is_object()) return record;
    auto inner = [&](std::string_view key, auto read) {
        auto const* found = members.find(key);
        if (found) read(Members(*found, path / key, problems));
    };
    record.rule = members.text("rule", true);
    record.name = members.text("name");
    record.effect = members.one_of("effect", std::array{Effect::refused, Effect::misleading, Effect::advice});
    record.severity = members.one_of("severity", std::array{Severity::error, Severity::warning, Severity::information});
    record.place = place(members);
    record.message = members.text("message", true);
    record.help = members.text("help");
    record.url = members.text("url");
    record.fingerprint = members.text("fingerprint");
    inner("excerpt", [&](Members const& m) { record.excerpt = excerpt(m); });
    inner("server", [&](Members const& m) {
        record.server = ServerAnswer{static_cast<int>(m.number("status", 0)), m.text("exception")};
    });
    inner("fix", [&](Members const& m) { record.fix = fix(m); });
    members.each("related", [&](json::value const& item, JsonPath const& at) {
        Members related(item, at, problems);
        record.related.push_back({place(related), related.text("message", true)});
    });
    inner("suppression", [&](Members const& m) {
        auto kind = m.text("kind", true) == "baseline" ? Suppression::Kind::baseline : Suppression::Kind::in_source;
        record.suppression = Suppression{kind, m.text("reason")};
    });
    return record;
}

void read_run(json::value const& value, JsonPath const& path, Problems& problems, RunResult& result) {
    Members members(value, path, problems);
    result.files += members.number("files", 0);
    result.queries += members.number("queries", 0);
    result.sites += members.number("sites", 0);
    result.fixes += members.number("fixes", 0);
    members.each("failures", [&](json::value const& item, JsonPath const& at) {
        Members failure(item, at, problems);
        result.failures.push_back(
            {failure.text("file"), failure.text("place"), failure.text("reason", true), failure.text("remedy")});
    });
    members.each("fixed", [&](json::value const& item, JsonPath const& at) {
        Members fixed(item, at, problems);
        result.fixed.push_back(
            {fixed.text("file", true), fixed.text("rule", true), fixed.text("name"), fixed.number("count", 1)});
    });
}

}  // namespace alyx::cli
