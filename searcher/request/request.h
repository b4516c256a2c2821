// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "searcher/request/parameter_values.h"
#include "searcher/saved/saved_work.h"
#include "searcher/searcher.h"

namespace sinodex {

// From names and values to an answer, in the same way for a command line, a prompt, a line of JSON
// and a query string:
//
//   const Request request = decode_request(values_of_query_string("q=Hangzhou+deals&limit=20"));
//   const Answer answer = answer_request(searcher, request);
//   std::visit([&](const auto& found) { render(found); }, answer);
//
// A service that bounds its searches sets request.search.deadline and request.search.cancelled in
// between. kParameters lists what may be given, for help, completion and descriptions of an
// interface.

// All that a request says.
struct Request {
    SearchRequest search;  // but for `since`, which answer_request() resolves
    View view = View::passages;
    ResultFormat format = ResultFormat::text;
    HitOrder order = HitOrder::score;
    std::size_t top = 10;  // facets, related
    TimelineBy by = TimelineBy::published;
    std::optional<std::string> like;   // the id of what to find more like
    std::optional<std::string> since;  // as Searcher::revision_named reads it
    // Holds the user's own work, of which hits tell, or none; its tags are in `search`.
    std::shared_ptr<const SavedWork> saved;
};

// `saved`: what tag:NAME in queries and the parameter saved refer to; may be null. Throws Error
// (usage) for a value that is none, and for parameters that mean nothing together; (input) for
// saved=NAME where the user's work cannot be read.
Request decode_request(const ParameterValues& values,
                       const std::shared_ptr<const SavedWork>& saved = nullptr);

using Answer = std::variant<SearchResult, Facets, Timeline, RelatedEntities, Figures>;

// Throws Error as the Searcher does.
Answer answer_request(const Searcher& searcher, const Request& request);

}  // namespace sinodex
