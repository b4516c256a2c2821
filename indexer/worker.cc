#include "indexer/worker.h"

#include <filesystem>

#include "indexer/reading.h"

namespace sinodex {
void Worker::work(const Batch& batch) {
    SegmentWriter writer(run_.segments, batch.number);
    for (std::size_t i = 0; i < batch.documents.size(); ++i) {
        take(batch.documents[i], batch.first_sequence + i, writer);
    }
    writer.close();
}

void Worker::finish() {
    const std::lock_guard lock(run_.mutex);
    run_.report.read += read_;
    run_.report.replaced_bytes += replaced_bytes_;
}

void Worker::take(const RawDocument& document, std::uint64_t sequence, SegmentWriter& writer) {
    try {
        const Article article = read_to_index(document);
        ++read_;
        replaced_bytes_ += article.replaced_bytes;
        write(article, sequence, writer);
    } catch (const UnreadableDocument& unreadable) {
        skip(document, unreadable);
        keep_previous(document);
    }
}

void Worker::write(const Article& article, std::uint64_t sequence, SegmentWriter& writer) {
    const std::uint64_t hash = builder_.hash(article);
    const auto before = previous_.find(article.id);
    Ledger::Entry entry{
        sequence, Ledger::kUnchanged, {}, before ? before->documents : DocumentRun{}};
    if (!before || before->hash != hash) {
        entry.segment = writer.number();
        entry.written = writer.add(builder_.build(article, hash));
    }
    run_.ledger.record(article.id, entry);
}

void Worker::skip(const RawDocument& document, const UnreadableDocument& why) {
    const std::lock_guard lock(run_.mutex);
    ++run_.report.skipped;
    auto& named = run_.report.skipped_documents;
    if (named.size() < IndexReport::kMaxNamed) named.push_back(skipped(document, why));
}

// A file that cannot be read now has not vanished: the version before stays. Which articles a
// damaged line of JSON, or a folder that cannot be listed, held before is not known.
void Worker::keep_previous(const RawDocument& document) {
    std::error_code ignored;
    if (document.format == Format::json ||
        std::filesystem::is_directory(document.origin, ignored)) {
        const std::lock_guard lock(run_.mutex);
        run_.cut_short = true;
    } else if (const auto before = previous_.find(document.id)) {
        run_.ledger.record(document.id,
                           {Ledger::kNotRead, Ledger::kUnchanged, {}, before->documents});
    }
}

}  // namespace sinodex
