// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commit/batches.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string_view>

#include "corpus/schema/durable_files.h"
#include "corpus/schema/fields.h"
#include "corpus/schema/revisions.h"
#include "corpus/text/analyzer.h"
#include "indexer/commit/sealed_source.h"
#include "indexer/commit/segment_writer.h"
#include "indexer/workplace.h"

namespace sinodex {
namespace {

namespace fs = std::filesystem;

using Sources = std::vector<std::unique_ptr<DocumentSource>>;

std::map<std::string, std::string> metadata_of(const std::string& name) {
    return {{std::string(kMetaVersion), std::to_string(kFormatVersion)},
            {std::string(kMetaAnalyzer), analyzer_fingerprint()},
            {std::string(kMetaCreated), now_utc()},
            {std::string(kMetaSegment), name}};
}

template <typename Visit>
void for_each_unpacked(const Sources& sources, Visit visit) {
    const auto slot = static_cast<Xapian::valueno>(info(Field::record).slot);
    for (const auto& source : sources) {
        if (source->has_packed_records()) continue;
        source->values(slot, [&](Xapian::docid, std::string_view record) { visit(record); });
    }
}

// From records of all parts of the sources.
void learn_records(const Sources& sources, RecordDictionaries& dictionaries) {
    std::size_t bytes = 0;
    for_each_unpacked(sources, [&](std::string_view record) { bytes += record.size(); });
    if (!dictionaries.could_learn(bytes)) return;
    const std::size_t step = bytes / RecordDictionaries::kEnoughBytes + 1;
    std::size_t number = 0;
    std::vector<std::string> samples;
    for_each_unpacked(sources, [&](std::string_view record) {
        if (number++ % step == 0) samples.emplace_back(record);
    });
    dictionaries.learn(samples);
}

}  // namespace

void Batches::add(std::uint32_t batch, BatchFile file) {
    const std::lock_guard lock(mutex_);
    batches_[batch] = {std::move(file), {}};
}

void Batches::remove(const std::vector<DocumentRun>& losers) {
    for (const DocumentRun& run : losers) {
        DocumentNumbers& deleted = batches_.at(run.part).deleted;
        for (Xapian::doccount i = 0; i < run.count; ++i) deleted.push_back(run.first + i);
    }
    for (auto& [number, batch] : batches_) {
        std::sort(batch.deleted.begin(), batch.deleted.end());
    }
    std::erase_if(batches_, [](const auto& one) {
        return one.second.deleted.size() == one.second.file.documents;
    });
}

std::uint64_t Batches::bytes() const {
    std::uint64_t bytes = 0;
    for (const auto& [number, batch] : batches_) {
        // Packing halves the records, more or less.
        bytes += batch.file.bytes() - batch.file.record_bytes() / 2;
    }
    return bytes;
}

void Batches::merge(const std::vector<MergeInput>& before, const std::string& name,
                    RecordDictionaries& dictionaries, unsigned threads) {
    std::uint64_t room = bytes();
    for (const MergeInput& input : before) room += folder_bytes(input.path);
    require_room(folder_, room);
    Sources sources;
    for (const MergeInput& input : before) {
        sources.push_back(sealed_source(input.path, input.deleted));
    }
    for (const auto& [number, batch] : batches_) {
        sources.push_back(batch_source(batch.file, batch.deleted));
    }
    learn_records(sources, dictionaries);
    write_segment(folder_ + "/" + name, metadata_of(name), sources, {dictionaries, threads});
    for (const auto& [number, batch] : batches_) fs::remove(batch.file.path);
    batches_.clear();
}

DocumentRun BatchWriter::add(const std::vector<BuiltDocument>& documents) {
    const DocumentRun run{number_, maker_.documents() + 1,
                          static_cast<Xapian::doccount>(documents.size())};
    for (const BuiltDocument& document : documents) maker_.add(document);
    return run;
}

void BatchWriter::close() {
    if (maker_.documents() == 0) return;
    const std::string path = batches_.path(number_);
    require_room(fs::path(path).parent_path().string(), maker_.bytes());
    batches_.add(number_, maker_.write(path));
}

}  // namespace sinodex
