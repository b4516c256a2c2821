// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/posting_table.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "corpus/schema/glass_numbers.h"
#include "corpus/schema/manifest.h"

namespace sinodex {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kBlockBytes = 8192;
constexpr std::size_t kHeaderBytes = 11;
constexpr std::size_t kLevelPlace = 4;
constexpr std::size_t kEndPlace = 9;  // where the directory ends
constexpr std::uint32_t kMaxLevel = 10;
constexpr std::uint32_t kNoDocument = std::numeric_limits<std::uint32_t>::max();
constexpr std::string_view kValuesKey = "\0\xD8"sv;
constexpr std::string_view kLengthsKey = "\0\xE0"sv;

std::uint32_t byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}
std::uint32_t two_bytes(std::string_view bytes, std::size_t at) {
    return byte_at(bytes, at) << 8U | byte_at(bytes, at + 1);
}
std::uint32_t level_of(std::string_view block) { return byte_at(block, kLevelPlace); }

std::string key_of(std::string_view term) {
    std::string key;
    put_sortable_term(key, term);
    return key;
}

}  // namespace

PostingTable::PostingTable(const std::string& segment_path, std::uint32_t documents)
    : path_(segment_path + "/postlist.glass"),
      file_(path_),
      blocks_(static_cast<std::uint32_t>(file_.bytes().size() / kBlockBytes)),
      documents_(documents) {
    if (blocks_ == 0) damaged();
}

void PostingTable::damaged() const { damaged_database(path_, "is no table of postings"); }

std::string_view PostingTable::block(std::uint32_t number) const {
    if (number >= blocks_) damaged();
    return file_.bytes().substr(std::size_t{number} * kBlockBytes, kBlockBytes);
}

std::uint32_t PostingTable::items(std::string_view block) const {
    const std::uint32_t end = two_bytes(block, kEndPlace);
    if (end < kHeaderBytes || end > kBlockBytes) damaged();
    return (end - static_cast<std::uint32_t>(kHeaderBytes)) / 2;
}

PostingTable::Item PostingTable::item(std::string_view block, std::uint32_t number) const {
    constexpr std::uint32_t kSizeBits = 0x1FFF;
    constexpr std::uint32_t kLast = 0x4000;
    constexpr std::uint32_t kFirst = 0x2000;
    const std::size_t at = two_bytes(block, kHeaderBytes + 2 * std::size_t{number});
    const bool leaf = level_of(block) == 0;
    const std::size_t before = leaf ? 2 : 4;  // flags and size; or the number of a block
    if (at + before + 1 > kBlockBytes) damaged();
    const std::size_t key_size = byte_at(block, at + before);
    const std::size_t key = at + before + 1;
    if (!leaf) {
        if (key + key_size + 2 > kBlockBytes) damaged();
        return {block.substr(key, key_size), block.substr(at, before),
                two_bytes(block, key + key_size) <= 1, true};
    }
    const std::uint32_t flags = two_bytes(block, at);
    const std::size_t end = at + (flags & kSizeBits) + 3;
    const bool first = (flags & kFirst) != 0;
    const std::size_t value = key + key_size + (first ? 0 : 2);
    if (end > kBlockBytes || value > end) damaged();
    return {block.substr(key, key_size), block.substr(value, end - value), first,
            (flags & kLast) != 0};
}

