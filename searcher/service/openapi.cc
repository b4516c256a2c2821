// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/openapi.h"

#include "corpus/json.h"
#include "corpus/program/help.h"
#include "searcher/service/answer_rendering.h"
#include "searcher/service/operations.h"
#include "searcher/service/parameter_schema.h"

namespace sinodex {
namespace {

Json reference(std::string_view schema) {
    return {{"$ref", "#/components/schemas/" + std::string(schema)}};
}

// The values of a format are those that the operation has.
Json value_schema(const Operation& operation, const Parameter& parameter) {
    if (parameter.name != "format") return parameter_schema(parameter);
    std::vector<std::string_view> formats;
    for (const ResultFormat one : operation.formats) {
        formats.push_back(kFormatNames[static_cast<std::size_t>(one)]);
    }
    return parameter_schema(parameter, formats);
}

Json parameter_json(const Operation& operation, const Parameter& parameter) {
    Json object{{"name", parameter.name},
                {"in", "query"},
                {"description", parameter.help},
                {"schema", value_schema(operation, parameter)}};
    if (parameter.type == ParameterType::list) {
        object["style"] = "form";
        object["explode"] = false;
    }
    return object;
}

Json parameters_json(const Operation& operation) {
    Json list = Json::array();
    if (!operation.argument.empty()) {
        list.push_back({{"name", "id"},
                        {"in", "path"},
                        {"required", true},
                        {"description", operation.argument},
                        {"schema", {{"type", "string"}}}});
    }
    for (const Parameter& one : operation.parameters) {
        list.push_back(parameter_json(operation, one));
    }
    return list;
}

Json responses_json(const Operation& operation) {
    Json content = Json::object();
    for (const ResultFormat format : operation.formats) {
        const std::string type(media_type(format));
        const bool json = format == ResultFormat::json;
        content[type]["schema"] = json ? reference(operation.schema) : Json{{"type", "string"}};
    }
    return {{"200",
             {{"description", operation.summary},
              {"headers",
               {{"ETag",
                 {{"description", "Changes with the database's revision."},
                  {"schema", {{"type", "string"}}}}}}},
              {"content", std::move(content)}}},
            {"304", {{"description", "The client has it already, as If-None-Match says."}}},
            {"default",
             {{"description", "A problem."},
              {"content", {{"application/problem+json", {{"schema", reference("Problem")}}}}}}}};
}

Json paths_json() {
    Json paths = Json::object();
    for (const Operation& operation : operations()) {
        paths[std::string(operation.path)]["get"] = {{"operationId", operation.id},
                                                     {"summary", operation.summary},
                                                     {"parameters", parameters_json(operation)},
                                                     {"responses", responses_json(operation)}};
    }
    return paths;
}

}  // namespace

std::string openapi_json() {
    Json object{{"openapi", "3.1.0"},
                {"info",
                 {{"title", "Sinodex"},
                  {"version", version_text()},
                  {"summary", "Passages that answer a query, from a collection of articles."},
                  {"license", {{"name", "GPL-2.0-or-later"}}}}},
                {"servers", Json::array({{{"url", "/"}}})},
                {"paths", paths_json()}};
    object["components"]["schemas"] = parsed_json(openapi_schemas());
    object["components"]["securitySchemes"]["token"] = {{"type", "http"}, {"scheme", "bearer"}};
    object["security"] = Json::array({Json::object(), {{"token", Json::array()}}});
    return dump(object, 2) + "\n";
}

}  // namespace sinodex
