// SPDX-License-Identifier: GPL-2.0-or-later

// From the bytes of a document to an article: bytes of input a second.

#include <benchmark/benchmark.h>

#include <nlohmann/json.hpp>

#include "bench/micro/samples.h"
#include "corpus/readers/read_article.h"

namespace sinodex {
namespace {

std::string html_page(const Article& article) {
    std::string page = "<!doctype html><html><head><title>" + article.title +
                       "</title></head><body><nav><a href=\"/\">Home</a></nav><article><h1>" +
                       article.title + "</h1>";
    std::size_t begin = 0;
    while (begin < article.text.size()) {
        const std::size_t end = std::min(article.text.find("\n\n", begin), article.text.size());
        page.append("<p>").append(article.text, begin, end - begin).append("</p>\n");
        begin = end + 2;
    }
    return page.append("</article><footer>Contact</footer></body></html>");
}

RawDocument document(Format format, const Article& article) {
    RawDocument raw;
    raw.format = format;
    raw.id = article.id;
    raw.origin = article.id;
    if (format == Format::html) {
        raw.bytes = html_page(article);
    } else if (format == Format::json) {
        raw.bytes = nlohmann::json{{"id", article.id},
                                   {"title", article.title},
                                   {"text", article.text},
                                   {"date", article.date}}
                        .dump();
    } else {
        raw.bytes = article.title + "\n\n" + article.text;
    }
    return raw;
}

void read(benchmark::State& state, Format format) {
    std::vector<RawDocument> documents;
    for (const Article& article : english_articles()) {
        documents.push_back(document(format, article));
    }
    std::size_t next = 0;
    std::int64_t bytes = 0;
    for ([[maybe_unused]] auto _ : state) {
        const RawDocument& raw = documents[next++ % documents.size()];
        benchmark::DoNotOptimize(read_article(raw).text.size());
        bytes += static_cast<std::int64_t>(raw.bytes.size());
    }
    state.SetBytesProcessed(bytes);
}
BENCHMARK_CAPTURE(read, text, Format::text);
BENCHMARK_CAPTURE(read, html, Format::html);
BENCHMARK_CAPTURE(read, json, Format::json);

}  // namespace
}  // namespace sinodex