// The first item of a key that is not below the one that is looked for. The root is the last block.
PostingTable::Place PostingTable::find(std::string_view key) const {
    Place place{blocks_ - 1, 0};
    for (std::uint32_t depth = 0; level_of(block(place.block)) > 0; ++depth) {
        const std::string_view branch = block(place.block);
        std::uint32_t low = 0;
        std::uint32_t high = items(branch);
        if (high == 0 || depth == kMaxLevel) damaged();
        while (high - low > 1) {
            const std::uint32_t middle = (low + high) / 2;
            const Item one = item(branch, middle);
            const bool behind = one.key > key || (one.key == key && !one.first);
            (behind ? high : low) = middle;
        }
        const std::string_view child = item(branch, low).rest;
        place.block = two_bytes(child, 0) << 16U | two_bytes(child, 2);
    }
    const std::string_view leaf = block(place.block);
    std::uint32_t low = 0;
    std::uint32_t high = items(leaf);
    while (low < high) {
        const std::uint32_t middle = (low + high) / 2;
        if (item(leaf, middle).key < key) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    place.item = low;
    to_leaf(place);
    return place;
}

void PostingTable::step(Place& place) const {
    ++place.item;
    to_leaf(place);
}

// Leaves are in the order of their keys; blocks of other levels lie between them.
void PostingTable::to_leaf(Place& place) const {
    while (!is_end(place)) {
        const std::string_view at = block(place.block);
        if (level_of(at) == 0 && place.item < items(at)) return;
        ++place.block;
        place.item = 0;
    }
}

// To the first part of the entry before; false where there is none.
bool PostingTable::step_back(Place& place) const {
    do {
        while (place.item == 0) {
            if (place.block == 0) return false;
            --place.block;
            const std::string_view before = block(place.block);
            place.item = level_of(before) == 0 ? items(before) : 0;
        }
        --place.item;
    } while (!item(block(place.block), place.item).first);
    return true;
}

// The value of the entry at a place, which becomes that of the next entry.
std::string_view PostingTable::value_at(Place& place, std::string& joined) const {
    Item part = item(block(place.block), place.item);
    step(place);
    if (part.last) return part.rest;
    joined.assign(part.rest);
    while (!part.last) {
        if (is_end(place)) damaged();
        part = item(block(place.block), place.item);
        if (part.first) damaged();
        joined.append(part.rest);
        step(place);
    }
    return joined;
}

std::pair<std::uint32_t, const char*> PostingTable::long_number(const char* at,
                                                                const char* end) const {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && at != end; shift += 7) {
        const auto byte = static_cast<unsigned char>(*at++);
        value |= std::uint64_t{byte & 0x7FU} << shift;
        if (byte < 0x80) return {static_cast<std::uint32_t>(value), at};
    }
    damaged();
}

PostingTable::ValueChunk& PostingTable::values_of(std::uint32_t slot) const {
    if (slot >= values_.size()) values_.resize(std::size_t{slot} + 1);
    ValueChunk& chunk = values_[slot];
    if (chunk.before.empty()) {
        chunk.before = kValuesKey;
        put_glass_number(chunk.before, slot);
    }
    return chunk;
}

// A chunk of values has the number of its first document in its key. Behind the last one:
// kNoDocument.
std::uint32_t PostingTable::first_document(const ValueChunk& chunk, Place place) const {
    if (is_end(place)) return kNoDocument;
    const std::string_view key = item(block(place.block), place.item).key;
    if (!key.starts_with(chunk.before)) return kNoDocument;
    std::uint32_t first = 0;
    if (!take_sortable_number(key.substr(chunk.before.size()), first)) damaged();
    return first;
}

void PostingTable::open(ValueChunk& chunk, Place place) const {
    chunk.end = 0;  // where it turns out to be damaged, none is at hand
    chunk.first = first_document(chunk, place);
    chunk.bytes = value_at(place, chunk.joined);
    chunk.next = place;
    chunk.document = chunk.first;
    chunk.at = 0;
    chunk.end = first_document(chunk, place);
}

// To the chunk that a document would be in, if it is one of the next few.
bool PostingTable::go_on(ValueChunk& chunk, std::uint32_t document) const {
    constexpr int kFew = 2;
    if (chunk.first >= chunk.end || document < chunk.end) return false;
    Place place = chunk.next;
    std::uint32_t first = chunk.end;
    for (int i = 0; i < kFew && first != kNoDocument; ++i) {
        Place next = place;
        do {
            step(next);
        } while (!is_end(next) && !item(block(next.block), next.item).first);
        const std::uint32_t end = first_document(chunk, next);
        if (end <= first) damaged();
        if (document < end) {
            open(chunk, place);
            return true;
        }
        place = next;
        first = end;
    }
    return false;
}

