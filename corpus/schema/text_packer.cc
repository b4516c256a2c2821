// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/text_packer.h"

#include <algorithm>
#include <bit>

namespace sinodex {
namespace {

constexpr unsigned kByteBits = 8;
constexpr unsigned kNodeBits = 20;
constexpr unsigned kNumberBits = 16;
constexpr unsigned kKeyPlace = kNodeBits + kNumberBits;

std::uint64_t key_of(std::uint64_t step) { return step >> kKeyPlace; }
std::uint64_t node_of(std::uint64_t step) {
    return step >> kNumberBits & ((std::uint64_t{1} << kNodeBits) - 1);
}
std::uint64_t ends(std::uint64_t step) { return step & ((std::uint64_t{1} << kNumberBits) - 1); }

std::uint64_t key(std::uint64_t node, char byte) {
    return node << kByteBits | static_cast<unsigned char>(byte);
}

std::vector<std::string_view> strings_of(const TextDictionary& dictionary) {
    std::vector<std::string_view> strings;
    for (std::size_t i = 0; i < dictionary.size(); ++i) strings.push_back(dictionary.string(i));
    return strings;
}

// How many different beginnings strings have: steps of a trie.
std::size_t prefixes(std::vector<std::string_view> strings) {
    std::sort(strings.begin(), strings.end());
    std::size_t count = 0;
    std::string_view before;
    for (const std::string_view string : strings) {
        const auto [other, own] =
            std::mismatch(before.begin(), before.end(), string.begin(), string.end());
        count += static_cast<std::size_t>(string.end() - own);
        before = string;
    }
    return count;
}

}  // namespace

LongestString::LongestString(const std::vector<std::string_view>& strings) {
    const std::size_t all = prefixes(strings);
    steps_.resize(std::bit_ceil(all + all / 2 + 1));
    std::uint64_t nodes = 0;
    for (std::size_t i = 0; i < strings.size(); ++i) {
        std::uint64_t node = 0;
        std::size_t last = 0;
        for (const char byte : strings[i]) {
            last = slot(key(node, byte));
            if (steps_[last] == 0) {
                steps_[last] = key(node, byte) << kKeyPlace | ++nodes << kNumberBits;
            }
            node = node_of(steps_[last]);
        }
        steps_[last] = (steps_[last] & ~((std::uint64_t{1} << kNumberBits) - 1)) | (i + 1);
    }
}

// Where a step is, or may be put.
std::size_t LongestString::slot(std::uint64_t key) const {
    constexpr std::uint64_t kGolden = 0x9E3779B97F4A7C15;
    const std::size_t mask = steps_.size() - 1;
    std::size_t at = (key * kGolden >> 32U) & mask;
    while (steps_[at] != 0 && key_of(steps_[at]) != key) at = (at + 1) & mask;
    return at;
}

LongestString::Found LongestString::find(std::string_view text) const {
    Found found;
    std::uint64_t node = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const Step step = steps_[slot(key(node, text[i]))];
        if (step == 0) break;
        node = node_of(step);
        if (ends(step) == 0) continue;
        found = {static_cast<std::uint32_t>(ends(step) - 1), static_cast<std::uint32_t>(i + 1)};
    }
    return found;
}

TextPacker::TextPacker(const TextDictionary& dictionary)
    : dictionary_(dictionary), longest_(strings_of(dictionary)) {}

std::string TextPacker::pack(std::string_view text) const {
    std::string codes;
    codes.reserve(text.size() / 2);
    while (!text.empty()) {
        const LongestString::Found found = longest_.find(text);
        dictionary_.append_code(found.number, codes);
        text.remove_prefix(found.size);
    }
    return codes;
}

}  // namespace sinodex
