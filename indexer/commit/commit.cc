// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commit/commit.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>

#include "corpus/schema/durable_files.h"
#include "corpus/schema/fields.h"
#include "corpus/schema/generation.h"
#include "corpus/schema/index_reader.h"
#include "corpus/schema/stories.h"
#include "corpus/schema/story_finder.h"
#include "indexer/commit/merge_plan.h"
#include "indexer/workplace.h"

namespace sinodex {
namespace {

namespace fs = std::filesystem;

class Commit {
 public:
    Commit(Run& run, const Changes& changes)
        : run_(run), changes_(changes), database_(run.options().database) {
        if (!run.previous().empty()) index_.emplace(run.previous());
        if (index_) segments_ = index_->segments();
        delete_removed();
    }

    void make() {
        run_.batches.remove(run_.ledger.losers());
        plan();
        if (!is_new() && !merges() && stories_now() == index_->state(kStateStories)) return;
        const std::string name = next_generation(newest_generation(database_));
        folder_ = run_.scratch() + "/" + name;
        merge(name);
        write_state();
        seal_generation(folder_, earlier_files());
        fs::rename(folder_, database_ + "/" + name);
        switch_generation(database_, name, [this] {
            run_.report().wrote = true;
            note_replaced(true);
        });
    }

 private:
    bool is_new() const { return !index_ || changes_.any() || run_.dictionary_changed(); }

    void delete_removed() {
        for (std::size_t i = 0; i < changes_.removed.size() && i < segments_.size(); ++i) {
            const DocumentNumbers& removed = changes_.removed[i];
            DocumentNumbers& deleted = segments_[i].deleted;
            const auto middle = static_cast<std::ptrdiff_t>(deleted.size());
            deleted.insert(deleted.end(), removed.begin(), removed.end());
            std::inplace_merge(deleted.begin(), deleted.begin() + middle, deleted.end());
        }
    }

    std::set<std::string> removed_ids() const {
        std::set<std::string> ids;
        const auto slot = static_cast<Xapian::valueno>(info(Field::id).slot);
        for (std::size_t i = 0; i < changes_.removed.size() && i < segments_.size(); ++i) {
            for (const std::uint32_t document : changes_.removed[i]) {
                ids.insert(segments_[i].database.get_document(document).get_value(slot));
            }
        }
        return ids;
    }

    // Lists the segments of the new generation; the last one holds what is new.
    std::vector<Segment> segments_now() const {
        std::vector<Segment> segments;
        for (std::size_t i = 0; i < segments_.size(); ++i) {
            if (fates_[i] == SegmentFate::kept) segments.push_back(segments_[i]);
        }
        if (first_new_ > 0) {
            segments.push_back({"",
                                Xapian::Database(folder_),
                                {},
                                0,
                                std::make_shared<RecordUnpacker>(run_.records)});
        }
        return segments;
    }

    // An index of words only has no stories: words alone tell too little.
    std::string stories_now() const {
        const bool knows =
            is_new() ? run_.knowledge() != nullptr : !index_->state_path(kStateKnowledge).empty();
        if (!knows) return {};
        if (!index_ || run_.options().optimize) return find_stories(segments_now()).encode();
        const Stories before = Stories::decode(index_->state(kStateStories));
        const Xapian::docid first = first_new_ > 0 ? first_new_ : ~Xapian::docid{0};
        return update_stories(before, removed_ids(), segments_now(), first).encode();
    }

    std::uint64_t bytes_of(const Segment& segment) const {
        std::uint64_t bytes = 0;
        for (const SealedFile& file : index_->manifest().files()) {
            if (file.folder == segment.folder && is_table(file)) bytes += file.size;
        }
        return bytes;
    }

    void plan() {
        std::vector<SegmentSize> sizes;
        for (const Segment& segment : segments_) {
            sizes.push_back({bytes_of(segment), segment.database.get_doccount(),
                             static_cast<std::uint32_t>(segment.deleted.size())});
        }
        const std::uint64_t bytes = run_.batches.bytes();
        fates_ =
            run_.options().optimize ? plan_optimization(sizes, bytes) : plan_merge(sizes, bytes);
    }

