// SPDX-License-Identifier: GPL-2.0-or-later

// Tokens, sentences and passages: bytes of text a second.

#include <benchmark/benchmark.h>

#include "bench/micro/samples.h"
#include "corpus/passages/boilerplate.h"
#include "corpus/passages/layout.h"
#include "corpus/text/analyzer.h"
#include "corpus/text/sentences.h"

namespace sinodex {
namespace {

Article chinese_article() {
    Article article;
    article.id = "zh";
    article.text = chinese_text();
    return article;
}

std::vector<Article> articles(bool chinese) {
    return chinese ? std::vector<Article>{chinese_article()} : english_articles();
}

// Works through the articles in turn and counts their bytes.
void work(benchmark::State& state, bool chinese, const auto& action) {
    const std::vector<Article> all = articles(chinese);
    std::size_t next = 0;
    std::int64_t bytes = 0;
    for ([[maybe_unused]] auto _ : state) {
        const Article& article = all[next++ % all.size()];
        action(article);
        bytes += static_cast<std::int64_t>(article.text.size());
    }
    state.SetBytesProcessed(bytes);
}

void analyze(benchmark::State& state, bool chinese) {
    Analyzer analyzer;
    work(state, chinese, [&](const Article& article) {
        benchmark::DoNotOptimize(analyzer.analyze(article.text).size());
    });
}
BENCHMARK_CAPTURE(analyze, english, false);
BENCHMARK_CAPTURE(analyze, chinese, true);

void analyze_without_fast_path(benchmark::State& state) {
    Analyzer analyzer({.ascii_fast_path = false, .dictionary_words = true});
    work(state, false, [&](const Article& article) {
        benchmark::DoNotOptimize(analyzer.analyze(article.text).size());
    });
}
BENCHMARK(analyze_without_fast_path);

void split_sentences(benchmark::State& state, bool chinese) {
    SentenceSplitter splitter;
    work(state, chinese, [&](const Article& article) {
        benchmark::DoNotOptimize(splitter.split(article.text).size());
    });
}
BENCHMARK_CAPTURE(split_sentences, english, false);
BENCHMARK_CAPTURE(split_sentences, chinese, true);

void lay_out(benchmark::State& state, bool chinese) {
    LayoutMaker maker(Boilerplate::built_in());
    work(state, chinese, [&](const Article& article) {
        benchmark::DoNotOptimize(maker.lay_out(article).passages.size());
    });
}
BENCHMARK_CAPTURE(lay_out, english, false);
BENCHMARK_CAPTURE(lay_out, chinese, true);

}  // namespace
}  // namespace sinodex
