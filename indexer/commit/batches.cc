// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commit/batches.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "corpus/schema/durable_files.h"
#include "corpus/schema/fields.h"
#include "corpus/schema/revisions.h"
#include "corpus/text/analyzer.h"
#include "indexer/commit/rewriting.h"
#include "indexer/workplace.h"

namespace sinodex {
namespace {

namespace fs = std::filesystem;

// Scratch databases need not survive a crash. (DB_DANGEROUS would hide what a failed write failed
// of.) Nobody asks a sealed segment for the terms of a document.
constexpr int kScratch = Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_NO_TERMLIST;

// Bytes that a term of a document takes in all tables, roughly.
constexpr std::uint64_t kTermBytes = 16;

// Documents that are written anew at once.
constexpr Xapian::doccount kRewritten = 1000;

using Metadata = std::map<std::string, std::string>;

// What a segment says of itself.
Metadata metadata_of(const std::string& name) {
    return {{std::string(kMetaVersion), std::to_string(kFormatVersion)},
            {std::string(kMetaAnalyzer), analyzer_fingerprint()},
            {std::string(kMetaCreated), now_utc()},
            {std::string(kMetaSegment), name}};
}

// Its metadata stand for those of what it is merged from. Xapian gives these in no order, and the
// key with two bytes of its own in front.
class OwnMetadata : public Xapian::Compactor {
 public:
    explicit OwnMetadata(Metadata metadata) : metadata_(std::move(metadata)) {}
    std::string resolve_duplicate_metadata(const std::string& key, size_t,
                                           const std::string tags[]) override {
        const auto own = std::find_if(metadata_.begin(), metadata_.end(),
                                      [&](const auto& one) { return key.ends_with(one.first); });
        return own == metadata_.end() ? tags[0] : own->second;
    }

 private:
    Metadata metadata_;
};

void compact(const std::vector<std::string>& inputs, const std::string& output,
             const Metadata& own) {
    Xapian::Database all;
    for (const std::string& input : inputs) all.add_database(Xapian::Database(input));
    std::uint64_t bytes = 0;
    for (const std::string& input : inputs) bytes += folder_bytes(input);
    require_room(fs::path(output).parent_path().string(), bytes);
    OwnMetadata metadata(own);
    all.compact(output, Xapian::Compactor::FULL, 0, metadata);
}

void write_metadata(const std::string& path, const Metadata& own) {
    Xapian::WritableDatabase metadata(path, kScratch);
    for (const auto& [key, value] : own) metadata.set_metadata(key, value);
    metadata.close();
}

}  // namespace

void Batches::add(std::uint32_t batch) {
    const std::lock_guard lock(mutex_);
    batches_.insert(batch);
}

void Batches::remove(const std::vector<DocumentRun>& losers) {
    std::map<std::uint32_t, DocumentNumbers> lost;
    for (const DocumentRun& run : losers) {
        for (Xapian::doccount i = 0; i < run.count; ++i) lost[run.part].push_back(run.first + i);
    }
    for (auto& [batch, documents] : lost) {
        std::sort(documents.begin(), documents.end());
        const std::vector<std::string> rest = without_deleted({path(batch), documents});
        fs::remove_all(path(batch));
        if (rest.empty()) {
            batches_.erase(batch);
        } else {
            fs::rename(rest.front(), path(batch));
        }
    }
}

std::vector<std::string> Batches::paths() const {
    std::vector<std::string> paths;
    for (const std::uint32_t batch : batches_) paths.push_back(path(batch));
    return paths;
}

std::uint64_t Batches::bytes() const {
    std::uint64_t bytes = 0;
    for (const std::string& path : paths()) bytes += folder_bytes(path);
    return bytes;
}

void Batches::merge(const std::vector<MergeInput>& before, const std::string& name) {
    const Metadata own = metadata_of(name);
    std::vector<std::string> inputs;
    for (const MergeInput& input : before) {
        for (std::string& path : without_deleted(input)) inputs.push_back(std::move(path));
    }
    for (std::string& path : paths()) inputs.push_back(std::move(path));
    // Groups of neighbours, so that the order stays.
    while (inputs.size() > kFanIn) {
        std::vector<std::string> groups;
        for (std::size_t i = 0; i < inputs.size(); i += kFanIn) {
            const auto begin = inputs.begin() + static_cast<std::ptrdiff_t>(i);
            const auto end =
                inputs.begin() + static_cast<std::ptrdiff_t>(std::min(i + kFanIn, inputs.size()));
            groups.push_back(new_path());
            compact({begin, end}, groups.back(), own);
            for (auto done = begin; done != end; ++done) {
                if (done->starts_with(folder_)) fs::remove_all(*done);
            }
        }
        inputs = std::move(groups);
    }
    inputs.push_back(new_path());
    write_metadata(inputs.back(), own);
    compact(inputs, folder_ + "/" + name, own);
    batches_.clear();
}

// Databases that together hold what is left of one: itself, where nothing is left out.
std::vector<std::string> Batches::without_deleted(const MergeInput& input) {
    if (input.deleted.empty()) return {input.path};
    const Xapian::Database database(input.path);
    std::vector<std::string> paths;
    std::unique_ptr<Xapian::WritableDatabase> rest;
    for_each_left(database, input.deleted, [&](const Xapian::Document& document) {
        if (rest && rest->get_doccount() == kRewritten) {
            rest->commit();
            rest.reset();
        }
        if (!rest) {
            paths.push_back(new_path());
            require_room(folder_, folder_bytes(input.path) / database.get_doccount() * kRewritten);
            rest = std::make_unique<Xapian::WritableDatabase>(paths.back(), kScratch);
        }
        rest->add_document(document);
    });
    if (rest) rest->commit();
    return paths;
}

std::string Batches::new_path() { return folder_ + "/part-" + std::to_string(made_++); }

DocumentRun BatchWriter::add(const std::vector<Xapian::Document>& documents) {
    if (!database_) {
        batches_.add(number_);
        database_ = std::make_unique<Xapian::WritableDatabase>(batches_.path(number_), kScratch);
    }
    DocumentRun run{number_, 0, 0};
    for (const Xapian::Document& document : documents) {
        bytes_ += document.get_data().size() + kTermBytes * document.termlist_count();
        const Xapian::docid id = database_->add_document(document);
        if (run.count++ == 0) run.first = id;
    }
    return run;
}

void BatchWriter::close() {
    if (!database_) return;
    require_room(batches_.path(number_), bytes_);
    database_->commit();
    database_->close();
    database_.reset();
}

}  // namespace sinodex
