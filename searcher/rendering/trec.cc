// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rendering/trec.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace sinodex {
namespace {

std::string one_word(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }, '_');
    return text;
}

}  // namespace

void render_trec(const SearchResult& result, const std::string& qid, std::ostream& out) {
    std::array<char, 64> score{};
    for (const SearchHit& hit : result.hits) {
        // Enough digits that scores that differ stay apart.
        std::snprintf(score.data(), score.size(), "%.9g", hit.score);
        out << qid << " Q0 " << one_word(hit.id) << ' ' << hit.rank << ' ' << score.data()
            << " sinodex\n";
    }
}

}  // namespace sinodex
