// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/quality/expectations.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "bench/quality/figures.h"
#include "corpus/error.h"

namespace sinodex {
namespace {

using SortedJson = nlohmann::json;

constexpr const char* kShape =
    R"(it looks like {"tolerance": 0.01, "collections": {"NAME": {"nDCG@10": 0.8}}})";

Expectations parse(const SortedJson& json) {
    Expectations expectations;
    expectations.tolerance = json.value("tolerance", expectations.tolerance);
    json.at("collections").get_to(expectations.collections);
    return expectations;
}

double found_value(const QualityReport& report, const CollectionReport& collection,
                   const std::string& measure) {
    const auto place = std::find(report.measures.begin(), report.measures.end(), measure);
    if (place == report.measures.end()) {
        throw Error(ErrorKind::usage, measure + " is expected but not measured");
    }
    const Assessment& assessment = collection.assessment;
    const auto index = static_cast<std::size_t>(place - report.measures.begin());
    return assessment.systems[assessment.reference].figures[index].mean;
}

}  // namespace

Expectations read_expectations(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw Error(ErrorKind::input, path + ": cannot be opened");
    try {
        return parse(SortedJson::parse(in));
    } catch (const SortedJson::exception& error) {
        throw Error(ErrorKind::input, path + ": " + error.what(), kShape);
    }
}

std::vector<std::string> check_expectations(const Expectations& expectations,
                                            const QualityReport& report) {
    std::vector<std::string> falls;
    for (const CollectionReport& collection : report.collections) {
        const auto expected = expectations.collections.find(collection.name);
        if (expected == expectations.collections.end()) {
            throw Error(ErrorKind::usage, "nothing is expected of " + collection.name, kShape);
        }
        for (const auto& [measure, value] : expected->second) {
            const double found = found_value(report, collection, measure);
            if (found >= value - expectations.tolerance) continue;
            falls.push_back(collection.name + ": " + measure + " fell: expected " +
                            fixed(value, 4) + ", found " + fixed(found, 4) + " (tolerance " +
                            fixed(expectations.tolerance, 4) + ")");
        }
    }
    return falls;
}

}  // namespace sinodex
