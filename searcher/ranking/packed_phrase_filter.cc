// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/packed_phrase_filter.h"

#include <algorithm>
#include <utility>

namespace sinodex {
namespace {

// Strings are looked at by so many, as most have no mark.
constexpr std::ptrdiff_t kStringsAtOnce = 8;

}  // namespace

PackedPhraseFilter::PackedPhraseFilter(PhraseFilter phrase) : phrase_(std::move(phrase)) {
    const std::vector<std::string>& words = phrase_.words();
    for (std::size_t i = 0; i < words.size(); ++i) {
        (i < phrase_.rarest() ? before_ : behind_) +=
            words[i].size() + PhraseFilter::kLettersBetween + 1;
    }
}

bool PackedPhraseFilter::may_hold(const PackedTexts& texts) {
    if (phrase_.words().empty() || phrase_.may_hold(texts.title()) || begins(texts)) return true;
    const std::uint8_t* const marks = marks_for(texts.signs()).data();
    const std::uint16_t* at = texts.begin();
    const std::uint16_t* const end = texts.end();
    while (end - at >= kStringsAtOnce) {
        unsigned any = 0;
        for (std::ptrdiff_t i = 0; i < kStringsAtOnce; ++i) any |= marks[at[i]];
        for (std::ptrdiff_t i = 0; any != 0 && i < kStringsAtOnce; ++i) {
            if (marks[at[i]] != kNothing && may_hold_at(texts, at + i, marks[at[i]])) return true;
        }
        at += kStringsAtOnce;
    }
    for (; at != end; ++at) {
        if (marks[*at] != kNothing && may_hold_at(texts, at, marks[*at])) return true;
    }
    return false;
}

const PackedPhraseFilter::Marks& PackedPhraseFilter::marks_for(const StringSigns& signs) {
    if (marked_ == &signs) return marks_;
    marked_ = &signs;
    marks_.assign(signs.size(), kNothing);
    const std::string& word = phrase_.words()[phrase_.rarest()];
    for (const std::uint16_t number : signs.with_beginning(word.front())) {
        marks_[number] = mark_of(signs.string(number));
    }
    for (const std::uint16_t number : signs.odd()) marks_[number] = kLook;
    return marks_;
}

// Words begin behind what is no letter, and end before it; other signs may stand within: U.S.
std::uint8_t PackedPhraseFilter::mark_of(std::string_view string) const {
    const std::string& word = phrase_.words()[phrase_.rarest()];
    const bool ends_open = phrase_.ends_open() && phrase_.rarest() + 1 == phrase_.words().size();
    std::uint8_t mark = kNothing;
    for (std::size_t begin = 0; begin < string.size(); ++begin) {
        if (to_lower_ascii(string[begin]) != word.front()) continue;
        if (begin > 0 && is_ascii_letter(string[begin - 1])) continue;
        std::size_t matched = 0;
        std::size_t at = begin;
        for (; at < string.size() && matched < word.size(); ++at) {
            if (to_lower_ascii(string[at]) == word[matched]) {
                ++matched;
            } else if (is_ascii_alphanumeric(string[at])) {
                break;
            }
        }
        if (matched == word.size()) {
            if (at == string.size() || ends_open || !is_ascii_letter(string[at])) return kLook;
        } else if (at == string.size()) {
            if (mark != kNothing) return kLook;
            mark = static_cast<std::uint8_t>(matched);
        }
    }
    return mark;
}

bool PackedPhraseFilter::may_hold_at(const PackedTexts& texts, const std::uint16_t* at,
                                     std::uint8_t mark) {
    const StringSigns& signs = texts.signs();
    if (mark == kLook) {
        return signs.folded(*at) || (signs.of_address(*at) && has_address_at(texts, at)) ||
               stands_at(texts, at);
    }
    const std::uint16_t* next = at + 1;
    while (next != texts.end() && signs.letters(*next) == 0) ++next;
    if (next == texts.end()) return false;
    return signs.first(*next) == phrase_.words()[phrase_.rarest()][mark] && stands_at(texts, at);
}

bool PackedPhraseFilter::has_address_at(const PackedTexts& texts, const std::uint16_t* at) {
    around_.clear();
    const std::uint16_t* from = at - std::min<std::ptrdiff_t>(2, at - texts.begin());
    const std::uint16_t* const to = at + std::min<std::ptrdiff_t>(3, texts.end() - at);
    if (from == texts.begin()) around_.append(texts.beginning());
    for (; from != to; ++from) around_.append(texts.signs(), *from);
    return may_have_address(around_.view());
}

// Whether the text may begin with the phrase, or with what is folded.
bool PackedPhraseFilter::begins(const PackedTexts& texts) {
    const std::string_view beginning = texts.beginning();
    if (beginning.empty()) return false;
    if (may_be_folded(beginning)) return true;
    return mark_of(beginning) != kNothing && stands_at(texts, texts.begin());
}

// Unpacks as many letters on both sides as the phrase may have.
bool PackedPhraseFilter::stands_at(const PackedTexts& texts, const std::uint16_t* at) {
    const StringSigns& signs = texts.signs();
    const std::uint16_t* from = at;
    std::size_t before = 0;
    while (from != texts.begin() && before < before_) before += signs.letters(*--from);
    around_.clear();
    if (from == texts.begin()) around_.append(texts.beginning());
    const std::uint16_t* const here = std::min(at + 1, texts.end());
    for (; from != here; ++from) around_.append(signs, *from);
    for (std::size_t behind = 0; from != texts.end() && behind < behind_; ++from) {
        behind += signs.letters(*from);
        around_.append(signs, *from);
    }
    return phrase_.stands_in(around_.view());
}

}  // namespace sinodex
