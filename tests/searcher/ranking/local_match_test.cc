// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/local_match.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <sstream>

#include "corpus/schema/fields.h"
#include "corpus/schema/generation.h"
#include "indexer/indexer.h"
#include "searcher/ranking/synonym_query.h"
#include "tests/support/temporary_folder.h"

// What is found is held against what Xapian's own matcher finds of the same query.

namespace sinodex {
namespace {

using Match = MatchQuery::Kind;
using testing::TemporaryFolder;

class Randomly {
 public:
    explicit Randomly(unsigned seed) : engine_(seed) {}
    unsigned below(unsigned limit) { return static_cast<unsigned>(engine_()) % limit; }

    // Low numbers come often. Most of them stand for no word of English.
    std::string word() { return "wq" + std::to_string(below(1U << (1 + below(9)))); }

    std::string article(unsigned number) {
        std::string text = R"({"id": "a)" + std::to_string(number) + R"(", "text": ")";
        for (unsigned i = 5 + below(80); i > 0; --i) text.append(word()).append(" ");
        return text + "\"}\n";
    }

    MatchQuery matched(unsigned depth) {
        const unsigned kind = depth == 0 ? 0 : below(6);
        if (kind == 1 || kind == 2) return group(Match::all, depth);
        if (kind == 3) return group(Match::any, depth);
        if (kind == 4) {
            std::vector<MatchQuery> both;
            both.push_back(matched(depth - 1));
            both.push_back(matched(depth - 1));
            return MatchQuery::of(Match::without, std::move(both));
        }
        return MatchQuery::of_term(word());
    }

    MatchQuery weighed(const IndexReader& index) {
        std::vector<MatchQuery> parts;
        for (unsigned i = 1 + below(5); i > 0; --i) {
            MatchQuery part = MatchQuery::of_term(word(), 1 + below(3));
            if (below(3) == 0) {
                std::vector<WayOfSaying> ways;
                for (unsigned k = 1 + below(5); k > 0; --k) {
                    ways.push_back({word()});
                    if (below(3) == 0) ways.back().push_back(word());
                }
                part = synonym_query(ways, index);
            }
            if (below(3) == 0) part = MatchQuery::scaled(std::move(part), 0.1 + below(10) / 7.0);
            parts.push_back(std::move(part));
        }
        return MatchQuery::of(Match::any, std::move(parts));
    }

    MatchQuery query(const IndexReader& index) {
        MatchQuery query = weighed(index);
        for (unsigned i = below(3); i > 0; --i) {
            std::vector<MatchQuery> both;
            if (i == 1) {
                both.push_back(MatchQuery::scaled(matched(3), 0));
                both.push_back(std::move(query));
            } else {
                both.push_back(std::move(query));
                both.push_back(weighed(index));
            }
            query = MatchQuery::of(Match::maybe, std::move(both));
            if (i == 2) break;
        }
        return query;
    }

 private:
    MatchQuery group(Match kind, unsigned depth) {
        std::vector<MatchQuery> children;
        for (unsigned i = 2 + below(2); i > 0; --i) children.push_back(matched(depth - 1));
        return MatchQuery::of(kind, std::move(children));
    }

    std::mt19937 engine_;
};

// Articles in several segments, some of them read anew, so that there are deleted ones.
void make_index(const std::string& database, unsigned runs) {
    Randomly random(runs);
    unsigned articles = 900;
    for (unsigned run = 0; run < runs; ++run) {
        std::string lines;
        for (unsigned i = 0; i < articles; ++i) lines += random.article(run * 880 + i);
        articles /= 10;
        std::istringstream input(lines);
        IndexOptions options;
        options.database = database;
        options.paths = {"-"};
        options.standard_input = &input;
        index_documents(options);
    }
}

struct Ranked {
    std::string id;
    double score;
};

std::string id_of(const IndexReader& index, Xapian::docid document) {
    return index.record(document).id;
}

std::vector<Ranked> by_xapian(const IndexReader& index, const MatchQuery& query,
                              const Weights& weights) {
    Xapian::Enquire enquire(index.database());
    enquire.set_query(query.to_xapian());
    enquire.set_weighting_scheme(
        Xapian::BM25Weight(weights.k1, 0, 1, weights.b, weights.min_length));
    const Xapian::MSet set = enquire.get_mset(0, index.database().get_doccount());
    std::vector<Ranked> ranked;
    for (auto at = set.begin(); at != set.end(); ++at) {
        if (!index.is_deleted(*at)) ranked.push_back({id_of(index, *at), at.get_weight()});
    }
    // Scores that are equal but for their last bits.
    const auto better = [](const Ranked& a, const Ranked& b) {
        if (std::abs(a.score - b.score) > 1e-10 * a.score) return a.score > b.score;
        return a.id < b.id;
    };
    std::sort(ranked.begin(), ranked.end(), better);
    return ranked;
}

void expect_same(const IndexReader& index, const MatchQuery& query, std::size_t step) {
    const Weights weights;
    SCOPED_TRACE(query.to_xapian().get_description());
    ASSERT_TRUE(LocalMatch::can_run(query, index));
    const std::vector<Ranked> expected = by_xapian(index, query, weights);
    LocalMatch match(index, query, weights, {});
    std::size_t rank = 0;
    for (;;) {
        const std::vector<RankedArticle> next = match.get(rank, step);
        EXPECT_EQ(match.matches(), expected.size());
        for (const RankedArticle& one : next) {
            ASSERT_LT(rank, expected.size());
            EXPECT_EQ(id_of(index, one.document), expected[rank].id) << rank;
            EXPECT_NEAR(one.score, expected[rank].score, 1e-9 * expected[rank].score);
            ++rank;
        }
        if (next.size() < step) break;
        step *= 2;
    }
    EXPECT_EQ(rank, expected.size());
}

TEST(LocalMatch, FindsAndWeighsAsXapianDoes) {
    for (const unsigned runs : {1U, 3U}) {
        const TemporaryFolder folder;
        make_index(folder / "db", runs);
        const IndexReader index(current_generation_path(folder / "db"));
        EXPECT_EQ(index.segments().size() > 1, runs > 1);
        EXPECT_EQ(index.has_deleted(), runs > 1);
        Randomly random(7);
        for (int i = 0; i < 300; ++i) {
            expect_same(index, random.query(index), 1 + random.below(40));
            if (HasFatalFailure()) return;
        }
    }
}

TEST(LocalMatch, LeavesToXapianWhatItDoesNotKnow) {
    const TemporaryFolder folder;
    make_index(folder / "db", 1);
    const IndexReader index(current_generation_path(folder / "db"));
    EXPECT_TRUE(LocalMatch::can_run(MatchQuery::of_term("wq1"), index));
    EXPECT_FALSE(LocalMatch::can_run(MatchQuery{Match::everything}, index));
    MatchQuery dates{Match::dates};
    dates.from = "2020";
    dates.to = "2021";
    EXPECT_FALSE(LocalMatch::can_run(MatchQuery::scaled(dates, 0), index));
    EXPECT_FALSE(LocalMatch::can_run(MatchQuery::of_term("wq1"), IndexReader(index.database())));
}

}  // namespace
}  // namespace sinodex