    bool merges() const {
        return std::any_of(fates_.begin(), fates_.end(),
                           [](SegmentFate fate) { return fate != SegmentFate::kept; });
    }

    // An index always has a segment, be it empty.
    void merge(const std::string& name) {
        std::vector<MergeInput> inputs;
        Xapian::docid before = 0;
        for (std::size_t i = 0; i < segments_.size(); ++i) {
            if (fates_[i] != SegmentFate::merged) continue;
            verify(segments_[i].folder);
            inputs.push_back({database_ + "/" + segments_[i].folder, segments_[i].deleted});
            before += segments_[i].database.get_doccount() -
                      static_cast<Xapian::docid>(segments_[i].deleted.size());
        }
        const bool keeps =
            std::find(fates_.begin(), fates_.end(), SegmentFate::kept) != fates_.end();
        if (keeps && inputs.empty() && run_.batches.empty()) {
            fs::create_directory(folder_);
        } else {
            run_.batches.merge(inputs, name, run_.records, run_.threads());
            first_new_ = before + 1;
        }
    }

    // Damage must not be sealed anew under a fresh checksum.
    void verify(const std::string& segment) const {
        for (const SealedFile& file : index_->manifest().files()) {
            if (file.folder == segment) verify_file(index_->manifest(), file);
        }
    }

    void write_state() {
        state(kStateStories, stories_now());
        state(kStateDeleted, encode_deleted(deleted_now()));
        if (!is_new()) return;
        state(kStateKnowledge, run_.knowledge_block());
        state(kStateRepetitions, run_.repetitions.encode());
        state(kStateRecords, run_.records.encode());
        state(kDictionaryName, run_.dictionary());
        state(kStateShard, run_.shard_text());
        Revisions revisions = run_.revisions();
        revisions.add(now_utc());
        state(kStateRevisions, revisions.encode());
    }

    DeletedDocuments deleted_now() const {
        DeletedDocuments deleted;
        for (std::size_t i = 0; i < segments_.size(); ++i) {
            if (fates_[i] == SegmentFate::kept && !segments_[i].deleted.empty()) {
                deleted[segments_[i].folder] = segments_[i].deleted;
            }
        }
        return deleted;
    }

    // Writes one of the files, unless it is there as it is to be. An empty one is none.
    void state(std::string_view name, const std::string& bytes) {
        if (index_ && index_->state(name) == bytes) return;
        replaced_.insert(std::string(name));
        if (bytes.empty()) return;
        require_room(folder_, bytes.size());
        write_durably(folder_ + "/" + std::string(name), bytes,
                      "check free space and permissions; the database is as it was");
    }

    // Files of earlier generations that stay in force.
    std::vector<SealedFile> earlier_files() const {
        std::vector<SealedFile> files;
        if (!index_) return files;
        std::map<std::string, SegmentFate> fates;
        for (std::size_t i = 0; i < segments_.size(); ++i) fates[segments_[i].folder] = fates_[i];
        for (const SealedFile& file : index_->manifest().files()) {
            const bool stays = is_table(file) ? fates.at(file.folder) == SegmentFate::kept
                                              : !replaced_.contains(file.name);
            if (stays) files.push_back(file);
        }
        return files;
    }

    Run& run_;
    const Changes& changes_;
    std::string database_;
    std::optional<IndexReader> index_;
    std::vector<Segment> segments_;  // of the previous database, as they are after the run
    std::vector<SegmentFate> fates_;
    std::string folder_;              // of the new generation
    Xapian::docid first_new_ = 0;     // in its segment; 0: it has none
    std::set<std::string> replaced_;  // names of files that are written anew, or gone
};

}  // namespace

void commit(Run& run, const Changes& changes) { Commit(run, changes).make(); }

}  // namespace sinodex
