// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commit/segment_writer.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <queue>
#include <random>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "corpus/bytes.h"
#include "corpus/schema/fields.h"
#include "corpus/schema/glass_numbers.h"
#include "indexer/commit/glass_table.h"
#include "indexer/commit/output_file.h"
#include "indexer/commit/record_queue.h"

namespace sinodex {
namespace {

using namespace std::string_view_literals;

// Keys that are not of a term begin with one of these.
constexpr std::string_view kMetadata = "\0\xC0"sv;
constexpr std::string_view kValueBounds = "\0\xD0"sv;
constexpr std::string_view kValues = "\0\xD8"sv;
constexpr std::string_view kLengths = "\0\xE0"sv;

// Xapian's own sizes: a chunk is what a search reads at once.
constexpr std::size_t kChunkBytes = 2000;

// "\x0F\rXapian Glass", then the day of the format: (year - 2014) << 9 | month << 5 | day.
constexpr std::string_view kMagic = "\x0F\x0DXapian Glass\x04\x6E"sv;

// A header names tables that are not there as well: records, lists of terms, positions, spellings,
// synonyms. Each number says from how many bytes Xapian would compress what is in one.
constexpr std::array<std::uint32_t, 5> kOtherTables{18, 18, 0, 18, 18};

// Values that differ from document to document and are never compared: that they lie between these
// is all that Xapian is told.
constexpr auto kRecordSlot = static_cast<Xapian::valueno>(info(Field::record).slot);
constexpr std::string_view kLowest = "\0"sv;
constexpr std::string_view kHighest = "\xFF"sv;

// Xapian keeps these of a database as a whole.
struct Statistics {
    Xapian::doccount documents = 0;
    std::uint64_t length = 0;
    Xapian::termcount shortest = 0;  // but for documents without a length
    Xapian::termcount longest = 0;
    Xapian::termcount most_frequent = 0;  // term in one document

    void add(Xapian::termcount document_length) {
        if (length == 0 || (document_length > 0 && document_length < shortest)) {
            shortest = document_length;
        }
        longest = std::max(longest, document_length);
        length += document_length;
        ++documents;
    }
};

// A list of postings, cut into chunks. The first one tells what is known of the whole list, so
// nothing is written before the end.
class ChunkedPostings {
 public:
    void add(Posting posting) {
        if (chunks_.empty() || chunks_.back().bytes.size() >= kChunkBytes) {
            chunks_.push_back({posting.document, posting.document, {}});
        } else {
            put_glass_number(chunks_.back().bytes, posting.document - chunks_.back().last - 1);
        }
        chunks_.back().last = posting.document;
        put_glass_number(chunks_.back().bytes, posting.frequency);
    }

    // `first_key`, and what stands before the number of a document in the keys of later chunks.
    void write(std::string_view first_key, std::string_view later, Xapian::doccount documents,
               std::uint64_t occurrences, GlassTableWriter& table) {
        std::string key(first_key);
        std::string value;
        for (std::size_t i = 0; i < chunks_.size(); ++i) {
            const Chunk& chunk = chunks_[i];
            value.clear();
            if (i == 0) {
                put_glass_number(value, documents);
                put_glass_number(value, occurrences);
                put_glass_number(value, chunk.first - 1);
            } else {
                put_sortable_number(key.assign(later), chunk.first);
            }
            value.push_back(i + 1 == chunks_.size() ? '1' : '0');
            put_glass_number(value, chunk.last - chunk.first);
            table.add(key, value.append(chunk.bytes));
        }
        chunks_.clear();
    }

 private:
    struct Chunk {
        Xapian::docid first;
        Xapian::docid last;
        std::string bytes;
    };
    std::vector<Chunk> chunks_;
};

// The values of one slot, some of them to a chunk.
class ValueChunks {
 public:
    ValueChunks(Xapian::valueno slot, GlassTableWriter& table) : table_(table) {
        before_.append(kValues);
        put_glass_number(before_, slot);
    }

    void add(Xapian::docid document, std::string_view value) {
        if (chunk_.empty()) {
            first_ = document;
        } else {
            put_glass_number(chunk_, document - last_ - 1);
        }
        last_ = document;
        put_glass_string(chunk_, value);
        if (chunk_.size() >= kChunkBytes) write();
    }

