#pragma once

#include <string>

#include "corpus/program/program.h"
#include "searcher/rendering/text.h"
#include "searcher/searcher.h"

namespace sinodex {

struct Output {
    std::string format;
    TextStyle style;
};

// --view figures: prints the figures for a query. The number of groups.
std::size_t run_figures(const Searcher& searcher, const SearchRequest& request,
                        const std::string& qid, const Output& output);

// --verify: prints whether the operands (or standard input) stand in the collection.
ExitStatus run_verify(const Arguments& arguments, const Searcher& searcher, const Output& output);

// --like: what to search for instead of a query; the operands are a filter. Throws Error (usage)
// when other options exclude it.
SearchResult search_like(const Arguments& arguments, const Searcher& searcher,
                         const SearchRequest& request);

}  // namespace sinodex
