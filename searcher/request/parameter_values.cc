// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/request/parameter_values.h"

#include <algorithm>
#include <charconv>
#include <sstream>
#include <stdexcept>

#include "corpus/error.h"
#include "corpus/json.h"

namespace sinodex {
namespace {

std::string joined(std::span<const std::string_view> values, std::string_view separator) {
    std::string all;
    for (const std::string_view one : values) all.append(all.empty() ? "" : separator).append(one);
    return all;
}

std::string parameter_names(std::span<const Parameter> table) {
    std::vector<std::string_view> names;
    for (const Parameter& parameter : table) names.push_back(parameter.name);
    return joined(names, ", ");
}

std::string text_of(const std::string& name, const Json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_array()) {
        std::string all;
        for (const auto& one : value) {
            if (one.is_array()) {
                throw Error(ErrorKind::usage, name + ": a list within a list is no value");
            }
            all.append(all.empty() ? "" : ",").append(text_of(name, one));
        }
        return value.empty() ? "none" : all;
    }
    if (value.is_object()) {
        throw Error(ErrorKind::usage, name + ": an object is no value of a parameter");
    }
    return dump(value, -1);
}

}  // namespace

void ParameterValues::set(std::string_view name, std::string value) {
    const Parameter* parameter = find_parameter(name, table_);
    if (parameter == nullptr) {
        throw Error(ErrorKind::usage, "there is no parameter " + std::string(name),
                    "there are " + parameter_names(table_));
    }
    given_[std::string(parameter->name)] = std::move(value);
}

void ParameterValues::fix(std::string_view name, std::string value) {
    given_[std::string(known(name).name)] = std::move(value);
}

const Parameter& ParameterValues::known(std::string_view name) const {
    const Parameter* parameter = find_parameter(name, table_);
    if (parameter == nullptr) parameter = find_parameter(name);
    if (parameter == nullptr) throw std::logic_error("no parameter " + std::string(name));
    return *parameter;
}

bool ParameterValues::has(std::string_view name) const { return given_.contains(known(name).name); }

std::string ParameterValues::text(std::string_view name) const {
    const Parameter& parameter = known(name);
    const auto given = given_.find(parameter.name);
    return given != given_.end() ? given->second : std::string(parameter.default_value);
}

std::uint64_t ParameterValues::number(std::string_view name) const {
    const auto [least, most] = std::pair(known(name).least, known(name).most);
    const std::string value = text(name);
    std::uint64_t number = 0;
    const char* end = value.data() + value.size();
    const auto parsed = std::from_chars(value.data(), end, number);
    if (parsed.ec != std::errc() || parsed.ptr != end || number < least || number > most) {
        throw Error(ErrorKind::usage, shown(name) + ": " + value + " is not a number from " +
                                          std::to_string(least) + " to " + std::to_string(most));
    }
    return number;
}

bool ParameterValues::flag(std::string_view name) const {
    if (!has(name)) return false;
    const std::string value = text(name);
    if (value.empty() || value == "true" || value == "1") return true;
    if (value == "false" || value == "0") return false;
    throw Error(ErrorKind::usage, shown(name) + ": " + value + " is not one of true, false");
}

std::vector<std::string> ParameterValues::list(std::string_view name) const {
    const auto values = known(name).values;
    const std::string given = text(name);
    if (given == "all") return {values.begin(), values.end()};
    std::vector<std::string> some;
    std::istringstream parts(given == "none" ? "" : given);
    for (std::string one; std::getline(parts, one, ',');) {
        if (std::find(values.begin(), values.end(), one) == values.end()) {
            throw Error(ErrorKind::usage, shown(name) + ": '" + one + "' is none of its values",
                        "all, none, or some of " + joined(values, ","));
        }
        some.push_back(std::move(one));
    }
    return some;
}

std::size_t ParameterValues::choice_index(std::string_view name) const {
    const auto values = known(name).values;
    const std::string value = text(name);
    const auto found = std::find(values.begin(), values.end(), value);
    if (found != values.end()) return static_cast<std::size_t>(found - values.begin());
    throw Error(ErrorKind::usage,
                shown(name) + ": " + value + " is not one of " + joined(values, ", "));
}

std::string ParameterValues::shown(std::string_view name) const {
    return (wording_ == Wording::options ? "--" : "") + std::string(name);
}

std::string ParameterValues::shown(std::string_view name, std::string_view value) const {
    return shown(name) + (wording_ == Wording::options ? " " : "=") + std::string(value);
}

std::string percent_decoded(std::string_view text) {
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            decoded.push_back(text[i] == '+' ? ' ' : text[i]);
            continue;
        }
        const std::string_view digits = text.substr(i + 1, 2);
        unsigned char byte = 0;
        const char* end = digits.data() + digits.size();
        const auto parsed = std::from_chars(digits.data(), end, byte, 16);
        if (digits.size() < 2 || parsed.ec != std::errc() || parsed.ptr != end) {
            throw Error(ErrorKind::usage,
                        "the query string holds a % without two hexadecimal digits",
                        "write a % as %25");
        }
        decoded.push_back(static_cast<char>(byte));
        i += 2;
    }
    return decoded;
}

std::vector<std::pair<std::string, std::string>> pairs_of_query_string(std::string_view text) {
    std::vector<std::pair<std::string, std::string>> pairs;
    if (text.starts_with('?')) text.remove_prefix(1);
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('&'), text.size());
        const std::string_view pair = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (pair.empty()) continue;
        const std::size_t equal = std::min(pair.find('='), pair.size());
        const std::string_view value = pair.substr(std::min(equal + 1, pair.size()));
        pairs.emplace_back(percent_decoded(pair.substr(0, equal)), percent_decoded(value));
    }
    return pairs;
}

ParameterValues values_of_query_string(std::string_view text) {
    ParameterValues values;
    for (auto& [name, value] : pairs_of_query_string(text)) values.set(name, std::move(value));
    return values;
}

void set_values(ParameterValues& values, std::string_view json) {
    const Json object = parsed_json(json);
    if (!object.is_object()) {
        throw Error(ErrorKind::usage, "the request is no JSON object",
                    R"(as in {"query": "Hangzhou deals", "limit": 20})");
    }
    for (const auto& [name, value] : object.items()) {
        if (value.is_null()) continue;
        values.set(name, text_of(name, value));
    }
}

ParameterValues values_of_json(std::string_view text) {
    ParameterValues values;
    set_values(values, text);
    return values;
}

}  // namespace sinodex
