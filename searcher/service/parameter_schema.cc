// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/parameter_schema.h"

namespace sinodex {
namespace {

Json number_schema(const Parameter& parameter) {
    Json schema{{"type", "integer"}, {"minimum", parameter.least}, {"maximum", parameter.most}};
    if (!parameter.default_value.empty()) {
        schema["default"] = std::stoull(std::string(parameter.default_value));
    }
    return schema;
}

Json names(std::span<const std::string_view> values) {
    Json list = Json::array();
    for (const std::string_view value : values) list.push_back(value);
    return list;
}

Json choice_schema(const Parameter& parameter, std::span<const std::string_view> values) {
    return {{"type", "string"}, {"enum", names(values)}, {"default", parameter.default_value}};
}

Json list_schema(const Parameter& parameter, std::span<const std::string_view> values) {
    Json some = names(values);
    for (const char* one : {"all", "none"}) some.push_back(one);
    return {{"type", "array"},
            {"items", {{"enum", std::move(some)}}},
            {"default", Json::array({parameter.default_value})}};
}

}  // namespace

Json parameter_schema(const Parameter& parameter, std::span<const std::string_view> values) {
    switch (parameter.type) {
        case ParameterType::number:
            return number_schema(parameter);
        case ParameterType::choice:
            return choice_schema(parameter, values);
        case ParameterType::list:
            return list_schema(parameter, values);
        case ParameterType::flag:
            return {{"type", "boolean"}, {"default", false}};
        case ParameterType::text:
            break;
    }
    return {{"type", "string"}};
}

}  // namespace sinodex
