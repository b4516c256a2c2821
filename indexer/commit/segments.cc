#include "indexer/commit/segments.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "corpus/schema/durable_files.h"
#include "corpus/schema/fields.h"
#include "corpus/schema/revisions.h"
#include "corpus/text/analyzer.h"
#include "indexer/workplace.h"

namespace sinodex {
namespace {

namespace fs = std::filesystem;

// Scratch databases need not survive a crash. (DB_DANGEROUS would hide what a failed write failed
// of.)
constexpr int kScratch = Xapian::DB_CREATE | Xapian::DB_NO_SYNC;

// What a term of a document takes in all tables, roughly.
constexpr std::uint64_t kTermBytes = 16;

// Metadata of the database that comes last wins.
class LastMetadata : public Xapian::Compactor {
 public:
    std::string resolve_duplicate_metadata(const std::string&, size_t num_tags,
                                           const std::string tags[]) override {
        return tags[num_tags - 1];
    }
};

void compact(const std::vector<std::string>& inputs, const std::string& output) {
    Xapian::Database all;
    for (const std::string& input : inputs) all.add_database(Xapian::Database(input));
    std::uint64_t bytes = 0;
    for (const std::string& input : inputs) bytes += folder_bytes(input);
    require_room(fs::path(output).parent_path().string(), bytes);
    LastMetadata metadata;
    all.compact(output, Xapian::Compactor::FULL, 0, metadata);
}

}  // namespace

void Segments::add(int segment) {
    const std::lock_guard lock(mutex_);
    segments_.insert(segment);
}

void Segments::remove(const std::vector<Ledger::Loser>& losers) const {
    std::map<int, std::vector<DocumentRun>> by_segment;
    for (const Ledger::Loser& loser : losers) by_segment[loser.segment].push_back(loser.written);
    for (const auto& [segment, runs] : by_segment) {
        Xapian::WritableDatabase database(path(segment), Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
        for (const DocumentRun run : runs) {
            for (Xapian::doccount i = 0; i < run.count; ++i)
                database.delete_document(run.first + i);
        }
        database.commit();
    }
}

void Segments::merge(const std::string& base, const std::string& output) {
    std::vector<std::string> inputs;
    for (const int segment : segments_) inputs.push_back(path(segment));
    // Groups of neighbours, so that the order stays.
    for (int merged = 0; inputs.size() > kFanIn;) {
        std::vector<std::string> groups;
        for (std::size_t i = 0; i < inputs.size(); i += kFanIn) {
            const auto begin = inputs.begin() + static_cast<std::ptrdiff_t>(i);
            const auto end =
                inputs.begin() + static_cast<std::ptrdiff_t>(std::min(i + kFanIn, inputs.size()));
            groups.push_back(folder_ + "/merged-" + std::to_string(merged++));
            compact({begin, end}, groups.back());
            for (auto done = begin; done != end; ++done) fs::remove_all(*done);
        }
        inputs = std::move(groups);
    }
    if (!base.empty()) inputs.insert(inputs.begin(), base);

    inputs.push_back(folder_ + "/metadata");
    Xapian::WritableDatabase metadata(inputs.back(), kScratch);
    metadata.set_metadata(std::string(kMetaVersion), std::to_string(kFormatVersion));
    metadata.set_metadata(std::string(kMetaAnalyzer), analyzer_fingerprint());
    metadata.set_metadata(std::string(kMetaCreated), now_utc());
    metadata.close();
    compact(inputs, output);
}

DocumentRun SegmentWriter::add(const std::vector<Xapian::Document>& documents) {
    if (!database_) {
        segments_.add(number_);
        database_ = std::make_unique<Xapian::WritableDatabase>(segments_.path(number_), kScratch);
    }
    DocumentRun run;
    for (const Xapian::Document& document : documents) {
        bytes_ += document.get_data().size() + kTermBytes * document.termlist_count();
        const Xapian::docid id = database_->add_document(document);
        if (run.count++ == 0) run.first = id;
    }
    return run;
}

void SegmentWriter::close() {
    if (!database_) return;
    require_room(segments_.path(number_), bytes_);
    database_->commit();
    database_->close();
    database_.reset();
}

}  // namespace sinodex