    void write() {
        if (chunk_.empty()) return;
        std::string key = before_;
        put_sortable_number(key, first_);
        table_.add(key, chunk_);
        chunk_.clear();
    }

 private:
    GlassTableWriter& table_;
    std::string before_;
    std::string chunk_;
    Xapian::docid first_ = 0;
    Xapian::docid last_ = 0;
};

class Writer {
 public:
    // Without dictionaries an outline is written.
    Writer(const std::string& path, const std::vector<std::unique_ptr<DocumentSource>>& sources,
           std::optional<SegmentPacking> packing)
        : path_(path), table_(path + "/postlist.glass"), sources_(sources), packing_(packing) {
        for (const auto& source : sources_) {
            before_.push_back(documents_);
            documents_ += source->documents();
        }
    }

    void write(const std::map<std::string, std::string>& metadata) {
        for (const auto& [key, value] : metadata) table_.add(std::string(kMetadata) + key, value);
        if (!packing_) order_by_id();
        for (const Xapian::valueno slot : slots()) write_bounds(slot);
        for (const Xapian::valueno slot : slots()) write_values(slot);
        write_lengths();
        write_terms();
        write_header();
    }

 private:
    // Finds the place of each document in the order of ids, sections in that of documents; and
    // which documents are sections.
    void order_by_id() {
        std::vector<std::pair<std::string, Xapian::docid>> ids;
        for_each_value(
            static_cast<Xapian::valueno>(info(Field::id).slot),
            [&](Xapian::docid document, std::string_view id) { ids.emplace_back(id, document); });
        std::sort(ids.begin(), ids.end());
        places_.resize(documents_ + 1);
        for (std::size_t i = 0; i < ids.size(); ++i) {
            places_[ids[i].second] = i;
            if (i == 0 || ids[i].first != ids[i - 1].first) continue;
            sections_.insert({ids[i - 1].second, ids[i].second});
        }
    }

    Posting example_of(const std::vector<Posting>& postings) const {
        return *std::min_element(postings.begin(), postings.end(),
                                 [this](const Posting& a, const Posting& b) {
                                     return places_[a.document] < places_[b.document];
                                 });
    }

    // Calls visit(document, value) for all sources.
    template <typename Visit>
    void for_each_value(Xapian::valueno slot, Visit visit) {
        for (std::size_t i = 0; i < sources_.size(); ++i) {
            sources_[i]->values(slot, [&](Xapian::docid document, std::string_view value) {
                visit(before_[i] + document, value);
            });
        }
    }

    std::vector<Xapian::valueno> slots() const {
        std::vector<Xapian::valueno> slots;
        for (const FieldInfo& field : kFields) {
            const bool left_out = field.field == Field::record && !packing_ && sections_.empty();
            if (field.slot < 0 || left_out) continue;
            slots.push_back(static_cast<Xapian::valueno>(field.slot));
        }
        std::sort(slots.begin(), slots.end());
        return slots;
    }

    void write_bounds(Xapian::valueno slot) {
        Xapian::doccount count = 0;
        std::string lowest;
        std::string highest;
        if (slot == kRecordSlot) {
            count = packing_ ? documents_ : static_cast<Xapian::doccount>(sections_.size());
            lowest = kLowest;
            highest = kHighest;
        } else {
            for_each_value(slot, [&](Xapian::docid, std::string_view value) {
                if (count++ == 0 || value < lowest) lowest = value;
                if (value > highest) highest = value;
            });
        }
        if (count == 0) return;
        std::string key(kValueBounds);
        if (slot > 0) key.push_back(static_cast<char>(slot));
        std::string bounds;
        put_glass_number(bounds, count);
        put_glass_string(bounds, lowest);
        if (highest != lowest) bounds.append(highest);
        table_.add(key, bounds);
    }

    void write_values(Xapian::valueno slot) {
        ValueChunks chunks(slot, table_);
        const auto add = [&](Xapian::docid document, std::string_view value) {
            chunks.add(document, value);
        };
        if (slot == kRecordSlot && packing_) {
            pack_records(add);
        } else if (slot == kRecordSlot) {
            for_each_value(slot, [&](Xapian::docid document, std::string_view value) {
                if (sections_.contains(document)) add(document, value);
            });
        } else {
            for_each_value(slot, add);
        }
        chunks.write();
    }

