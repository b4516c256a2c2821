// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rendering/trec.h"

#include <gtest/gtest.h>

#include <cmath>
#include <sstream>

#include "tests/searcher/rendering/columns.h"
#include "tests/searcher/rendering/sample_result.h"

namespace sinodex {
namespace {

TEST(RenderTrec, PrintsSixColumns) {
    std::ostringstream out;
    render_trec(testing::sample_result(), "7", out);
    EXPECT_EQ(out.str(), "7 Q0 wire/a_b.txt#2 1 12.5 sinodex\n7 Q0 bare#0 2 1e-07 sinodex\n");
}

TEST(RenderTrec, KeepsScoresApartThatDiffer) {
    SearchResult result;
    for (std::size_t i = 0; i < 50; ++i) {
        SearchHit hit;
        hit.rank = i + 1;
        hit.id = "tab\tand\nline";
        hit.score = 20 - 1e-6 * static_cast<double>(i);
        result.hits.push_back(hit);
    }
    std::ostringstream out;
    render_trec(result, "q", out);
    double before = INFINITY;
    for (const std::string& line : testing::lines_of(out.str())) {
        std::istringstream columns(line);
        std::string qid, zero, id, tag, more;
        std::size_t rank = 0;
        double score = 0;
        ASSERT_TRUE(columns >> qid >> zero >> id >> rank >> score >> tag) << line;
        EXPECT_FALSE(columns >> more) << line;
        EXPECT_EQ(id, "tab_and_line");
        EXPECT_LT(score, before);
        before = score;
    }
}

}  // namespace
}  // namespace sinodex
