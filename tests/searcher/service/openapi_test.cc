// SPDX-License-Identifier: GPL-2.0-or-later

// The service's answers are what /openapi.json says of them.

#include "searcher/service/openapi.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "searcher/service/operations.h"
#include "tests/searcher/service/raw_client.h"
#include "tests/searcher/service/running_server.h"
#include "tests/support/matchers.h"

namespace sinodex {
namespace {

using namespace testing;
using nlohmann::json;

// Tells in what a value disagrees with a schema; empty where it does not. It knows the words of
// JSON Schema that our schemas use, and takes a property that a schema does not name for a mistake.
class SchemaCheck {
 public:
    explicit SchemaCheck(const json& document) : document_(document) {}

    std::string against(const json& value, const json& schema, const std::string& at) const {
        if (schema.contains("$ref")) return against(value, referred(schema.at("$ref")), at);
        if (schema.contains("oneOf")) return one_of(value, schema.at("oneOf"), at);
        if (schema.contains("const") && value != schema.at("const")) return at + ": const";
        if (schema.contains("enum") && !contains(schema.at("enum"), value)) return at + ": enum";
        if (schema.contains("minimum") && value < schema.at("minimum")) return at + ": minimum";
        if (schema.contains("maximum") && value > schema.at("maximum")) return at + ": maximum";
        if (!schema.contains("type")) return "";
        if (!has_type(value, schema.at("type"))) return at + ": type";
        if (value.is_object()) return object(value, schema, at);
        if (value.is_array()) return array(value, schema, at);
        return "";
    }

 private:
    static bool contains(const json& list, const json& value) {
        return std::find(list.begin(), list.end(), value) != list.end();
    }

    static bool has_type(const json& value, const std::string& type) {
        if (type == "object") return value.is_object();
        if (type == "array") return value.is_array();
        if (type == "string") return value.is_string();
        if (type == "boolean") return value.is_boolean();
        if (type == "integer") return value.is_number_integer();
        return type == "number" && value.is_number();
    }

    const json& referred(const std::string& reference) const {
        return document_.at(json::json_pointer(reference.substr(1)));
    }

    std::string one_of(const json& value, const json& schemas, const std::string& at) const {
        std::size_t fitting = 0;
        for (const json& one : schemas) fitting += against(value, one, at).empty() ? 1U : 0U;
        return fitting == 1 ? "" : at + ": " + std::to_string(fitting) + " of oneOf";
    }

    std::string object(const json& value, const json& schema, const std::string& at) const {
        for (const json& name : schema.value("required", json::array())) {
            if (!value.contains(name)) return at + ": lacks " + name.get<std::string>();
        }
        const json properties = schema.value("properties", json::object());
        for (const auto& [name, one] : value.items()) {
            const bool known = properties.contains(name);
            if (!known && !schema.contains("additionalProperties")) return at + ": has " + name;
            const json& wanted = known ? properties.at(name) : schema.at("additionalProperties");
            const std::string wrong = against(one, wanted, at + "/" + name);
            if (!wrong.empty()) return wrong;
        }
        return "";
    }

    std::string array(const json& value, const json& schema, const std::string& at) const {
        for (std::size_t i = 0; i < value.size(); ++i) {
            const std::string wrong =
                against(value[i], schema.at("items"), at + "/" + std::to_string(i));
            if (!wrong.empty()) return wrong;
        }
        return "";
    }