// The same by way of the tree; false where no chunk begins with the document or before it.
bool PostingTable::look_up(ValueChunk& chunk, std::uint32_t document) const {
    std::string key = chunk.before;
    put_sortable_number(key, document);
    Place place = find(key);
    const bool begins_it = first_document(chunk, place) == document;
    if (!begins_it && !step_back(place)) return false;
    if (first_document(chunk, place) > document) return false;
    open(chunk, place);
    return true;
}

std::string_view PostingTable::value_in(ValueChunk& chunk, std::uint32_t document) const {
    const char* const begin = chunk.bytes.data();
    const char* const end = begin + chunk.bytes.size();
    if (document < chunk.document) {
        chunk.document = chunk.first;
        chunk.at = 0;
    }
    const char* at = begin + chunk.at;
    while (at != end) {
        chunk.at = static_cast<std::size_t>(at - begin);
        const std::uint32_t size = number(at, end);
        if (size > static_cast<std::size_t>(end - at)) damaged();
        if (chunk.document == document) return {at, size};
        at += size;
        if (at == end) break;
        const std::uint32_t next = chunk.document + number(at, end) + 1;
        if (next > document || next < chunk.document) break;
        chunk.document = next;
    }
    return {};
}

// Reads all chunks of a slot, once: to find one by way of the tree waits for memory some ten times.
void PostingTable::make_directory(ValueChunk& chunk) const {
    std::vector<std::uint64_t> directory(std::size_t{documents_} + 1);
    chunk.directory.swap(directory);
    std::vector<std::string_view> parts;
    for (Place place = find(chunk.before);;) {
        const std::uint32_t first = first_document(chunk, place);
        if (first == kNoDocument) return;
        parts.clear();
        for (bool last = false; !last; step(place)) {
            if (is_end(place)) damaged();
            const Item part = item(block(place.block), place.item);
            if (part.first != parts.empty()) damaged();
            parts.push_back(part.rest);
            last = part.last;
        }
        note_values(chunk, first, parts);
    }
}

// What lies in several parts is not noted.
void PostingTable::note_values(ValueChunk& chunk, std::uint32_t document,
                               const std::vector<std::string_view>& parts) const {
    const char* const file = file_.bytes().data();
    std::string joined;
    std::string_view bytes = parts.front();
    if (parts.size() > 1) {
        for (const std::string_view part : parts) joined.append(part);
        bytes = joined;
    }
    const char* at = bytes.data();
    const char* const end = at + bytes.size();
    std::size_t part = 0;
    std::size_t before = 0;  // bytes of the parts before
    while (at != end) {
        const std::uint32_t size = number(at, end);
        if (size > static_cast<std::size_t>(end - at) || document > documents_) damaged();
        const auto begin = static_cast<std::size_t>(at - bytes.data());
        while (part + 1 < parts.size() && begin >= before + parts[part].size()) {
            before += parts[part++].size();
        }
        if (begin + size <= before + parts[part].size() && size < 1U << kValueSizeBits) {
            const auto place =
                static_cast<std::uint64_t>(parts[part].data() - file) + begin - before;
            chunk.directory[document] = place << kValueSizeBits | size;
        }
        at += size;
        if (at == end) return;
        const std::uint32_t next = document + number(at, end) + 1;
        if (next <= document) damaged();
        document = next;
    }
}

