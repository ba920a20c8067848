// Transcripts: what a client sends, and what it gets.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>

#include "tests/lsp/client.hpp"
#include "tests/lsp/meta_model.hpp"

namespace alyx::tests {
namespace {

namespace fs = std::filesystem;

/// Where `actual` lacks something of `expected`; empty: nowhere. Objects may have more members, arrays not more items.
/// A member that is expected to be "(absent)" must not be there.
std::string difference(json::value const& expected, json::value const& actual, std::string const& path) {
    if (expected.is_object() && actual.is_object()) {
        for (auto const& [key, member] : expected.as_object()) {
            auto const* found = actual.as_object().if_contains(key);
            auto at = path + "." + std::string(key);
            bool absent = member == "(absent)";
            if (absent != !found) return at + (absent ? " is there" : " is missing");
            if (absent) continue;
            if (auto problem = difference(member, *found, at); !problem.empty()) return problem;
        }
        return "";
    }
    if (expected.is_array() && actual.is_array() && expected.as_array().size() == actual.as_array().size()) {
        for (std::size_t i = 0; i < expected.as_array().size(); ++i) {
            auto at = path + "[" + std::to_string(i) + "]";
            auto problem = difference(expected.as_array()[i], actual.as_array()[i], at);
            if (!problem.empty()) return problem;
        }
        return "";
    }
    return expected == actual ? ""
                              : path + " is " + json::serialize(actual) + ", expected " + json::serialize(expected);
}

/// A step: `client` is a message, or `wait` milliseconds; `server` is all that comes thereupon.
void run_transcript(fs::path const& file) {
    std::ifstream in(file, std::ios::binary);
    auto transcript = parse(std::string(std::istreambuf_iterator<char>(in), {}));
    World world;
    if (auto const* files = transcript.as_object().if_contains("files"))
        for (auto const& [path, text] : files->as_object()) world.files[path] = text.as_string();
    Client client(world);
    std::size_t number = 0;
    for (auto const& step : transcript.at("steps").as_array()) {
        auto place = file.filename().string() + ", step " + std::to_string(++number);
        if (auto const* message = step.as_object().if_contains("client")) {
            auto whole = message->as_object();
            whole["jsonrpc"] = "2.0";
            client.send(json::serialize(whole));
        } else {
            client.wait(std::chrono::milliseconds(step.at("wait").as_int64()));
        }
        auto const* expected = step.as_object().if_contains("server");
        json::value wanted = expected ? *expected : json::array();
        auto messages = client.take();
        auto problem = difference(wanted, json::array(messages.begin(), messages.end()), "server");
        BOOST_TEST(problem.empty(), place << ": " << problem);
    }
}

boost::test_tools::assertion_result meta_model_is_there(boost::unit_test::test_unit_id) {
    boost::test_tools::assertion_result result(!meta_model_file().empty());
    result.message() << "the meta model is not there: set ALYX_META_MODEL to lsp-3.17-metaModel.json";
    return result;
}

}  // namespace

BOOST_AUTO_TEST_CASE(transcripts_hold) {
    std::vector<fs::path> files;
    for (auto const& entry : fs::directory_iterator(fs::path(ALYX_ROOT) / "tests/lsp/transcripts"))
        files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    BOOST_TEST_REQUIRE(files.size() > 3);
    for (auto const& file : files) run_transcript(file);
}

BOOST_AUTO_TEST_CASE(the_meta_model_finds_mistakes, *boost::unit_test::precondition(meta_model_is_there)) {
    std::map<std::int64_t, std::string> asked{{1, "textDocument/hover"}};
    auto problem = [&](std::string_view text) { return check_message(parse(text), asked); };
    BOOST_TEST(problem(R"({"jsonrpc": "2.0", "id": 1, "result": null})") == "");
    BOOST_TEST(problem(R"({"jsonrpc": "2.0", "id": 1, "result": {"contents": {"kind": "markdown", "value": ""}}})") ==
               "");
    BOOST_TEST(problem(R"({"jsonrpc": "2.0", "id": 1, "result": {"contents": {"kind": "html", "value": ""}}})") != "");
    BOOST_TEST(problem(R"({"jsonrpc": "2.0", "id": 1, "result": {"contents": "", "mood": 1}})") != "");
    BOOST_TEST(problem(R"({"jsonrpc": "2.0", "method": "window/logMessage", "params": {"type": 9, "message": ""}})") !=
               "");
    BOOST_TEST(problem(R"({"jsonrpc": "2.0", "method": "window/logMessage", "params": {"type": 1}})") != "");
    BOOST_TEST(problem(R"({"jsonrpc": "2.0", "method": "window/shout", "params": {}})") != "");
}

}  // namespace alyx::tests