    const json& document_;
};

const json& description() {
    static const json document =
        json::parse(RawClient(news_server().port()).get("/openapi.json").body);
    return document;
}

const Operation& operation_of(std::string_view path) {
    for (const Operation& one : operations()) {
        const std::size_t braces = one.path.find('{');
        const bool exact = one.path == path;
        if (exact ||
            (braces != std::string_view::npos && path.starts_with(one.path.substr(0, braces)))) {
            return one;
        }
    }
    throw std::logic_error("no operation");
}

TEST(OpenApi, DescribesEachAnswer) {
    std::set<std::string_view> asked;
    for (const char* target : {
             "/v1/search?q=fined+Alibaba&explain&context=1&limit=20",
             "/v1/search?q=Alibbaba+zzyzzx+%22no+such+phrase%22+(",
             "/v1/search?q=蚂蚁&unit=article&per-article=1&all-versions=true&expand=names,synonyms",
             "/v1/search?q=stakes&view=facets&top=2",
             "/v1/search?q=nothingatall",
             "/v1/search?like=didi",
             "/v1/facets?q=Alibaba",
             "/v1/timeline?q=Alibaba&by=mentioned",
             "/v1/related?q=Didi",
             "/v1/figures?q=Alibaba+fine",
             "/v1/like/fine?limit=3&explain=true",
             "/v1/articles/fine",
             "/v1/articles/mayi",
             "/v1/articles/long",
             "/v1/passages/long%237?context=2",
             "/v1/verify?quotation=The+state+planner+was+not+involved",
             "/v1/verify?quotation=The+state+planner+was+never+involved",
             "/v1/verify?quotation=Something+else+was+said",
             "/v1/suggest?q=fine+ali&cursor=8",
             "/v1/suggest?q=comp",
             "/v1/saved",
             "/v1/entities?q=ali",
             "/v1/names?ids=alibaba,nobody&lang=zh",
             "/v1/entities/alibaba",
         }) {
        const RawResponse response = RawClient(news_server().port()).get(target);
        ASSERT_EQ(response.status, 200) << target << response.body;
        const std::string path = std::string(target).substr(0, std::string(target).find('?'));
        const Operation& operation = operation_of(path);
        asked.insert(operation.path);
        const json& schema =
            description().at("paths").at(operation.path).at("get").at("responses").at("200");
        EXPECT_EQ(SchemaCheck(description())
                      .against(json::parse(response.body),
                               schema.at("content").at("application/json").at("schema"), ""),
                  "")
            << target;
    }
    asked.insert("/v1/export");  // which has no answer as JSON
    EXPECT_EQ(asked.size(), operations().size()) << "an operation was not asked";
}

TEST(OpenApi, DescribesProblems) {
    for (const Operation& operation : operations()) {
        std::string target(operation.path.substr(0, operation.path.find('{')));
        target += operation.argument.empty() ? "?nonsense=1" : "nobody?nonsense=1";
        const RawResponse response = RawClient(news_server().port()).get(target);
        EXPECT_EQ(response.status, 400) << target;
        EXPECT_EQ(SchemaCheck(description())
                      .against(json::parse(response.body),
                               description().at("components").at("schemas").at("Problem"), ""),
                  "")
            << target;
    }
}

TEST(OpenApi, ListsTheParametersThatAreTaken) {
    for (const Operation& operation : operations()) {
        std::set<std::string> listed;
        for (const json& one :
             description().at("paths").at(operation.path).at("get").at("parameters")) {
            if (one.at("in") == "query") listed.insert(one.at("name"));
        }
        for (const Parameter& one : kParameters) {
            const std::string name(one.name);
            const bool taken = find_parameter(name, operation.parameters) != nullptr;
            EXPECT_EQ(listed.contains(name), taken) << operation.path << ' ' << name;
        }
        EXPECT_TRUE(listed.contains("index"));
    }
}

TEST(OpenApi, IsCheckedByACheckThatFindsFaults) {
    const SchemaCheck check(description());
    const json schema = {
        {"type", "object"}, {"required", {"a"}}, {"properties", {{"a", {{"type", "integer"}}}}}};
    EXPECT_EQ(check.against({{"a", 1}}, schema, ""), "");
    for (const json& wrong : {json{{"a", "1"}}, json{{"b", 1}}, json{{"a", 1}, {"b", 1}},
                              json::array(), json(1), json::object()}) {
        EXPECT_NE(check.against(wrong, schema, ""), "") << wrong;
    }
}

}  // namespace
}  // namespace sinodex
