// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sinodex {

struct ScoredText {
    std::uint32_t number = 0;
    double score = 0;
};

// A search engine as one would take it off the shelf: texts by number, ranked for a query.
class TextIndex {
 public:
    TextIndex() = default;
    virtual ~TextIndex() = default;
    TextIndex(const TextIndex&) = delete;
    TextIndex& operator=(const TextIndex&) = delete;

    // Each number at most once, and before the first search.
    virtual void add(std::uint32_t number, std::string_view text) = 0;
    // The best `limit` texts, best first. The query is plain words, nothing in it is an operator.
    virtual std::vector<ScoredText> search(const std::string& query, std::size_t limit) = 0;
};

}  // namespace sinodex
