// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/text_packer.h"

#include <algorithm>
#include <bit>

namespace sinodex {
namespace {

constexpr unsigned kByteBits = 8;
constexpr std::size_t kBytes = std::size_t{1} << kByteBits;
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
    note_beginnings();
}

void LongestString::note_beginnings() {
    firsts_.resize(kBytes);
    pairs_.resize(kBytes * kBytes);
    for (std::size_t first = 0; first < kBytes; ++first) {
        firsts_[first] = step(key(0, static_cast<char>(first)));
        if (firsts_[first] == 0) continue;
        for (std::size_t second = 0; second < kBytes; ++second) {
            pairs_[first * kBytes + second] =
                step(key(node_of(firsts_[first]), static_cast<char>(second)));
        }
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

LongestString::Two LongestString::find_two(std::string_view text) const {
    Two two;
    const auto take = [&two](Step step, std::size_t size) {
        if (ends(step) == 0) return;
        two.shorter = two.longest;
        two.longest = {static_cast<std::uint32_t>(ends(step) - 1),
                       static_cast<std::uint32_t>(size)};
    };
    if (text.empty()) return two;
    const auto first = static_cast<unsigned char>(text[0]);
    take(firsts_[first], 1);
    if (text.size() == 1) return two;
    Step at = pairs_[first * kBytes + static_cast<unsigned char>(text[1])];
    for (std::size_t i = 2; at != 0; ++i) {
        take(at, i);
        if (i == text.size()) break;
        at = step(key(node_of(at), text[i]));
    }
    return two;
}

TextPacker::TextPacker(const TextDictionary& dictionary)
    : dictionary_(dictionary), longest_(strings_of(dictionary)) {
    std::string code;
    for (std::size_t i = 0; i < dictionary.size(); ++i) {
        code.clear();
        dictionary.append_code(i, code);
        code_sizes_.push_back(code.size());
    }
}

TextPacker::Cost TextPacker::cost(LongestString::Found first, LongestString::Found second) const {
    const std::size_t codes = second.size == 0 ? 0 : code_sizes_[second.number];
    return {code_sizes_[first.number] + codes, std::size_t{first.size} + second.size};
}

std::string TextPacker::pack(std::string_view text) const {
    std::string codes;
    codes.reserve(text.size() / 2);
    LongestString::Two here = longest_.find_two(text);
    while (!text.empty()) {
        LongestString::Found taken = here.longest;
        LongestString::Two next = longest_.find_two(text.substr(taken.size));
        const Cost known = cost(taken, next.longest);
        // Texts take a third of their bytes: what takes less is hardly bettered.
        if (here.shorter.size > 0 && known.codes * 3 > known.text) {
            const LongestString::Two behind = longest_.find_two(text.substr(here.shorter.size));
            const Cost other = cost(here.shorter, behind.longest);
            if (other.codes * known.text < known.codes * other.text) {
                taken = here.shorter;
                next = behind;
            }
        }
        dictionary_.append_code(taken.number, codes);
        text.remove_prefix(taken.size);
        here = next;
    }
    return codes;
}

}  // namespace sinodex
