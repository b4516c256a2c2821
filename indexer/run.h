// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <mutex>
#include <optional>
#include <string>

#include "corpus/entities/entity_finder.h"
#include "corpus/passages/repetitions.h"
#include "corpus/schema/record_packing.h"
#include "corpus/schema/shard.h"
#include "indexer/commit/batches.h"
#include "indexer/indexer.h"
#include "indexer/ledger.h"
#include "indexer/memory_budget.h"
#include "indexer/sequencer.h"

namespace sinodex {

// One run of the indexer: where it starts from, what its workers share, and what comes of it.
//
// Members are thread-safe in themselves, but for `repetitions`, which each batch uses in its turn,
// and `report()` and `records`, which workers leave alone.
class Run {
 public:
    // `previous`: path of the generation in force; empty: none. `scratch`: a folder for batches.
    // Throws Error (database) when the generation cannot be brought up to date.
    // `dictionary`: compiled; empty: that of the generation in force.
    Run(const IndexOptions& options, std::optional<Knowledge> knowledge, std::string dictionary,
        std::string previous, const std::string& scratch);

    const IndexOptions& options() const { return options_; }
    const Knowledge* knowledge() const { return knowledge_ ? &*knowledge_ : nullptr; }
    const EntityFinder* finder() const { return finder_ ? &*finder_ : nullptr; }
    std::string knowledge_block() const {
        return knowledge_ ? std::string(knowledge_->block()) : std::string();
    }
    const std::string& dictionary() const { return dictionary_; }  // compiled; empty: none
    bool dictionary_changed() const { return dictionary_changed_; }
    const Shard& shard() const { return shard_; }  // what the database is to hold
    // Its name; empty: the database holds everything.
    std::string shard_text() const { return shard_.count > 1 ? shard_.text() : ""; }
    const std::string& previous() const { return previous_; }
    const std::string& scratch() const { return scratch_; }
    unsigned threads() const;  // as many as the options say, or one for each core
    MemoryPlan memory() const { return memory_plan(options_.memory, threads()); }
    const Revisions& revisions() const { return revisions_; }  // before this run

    // Workers tell this.
    void add_read(std::uint64_t documents, std::uint64_t of_other_shards,
                  std::uint64_t replaced_bytes);
    void add_skipped(SkippedDocument skipped);
    // Notes that what is missing from the input may still be there.
    void note_cut_short();
    bool cut_short() const { return cut_short_; }

    // Not to be called while workers run.
    IndexReport& report() { return report_; }

    Batches batches;
    Ledger ledger;
    Sequencer turns;
    Repetitions repetitions;
    RecordDictionaries records;

 private:
    void take_over_previous();
    void take_over_shard(const std::string& before, bool holds_articles);

    const IndexOptions& options_;
    std::optional<Knowledge> knowledge_;  // none: words only
    std::optional<EntityFinder> finder_;  // of that knowledge
    std::string dictionary_;
    bool dictionary_changed_ = false;
    Shard shard_;
    std::string previous_;
    std::string scratch_;
    Revisions revisions_;
    std::mutex mutex_;
    IndexReport report_;      // guarded by the mutex while workers run
    bool cut_short_ = false;  // likewise
};

}  // namespace sinodex
