// Reads types of the meta model, and compares values with them: members that it does not know are wrong too.
#include "tests/lsp/meta_model.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <vector>

namespace alyx::tests {
namespace {

namespace json = boost::json;

class MetaModel {
  public:
    explicit MetaModel(std::string const& file) {
        std::ifstream in(file, std::ios::binary);
        json::stream_parser parser;
        parser.write(std::string(std::istreambuf_iterator<char>(in), {}));
        model_ = parser.release();
        for (auto kind : {"structures", "enumerations", "typeAliases"})
            for (auto const& type : model_.at(kind).as_array()) types_[text(type.at("name"))] = {kind, &type};
        for (auto kind : {"requests", "notifications"})
            for (auto const& method : model_.at(kind).as_array()) methods_[text(method.at("method"))] = &method;
    }

    std::string check_params(std::string const& method, json::value const& params) const {
        auto known = methods_.find(method);
        if (known == methods_.end()) return method + " is no method of the protocol";
        auto const* type = known->second->as_object().if_contains("params");
        return type ? check(*type, params, method) : "";
    }
    std::string check_result(std::string const& method, json::value const& result) const {
        auto known = methods_.find(method);
        if (known == methods_.end()) return "a result for " + method + ", which is no method of the protocol";
        return check(known->second->at("result"), result, method);
    }

  private:
    static std::string text(json::value const& value) { return std::string(value.as_string()); }

    std::string check(json::value const& type, json::value const& value, std::string const& path) const {
        auto kind = text(type.at("kind"));
        if (kind == "base")
            return is_base(text(type.at("name")), value) ? "" : path + " is no " + text(type.at("name"));
        if (kind == "reference") return check_reference(text(type.at("name")), value, path);
        if (kind == "array") {
            if (!value.is_array()) return path + " is no array";
            for (std::size_t i = 0; i < value.as_array().size(); ++i) {
                auto problem = check(type.at("element"), value.as_array()[i], path + "[" + std::to_string(i) + "]");
                if (!problem.empty()) return problem;
            }
            return "";
        }
        if (kind == "map") {
            if (!value.is_object()) return path + " is no object";
            for (auto const& [key, item] : value.as_object()) {
                auto problem = check(type.at("value"), item, path + "." + std::string(key));
                if (!problem.empty()) return problem;
            }
            return "";
        }
        if (kind == "or") {
            std::string problems;
            for (auto const& item : type.at("items").as_array()) {
                auto problem = check(item, value, path);
                if (problem.empty()) return "";
                problems += (problems.empty() ? "" : ", or ") + problem;
            }
            return problems;
        }
        if (kind == "literal") return check_members({&type.at("value")}, value, path);
        if (kind == "stringLiteral")
            return value == type.at("value") ? "" : path + " is not `" + text(type.at("value")) + "`";
        if (kind == "tuple") return value.is_array() ? "" : path + " is no tuple";
        return path + ": a kind of type that the test does not know: " + kind;
    }

    static bool is_base(std::string const& name, json::value const& value) {
        bool whole = value.is_int64() || value.is_uint64();
        if (name == "integer") return whole;
        if (name == "uinteger") return value.is_uint64() || (value.is_int64() && value.as_int64() >= 0);
        if (name == "decimal") return value.is_number();
        if (name == "boolean") return value.is_bool();
        if (name == "null") return value.is_null();
        return value.is_string();
    }

    std::string check_reference(std::string const& name, json::value const& value, std::string const& path) const {
        if (name == "LSPAny" || name == "LSPObject" || name == "LSPArray") return "";
        auto const& [kind, type] = types_.at(name);
        if (kind == "typeAliases") return check(type->at("type"), value, path);
        if (kind == "enumerations") {
            auto const* open = type->as_object().if_contains("supportsCustomValues");
            for (auto const& known : type->at("values").as_array())
                if (known.at("value") == value) return "";
            return open && open->as_bool() ? check(type->at("type"), value, path) : path + " is no " + name;
        }
        std::vector<json::value const*> parts;
        collect(*type, parts);
        return check_members(parts, value, path);
    }

    /// The structure and those it extends or mixes in.
    void collect(json::value const& structure, std::vector<json::value const*>& parts) const {
        parts.push_back(&structure);
        for (auto kind : {"extends", "mixins"})
            if (auto const* others = structure.as_object().if_contains(kind))
                for (auto const& other : others->as_array()) collect(*types_.at(text(other.at("name"))).second, parts);
    }

    std::string check_members(std::vector<json::value const*> const& parts, json::value const& value,
                              std::string const& path) const {
        if (!value.is_object()) return path + " is no object";
        std::map<std::string, json::value const*> known;
        for (auto const* part : parts)
            for (auto const& property : part->at("properties").as_array())
                known.emplace(text(property.at("name")), &property);
        for (auto const& [key, member] : value.as_object()) {
            auto property = known.find(std::string(key));
            if (property == known.end()) return path + "." + std::string(key) + " is not in the protocol";
            auto problem = check(property->second->at("type"), member, path + "." + std::string(key));
            if (!problem.empty()) return problem;
        }
        for (auto const& [name, property] : known) {
            auto const* optional = property->as_object().if_contains("optional");
            bool needed = !optional || !optional->as_bool();
            if (needed && !value.as_object().contains(name)) return path + "." + name + " is missing";
        }
        return "";
    }

    json::value model_;
    std::map<std::string, std::pair<std::string, json::value const*>> types_;
    std::map<std::string, json::value const*> methods_;
};

}  // namespace

std::string meta_model_file() {
    auto const* named = std::getenv("ALYX_META_MODEL");
    std::string file = named ? named : ALYX_META_MODEL;
    return std::filesystem::exists(file) ? file : "";
}

std::string check_message(json::value const& message, std::map<std::int64_t, std::string> const& asked) {
    static auto const file = meta_model_file();
    if (file.empty()) return "";
    static MetaModel const model(file);
    auto const& object = message.as_object();
    if (object.at("jsonrpc") != "2.0") return "`jsonrpc` is missing";
    if (auto const* method = object.if_contains("method")) {
        auto const* params = object.if_contains("params");
        return model.check_params(std::string(method->as_string()), params ? *params : json::value());
    }
    if (object.contains("error")) return "";
    auto const& id = object.at("id");
    if (!id.is_int64()) return "";
    auto method = asked.find(id.as_int64());
    // Methods of our own, which the protocol leaves to us.
    if (method != asked.end() && method->second.starts_with("alyx/")) return "";
    return method == asked.end() ? "a response to nothing" : model.check_result(method->second, object.at("result"));
}

}  // namespace alyx::tests