    void pack_records(const RecordQueue::Visit& add) {
        RecordQueue queue(packing_->dictionaries, packing_->threads, add);
        for (std::size_t i = 0; i < sources_.size(); ++i) {
            const bool packed = sources_[i]->has_packed_records();
            sources_[i]->values(kRecordSlot, [&](Xapian::docid document, std::string_view value) {
                queue.add(before_[i] + document, value, packed);
            });
        }
        queue.finish();
    }

    void write_lengths() {
        for (std::size_t i = 0; i < sources_.size(); ++i) {
            Xapian::docid document = before_[i];
            for (const Xapian::termcount length : sources_[i]->lengths()) {
                chunks_.add({++document, length});
                statistics_.add(length);
            }
        }
        chunks_.write(kLengths, kLengths, 0, 0, table_);
    }

    // The source with the smallest term at hand; of several the first.
    struct Later {
        const std::vector<std::unique_ptr<DocumentSource>>& sources;
        bool operator()(std::size_t a, std::size_t b) const {
            const int order = sources[a]->term().compare(sources[b]->term());
            return order != 0 ? order > 0 : a > b;
        }
    };

    void write_terms() {
        std::priority_queue<std::size_t, std::vector<std::size_t>, Later> next(Later{sources_});
        const auto add = [&](std::size_t source) {
            if (!sources_[source]->term().empty()) next.push(source);
        };
        for (std::size_t i = 0; i < sources_.size(); ++i) add(i);
        std::string term;
        std::vector<Posting> postings;
        while (!next.empty()) {
            term = sources_[next.top()]->term();
            postings.clear();
            while (!next.empty() && sources_[next.top()]->term() == term) {
                const std::size_t source = next.top();
                next.pop();
                sources_[source]->take(before_[source], postings);
                add(source);
            }
            write_term(term, postings);
        }
    }

    void write_term(std::string_view term, const std::vector<Posting>& postings) {
        std::uint64_t occurrences = 0;
        if (!packing_ && !postings.empty()) chunks_.add(example_of(postings));
        for (const Posting posting : postings) {
            if (packing_) chunks_.add(posting);
            occurrences += posting.frequency;
            statistics_.most_frequent = std::max(statistics_.most_frequent, posting.frequency);
        }
        std::string key;
        put_sortable_term(key, term);
        chunks_.write(key, key + '\0', static_cast<Xapian::doccount>(postings.size()), occurrences,
                      table_);
    }

    void write_header() {
        std::string header(kMagic);
        std::random_device random;
        for (int i = 0; i < 4; ++i) put_bytes(header, std::uint32_t{random()});
        put_glass_number(header, 1);  // revision
        header.append(table_.finish());
        for (const std::uint32_t compressed_from : kOtherTables) {
            header.append(no_glass_table(compressed_from));
        }
        const Statistics& all = statistics_;
        put_glass_number(header, all.documents);
        put_glass_number(header, 0);  // numbers that no document has
        put_glass_number(header, all.shortest);
        put_glass_number(header, all.most_frequent);
        put_glass_number(header, all.longest - all.most_frequent);
        put_glass_number(header, 0);  // what only replication uses
        put_glass_number(header, all.length);
        put_glass_number(header, 0);  // spellings
        OutputFile file(path_ + "/iamglass");
        file.write(header);
        file.close();
    }

    std::string path_;
    GlassTableWriter table_;
    const std::vector<std::unique_ptr<DocumentSource>>& sources_;
    std::optional<SegmentPacking> packing_;
    std::vector<Xapian::docid> before_;  // documents of earlier sources
    Xapian::doccount documents_ = 0;
    Statistics statistics_;
    ChunkedPostings chunks_;
    // In an outline only: places of documents by id; those that are sections of long articles.
    std::vector<std::size_t> places_;
    std::unordered_set<Xapian::docid> sections_;
};

}  // namespace

void write_segment(const std::string& path, const std::map<std::string, std::string>& metadata,
                   const std::vector<std::unique_ptr<DocumentSource>>& sources,
                   SegmentPacking packing) {
    std::filesystem::create_directory(path);
    Writer(path, sources, packing).write(metadata);
}

void write_outline(const std::string& path, const std::map<std::string, std::string>& metadata,
                   const std::vector<std::unique_ptr<DocumentSource>>& sources) {
    std::filesystem::create_directory(path);
    Writer(path, sources, std::nullopt).write(metadata);
}

}  // namespace sinodex
