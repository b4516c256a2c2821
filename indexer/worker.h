#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "corpus/entities/entity_finder.h"
#include "corpus/passages/repetitions.h"
#include "corpus/readers/raw_document.h"
#include "corpus/readers/read_article.h"
#include "indexer/document_builder.h"
#include "indexer/indexer.h"
#include "indexer/ledger.h"
#include "indexer/passage_history.h"
#include "indexer/pipeline.h"
#include "indexer/previous.h"
#include "indexer/segments.h"
#include "indexer/turns.h"

namespace sinodex {

// What the workers of a run share.
struct Run {
    const IndexOptions& options;
    std::optional<Knowledge> knowledge;  // none: words only
    std::optional<EntityFinder> finder;  // of that knowledge
    std::string previous_path;           // of the generation in force; empty: none
    Segments segments;
    Ledger ledger;
    Turns turns;
    Revisions revisions;      // before this run
    Repetitions repetitions;  // each batch's in its turn
    std::mutex mutex;
    IndexReport report;      // guarded by mutex while workers run
    bool cut_short = false;  // likewise: what is missing from the input may still be there
};

// Reads batches of documents, and writes what is new or has changed into a segment for each batch.
// Not thread-safe: one per thread.
class Worker {
 public:
    explicit Worker(Run& run)
        : run_(run),
          previous_(run.previous_path),
          history_(run.revisions.newest() + 1),
          builder_(run.knowledge ? &*run.knowledge : nullptr, run.finder ? &*run.finder : nullptr) {
    }

    void work(const Batch& batch);
    void finish();

 private:
    struct ReadArticle {
        Article article;
        std::uint64_t sequence;
        ArticleEdges edges;
    };
    std::vector<ReadArticle> read(const Batch& batch);
    void find_repetitions(std::vector<ReadArticle>& articles);
    void write(const Article& article, std::uint64_t sequence, SegmentWriter& writer);
    void skip(const RawDocument& document, const UnreadableDocument& why);
    void keep_previous(const RawDocument& document);

    Run& run_;
    Previous previous_;
    PassageHistory history_;
    DocumentBuilder builder_;
    std::uint64_t read_ = 0;
    std::uint64_t replaced_bytes_ = 0;
};

}  // namespace sinodex
