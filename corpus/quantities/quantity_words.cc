// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/quantities/quantity_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
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

    static constexpr std::size_t kSlots = 1024;
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

// The words stand by their first character, the longest first.
std::unordered_map<char32_t, std::vector<HanEntry>> make_han_table() {
    std::unordered_map<char32_t, std::vector<HanEntry>> table;
    for_each_word(chinese_rows(), [&table](std::string_view text, Word word) {
        std::u32string code = code_points(text);
        auto& entries = table[code.front()];
        entries.push_back({std::move(code), word});
    });
    for (auto& [first, entries] : table) {
        std::stable_sort(entries.begin(), entries.end(), [](const HanEntry& a, const HanEntry& b) {
            return a.text.size() > b.text.size();
        });
    }
    return table;
}

}  // namespace

Word english_word(std::string_view lower) {
    static const EnglishTable kTable;
    return kTable.lookup(lower);
}

HanWord han_word(std::u32string_view simplified) {
    static const auto kTable = make_han_table();
    const auto entries = kTable.find(simplified.front());
    if (entries == kTable.end()) return {};
    for (const HanEntry& entry : entries->second) {
        if (simplified.starts_with(entry.text)) return {entry.word, entry.text.size()};
    }
    return {};
}

}  // namespace sinodex::quantities
