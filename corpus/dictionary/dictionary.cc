// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/dictionary/dictionary.h"

#include <algorithm>

#include "corpus/schema/record_codec.h"

namespace sinodex {
namespace {

constexpr std::uint32_t kNone = UINT32_MAX;

// The first number below `size` for which `is_before` does not hold.
template <typename IsBefore>
std::uint32_t lower_bound(std::uint32_t size, IsBefore is_before) {
    std::uint32_t first = 0;
    while (size > 0) {
        const std::uint32_t half = size / 2;
        if (is_before(first + half)) {
            first += half + 1;
            size -= half + 1;
        } else {
            size = half;
        }
    }
    return first;
}

// The characters of UTF-8.
std::vector<std::string> characters_of(std::string_view text) {
    std::vector<std::string> characters;
    for (const char c : text) {
        const bool begins = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
        if (begins || characters.empty()) characters.emplace_back();
        characters.back().push_back(c);
    }
    return characters;
}

std::uint32_t checked(std::uint32_t number, const RecordList& list) {
    if (number >= list.size()) damaged_record("its dictionary points nowhere");
    return number;
}

// The numbers that are left.
std::vector<std::uint32_t> numbers_in(RecordReader& record) {
    std::vector<std::uint32_t> numbers;
    while (!record.rest().empty()) numbers.push_back(record.number32());
    return numbers;
}

}  // namespace

Dictionary::Dictionary(std::string_view block) {
    if (!block.starts_with(kDictionaryMagic)) damaged_record("what is stored is no dictionary");
    block.remove_prefix(kDictionaryMagic.size());
    for (RecordList* list : {&stems_, &words_, &phrases_, &entries_}) {
        *list = RecordList(block);
    }
}

std::string_view Dictionary::chinese(std::uint32_t entry) const {
    RecordReader record(entries_[checked(entry, entries_)]);
    const std::uint32_t size = record.number32();
    if (record.rest().size() < size) damaged_record("its dictionary does not end where it should");
    return record.rest().substr(0, size);
}

std::vector<std::uint32_t> Dictionary::phrases_of(std::uint32_t entry) const {
    const std::string_view text = chinese(entry);
    const std::string_view record = entries_[entry];
    RecordReader behind(record.substr(static_cast<std::size_t>(text.end() - record.begin())));
    return numbers_in(behind);
}

std::vector<Translation> Dictionary::of_chinese(std::string_view word) const {
    const std::uint32_t at =
        lower_bound(entries_.size(), [&](std::uint32_t number) { return chinese(number) < word; });
    std::vector<Translation> found;
    if (at == entries_.size() || chinese(at) != word) return found;
    for (const std::uint32_t phrase : phrases_of(at)) {
        found.push_back(english(phrase));
        found.back().rank = static_cast<std::uint32_t>(found.size() - 1);
    }
    return found;
}

Translation Dictionary::english(std::uint32_t phrase) const {
    RecordReader record(phrases_[checked(phrase, phrases_)]);
    Translation translation;
    for (std::uint64_t left = record.number(); left > 0; --left) {
        RecordReader word(words_[checked(record.number32(), words_)]);
        translation.terms.emplace_back(stems_[checked(word.number32(), stems_)]);
        translation.text.append(translation.text.empty() ? "" : " ").append(word.rest());
    }
    translation.entries = static_cast<std::uint32_t>(numbers_in(record).size());
    return translation;
}

std::uint32_t Dictionary::stem_number(std::string_view stem) const {
    const std::uint32_t at =
        lower_bound(stems_.size(), [&](std::uint32_t number) { return stems_[number] < stem; });
    return at < stems_.size() && stems_[at] == stem ? at : kNone;
}

std::uint32_t Dictionary::stem_of(std::uint32_t word) const {
    return RecordReader(words_[checked(word, words_)]).number32();
}

std::string_view Dictionary::find_phrase(const std::vector<std::uint32_t>& stems,
                                         std::uint32_t& number) const {
    const auto stems_of = [this](std::uint32_t phrase) {
        RecordReader record(phrases_[phrase]);
        std::vector<std::uint32_t> numbers;
        for (std::uint64_t left = record.number(); left > 0; --left) {
            numbers.push_back(stem_of(record.number32()));
        }
        return numbers;
    };
    number = lower_bound(phrases_.size(),
                         [&](std::uint32_t phrase) { return stems_of(phrase) < stems; });
    if (number == phrases_.size() || stems_of(number) != stems) return {};
    return phrases_[number];
}

std::vector<Translation> Dictionary::of_english(const std::vector<std::string>& stems) const {
    std::vector<Translation> found;
    std::vector<std::uint32_t> numbers;
    for (const std::string& stem : stems) {
        numbers.push_back(stem_number(stem));
        if (numbers.back() == kNone) return found;
    }
    std::uint32_t phrase = 0;
    const std::string_view bytes = find_phrase(numbers, phrase);
    if (bytes.empty()) return found;
    RecordReader record(bytes);
    for (std::uint64_t left = record.number(); left > 0; --left) record.number32();
    std::uint32_t holder = 0;
    const std::vector<std::uint32_t> gaps = numbers_in(record);
    for (const std::uint32_t gap : gaps) {
        holder += gap;
        const std::vector<std::uint32_t> senses = phrases_of(holder);
        const auto place = std::find(senses.begin(), senses.end(), phrase);
        found.push_back({std::string(chinese(holder)), characters_of(chinese(holder)),
                         static_cast<std::uint32_t>(place - senses.begin()),
                         static_cast<std::uint32_t>(gaps.size())});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Translation& a, const Translation& b) { return a.rank < b.rank; });
    return found;
}

}  // namespace sinodex
