#pragma once

#include <string>

#include "corpus/program/program.h"
#include "searcher/cli/output.h"
#include "searcher/searcher.h"

namespace sinodex {

// --verify: prints whether the operands (or standard input) stand in the collection.
ExitStatus run_verify(const Arguments& arguments, const Searcher& searcher, const Output& output);

// --like: what to search for instead of a query; the operands are a filter. Throws Error (usage)
// when other options exclude it.
SearchResult search_like(const Arguments& arguments, const Searcher& searcher,
                         const SearchRequest& request);

}  // namespace sinodex
