// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/run.h"

#include <algorithm>
#include <thread>
#include <utility>

#include "corpus/error.h"
#include "corpus/schema/fields.h"
#include "corpus/schema/generation.h"
#include "corpus/schema/index_reader.h"
#include "corpus/schema/mapped_file.h"
#include "indexer/reading.h"

namespace sinodex {
namespace {

// Returns those of the database that is to be replaced, as far as it can be read: its readers go on
// counting.
Revisions replaced_revisions(const std::string& database) {
    try {
        return revisions_of(current_generation_path(database));
    } catch (const Error&) {
        return {};
    }
}

}  // namespace

Run::Run(const IndexOptions& options, std::optional<Knowledge> knowledge, std::string dictionary,
         std::string previous, const std::string& scratch)
    : batches(scratch),
      options_(options),
      knowledge_(std::move(knowledge)),
      dictionary_(std::move(dictionary)),
      shard_(shard_of(options)),
      previous_(std::move(previous)),
      scratch_(scratch) {
    if (knowledge_) finder_.emplace(*knowledge_);
    if (previous_.empty()) {
        revisions_ = replaced_revisions(options_.database);
    } else {
        take_over_previous();
    }
}

void Run::take_over_previous() {
    const IndexReader reader(previous_);
    revisions_ = reader.revisions();
    repetitions = Repetitions::decode(reader.state(kStateRepetitions));
    records = RecordDictionaries::decode(reader.state(kStateRecords));
    const MappedFile dictionary(reader.state_path(kDictionaryName));
    if (dictionary_.empty()) dictionary_ = dictionary.bytes();
    dictionary_changed_ = dictionary_ != dictionary.bytes();
    report_.knowledge_changed =
        reader.articles() > 0 && reader.state(kStateKnowledge) != knowledge_block();
    take_over_shard(reader.state(kStateShard), reader.articles() > 0);
}

void Run::take_over_shard(const std::string& before, bool holds_articles) {
    if (options_.shard.empty()) {
        shard_ = parse_shard(before).value_or(Shard());
    } else if (before != shard_text() && holds_articles) {
        throw Error(ErrorKind::usage,
                    options_.database + ": holds " +
                        (before.empty() ? "all articles" : "shard " + before) + ", not shard " +
                        shard_.text(),
                    "give another --db, or start from nothing with --rebuild");
    }
}

unsigned Run::threads() const {
    if (options_.threads > 0) return options_.threads;
    return std::max(1U, std::thread::hardware_concurrency());
}

void Run::add_read(std::uint64_t documents, std::uint64_t of_other_shards,
                   std::uint64_t replaced_bytes) {
    const std::lock_guard lock(mutex_);
    report_.read += documents;
    report_.of_other_shards += of_other_shards;
    report_.replaced_bytes += replaced_bytes;
}

void Run::add_skipped(SkippedDocument skipped) {
    const std::lock_guard lock(mutex_);
    ++report_.skipped;
    auto& named = report_.skipped_documents;
    if (named.size() < IndexReport::kMaxNamed) named.push_back(std::move(skipped));
}

void Run::note_cut_short() {
    const std::lock_guard lock(mutex_);
    cut_short_ = true;
}

}  // namespace sinodex
