// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "searcher/request/request.h"
#include "searcher/saved/saved_file.h"
#include "searcher/service/http/http_message.h"

namespace sinodex {

struct Operation;

// Holds what an operation is to answer.
struct ApiCall {
    const Operation& operation;
    const HttpRequest& http;  // its argument, deadline and flag
    const Searcher& index;
    const SavedFile& saved;  // what the user keeps beside it
    ParameterValues& values;
};

// One address of /v1/.
struct Operation {
    std::string_view path;      // "/v1/facets", "/v1/articles/{id}"
    std::string_view id;        // how programs made from /openapi.json call it
    std::string_view summary;   // one line
    std::string_view argument;  // what stands for {id}
    std::string_view schema;    // of its answers as JSON, if it has any: a name of openapi.h's
    std::vector<ResultFormat> formats;  // the first one where a request names none
    std::vector<Parameter> parameters;  // that may be given
    HttpResponse (*answer)(const ApiCall& call);
};

// The one place where the addresses of /v1/ are listed: they are served, described in /openapi.json
// and tested by it.
const std::vector<Operation>& operations();

// The parameter that says which of several databases is meant.
inline constexpr std::string_view kIndexParameter = "index";

// A request may ask for so many hits, and for so many passages with those around them: what an
// answer takes of memory is bounded by that.
inline constexpr std::uint64_t kMostServedHits = 10'000;
inline constexpr std::uint64_t kMostServedPassages = 20'000;

}  // namespace sinodex
