// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/dictionary/glosses.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "corpus/text/utf8.h"

namespace sinodex {
namespace {

// A gloss that begins with one of these is about the entry and no meaning of it.
constexpr std::array<std::string_view, 16> kPointers{"variant of ",
                                                     "old variant of ",
                                                     "Japanese variant of ",
                                                     "erhua variant of ",
                                                     "unofficial variant of ",
                                                     "see ",
                                                     "see also ",
                                                     "same as ",
                                                     "also written ",
                                                     "equivalent of ",
                                                     "abbr. for ",
                                                     "abbr. of ",
                                                     "used in ",
                                                     "PRC equivalent",
                                                     "Taiwan equivalent",
                                                     "Mandarin equivalent"};
constexpr std::array<std::string_view, 5> kRemarks{"CL:", "Taiwan pr.", "also pr.", "pr. ",
                                                   "Kangxi radical"};
constexpr std::array<std::string_view, 7> kLeading{"to be ", "to ", "a ",   "an ",
                                                   "the ",   "of ", "esp. "};
// Places for words, and what goes with them.
constexpr std::array<std::string_view, 12> kPlaceholders{"sb",    "sth",     "sb's",   "sth's",
                                                         "one's", "oneself", "sb/sth", "etc",
                                                         "etc.",  "...",     "fig.",   "lit."};

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '"')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '"')) text.remove_suffix(1);
    return text;
}

template <std::size_t N>
bool begins_with_any(std::string_view text, const std::array<std::string_view, N>& beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view each) { return text.starts_with(each); });
}

// The text without brackets of both kinds; what stood in round ones is added to `bracketed`.
std::string without_brackets(std::string_view text, std::vector<std::string>& bracketed) {
    std::string kept;
    std::string inside;
    int round = 0;
    int square = 0;
    for (const char c : text) {
        if (c == '[') ++square;
        if (c == '(' && ++round == 1) continue;
        if (c == ')' && round > 0 && --round == 0) {
            bracketed.push_back(std::move(inside));
            inside.clear();
            continue;
        }
        if (square == 0) (round > 0 ? inside : kept).push_back(c);
        if (c == ']' && square > 0) --square;
    }
    return kept;
}

// Calls `use` with each part between separators.
template <typename Use>
void split(std::string_view text, char separator, Use use) {
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        use(trimmed(text.substr(begin, end - begin)));
        begin = end + 1;
    }
}

std::vector<std::string_view> words_of(std::string_view phrase) {
    std::vector<std::string_view> words;
    split(phrase, ' ', [&](std::string_view word) {
        if (!word.empty()) words.push_back(word);
    });
    return words;
}

std::string joined(const std::vector<std::string_view>& words, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        text.append(text.empty() ? "" : " ").append(words[i]);
    }
    return text;
}

// How many words at the beginning are capitalised, as those of a name.
std::size_t length_of_name(const std::vector<std::string_view>& words) {
    std::size_t count = 0;
    while (count < words.size() && is_capital(words[count].front())) ++count;
    return count;
}

// Whether letters are the first ones of a phrase's words: AI, artificial intelligence.
bool is_abbreviation(std::string_view letters, const std::vector<std::string_view>& words) {
    if (letters.size() < 2 || !std::all_of(letters.begin(), letters.end(), is_capital))
        return false;
    std::string initials;
    for (const std::string_view word : words) {
        initials.push_back(
            static_cast<char>(std::toupper(static_cast<unsigned char>(word.front()))));
    }
    std::size_t at = 0;
    for (const char letter : letters) {
        at = initials.find(letter, at);
        if (at == initials.npos) return false;
        ++at;
    }
    return letters.front() == initials.front();
}

class GlossReader {
 public:
    explicit GlossReader(const CedictEntry& entry)
        : surname_(count_code_points(entry.simplified) == 1) {}

    void read(const std::string& gloss) {
        if (begins_with_any(std::string_view(gloss), kRemarks)) return;
        if (begins_with_any(std::string_view(gloss), kPointers)) note_pointer(gloss);
        std::vector<std::string> bracketed;
        const std::string kept = without_brackets(gloss, bracketed);
        if (surname_ && (kept.starts_with("surname ") || gloss.find("(surname)") != gloss.npos)) {
            return;
        }
        split(kept, ';', [&](std::string_view part) { read_part(part, bracketed); });
    }

    EntryGlosses result() && {
        result_.phrases.insert(result_.phrases.end(), names_.begin(), names_.end());
        std::vector<std::string> once;
        for (std::string& phrase : result_.phrases) {
            if (std::find(once.begin(), once.end(), phrase) == once.end()) {
                once.push_back(std::move(phrase));
            }
        }
        result_.phrases = std::move(once);
        return std::move(result_);
    }

 private:
    // Synonyms stand between commas; behind a name, what it is the name of does.
    void read_part(std::string_view part, const std::vector<std::string>& bracketed) {
        const bool name = !part.empty() && is_capital(part.front());
        bool first = true;
        split(part, ',', [&](std::string_view piece) {
            if (first || !name) read_piece(piece, bracketed);
            first = false;
        });
    }

    void read_piece(std::string_view piece, const std::vector<std::string>& bracketed) {
        const std::string_view text = without_leading(piece);
        if (!std::all_of(text.begin(), text.end(), is_latin)) return;
        std::vector<std::string_view> words = words_of(text);
        std::erase_if(words, [](std::string_view word) {
            return std::find(kPlaceholders.begin(), kPlaceholders.end(), word) !=
                   kPlaceholders.end();
        });
        if (words.empty()) return;
        result_.phrases.push_back(joined(words, words.size()));
        const std::size_t name = length_of_name(words);
        if (name > 0 && name < words.size()) names_.push_back(joined(words, name));
        for (const std::string& inside : bracketed) {
            if (is_abbreviation(inside, words)) names_.push_back(inside);
        }
    }

    // Letters with accents and dashes are fine, Chinese is not.
    static bool is_latin(char c) { return is_ascii(c) || static_cast<unsigned char>(c) < 0xE3; }

    static std::string_view without_leading(std::string_view text) {
        for (const std::string_view leading : kLeading) {
            if (text.starts_with(leading)) return trimmed(text.substr(leading.size()));
        }
        return text;
    }

    // The Simplified form of what an entry points to: 協議|协议[xie2 yi4], or the only one.
    void note_pointer(std::string_view gloss) {
        const auto chinese = [](char c) { return static_cast<unsigned char>(c) >= 0xE3; };
        const auto begin = std::find_if(gloss.begin(), gloss.end(), chinese);
        if (begin == gloss.end() || !result_.see.empty()) return;
        std::string_view target = gloss.substr(static_cast<std::size_t>(begin - gloss.begin()));
        target = target.substr(0, target.find_first_of("[,; )"));
        const std::size_t bar = target.find('|');
        result_.see = bar == target.npos ? target : target.substr(bar + 1);
    }

    bool surname_;
    EntryGlosses result_;
    std::vector<std::string> names_;
};

}  // namespace

EntryGlosses glosses_of(const CedictEntry& entry) {
    GlossReader reader(entry);
    for (const std::string& gloss : entry.glosses) reader.read(gloss);
    return std::move(reader).result();
}

}  // namespace sinodex