void PostingTable::expect_value(std::uint32_t slot, std::uint32_t document) const {
    constexpr std::size_t kLine = 64;
    const ValueChunk& chunk = values_of(slot);
    if (document >= chunk.directory.size()) return;
    const std::uint64_t place = chunk.directory[document];
    const std::size_t size = place & ((1U << kValueSizeBits) - 1);
    const char* const begin = file_.bytes().data() + (place >> kValueSizeBits);
    for (std::size_t at = 0; at < size; at += kLine) __builtin_prefetch(begin + at);
}

std::string_view PostingTable::value(std::uint32_t slot, std::uint32_t document) const {
    constexpr std::uint32_t kMany = 16;
    ValueChunk& chunk = values_of(slot);
    if (document < chunk.directory.size() && chunk.directory[document] != 0) {
        const std::uint64_t place = chunk.directory[document];
        return file_.bytes().substr(place >> kValueSizeBits, place & ((1U << kValueSizeBits) - 1));
    }
    const bool at_hand = document >= chunk.first && document < chunk.end;
    if (!at_hand && !go_on(chunk, document)) {
        if (++chunk.look_ups == documents_ / kMany) make_directory(chunk);
        if (!look_up(chunk, document)) return {};
    }
    return value_in(chunk, document);
}

std::vector<double>& PostingTable::sums() const {
    if (sums_.empty()) sums_.resize(std::size_t{documents_} + 1, kNoSum);
    return sums_;
}

const std::vector<std::uint32_t>& PostingTable::lengths() const {
    if (!lengths_.empty()) return lengths_;
    lengths_.resize(std::size_t{documents_} + 1);
    PostingList list = PostingList::lengths(*this);
    while (list.next_chunk()) {
        list.read([this](std::uint32_t document, std::uint32_t length) {
            lengths_[document] = length;
            return true;
        });
    }
    return lengths_;
}

PostingList::PostingList(const PostingTable& table, std::string_view term)
    : PostingList(table, key_of(term), key_of(term) + '\0') {}

PostingList PostingList::lengths(const PostingTable& table) {
    return {table, std::string(kLengthsKey), std::string(kLengthsKey)};
}

PostingList::PostingList(const PostingTable& table, std::string key, std::string later)
    : table_(&table), key_(std::move(key)), later_(std::move(later)), next_(table.find(key_)) {
    const bool there =
        !table.is_end(next_) && table.item(table.block(next_.block), next_.item).key == key_;
    ended_ = !there || !read_entry(true);
}

bool PostingList::next_chunk(std::uint32_t least) {
    if (ended_) return false;
    if (!begun_) {
        begun_ = true;
        if (last_ >= least) return true;
    }
    do {
        if (table_->is_end(next_)) break;
        const std::string_view key = table_->item(table_->block(next_.block), next_.item).key;
        // Where a term goes on with a zero, 0xFF follows, and no number begins so.
        if (!key.starts_with(later_) || key.size() == later_.size() ||
            key[later_.size()] == '\xFF' || !read_entry(false)) {
            break;
        }
        if (last_ >= least) return true;
    } while (true);
    ended_ = true;
    return false;
}

// The number of the first document stands in the key of all chunks but the first one.
bool PostingList::read_entry(bool first_chunk) {
    const std::string_view key = table_->item(table_->block(next_.block), next_.item).key;
    if (first_chunk) {
        first_ = 0;
    } else if (!take_sortable_number(key.substr(later_.size()), first_)) {
        table_->damaged();
    }
    const std::string_view value = table_->value_at(next_, joined_);
    const char* at = value.data();
    const char* const end = at + value.size();
    if (first_chunk) {
        size_ = table_->number(at, end);
        table_->number(at, end);  // occurrences
        first_ = table_->number(at, end) + 1;
    }
    if (at == end) table_->damaged();
    ++at;  // whether it is the last chunk
    last_ = first_ + table_->number(at, end);
    if (at == end || first_ == 0 || last_ < first_ || last_ > table_->documents()) {
        table_->damaged();
    }
    postings_ = {at, static_cast<std::size_t>(end - at)};
    return true;
}

}  // namespace sinodex
