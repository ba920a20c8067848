// Reading, matching and renewing a baseline.
#include "analyzer/baseline/baseline.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <filesystem>

#include "analyzer/schema/json_document.hpp"
#include "analyzer/text/concat.hpp"
#include "analyzer/text/valid_utf8.hpp"
#include "analyzer/workspace/files.hpp"

namespace alyx::analyzer {

namespace json = boost::json;
namespace fs = std::filesystem;

namespace {

constexpr std::int64_t version = 1;
constexpr char renew[] = "mend it, or write it anew with --update-baseline";

/// Absolute and without symbolic links on the way; the last part may be one, and need not be there.
fs::path with_real_folder(fs::path const& path) {
    std::error_code error;
    auto absolute = fs::absolute(path, error).lexically_normal();
    auto folder = fs::weakly_canonical(absolute.parent_path(), error);
    return error ? absolute : folder / absolute.filename();
}

/// Members of the JSON document, with a problem for each that is not as it should be.
class Reader {
  public:
    explicit Reader(Problems& problems) : problems_(problems) {}

    std::vector<BaselineEntry> entries(json::value const& document) {
        JsonPath root;
        auto const* object = document.if_object();
        auto const* number = object ? object->if_contains("version") : nullptr;
        auto const* findings = object ? object->if_contains("findings") : nullptr;
        if (!object) problems_.add(root, "is no object, so no baseline", renew);
        if (object && (!number || !number->is_int64() || number->get_int64() != version))
            problems_.add(root / "version", "is not 1, the one version there is", renew);
        if (object && (!findings || !findings->is_array())) problems_.add(root / "findings", "is no array", renew);
        if (!problems_.empty()) return {};
        std::vector<BaselineEntry> read;
        auto path = root / "findings";
        for (std::size_t i = 0; i < findings->get_array().size(); ++i)
            read.push_back(entry(findings->get_array()[i], path / i));
        return read;
    }

  private:
    Problems& problems_;

    BaselineEntry entry(json::value const& value, JsonPath const& path) {
        auto const* object = value.if_object();
        if (!object) {
            problems_.add(path, "is no object", renew);
            return {};
        }
        return {text(*object, "file", path, true), text(*object, "fingerprint", path, true),
                text(*object, "rule", path, false), text(*object, "message", path, false)};
    }
    std::string text(json::object const& object, std::string_view key, JsonPath const& path, bool is_needed) {
        auto const* value = object.if_contains(key);
        if (value && value->is_string()) return std::string(value->get_string());
        if (value || is_needed) problems_.add(path / key, value ? "is no text" : "is missing", renew);
        return {};
    }
};

void sort_once(std::vector<BaselineEntry>& entries) {
    std::stable_sort(entries.begin(), entries.end(),
                     [](BaselineEntry const& a, BaselineEntry const& b) { return a.key() < b.key(); });
    auto same = [](BaselineEntry const& a, BaselineEntry const& b) { return a.key() == b.key(); };
    entries.erase(std::unique(entries.begin(), entries.end(), same), entries.end());
}

bool holds(std::vector<BaselineEntry> const& entries, std::pair<std::string_view, std::string_view> key) {
    auto at = std::lower_bound(entries.begin(), entries.end(), key,
                               [](BaselineEntry const& entry, auto const& wanted) { return entry.key() < wanted; });
    return at != entries.end() && at->key() == key;
}

}  // namespace

Baseline::Baseline(std::string path)
    : path_(std::move(path)), folder_(with_real_folder(path_).parent_path().native()) {}

boost::system::result<Baseline, Failure> Baseline::read(std::string const& path) {
    auto text = read_file(path);
    if (!text) {
        auto failure = text.error();
        if (failure.remedy.empty()) failure.remedy = "--update-baseline writes a baseline";
        return failure;
    }
    Problems problems(path);
    Baseline baseline(path);
    if (auto document = parse_json(*text, {}, problems)) baseline.entries_ = Reader(problems).entries(*document);
    if (!problems.empty()) return problems.take().front();
    sort_once(baseline.entries_);
    return baseline;
}

std::string Baseline::name_of(std::string const& file) const {
    return valid_utf8(with_real_folder(file).lexically_relative(folder_).generic_string());
}

bool Baseline::contains(std::string_view name, std::string_view fingerprint) const {
    return holds(entries_, {name, fingerprint});
}

Baseline::Change Baseline::update(std::vector<BaselineEntry> found, std::vector<std::string> looked_at,
                                  std::function<bool(std::string_view)> const& asked) {
    std::sort(looked_at.begin(), looked_at.end());
    sort_once(found);
    auto before = std::move(entries_);
    entries_ = found;
    for (auto const& entry : before) {
        std::error_code error;
        bool is_elsewhere = !std::binary_search(looked_at.begin(), looked_at.end(), entry.file);
        bool is_open = is_elsewhere || (asked && !asked(entry.rule));
        if (is_open && fs::exists(fs::path(folder_) / entry.file, error)) entries_.push_back(entry);
    }
    sort_once(entries_);
    Change change;
    for (auto const& entry : entries_) change.added += !holds(before, entry.key());
    for (auto const& entry : before) change.removed += !holds(entries_, entry.key());
    return change;
}

std::string Baseline::to_text() const {
    auto quoted = [](std::string_view text) { return json::serialize(json::value(valid_utf8(text))); };
    std::string text = concat("{\n  \"version\": ", std::to_string(version), ",\n  \"findings\": [");
    for (auto const& entry : entries_)
        text += concat(&entry == &entries_.front() ? "\n" : ",\n", "    {\"file\": ", quoted(entry.file),
                       ", \"fingerprint\": ", quoted(entry.fingerprint), ", \"rule\": ", quoted(entry.rule),
                       ", \"message\": ", quoted(entry.message), "}");
    return text + (entries_.empty() ? "]\n}\n" : "\n  ]\n}\n");
}

}  // namespace alyx::analyzer
