// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/request/saved_search.h"

#include <algorithm>
#include <array>

#include "corpus/error.h"
#include "corpus/json.h"

namespace sinodex {
namespace {

const std::string& find_search(const std::string& name, const SavedWork* saved) {
    static const SavedWork kNothing;
    const SavedWork& work = saved != nullptr ? *saved : kNothing;
    if (!work.problem.empty()) {
        throw Error(ErrorKind::input, work.problem, "check the permissions of the file");
    }
    const auto found = work.searches.find(name);
    if (found != work.searches.end()) return found->second;
    std::string all;
    for (const auto& [one, request] : work.searches) {
        all.append(all.empty() ? "there are " : ", ").append(one);
    }
    throw Error(ErrorKind::usage, "there is no saved search " + name,
                all.empty() ? "save one: sinodex-search --save NAME QUERY" : all);
}

bool is_kept(std::string_view name) {
    constexpr std::array<std::string_view, 4> kOfAnswers{"format", "since", "explain", "saved"};
    return std::find(kOfAnswers.begin(), kOfAnswers.end(), name) == kOfAnswers.end();
}

}  // namespace

bool depends_on_view(std::string_view name) {
    constexpr std::array<std::string_view, 6> kOfViews{"view", "limit", "unit",
                                                       "top",  "by",    "sort"};
    return std::find(kOfViews.begin(), kOfViews.end(), name) != kOfViews.end();
}

ParameterValues with_saved_search(const ParameterValues& values, const SavedWork* saved) {
    if (!values.has("saved")) return values;
    for (const std::string_view other : {"query", "like"}) {
        if (!values.has(other)) continue;
        throw Error(ErrorKind::usage,
                    values.shown("saved") + " and " + values.shown(other) + " exclude each other");
    }
    const ParameterValues kept = values_of_json(find_search(values.text("saved"), saved));
    ParameterValues both = values;
    for (const Parameter& parameter : kParameters) {
        const std::string_view name = parameter.name;
        const bool other_view = values.has("view") && depends_on_view(name);
        if (!kept.has(name) || !is_kept(name) || values.has(name) || other_view) continue;
        if (values.takes(name)) both.set(name, kept.text(name));
    }
    return both;
}

std::string saved_search(const ParameterValues& values) {
    Json object = Json::object();
    for (const Parameter& parameter : kParameters) {
        const std::string name(parameter.name);
        if (!values.has(name) || !is_kept(name)) continue;
        object[name] = parameter.type == ParameterType::flag ? Json(values.flag(name))
                                                             : Json(values.text(name));
    }
    return dump(object, -1);
}

}  // namespace sinodex
