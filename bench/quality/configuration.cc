// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/quality/configuration.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <sstream>

#include "bench/quality/lists.h"
#include "corpus/error.h"

namespace sinodex {
namespace {

const WeightInfo& find_weight(std::string_view name) {
    const auto* const found =
        std::find_if(kWeightTable.begin(), kWeightTable.end(),
                     [&](const WeightInfo& info) { return info.name == name; });
    if (found != kWeightTable.end()) return *found;
    std::string known = "weights are ";
    for (const WeightInfo& info : kWeightTable) {
        known.append(&info == kWeightTable.data() ? "" : ", ").append(info.name);
    }
    throw Error(ErrorKind::usage, "there is no weight \"" + std::string(name) + "\"", known);
}

double parse_value(std::string_view text, const std::string& whole) {
    double value = 0;
    const char* const end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, value);
    if (parsed.ec == std::errc() && parsed.ptr == end && std::isfinite(value)) return value;
    throw Error(ErrorKind::usage,
                "--configuration " + whole + ": \"" + std::string(text) + "\" is not a number");
}

void require_in_range(const WeightInfo& info, double value, const std::string& option) {
    if (value >= info.lowest && value <= info.highest) return;
    std::ostringstream range;
    range << info.name << " is from " << info.lowest << " to " << info.highest;
    throw Error(ErrorKind::usage, option + ": " + range.str());
}

Configuration ablation(const WeightInfo& info) {
    Configuration configuration;
    configuration.name = "no-" + std::string(info.name);
    configuration.changes = std::string(info.name) + ":0";
    require_in_range(info, 0, "--ablation " + std::string(info.name));
    configuration.weights.*info.member = 0;
    return configuration;
}

}  // namespace

Configuration shipped_configuration() { return {"sinodex", "", {}}; }

Configuration parse_configuration(std::string_view text) {
    const std::string whole(text);
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0 || equals + 1 == text.size() ||
        text.find_first_of(" \t/") < equals) {
        throw Error(ErrorKind::usage, "--configuration " + whole + ": is not NAME=WEIGHT:VALUE,...",
                    "for example --configuration plain=lead:0,best_passage:0");
    }
    Configuration configuration;
    configuration.name = text.substr(0, equals);
    configuration.changes = text.substr(equals + 1);
    const std::string option = "--configuration " + whole;
    for (const std::string& part : split_list(configuration.changes)) {
        const std::size_t colon = part.find(':');
        if (colon == std::string::npos) {
            throw Error(ErrorKind::usage, option + ": \"" + part + "\" is not WEIGHT:VALUE");
        }
        const WeightInfo& info = find_weight(std::string_view(part).substr(0, colon));
        const double value = parse_value(std::string_view(part).substr(colon + 1), whole);
        require_in_range(info, value, option);
        configuration.weights.*info.member = value;
    }
    return configuration;
}

std::vector<Configuration> ablations(std::string_view weights) {
    std::vector<Configuration> all;
    if (weights != "all") {
        for (const std::string& name : split_list(weights)) {
            all.push_back(ablation(find_weight(name)));
        }
        return all;
    }
    const Weights in_force;
    for (const WeightInfo& info : kWeightTable) {
        const bool in_use = std::abs(in_force.*info.member) > 0;
        if (info.role != WeightRole::parameter && in_use) all.push_back(ablation(info));
    }
    return all;
}

}  // namespace sinodex
