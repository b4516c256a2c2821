// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/quality/documents.h"

#include <unordered_map>

#include "corpus/error.h"
#include "corpus/passages/boilerplate.h"
#include "corpus/passages/layout.h"
#include "corpus/readers/document_stream.h"
#include "corpus/readers/read_article.h"

namespace sinodex {
namespace {

// The text of a range without the boilerplate in it.
std::string clean_text(const Article& article, ByteRange range,
                       const std::vector<ByteRange>& boilerplate) {
    std::string text;
    std::uint32_t done = range.begin;
    for (const ByteRange part : boilerplate) {
        if (part.begin < done || part.end > range.end) continue;
        text.append(slice(article.text, {done, part.begin}));
        done = part.end;
    }
    return text.append(slice(article.text, {done, range.end}));
}

BenchDocument bench_document(Article article, LayoutMaker& layout_maker) {
    const Layout layout = layout_maker.lay_out(article);
    BenchDocument document;
    for (const ByteRange range : layout.passages) {
        document.passages.push_back(clean_text(article, range, layout.boilerplate));
    }
    document.id = std::move(article.id);
    document.title = std::move(article.title);
    return document;
}

}  // namespace

std::vector<BenchDocument> read_documents(const std::string& path,
                                          std::vector<std::string>& notes) {
    DocumentStream stream({path});
    LayoutMaker layout_maker(Boilerplate::built_in());
    std::vector<BenchDocument> documents;
    std::unordered_map<std::string, std::size_t> places;
    std::size_t skipped = 0;
    RawDocument raw;
    while (stream.next(raw)) {
        try {
            BenchDocument document = bench_document(read_article(raw), layout_maker);
            const auto [place, fresh] = places.emplace(document.id, documents.size());
            if (fresh) {
                documents.push_back(std::move(document));
            } else {
                documents[place->second] = std::move(document);
            }
        } catch (const UnreadableDocument&) {
            ++skipped;
        }
    }
    if (documents.empty()) throw Error(ErrorKind::input, path + ": holds no document");
    if (skipped > 0) notes.push_back(std::to_string(skipped) + " documents could not be read");
    return documents;
}

}  // namespace sinodex
