// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/posting_table.h"

#include <algorithm>
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

std::uint32_t PostingTable::long_number(std::uint32_t low, const char*& at, const char* end) const {
    std::uint64_t value = low & 0x7FU;
    for (unsigned shift = 7; shift < 64 && at != end; shift += 7) {
        const auto byte = static_cast<unsigned char>(*at++);
        value |= std::uint64_t{byte & 0x7FU} << shift;
        if (byte < 0x80) return static_cast<std::uint32_t>(value);
    }
    damaged();
}

// A chunk of values has the number of its first document in its key.
std::string_view PostingTable::value(std::uint32_t slot, std::uint32_t document) const {
    std::string before(kValuesKey);
    put_glass_number(before, slot);
    std::string key = before;
    put_sortable_number(key, document);
    Place place = find(key);
    const auto here = [&] { return item(block(place.block), place.item).key; };
    if ((is_end(place) || here() != key) && !step_back(place)) return {};
    const std::string_view found = here();
    std::uint32_t at_document = 0;
    if (!found.starts_with(before)) return {};
    if (!take_sortable_number(found.substr(before.size()), at_document)) damaged();
    const std::string_view chunk = value_at(place, joined_);
    const char* at = chunk.data();
    const char* const end = at + chunk.size();
    while (at != end) {
        const std::uint32_t size = number(at, end);
        if (size > static_cast<std::size_t>(end - at)) damaged();
        if (at_document == document) return {at, size};
        at += size;
        if (at == end) break;
        at_document += number(at, end) + 1;
        if (at_document > document) break;
    }
    return {};
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
