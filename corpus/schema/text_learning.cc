// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/text_learning.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "corpus/schema/text_packer.h"

namespace sinodex {
namespace {

constexpr std::size_t kByteValues = 256;
constexpr std::size_t kLongestRun = 24;  // bytes
constexpr std::size_t kMostPieces = 6;   // of a run
constexpr std::size_t kLongestPart = 6;  // of words that are no string themselves, bytes

// What is rarer costs more room in a dictionary than it saves.
constexpr std::uint32_t kLeastUses = 4;
constexpr std::uint32_t kLeastPartUses = 8;
constexpr std::size_t kMostParts = LongestString::kMaxStrings / 4;
constexpr int kRounds = 2;

// A code has so many bytes, about.
constexpr double kCodeBytes = 1.5;

bool is_word(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}
bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }
bool goes_on(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; }

// Whether a blank belongs to the word behind it.
bool leads_word(std::string_view text, std::size_t at) {
    return text[at] == ' ' && at + 1 < text.size() && is_word(text[at + 1]);
}

// The size of the first piece of a text: a word with the blank before it, a character beyond ASCII,
// or what stands between those.
std::size_t piece_size(std::string_view text) {
    std::size_t end = leads_word(text, 0) ? 1 : 0;
    if (is_word(text[end])) {
        while (end < text.size() && is_word(text[end])) ++end;
    } else if (is_beyond_ascii(text[0])) {
        for (end = 1; end < text.size() && goes_on(text[end]);) ++end;
    } else {
        for (end = 1; end < text.size() && !is_word(text[end]) && !is_beyond_ascii(text[end]) &&
                      !leads_word(text, end);) {
            ++end;
        }
    }
    return end;
}

// Counts strings: a hash table that refers to where they were seen first.
class StringCounts {
 public:
    StringCounts() : counted_(std::size_t{1} << 16U) {}

    // How often it was seen, with this time.
    std::uint32_t add(std::string_view string, std::uint64_t hash) {
        if (2 * used_ >= counted_.size()) grow();
        Counted& one = counted_[slot(string, hash)];
        if (one.count == 0) {
            one.string = string;
            one.hash = hash;
            ++used_;
        }
        return ++one.count;
    }

    // Those that were seen `least` times, the ones that save most first.
    std::vector<std::string_view> best(std::uint32_t least, std::size_t most) const {
        std::vector<const Counted*> kept;
        for (const Counted& one : counted_) {
            if (one.count >= least && one.string.size() > 1) kept.push_back(&one);
        }
        const auto saves = [](const Counted& one) {
            return one.count * (static_cast<double>(one.string.size()) - kCodeBytes);
        };
        std::sort(kept.begin(), kept.end(), [&](const Counted* a, const Counted* b) {
            return saves(*a) != saves(*b) ? saves(*a) > saves(*b) : a->string < b->string;
        });
        kept.resize(std::min(kept.size(), most));
        std::vector<std::string_view> strings;
        for (const Counted* one : kept) strings.push_back(one->string);
        return strings;
    }

 private:
    struct Counted {
        std::string_view string;
        std::uint64_t hash = 0;
        std::uint32_t count = 0;
    };

    std::size_t slot(std::string_view string, std::uint64_t hash) const {
        const std::size_t mask = counted_.size() - 1;
        std::size_t at = (hash ^ hash >> 29U) & mask;
        while (counted_[at].count > 0 &&
               (counted_[at].hash != hash || counted_[at].string != string)) {
            at = (at + 1) & mask;
        }
        return at;
    }

    void grow() {
        std::vector<Counted> before(2 * counted_.size());
        before.swap(counted_);
        for (const Counted& one : before) {
            if (one.count > 0) counted_[slot(one.string, one.hash)] = one;
        }
    }

    std::vector<Counted> counted_;
    std::size_t used_ = 0;
};

// FNV-1a, so that a longer string's hash goes on from a shorter one's.
constexpr std::uint64_t kNoBytes = 0xCBF29CE484222325;
std::uint64_t hash_on(std::uint64_t hash, std::string_view bytes) {
    constexpr std::uint64_t kPrime = 0x100000001B3;
    for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
    return hash;
}

// Counts the pieces of a text and runs of them: a longer one only where the shorter one was seen
// before, as what comes again does.
void count_runs(std::string_view text, StringCounts& counts) {
    std::vector<std::size_t> ends;
    for (std::size_t at = 0; at < text.size();) ends.push_back(at += piece_size(text.substr(at)));
    std::size_t begin = 0;
    for (std::size_t first = 0; first < ends.size(); begin = ends[first++]) {
        std::uint64_t hash = kNoBytes;
        std::size_t before = begin;
        for (std::size_t i = first; i < std::min(ends.size(), first + kMostPieces); ++i) {
            if (ends[i] - begin > kLongestRun) break;
            hash = hash_on(hash, text.substr(before, ends[i] - before));
            before = ends[i];
            if (counts.add(text.substr(begin, ends[i] - begin), hash) == 1) break;
        }
    }
}

void count_parts(std::string_view bytes, StringCounts& counts) {
    for (std::size_t begin = 0; begin < bytes.size(); ++begin) {
        std::uint64_t hash = hash_on(kNoBytes, bytes.substr(begin, 1));
        for (std::size_t size = 2; size <= std::min(kLongestPart, bytes.size() - begin); ++size) {
            hash = hash_on(hash, bytes.substr(begin + size - 1, 1));
            counts.add(bytes.substr(begin, size), hash);
        }
    }
}

std::string single_bytes() {
    std::string bytes;
    for (std::size_t i = 0; i < kByteValues; ++i) bytes.push_back(static_cast<char>(i));
    return bytes;
}

class Learning {
 public:
    explicit Learning(const std::vector<std::string_view>& texts) : texts_(texts) {
        StringCounts runs;
        for (const std::string_view text : texts_) count_runs(text, runs);
        take(runs.best(kLeastUses, LongestString::kMaxStrings - kByteValues - kMostParts));
    }

