// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/dictionary/compile.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "corpus/dictionary/block.h"
#include "corpus/dictionary/glosses.h"
#include "corpus/schema/record_codec.h"
#include "corpus/schema/terms.h"
#include "corpus/text/analyzer.h"
#include "corpus/text/utf8.h"

namespace sinodex {
namespace {

// Longer explanations are not what anybody writes.
constexpr std::size_t kMaxPhraseWords = 5;

// A phrase as glosses have it: its words, each with its stem.
struct Phrase {
    std::vector<std::string> words;
    std::vector<std::string> stems;
    bool operator<(const Phrase& other) const {
        return std::tie(stems, words) < std::tie(other.stems, other.words);
    }
};

// A phrase of an entry; senses of several entries that are written alike take turns.
struct Sense {
    std::size_t rank;
    std::size_t order;
    std::size_t phrase;
    bool operator<(const Sense& other) const {
        return std::tie(rank, order) < std::tie(other.rank, other.order);
    }
};

template <typename Use>
void for_each_character(std::string_view text, Use use) {
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
        use(std::string(text.substr(at, end - at)));
        at = end;
    }
}

class Compiler {
 public:
    std::string compile(const std::vector<CedictEntry>& entries) {
        for (const CedictEntry& entry : entries) add(entry);
        follow_pointers();
        number_phrases();
        std::string block(kDictionaryMagic);
        append_words(block);
        append_phrases(block);
        append_entries(block);
        append_sounds(block);
        return block;
    }

 private:
    void add(const CedictEntry& entry) {
        const EntryGlosses glosses = glosses_of(entry);
        const std::set<std::string> keys{key_of(entry.simplified), key_of(entry.traditional)};
        add_sound(entry);
        for (const std::string& key : keys) {
            if (key.empty()) continue;
            if (glosses.phrases.empty() && !glosses.see.empty()) {
                pointers_.emplace(key, key_of(glosses.see));
            }
            add_senses(key, glosses.phrases);
        }
    }

    void add_senses(const std::string& key, const std::vector<std::string>& phrases) {
        std::size_t rank = 0;
        for (const std::string& text : phrases) {
            Phrase phrase = phrase_of(text);
            if (phrase.words.empty() || phrase.words.size() > kMaxPhraseWords) continue;
            const auto known = numbers_.emplace(std::move(phrase), numbers_.size());
            std::vector<Sense>& senses = entries_[key];
            senses.push_back({rank++, senses.size(), known.first->second});
        }
    }

    // How a character is read, and whether it is a family name.
    void add_sound(const CedictEntry& entry) {
        const std::string character = key_of(entry.simplified);
        if (count_code_points(character) != 1) {
            for_each_character(character, [&](const std::string& each) { ++uses_[each]; });
            return;
        }
        const std::string syllable = plain_syllable(entry.pinyin);
        if (syllable.empty()) return;
        const bool family =
            std::any_of(entry.glosses.begin(), entry.glosses.end(),
                        [](const std::string& gloss) { return gloss.starts_with("surname "); });
        bool& known = sounds_[syllable][character];
        known = known || family;
    }

    // Of "Lu:4" the letters that names are written with; nothing where it is no syllable.
    static std::string plain_syllable(std::string_view pinyin) {
        std::string syllable;
        for (const char c : pinyin) {
            const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            if (small >= 'a' && small <= 'z') {
                syllable.push_back(small);
            } else if (small != ':' && !(small >= '0' && small <= '9')) {
                return {};
            }
        }
        return syllable;
    }

    // Folded characters of Chinese; nothing where a word holds others.
    std::string key_of(const std::string& chinese) {
        std::string key;
        for (const Token& token : analyzer_.analyze(chinese)) {
            if (token.kind == TokenKind::word || token.kind == TokenKind::number) return {};
            if (token.kind == TokenKind::han_char) key.append(token.text);
        }
        return key;
    }

    Phrase phrase_of(const std::string& text) {
        Phrase phrase;
        std::uint32_t position = UINT32_MAX;
        for (const Token& token : analyzer_.analyze(text)) {
            if (token.position == position) continue;  // another spelling of the same
            position = token.position;
            phrase.words.emplace_back(token.text);
            phrase.stems.emplace_back(terms_.term(token));
        }
        return phrase;
    }

    // An entry that has nothing but a pointer gets the senses of what it points to.
    void follow_pointers() {
        for (const auto& [key, target] : pointers_) {
            if (entries_.contains(key)) continue;
            const auto found = entries_.find(target);
            if (found != entries_.end()) followed_[key] = found->second;
        }
        entries_.merge(followed_);
    }

