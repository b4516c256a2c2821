// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/text/language.h"

#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "corpus/text/han.h"

namespace sinodex {
namespace {

constexpr std::size_t kSample = 64 * 1024;

struct Scripts {
    std::size_t latin = 0;
    std::size_t han = 0;
    std::size_t kana = 0;
    std::size_t traditional = 0;  // of the Han ones, those that Simplified writes otherwise
    std::size_t other = 0;
};

Scripts count_scripts(std::string_view text) {
    Scripts count;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    for (std::size_t i = 0; i < text.size();) {
        UChar32 c = 0;
        U8_NEXT_OR_FFFD(bytes, i, text.size(), c);
        if (c < 0x80) {
            count.latin += (c | 0x20) >= 'a' && (c | 0x20) <= 'z' ? 1U : 0U;
            continue;
        }
        UErrorCode status = U_ZERO_ERROR;
        switch (uscript_getScript(c, &status)) {
            case USCRIPT_HAN:
                ++count.han;
                count.traditional += to_simplified(c) != c ? 1U : 0U;
                break;
            case USCRIPT_HIRAGANA:
            case USCRIPT_KATAKANA:
                ++count.kana;
                break;
            case USCRIPT_LATIN:
                ++count.latin;
                break;
            case USCRIPT_COMMON:
            case USCRIPT_INHERITED:
                break;
            default:
                ++count.other;
        }
    }
    return count;
}

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// Whether one word in twelve is among the commonest English ones, and half of these are no words of
// other languages, too.
bool looks_english(std::string_view text) {
    static constexpr std::array<std::string_view, 20> kEnglish{
        "and", "are", "be",   "by",   "for", "from", "has", "have", "is",   "its",
        "it",  "of",  "said", "that", "the", "this", "to",  "were", "will", "with"};
    static constexpr std::array<std::string_view, 6> kShared{"a", "as", "at", "in", "on", "was"};
    std::size_t words = 0;
    std::size_t english = 0;
    std::size_t shared = 0;
    std::string word;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const char c = i < text.size() ? text[i] : ' ';
        const auto lower = static_cast<char>(c | 0x20);
        if (lower >= 'a' && lower <= 'z') {
            word.push_back(lower);
        } else if (!word.empty()) {
            ++words;
            english += holds(kEnglish, word) ? 1U : 0U;
            shared += holds(kShared, word) ? 1U : 0U;
            word.clear();
        }
    }
    return english * 24 >= words && english > 0 && (english + shared) * 12 >= words;
}

}  // namespace

std::string_view detect_language(std::string_view text) {
    if (text.size() > kSample) {
        std::size_t end = kSample;
        while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) --end;
        text = text.substr(0, end);
    }
    const Scripts count = count_scripts(text);
    // A Han character says about as much as three letters.
    if (3 * count.han > count.latin + count.other && 10 * count.kana < count.han) {
        return 10 * count.traditional > count.han ? "zh-Hant" : "zh-Hans";
    }
    return count.latin > count.other && looks_english(text) ? "en" : "";
}

}  // namespace sinodex
