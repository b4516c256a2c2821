// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "corpus/passages/repetitions.h"
#include "corpus/readers/raw_document.h"
#include "corpus/readers/read_article.h"
#include "indexer/commit/batches.h"
#include "indexer/document_builder.h"
#include "indexer/passage_history.h"
#include "indexer/pipeline.h"
#include "indexer/previous_generation.h"
#include "indexer/run.h"

namespace sinodex {

// Reads batches of documents, and writes what is new or has changed into a segment for each batch.
// Not thread-safe: one per thread.
class Worker {
 public:
    explicit Worker(Run& run)
        : run_(run),
          previous_(run.previous()),
          history_(run.revisions().newest() + 1),
          builder_(run.knowledge(), run.finder(), run.memory().words) {}

    // The bytes of its documents are given up as they are read.
    void work(Batch& batch);
    void finish();

 private:
    struct ReadArticle {
        Article article;
        std::uint64_t sequence;
        ArticleEdges edges;
    };
    std::vector<ReadArticle> read(Batch& batch);
    SkippedDocument why_skipped(const RawDocument& document,
                                const UnreadableDocument& unreadable) const;
    void find_repetitions(std::vector<ReadArticle>& articles);
    void write(const Article& article, std::uint64_t sequence, BatchWriter& writer);
    void keep_previous(const RawDocument& document);

    Run& run_;
    PreviousGeneration previous_;
    PassageHistory history_;
    DocumentBuilder builder_;
    std::uint64_t read_ = 0;
    std::uint64_t of_other_shards_ = 0;
    std::uint64_t replaced_bytes_ = 0;
};

}  // namespace sinodex