    // From here on a phrase's number is its place in the order of stems.
    void number_phrases() {
        std::uint32_t number = 0;
        places_.resize(numbers_.size());
        for (const auto& [phrase, first_number] : numbers_) {
            places_[first_number] = number++;
            for (std::size_t i = 0; i < phrase.words.size(); ++i) {
                ++words_[{phrase.words[i], phrase.stems[i]}].frequency;
            }
        }
        for (auto& [key, senses] : entries_) {
            std::sort(senses.begin(), senses.end());
            std::set<std::size_t> seen;
            std::erase_if(senses,
                          [&](const Sense& sense) { return !seen.insert(sense.phrase).second; });
        }
    }

    void append_words(std::string& block) {
        std::map<std::string, std::uint32_t> stems;
        std::vector<std::pair<std::size_t, const WordKey*>> by_frequency;
        for (auto& [word, data] : words_) {
            stems.emplace(word.second, 0);
            by_frequency.emplace_back(data.frequency, &word);
        }
        std::vector<std::string> records;
        for (auto& [stem, number] : stems) {
            number = static_cast<std::uint32_t>(records.size());
            records.push_back(stem);
        }
        append_records(records, block);

        std::stable_sort(by_frequency.begin(), by_frequency.end(),
                         [](const auto& a, const auto& b) { return a.first > b.first; });
        records.clear();
        for (const auto& [frequency, word] : by_frequency) {
            words_[*word].number = static_cast<std::uint32_t>(records.size());
            RecordWriter record;
            record.number(stems[word->second]);
            records.push_back(std::move(record.bytes()) + word->first);
        }
        append_records(records, block);
    }

    void append_phrases(std::string& block) const {
        std::vector<std::vector<std::uint32_t>> holders(numbers_.size());
        std::uint32_t entry = 0;
        for (const auto& [key, senses] : entries_) {
            for (const Sense& sense : senses) holders[places_[sense.phrase]].push_back(entry);
            ++entry;
        }
        std::vector<std::string> records;
        for (const auto& [phrase, number] : numbers_) {
            RecordWriter record;
            record.number(phrase.words.size());
            for (std::size_t i = 0; i < phrase.words.size(); ++i) {
                record.number(words_.at({phrase.words[i], phrase.stems[i]}).number);
            }
            std::uint32_t before = 0;
            for (const std::uint32_t holder : holders[records.size()]) {
                record.number(holder - before);
                before = holder;
            }
            records.push_back(std::move(record.bytes()));
        }
        append_records(records, block);
    }

    void append_entries(std::string& block) const {
        std::vector<std::string> records;
        for (const auto& [key, senses] : entries_) {
            RecordWriter record;
            record.string(key);
            for (const Sense& sense : senses) record.number(places_[sense.phrase]);
            records.push_back(std::move(record.bytes()));
        }
        append_records(records, block);
    }

    void append_sounds(std::string& block) const {
        std::vector<std::string> records;
        for (const auto& [syllable, characters] : sounds_) {
            std::vector<std::string> usual;
            for (const auto& each : characters) usual.push_back(each.first);
            const auto uses = [&](const std::string& character) {
                const auto known = uses_.find(character);
                return known == uses_.end() ? 0 : known->second;
            };
            std::stable_sort(
                usual.begin(), usual.end(),
                [&](const std::string& a, const std::string& b) { return uses(a) > uses(b); });
            std::string families;
            std::string others;
            for (const std::string& character : usual) {
                (characters.at(character) ? families : others).append(character);
            }
            RecordWriter record;
            record.string(syllable);
            record.string(families);
            record.string(others);
            records.push_back(std::move(record.bytes()));
        }
        append_records(records, block);
    }

    using WordKey = std::pair<std::string, std::string>;  // word and stem
    struct WordData {
        std::size_t frequency = 0;
        std::uint32_t number = 0;
    };

    Analyzer analyzer_;
    TermMaker terms_;
    std::map<Phrase, std::size_t> numbers_;  // in the order in which they came
    std::vector<std::uint32_t> places_;      // by that number
    std::map<std::string, std::vector<Sense>> entries_;
    std::map<std::string, std::string> pointers_;
    std::map<std::string, std::vector<Sense>> followed_;
    std::map<WordKey, WordData> words_;
    // By syllable and character, whether it is a family name.
    std::map<std::string, std::map<std::string, bool>> sounds_;
    std::map<std::string, std::size_t> uses_;  // in how many longer words a character is
};

}  // namespace

std::string compile_dictionary(const std::vector<CedictEntry>& entries) {
    return Compiler().compile(entries);
}

}  // namespace sinodex
