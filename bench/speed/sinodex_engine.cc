// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/speed/engines.h"
#include "bench/speed/systems.h"
#include "searcher/searcher.h"

namespace sinodex {
namespace {

class SinodexEngine : public Engine {
 public:
    SinodexEngine(const std::string& database, SearchUnit unit, bool texts) : searcher_(database) {
        request_.unit = unit;
        request_.texts = texts;
        request_.limit = kHits;
    }

    std::size_t search(const SpeedQuery& query) override {
        request_.query = sinodex_query(query);
        return searcher_.search(request_).hits.size();
    }

 private:
    Searcher searcher_;
    SearchRequest request_;
};

}  // namespace

std::string sinodex_query(const SpeedQuery& query) {
    std::string text = query.text;
    if (!query.from.empty()) text.append(" date:" + query.from + ".." + query.to);
    if (!query.source.empty()) text.append(" source:\"" + query.source + "\"");
    return text;
}

std::unique_ptr<Engine> open_sinodex_passages(const std::string& database) {
    return std::make_unique<SinodexEngine>(database, SearchUnit::passage, true);
}

std::unique_ptr<Engine> open_sinodex_articles(const std::string& database) {
    return std::make_unique<SinodexEngine>(database, SearchUnit::article, false);
}

}  // namespace sinodex
