// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/quantities/quantity_words.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "corpus/quantities/quantity_word_rows.h"

namespace sinodex::quantities {
namespace {

template <typename Sink>
void for_each_word(std::span<const VocabularyRow> rows, const Sink& sink) {
    for (const VocabularyRow& entry : rows) {
        std::string_view words = entry.words;
        while (!words.empty()) {
            const std::size_t end = std::min(words.find(' '), words.size());
            sink(words.substr(0, end), Word{entry.cls, static_cast<std::int16_t>(entry.value)});
            words.remove_prefix(std::min(end + 1, words.size()));
        }
    }
}

// Open addressing; a word is put where its hash says, or behind.
class EnglishTable {
 public:
    EnglishTable() {
        for_each_word(english_rows(), [this](std::string_view text, Word word) {
            Slot& slot = slots_[place(text)];
            if (slot.text.empty()) slot = {text, word};
        });
    }

    Word lookup(std::string_view text) const { return slots_[place(text)].word; }

 private:
    struct Slot {
        std::string_view text;
        Word word;
    };

    std::size_t place(std::string_view text) const {
        const auto first = static_cast<unsigned char>(text.front());
        const auto last = static_cast<unsigned char>(text.back());
        const auto middle = static_cast<unsigned char>(text[text.size() / 2]);
        std::size_t at = (first * 31U + last * 7U + middle * 131U + text.size() * 517U) % kSlots;
        while (!slots_[at].text.empty() && slots_[at].text != text) at = (at + 1) % kSlots;
        return at;
    }

    static constexpr std::size_t kSlots = 4096;  // few of them taken: most words are none of these
    std::array<Slot, kSlots> slots_{};
};

std::u32string code_points(std::string_view text) {
    std::u32string result;
    for (std::size_t i = 0; i < text.size(); i += 3) {  // all of them are three bytes long
        const auto byte = [&](std::size_t k) {
            return static_cast<char32_t>(static_cast<unsigned char>(text[i + k]));
        };
        result.push_back((byte(0) & 0xFU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU));
    }
    return result;
}

struct HanEntry {
    std::u32string text;
    Word word;
};

// The words by their first character, the longest first. Characters of the main block have a place
// of their own in an array, since every one of a text is looked up.
class HanTable {
 public:
    HanTable() {
        std::map<char32_t, std::vector<HanEntry>> words;
        for_each_word(chinese_rows(), [&words](std::string_view text, Word word) {
            std::u32string code = code_points(text);
            auto& entries = words[code.front()];
            entries.push_back({std::move(code), word});
        });
        for (auto& [first, entries] : words) {
            std::stable_sort(
                entries.begin(), entries.end(),
                [](const HanEntry& a, const HanEntry& b) { return a.text.size() > b.text.size(); });
            lists_.push_back(std::move(entries));
            const auto place = static_cast<std::uint16_t>(lists_.size());
            if (first >= kFirst && first - kFirst < kCharacters) {
                places_.at(first - kFirst) = place;
            } else {
                others_[first] = place;
            }
        }
    }

    HanWord lookup(std::u32string_view text) const {
        const std::size_t place = place_of(text.front());
        if (place == 0) return {};
        for (const HanEntry& entry : lists_[place - 1]) {
            if (text.starts_with(entry.text)) return {entry.word, entry.text.size()};
        }
        return {};
    }

 private:
    static constexpr char32_t kFirst = 0x4E00;
    static constexpr std::size_t kCharacters = 0x5200;

    // 1 + the place of a list; 0 where no word begins with the character.
    std::size_t place_of(char32_t first) const {
        if (first >= kFirst && first - kFirst < kCharacters) return places_[first - kFirst];
        const auto found = others_.find(first);
        return found == others_.end() ? 0 : found->second;
    }

    std::vector<std::vector<HanEntry>> lists_;
    std::array<std::uint16_t, kCharacters> places_{};
    std::map<char32_t, std::uint16_t> others_;
};

}  // namespace

Word english_word(std::string_view lower) {
    static const EnglishTable kTable;
    return kTable.lookup(lower);
}

HanWord han_word(std::u32string_view simplified) {
    static const HanTable kTable;
    return kTable.lookup(simplified);
}

}  // namespace sinodex::quantities
