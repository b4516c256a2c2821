// SPDX-License-Identifier: GPL-2.0-or-later

// Whole searches of a database of 200 articles, small enough that finding the articles costs next
// to nothing: what is measured is opening and scoring their passages.

#include <benchmark/benchmark.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "bench/micro/samples.h"
#include "bench/quality/scratch_folder.h"
#include "indexer/indexer.h"
#include "searcher/searcher.h"

namespace sinodex {
namespace {

class Database {
 public:
    Database() {
        std::ofstream out(folder_ / "articles.jsonl", std::ios::binary);
        for (const Article& article : english_articles()) {
            const nlohmann::json line{
                {"id", article.id}, {"title", article.title}, {"text", article.text}};
            out << line.dump() << '\n';
        }
        out.close();
        IndexOptions options;
        options.database = folder_ / "db";
        options.paths = {folder_ / "articles.jsonl"};
        index_documents(options);
    }

    std::string path() const { return folder_ / "db"; }

 private:
    ScratchFolder folder_;
};

void search(benchmark::State& state, SearchUnit unit, bool texts) {
    static const Database database;
    const Searcher searcher(database.path());
    SearchRequest request;
    request.query = english_articles().front().title;
    request.unit = unit;
    request.texts = texts;
    for ([[maybe_unused]] auto _ : state) {
        benchmark::DoNotOptimize(searcher.search(request).hits.size());
    }
}
BENCHMARK_CAPTURE(search, passages_with_highlights, SearchUnit::passage, true);
BENCHMARK_CAPTURE(search, passage_ids, SearchUnit::passage, false);
BENCHMARK_CAPTURE(search, article_ids, SearchUnit::article, false);

}  // namespace
}  // namespace sinodex
