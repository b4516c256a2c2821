// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commit/glass_table.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "corpus/schema/glass_numbers.h"

namespace sinodex {
namespace {

constexpr std::size_t kBlockBytes = 8192;
constexpr std::size_t kHeaderBytes = 11;
constexpr std::size_t kPlaceBytes = 2;
constexpr std::uint8_t kLast = 0x40;
constexpr std::uint8_t kFirst = 0x20;
constexpr std::uint32_t kRevision = 1;

// A part of an entry at the end of a block saves its bytes but costs one more item.
constexpr std::size_t kWorthwhilePart = 64;

// The header has sizes of blocks in units of 2 KiB.
std::string table_info(std::uint32_t root, std::uint32_t flags, std::uint64_t entries,
                       std::uint32_t compressed_from, std::string_view free_blocks) {
    std::string info;
    put_glass_number(info, root);
    put_glass_number(info, flags);
    put_glass_number(info, entries);
    put_glass_number(info, kBlockBytes / 2048);
    put_glass_number(info, compressed_from);
    put_glass_string(info, free_blocks);
    return info;
}

constexpr std::uint32_t kSequential = 2;
constexpr std::uint32_t kNoRoot = 1;

}  // namespace

std::string no_glass_table(std::uint32_t compressed_from) {
    return table_info(0, kSequential | kNoRoot, 0, compressed_from, {});
}

class GlassTableWriter::Block {
 public:
    explicit Block(std::size_t level) { clear(level); }

    void clear(std::size_t level) {
        bytes_.fill(0);
        put(0, kRevision >> 16U);
        put(2, kRevision & 0xFFFFU);
        bytes_[4] = static_cast<char>(level);
        directory_ = kHeaderBytes;
        items_ = kBlockBytes;
    }

    // For an item and its place.
    std::size_t room() const {
        const std::size_t free = items_ - directory_;
        return free < kPlaceBytes ? 0 : free - kPlaceBytes;
    }
    bool is_empty() const { return directory_ == kHeaderBytes; }

    void add(std::string_view item) {
        items_ -= item.size();
        std::memcpy(bytes_.data() + items_, item.data(), item.size());
        put(directory_, items_);
        directory_ += kPlaceBytes;
    }

    std::string_view finished() {
        const std::size_t free = items_ - directory_;
        put(5, free);
        put(7, free);
        put(9, directory_);
        return {bytes_.data(), bytes_.size()};
    }

 private:
    void put(std::size_t at, std::size_t value) {
        bytes_[at] = static_cast<char>(value >> 8U);
        bytes_[at + 1] = static_cast<char>(value);
    }

    std::array<char, kBlockBytes> bytes_{};
    std::size_t directory_ = kHeaderBytes;  // its end
    std::size_t items_ = kBlockBytes;       // their beginning
};

namespace {

void put_size(std::string& out, std::size_t value) {
    out.push_back(static_cast<char>(value >> 8U));
    out.push_back(static_cast<char>(value));
}

// Bytes of a leaf's item besides its part of the value.
std::size_t overhead(std::string_view key, bool first) { return 3 + key.size() + (first ? 0 : 2); }

std::string leaf_item(std::string_view key, std::uint32_t component, bool last,
                      std::string_view value) {
    std::string item;
    const std::size_t size = overhead(key, component == 1) + value.size();
    const std::uint8_t flags = (component == 1 ? kFirst : 0U) | (last ? kLast : 0U);
    put_size(item, (size - 3) | (static_cast<std::size_t>(flags) << 8U));
    item.push_back(static_cast<char>(key.size()));
    item.append(key);
    if (component > 1) put_size(item, component);
    return item.append(value);
}

std::string branch_item(std::uint32_t block, std::string_view key, std::uint32_t component) {
    std::string item;
    put_size(item, block >> 16U);
    put_size(item, block & 0xFFFFU);
    item.push_back(static_cast<char>(key.size()));
    item.append(key);
    put_size(item, component);
    return item;
}

// The shortest beginning of a key by which it is above another one.
std::string_view dividing(std::string_view before, std::string_view key) {
    const auto differs = std::mismatch(before.begin(), before.end(), key.begin(), key.end());
    const auto same = static_cast<std::size_t>(differs.second - key.begin());
    return key.substr(0, same + 1);
}

}  // namespace

GlassTableWriter::GlassTableWriter(const std::string& path) : file_(path) {
    levels_.push_back(std::make_unique<Block>(0));
    dividers_.emplace_back();
    levels_[0]->add(leaf_item("", 1, true, ""));
}

GlassTableWriter::~GlassTableWriter() = default;

void GlassTableWriter::add(std::string_view key, std::string_view value) {
    ++entries_;
    std::uint32_t component = 1;
    for (;;) {
        const bool first = component == 1;
        const std::size_t around = overhead(key, first);
        const std::size_t room = levels_[0]->room();
        const bool fits = around + value.size() <= room;
        if (fits || (room >= around + kWorthwhilePart)) {
            const std::string_view part = value.substr(0, fits ? value.npos : room - around);
            levels_[0]->add(leaf_item(key, component, fits, part));
            last_key_ = key;
            if (fits) return;
            value.remove_prefix(part.size());
            ++component;
        }
        end_block(0, {std::string(dividing(last_key_, key)), component});
    }
}

// Writes a block and tells the level above of it.
void GlassTableWriter::end_block(std::size_t level, const Divider& next) {
    const std::uint32_t number = write(levels_[level]->finished());
    add_child(level + 1, dividers_[level], number);
    levels_[level]->clear(level);
    dividers_[level] = next;
}

// The first key of a block is never looked at, and left out.
void GlassTableWriter::add_child(std::size_t level, Divider divider, std::uint32_t child) {
    if (level == levels_.size()) {
        levels_.push_back(std::make_unique<Block>(level));
        dividers_.emplace_back();
    }
    std::string item = branch_item(child, divider.key, divider.component);
    if (levels_[level]->room() < item.size()) end_block(level, divider);
    if (levels_[level]->is_empty()) item = branch_item(child, "", 0);
    levels_[level]->add(item);
}

std::uint32_t GlassTableWriter::write(std::string_view block) {
    file_.write(block);
    return blocks_++;
}

std::string GlassTableWriter::finish() {
    for (std::size_t level = 0; level + 1 < levels_.size(); ++level) end_block(level, {});
    const std::uint32_t root = write(levels_.back()->finished());
    file_.close();
    std::string free_blocks;  // revision, the first behind the end, and two empty lists
    for (const std::uint32_t number : {kRevision, blocks_, 0U, 0U, 0U, 0U}) {
        put_glass_number(free_blocks, number);
    }
    const auto height = static_cast<std::uint32_t>(levels_.size() - 1);
    return table_info(root, height << 2U | kSequential, entries_, 0, free_blocks);
}

}  // namespace sinodex
