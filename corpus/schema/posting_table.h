// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/schema/mapped_file.h"

namespace sinodex {

// The table of a sealed segment, read where it lies, mapped into memory. Xapian, which reads it as
// well, copies every block and hands out postings one by one; a search that looks at many needs a
// fraction of the time here.
//
// Entries and blocks are described in indexer/commit/glass_table.h. Whatever the file holds,
// nothing outside of it is read, and no number of a document is larger than the segment's:
// functions throw Error (database) instead. Not thread-safe.
class PostingTable {
 public:
    // `documents`: how many the segment has. Throws Error (database) where there is no table.
    PostingTable(const std::string& segment_path, std::uint32_t documents);

    std::uint32_t documents() const { return documents_; }

    // What a document has in a slot; empty where it has nothing. Valid until the next call for that
    // slot. A call takes less where documents are asked for in the order of their numbers, and
    // where so many were asked for that it was worth to note where the values of all of them lie.
    std::string_view value(std::uint32_t slot, std::uint32_t document) const;

    // It will be asked for soon: has the processor fetch it meanwhile.
    void expect_value(std::uint32_t slot, std::uint32_t document) const;

    // The lengths of the documents by their numbers, from 1. They are read when first asked for.
    const std::vector<std::uint32_t>& lengths() const;

    // Room for a sum by document, kept since it is large: whoever uses it leaves kNoSum everywhere.
    static constexpr double kNoSum = -1;
    std::vector<double>& sums() const;

 private:
    friend class PostingList;

    // Where an item lies: in which block, and the how many-th of it.
    struct Place {
        std::uint32_t block = 0;
        std::uint32_t item = 0;
    };
    struct Item {
        std::string_view key;
        std::string_view rest;  // a number of a block; or a part of the value
        bool first = true;      // of the parts of an entry
        bool last = true;
    };

    // A chunk of the values of a slot, and where in it the last one stands that was asked for.
    struct ValueChunk {
        std::string before;       // in keys, the number of the slot
        Place next;               // behind the chunk
        std::uint32_t first = 1;  // its first document; with `end`: none is at hand
        std::uint32_t end = 0;    // the first one of the next chunk
        std::string_view bytes;
        std::string joined;
        std::size_t at = 0;  // of the value of `document`
        std::uint32_t document = 0;
        std::uint32_t look_ups = 0;
        // By document, once many were looked up: where in the file its value begins, and behind
        // that kValueSizeBits for the size. 0: nothing is known.
        std::vector<std::uint64_t> directory;
    };
    static constexpr unsigned kValueSizeBits = 24;

    [[noreturn]] void damaged() const;
    std::string_view block(std::uint32_t number) const;
    std::uint32_t items(std::string_view block) const;
    Item item(std::string_view block, std::uint32_t number) const;
    Place find(std::string_view key) const;
    bool is_end(Place place) const { return place.block == blocks_; }
    void step(Place& place) const;
    bool step_back(Place& place) const;
    void to_leaf(Place& place) const;
    std::string_view value_at(Place& place, std::string& joined) const;
    ValueChunk& values_of(std::uint32_t slot) const;
    std::uint32_t first_document(const ValueChunk& chunk, Place place) const;
    bool go_on(ValueChunk& chunk, std::uint32_t document) const;
    bool look_up(ValueChunk& chunk, std::uint32_t document) const;
    void make_directory(ValueChunk& chunk) const;
    void note_values(ValueChunk& chunk, std::uint32_t document,
                     const std::vector<std::string_view>& parts) const;
    void open(ValueChunk& chunk, Place place) const;
    std::string_view value_in(ValueChunk& chunk, std::uint32_t document) const;
    // Nearly all numbers are of one byte. Nobody else gets hold of `at`, so that it can stay in a
    // register.
    std::uint32_t number(const char*& at, const char* end) const {
        if (at == end) damaged();
        const auto byte = static_cast<unsigned char>(*at);
        if (byte < 0x80) {
            ++at;
            return byte;
        }
        const auto [value, behind] = long_number(at, end);
        at = behind;
        return value;
    }
    std::pair<std::uint32_t, const char*> long_number(const char* at, const char* end) const;

    std::string path_;
    MappedFile file_;
    std::uint32_t blocks_;
    std::uint32_t documents_;
    mutable std::vector<std::uint32_t> lengths_;
    mutable std::vector<double> sums_;
    mutable std::deque<ValueChunk> values_;  // by slot
};

// The postings of a term, or the lengths of documents, one chunk after the other. Refers to the
// table.
class PostingList {
 public:
    PostingList(const PostingTable& table, std::string_view term);
    // The lengths, as postings whose frequency is the length.
    static PostingList lengths(const PostingTable& table);
    PostingList(const PostingList&) = delete;
    PostingList& operator=(const PostingList&) = delete;

    // How many there are in all, as the first chunk tells.
    std::uint32_t size() const { return size_; }

    // Goes on to the next chunk that ends with `least` or behind it; false when there is none. The
    // first call goes to the first one.
    bool next_chunk(std::uint32_t least = 0);

    // Calls use(document, frequency) for each posting of the chunk, in ascending order, until it
    // returns false.
    template <typename Use>
    void read(Use use) const {
        const PostingTable& table = *table_;
        const char* at = postings_.data();
        const char* const end = at + postings_.size();
        const std::uint32_t first = first_;
        const std::uint32_t last = last_;
        for (std::uint32_t document = first;;) {
            const std::uint32_t frequency = table.number(at, end);
            if (!use(document, frequency)) return;
            if (at == end) return;
            document += table.number(at, end) + 1;
            if (document > last || document < first) table.damaged();
        }
    }

 private:
    PostingList(const PostingTable& table, std::string key, std::string later);

    bool read_entry(bool first_chunk);

    const PostingTable* table_;
    std::string key_;    // of the first chunk
    std::string later_;  // before the number of a document in the keys of the others
    PostingTable::Place next_;
    std::uint32_t size_ = 0;
    std::uint32_t first_ = 0;
    std::uint32_t last_ = 0;
    bool begun_ = false;
    bool ended_ = false;
    std::string_view postings_;
    std::string joined_;  // the value of an entry that lies in several parts
};

}  // namespace sinodex
