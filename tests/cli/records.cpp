// Results for the tests of formats.
#include "tests/cli/records.hpp"

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "analyzer/cli/collect.hpp"
#include "analyzer/host/host.hpp"
#include "analyzer/schema/pack.hpp"

using namespace alyx::analyzer;
using namespace alyx::cli;
namespace fs = std::filesystem;

RunResult analysed(std::string const& name, std::string const& text) {
    auto snapshot = std::make_shared<Snapshot const>(std::vector{built_in_schema("alyx")});
    std::vector<std::shared_ptr<Analysis const>> analyses;
    for (auto& unit : units_of(name, text).units)
        analyses.push_back(analyze(std::make_shared<Unit>(std::move(unit)), snapshot));
    return collect(analyses, text);
}

RunResult hostile() {
    std::string const text = "a:b,c;d%25 |\"'`<b>&]]>\n\r\t\x1b[31m\xff\xf0\x9f\x98\x80\xef\xbf\xbf*_#@x";
    auto result = analysed("a.py", wrong_call);
    auto& record = result.records.at(0);
    record.place.file = record.message = record.help = record.excerpt.text = text;
    record.rule = record.name = record.url = text;
    record.server = ServerAnswer{500, text};
    record.related.push_back({record.place, text});
    record.fix = RecordFix{text, Fix::Safety::safe, {{record.place, text, text}}};
    result.suppressed.push_back(record);
    result.suppressed.back().suppression = Suppression{Suppression::Kind::in_source, text};
    result.failures.push_back({text, text, text, text});
    result.fixed.push_back({text, text, text, 2});
    return result;
}

std::string rendered(char const* format, RunResult const& result, FormatOptions const& options) {
    auto const* found = find_format(format);
    BOOST_TEST_REQUIRE(found);
    return found->render(result, options);
}

namespace {

/// ALYX_SCHEMAS, or the folder beside this checkout; empty where neither is there.
fs::path schemas() {
    char const* named = std::getenv("ALYX_SCHEMAS");
    fs::path path = named ? fs::path(named) : fs::path(ALYX_ROOT).parent_path() / "shared/schemas";
    return fs::exists(path) ? path : fs::path();
}

bool has_program(char const* probe) {
    return std::system((std::string(probe) + " >/dev/null 2>&1").c_str()) == 0;
}

int with_file(std::string const& text, std::string const& command) {
    char name[] = "/tmp/alyx-schema-XXXXXX";
    fs::path at = mkdtemp(name);
    std::ofstream(at / "text", std::ios::binary) << text;
    int code = std::system((command + " '" + (at / "text").string() + "'").c_str());
    fs::remove_all(at);
    return code;
}

}  // namespace

int validate_json(std::string const& text, std::string const& schema) {
    if (schemas().empty() || !has_program("python3 -c 'import jsonschema'")) return -1;
    return with_file(text,
                     "python3 -c 'import json, sys, jsonschema\n"
                     "jsonschema.validate(json.load(open(sys.argv[2])), json.load(open(sys.argv[1])))' '" +
                         (schemas() / schema).string() + "'");
}

int validate_xml(std::string const& text, std::string const& schema) {
    if (schemas().empty() || !has_program("xmllint --version")) return -1;
    return with_file(text, "xmllint --noout --schema '" + (schemas() / schema).string() + "'");
}