    TextDictionary learn() {
        add_parts();
        for (int round = 0; round < kRounds; ++round) drop_unused();
        std::vector<std::string> strings(strings_.begin(), strings_.end());
        return {strings, short_codes()};
    }

 private:
    // Of longer strings as many as there is room for.
    void take(const std::vector<std::string_view>& longer) {
        std::size_t bytes = kByteValues;
        strings_.clear();
        for (std::size_t i = 0; i < kByteValues; ++i) {
            strings_.push_back(std::string_view(bytes_).substr(i, 1));
        }
        for (const std::string_view string : longer) {
            bytes += string.size();
            if (bytes > LongestString::kMaxBytes) break;
            strings_.push_back(string);
        }
    }

    // Calls use(number, what of the text begins there) for each string.
    template <typename Use>
    void parse(std::string_view text, const LongestString& longest, Use use) const {
        while (!text.empty()) {
            const LongestString::Found found = longest.find(text);
            use(found.number, text);
            text.remove_prefix(found.size);
        }
    }

    // What is spelt byte by byte is often part of names and numbers that are rare themselves.
    void add_parts() {
        const LongestString longest(strings_);
        StringCounts parts;
        for (const std::string_view text : texts_) {
            std::size_t spelt = 0;
            const auto note = [&](std::size_t end) {
                count_parts(text.substr(end - spelt, spelt), parts);
                spelt = 0;
            };
            parse(text, longest, [&](std::uint32_t number, std::string_view rest) {
                if (number < kByteValues) {
                    ++spelt;
                } else {
                    note(text.size() - rest.size());
                }
            });
            note(text.size());
        }
        std::vector<std::string_view> longer;
        for (std::size_t i = kByteValues; i < strings_.size(); ++i) longer.push_back(strings_[i]);
        const auto more = parts.best(kLeastPartUses, kMostParts);
        longer.insert(longer.end(), more.begin(), more.end());
        take(longer);
    }

    // Leaves the strings that are used often enough, the most frequent ones first.
    void drop_unused() {
        std::vector<std::uint32_t> uses(strings_.size());
        const LongestString longest(strings_);
        for (const std::string_view text : texts_) {
            parse(text, longest, [&](std::uint32_t number, std::string_view) { ++uses[number]; });
        }
        std::vector<std::pair<std::uint32_t, std::string_view>> kept;
        for (std::size_t i = 0; i < strings_.size(); ++i) {
            const bool needed = strings_[i].size() == 1 || uses[i] >= kLeastUses;
            if (needed) kept.emplace_back(uses[i], strings_[i]);
        }
        std::sort(kept.begin(), kept.end(), [](const auto& a, const auto& b) {
            const bool single = a.second.size() == 1;
            if (a.first != b.first) return a.first > b.first;
            return single != (b.second.size() == 1) ? single : a.second < b.second;
        });
        keep(kept);
    }

    void keep(const std::vector<std::pair<std::uint32_t, std::string_view>>& kept) {
        strings_.clear();
        std::size_t longer = TextDictionary::kMaxStrings - kByteValues;
        for (const auto& [uses, string] : kept) {
            if (string.size() > 1 && longer == 0) continue;
            if (string.size() > 1) --longer;
            strings_.push_back(string);
        }
    }

    // As many as leave codes of two bytes to all others.
    std::size_t short_codes() const {
        const std::size_t others = strings_.size() - kByteValues;
        return kByteValues - (others + kByteValues - 2) / (kByteValues - 1);
    }

    const std::vector<std::string_view>& texts_;
    const std::string bytes_ = single_bytes();
    std::vector<std::string_view> strings_;
};

}  // namespace

TextDictionary learn_texts(const std::vector<std::string_view>& texts) {
    return Learning(texts).learn();
}

}  // namespace sinodex
