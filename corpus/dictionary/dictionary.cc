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
    const bool sounds = block.starts_with(kDictionaryMagic);
    if (!sounds && !block.starts_with(kSilentDictionaryMagic)) {
        damaged_record("what is stored is no dictionary");
    }
    block.remove_prefix(kDictionaryMagic.size());
    for (RecordList* list : {&stems_, &words_, &phrases_, &entries_}) {
        *list = RecordList(block);
    }
    if (sounds) sounds_ = RecordList(block);
}

Dictionary::Sound Dictionary::sound(std::uint32_t number) const {
    std::string_view rest = sounds_[number];
    const auto text = [&rest] {
        RecordReader record(rest);
        const std::uint32_t size = record.number32();
        rest = record.rest();
        if (rest.size() < size) damaged_record("its dictionary does not end where it should");
        const std::string_view taken = rest.substr(0, size);
        rest.remove_prefix(size);
        return taken;
    };
    Sound sound;
    sound.syllable = text();
    sound.families = text();
    sound.others = text();
    return sound;
}

Dictionary::Sound Dictionary::find_sound(std::string_view syllable) const {
    const std::uint32_t at = lower_bound(
        sounds_.size(), [&](std::uint32_t number) { return sound(number).syllable < syllable; });
    if (at == sounds_.size() || sound(at).syllable != syllable) return {};
    return sound(at);
}

std::vector<std::string> Dictionary::family_names_read(std::string_view syllable) const {
    return characters_of(find_sound(syllable).families);
}

std::vector<std::string> Dictionary::characters_read(std::string_view syllable) const {
    const Sound found = find_sound(syllable);
    std::vector<std::string> characters = characters_of(found.families);
    for (std::string& other : characters_of(found.others)) {
        characters.push_back(std::move(other));
    }
    return characters;
}

std::vector<std::string> Dictionary::readings_of(std::string_view character) const {
    std::vector<std::string> readings;
    for (std::uint32_t number = 0; number < sounds_.size(); ++number) {
        const Sound each = sound(number);
        if (each.families.find(character) != each.families.npos ||
            each.others.find(character) != each.others.npos) {
            readings.emplace_back(each.syllable);
        }
    }
    return readings;
}

bool Dictionary::is_family_name(std::string_view character) const {
    for (std::uint32_t number = 0; number < sounds_.size(); ++number) {
        const std::string_view families = sound(number).families;
        if (families.find(character) != families.npos) return true;
    }
    return false;
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
    translation.english = translation.text;
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

std::vector<std::uint32_t> Dictionary::stems_of_phrase(std::uint32_t phrase) const {
    RecordReader record(phrases_[phrase]);
    std::vector<std::uint32_t> numbers;
    for (std::uint64_t left = record.number(); left > 0; --left) {
        numbers.push_back(stem_of(record.number32()));
    }
    return numbers;
}

std::vector<Translation> Dictionary::of_english(const std::vector<std::string>& stems) const {
    std::vector<Translation> found;
    std::vector<std::uint32_t> numbers;
    for (const std::string& stem : stems) {
        numbers.push_back(stem_number(stem));
        if (numbers.back() == kNone) return found;
    }
    std::uint32_t phrase = lower_bound(
        phrases_.size(), [&](std::uint32_t each) { return stems_of_phrase(each) < numbers; });
    for (; phrase < phrases_.size() && stems_of_phrase(phrase) == numbers; ++phrase) {
        add_chinese(phrase, found);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Translation& a, const Translation& b) { return a.rank < b.rank; });
    return found;
}

void Dictionary::add_chinese(std::uint32_t phrase, std::vector<Translation>& found) const {
    const std::string english_text = english(phrase).text;
    RecordReader record(phrases_[phrase]);
    for (std::uint64_t left = record.number(); left > 0; --left) record.number32();
    std::uint32_t holder = 0;
    const std::vector<std::uint32_t> gaps = numbers_in(record);
    for (const std::uint32_t gap : gaps) {
        holder += gap;
        const std::vector<std::uint32_t> senses = phrases_of(holder);
        const auto place = std::find(senses.begin(), senses.end(), phrase);
        found.push_back({std::string(chinese(holder)), characters_of(chinese(holder)),
                         static_cast<std::uint32_t>(place - senses.begin()),
                         static_cast<std::uint32_t>(gaps.size()), english_text});
    }
}

}  // namespace sinodex
