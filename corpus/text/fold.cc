// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/text/fold.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "corpus/text/word_scan.h"

namespace sinodex {
namespace {

std::string normalized(const icu::Normalizer2* normalizer, std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    std::string result;
    icu::StringByteSink<std::string> sink(&result);
    normalizer->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())),
                              sink, nullptr, status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU cannot normalise a word");
    return result;
}

struct Normalizers {
    Normalizers() {
        UErrorCode status = U_ZERO_ERROR;
        casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
        decompose = icu::Normalizer2::getNFDInstance(status);
        compose = icu::Normalizer2::getNFCInstance(status);
        if (U_FAILURE(status)) throw std::runtime_error("ICU has no normalisation data");
    }
    const icu::Normalizer2* casefold = nullptr;
    const icu::Normalizer2* decompose = nullptr;
    const icu::Normalizer2* compose = nullptr;
};

// Takes off diacritics, and the spaces and dots that a few ligatures fold to.
std::string bare(std::string_view text) {
    constexpr std::uint32_t kKept = U_GC_L_MASK | U_GC_N_MASK | U_GC_MC_MASK;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t begin = i;
        UChar32 c = 0;
        U8_NEXT_OR_FFFD(bytes, i, text.size(), c);
        if (is_apostrophe(c)) {
            result.push_back('\'');
        } else if (c < 0x80 ? c != ' ' : (U_GET_GC_MASK(c) & kKept) != 0) {
            result.append(text.substr(begin, i - begin));
        }
    }
    return result;
}

// False, with some of the word appended, when there is more than ASCII and U+2019 in it.
bool fold_simple_word(std::string_view word, std::string& out) {
    constexpr std::string_view kCurlyApostrophe = "’";
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char c = word[i];
        if (static_cast<unsigned char>(c) < 0x80) {
            out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c);
        } else if (word.substr(i).starts_with(kCurlyApostrophe)) {
            out.push_back('\'');
            i += kCurlyApostrophe.size() - 1;
        } else {
            return false;
        }
    }
    return true;
}

}  // namespace

void fold_word(std::string_view word, std::string& out) {
    const std::size_t size = out.size();
    if (fold_simple_word(word, out)) return;
    out.resize(size);
    static const Normalizers normalizers;
    const std::string folded = normalized(normalizers.casefold, word);
    const std::string decomposed = normalized(normalizers.decompose, folded);
    out += normalized(normalizers.compose, bare(decomposed));  // Hangul was decomposed, too
}

void strip_punctuation(std::string& word) {
    if (word.ends_with("'s")) word.resize(word.size() - 2);
    const bool number = !word.empty() && word.front() >= '0' && word.front() <= '9';
    std::erase_if(word, [number](char c) { return c == '\'' || c == (number ? ',' : '.'); });
}

std::string_view unit_of_suffix(std::string_view letters) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kUnits{{
        {"b", "billion"},
        {"bn", "billion"},
        {"k", "thousand"},
        {"m", "million"},
        {"mln", "million"},
        {"mn", "million"},
        {"pc", "percent"},
        {"t", "trillion"},
        {"tn", "trillion"},
        {"trn", "trillion"},
    }};
    for (const auto& [suffix, unit] : kUnits) {
        if (suffix == letters) return unit;
    }
    return {};
}

bool is_joining_prefix(std::string_view part) {
    if (part.size() == 1) return part.front() >= 'a' && part.front() <= 'z';
    static constexpr std::array<std::string_view, 14> kPrefixes{
        "anti",  "co",   "cyber", "ed",  "fin", "inter", "mega",
        "micro", "mini", "multi", "non", "on",  "pre",   "re"};
    return std::find(kPrefixes.begin(), kPrefixes.end(), part) != kPrefixes.end();
}

}  // namespace sinodex
