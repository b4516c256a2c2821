// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/schema/index_reader.h"
#include "corpus/schema/terms.h"
#include "searcher/query/parsed_query.h"

namespace sinodex {

// The most index terms that the beginning of a word stands for.
inline constexpr std::size_t kMaxCompletions = 100;

// The index terms of all words that begin with `beginning`, folded; without their field's prefix,
// sorted. The index of stems is asked for stems that begin so, and for the stems of whatever
// endings may complete the beginning: "regulation" stands for "regul". The most frequent
// kMaxCompletions of them; the second is true when there were more.
std::pair<std::vector<std::string>, bool> completions(std::string_view beginning,
                                                      std::string_view field_prefix, bool stems,
                                                      const Xapian::Database& database,
                                                      TermMaker& terms);

// The completions within one query: each is looked up once, and warns once where it was cut.
class Prefixes {
 public:
    Prefixes(const IndexReader& index, TermMaker& terms) : index_(index), terms_(terms) {}

    // `span`: of the query, to warn of. Valid as long as this.
    const std::vector<std::string>& of(std::string_view beginning, std::string_view field_prefix,
                                       bool stems, ByteRange span,
                                       std::vector<QueryWarning>& warnings);

 private:
    const IndexReader& index_;
    TermMaker& terms_;
    std::map<std::string, std::vector<std::string>> known_;
};

}  // namespace sinodex
