// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/quality/sinodex_system.h"

#include "searcher/weighing.h"

namespace sinodex {
namespace {

class SinodexSystem : public RankingSystem {
 public:
    SinodexSystem(Searcher searcher, SearchUnit unit)
        : searcher_(std::move(searcher)), unit_(unit) {}

    Ranking search(const std::string& query, std::size_t limit) override {
        SearchRequest request;
        request.query = query;
        request.unit = unit_;
        request.limit = limit;
        request.texts = false;
        request.carried = true;
        request.collapse = false;  // judgements are of each version
        Ranking ranking;
        for (SearchHit& hit : searcher_.search(request).hits) {
            ranking.push_back({std::move(hit.id), hit.score});
        }
        return ranking;
    }

 private:
    Searcher searcher_;
    SearchUnit unit_;
};

}  // namespace

std::unique_ptr<RankingSystem> make_sinodex_system(const std::string& database, SearchUnit unit,
                                                   const Weights& weights) {
    return std::make_unique<SinodexSystem>(Weighing::open(database, weights), unit);
}

std::unique_ptr<RankingSystem> make_sinodex_system(const Searcher& searcher, SearchUnit unit,
                                                   const Weights& weights) {
    return std::make_unique<SinodexSystem>(Weighing::of(searcher, weights), unit);
}

}  // namespace sinodex
