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

// Whether at least one word in twelve is one of the commonest English ones.
bool looks_english(std::string_view text) {
    static constexpr std::array<std::string_view, 16> kCommon{
        "a",  "and", "as", "by",   "for", "from", "in",  "is",
        "it", "of",  "on", "that", "the", "to",   "was", "with"};
    std::size_t words = 0;
    std::size_t common = 0;
    std::string word;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const char c = i < text.size() ? text[i] : ' ';
        const auto lower = static_cast<char>(c | 0x20);
        if (lower >= 'a' && lower <= 'z') {
            word.push_back(lower);
        } else if (!word.empty()) {
            ++words;
            common += std::binary_search(kCommon.begin(), kCommon.end(), word) ? 1U : 0U;
            word.clear();
        }
    }
    return words > 0 && common * 12 >= words;
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
