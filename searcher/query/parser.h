#pragma once

#include <string_view>

#include "searcher/query/parsed_query.h"

namespace sinodex {

// Limits that keep any query cheap.
inline constexpr std::size_t kMaxQueryBytes = 1024;
inline constexpr int kMaxNesting = 16;

// Reads a query. It never fails: what is malformed gets its best reading and a warning.
//
//   query  := clause ("OR" clause)*
//   clause := conj conj*                    juxtaposed: words are wanted, all else must hold
//   conj   := item ("AND" item)*
//   item   := ("+" | "-" | "NOT") item | "(" query ")" | phrase | field ":" value | word
//   phrase := '"' text '"'                  straight or curly quotes
//
// Operators are upper case. Neighbouring words are kept together as one `words` node, so that
// analysis sees them as they were written. Thread-safe.
ParsedQuery parse_query(std::string_view query);

}  // namespace sinodex
