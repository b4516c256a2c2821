// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/worker.h"

#include <filesystem>

#include "corpus/passages/boilerplate.h"
#include "corpus/readers/formats.h"
#include "indexer/reading.h"

namespace sinodex {

void Worker::work(Batch& batch) {
    Sequencer::Turn turn(run_.turns, batch.number);
    std::vector<ReadArticle> articles = read(batch);
    turn.wait();
    find_repetitions(articles);
    turn.end();
    builder_.start_batch();
    BatchWriter writer(run_.batches, static_cast<std::uint32_t>(batch.number), builder_.terms());
    for (const ReadArticle& read : articles) {
        if (run_.shard().holds(read.article.id)) {
            write(read.article, read.sequence, writer);
        } else {
            ++of_other_shards_;
        }
    }
    writer.close();
}

void Worker::finish() { run_.add_read(read_, of_other_shards_, replaced_bytes_); }

std::vector<Worker::ReadArticle> Worker::read(Batch& batch) {
    std::vector<ReadArticle> articles;
    articles.reserve(batch.documents.size());
    std::uint64_t sequence = batch.first_sequence;
    for (RawDocument& document : batch.documents) {
        try {
            Article article = read_to_index(document);
            ++read_;
            replaced_bytes_ += article.replaced_bytes;
            ArticleEdges edges = edges_of(article, Boilerplate::built_in());
            articles.push_back({std::move(article), sequence, std::move(edges)});
        } catch (const UnreadableDocument& unreadable) {
            run_.add_skipped(why_skipped(document, unreadable));
            keep_previous(document);
        }
        document.bytes = std::string();
        ++sequence;
    }
    return articles;
}

// A document that the options allow, but the memory does not, says so.
SkippedDocument Worker::why_skipped(const RawDocument& document,
                                    const UnreadableDocument& unreadable) const {
    SkippedDocument one = skipped(document, unreadable);
    const bool for_memory = run_.memory().document_bytes < run_.options().max_document_bytes;
    if (document.skip == SkipReason::too_large && for_memory) {
        one.reason += " with so much --memory";
    }
    return one;
}

// All of a batch is learned before its first article is judged, so that a repetition within it is
// known. Articles of other shards count as well, so that a shard's articles have what they would
// have in an index of all.
void Worker::find_repetitions(std::vector<ReadArticle>& articles) {
    for (const ReadArticle& read : articles) run_.repetitions.learn(read.edges);
    for (ReadArticle& read : articles) read.article.repeated = run_.repetitions.find(read.edges);
}

void Worker::write(const Article& article, std::uint64_t sequence, BatchWriter& writer) {
    const std::uint64_t hash = builder_.hash(article);
    const auto before = previous_.find(article.id);
    Ledger::Entry entry{sequence, {}, before ? before->documents : DocumentRun{}};
    if (!before || before->hash != hash) {
        history_.clear();
        if (before) {
            previous_.read(before->documents, [&](const Record& record) { history_.add(record); });
        }
        entry.written = writer.add(builder_.build(article, hash, history_));
    }
    run_.ledger.record(article.id, entry);
}

// A file that cannot be read now has not vanished: the version before stays. Which articles a
// damaged line of JSON, or a folder that cannot be listed, held before is not known.
void Worker::keep_previous(const RawDocument& document) {
    std::error_code ignored;
    if (info(document.format).own_id || std::filesystem::is_directory(document.origin, ignored)) {
        run_.note_cut_short();
    } else if (const auto before = previous_.find(document.id)) {
        run_.ledger.record(document.id, {Ledger::kNotRead, {}, before->documents});
    }
}

}  // namespace sinodex
