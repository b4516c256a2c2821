// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/text/sentences.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "corpus/text/ascii.h"
#include "corpus/text/han.h"
#include "corpus/text/item_marks.h"
#include "corpus/text/white_space.h"

namespace sinodex {
namespace {

template <std::size_t N>
bool is_among(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// Never end a sentence.
constexpr std::array<std::string_view, 21> kTitles{
    "Mr",  "Mrs", "Ms",  "Dr",  "Prof", "Gen",  "Col", "Lt", "Sgt", "Capt",  "Gov",
    "Sen", "Rep", "Rev", "Hon", "Mt",   "Pres", "vs",  "cf", "e.g", "approx"};

// Do not end a sentence when a number follows.
constexpr std::array<std::string_view, 14> kBeforeNumbers{
    "No", "Nos", "no", "Vol", "Fig", "Art", "Sec", "est", "para", "ed", "p", "pp", "N°", "Nº"};

// End a sentence only when what follows looks like the beginning of one; so do initials.
constexpr std::array<std::string_view, 26> kMayEnd{
    "Inc", "Ltd", "Co",  "Corp", "Bros", "Plc", "Jr",  "Sr",  "etc",  "a.m", "p.m", "i.e", "St",
    "Jan", "Feb", "Mar", "Apr",  "Jun",  "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "Ave"};

constexpr std::array<std::string_view, 47> kStarters{
    "The",    "A",       "An",        "It",    "In",  "He",   "She", "They",  "But",   "And",
    "This",   "That",    "These",     "Those", "Its", "His",  "Her", "Their", "For",   "On",
    "At",     "As",      "When",      "While", "If",  "We",   "I",   "You",   "There", "After",
    "Before", "However", "Meanwhile", "With",  "By",  "What", "How", "Why",   "Who",   "Where",
    "Did",    "Do",      "Does",      "Are",   "Is",  "Can",  "Will"};

// The Latin end of a word that begins in Chinese: the No of 位列No.
std::string_view latin_end(std::string_view word) {
    std::size_t at = word.size();
    while (at > 0 && static_cast<unsigned char>(word[at - 1]) < 0x80) --at;
    return at == word.size() ? word : word.substr(at);
}

// No longer one matters here; without a bound, a text without spaces would be read over and over.
constexpr std::size_t kLongestWord = 64;

std::string_view last_word(std::string_view text) {
    if (text.size() > kLongestWord) text.remove_prefix(text.size() - kLongestWord);
    const std::size_t space = text.find_last_of(" \t\n(\"'");
    std::string_view word = space == std::string_view::npos ? text : text.substr(space + 1);
    for (const std::string_view mark : {"“", "‘", "—", "–", "\u00A0"}) {
        const std::size_t at = word.rfind(mark);
        if (at != std::string_view::npos) word.remove_prefix(at + mark.size());
    }
    return latin_end(word);
}

// Whether one of kStarters is the first word; "A. Smith" starts with an initial.
bool starts_sentence(std::string_view text) {
    const auto* end = std::find_if_not(text.begin(), text.end(), is_ascii_letter);
    if (end != text.end() && *end == '.') return false;
    return is_among(kStarters, {text.begin(), end});
}

// "J", "J.P", "U.S": the last full stop is off.
bool is_initials(std::string_view word) {
    if (word.size() % 2 == 0 || word == "I") return false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (i % 2 == 0 ? !is_ascii_upper(word[i]) : word[i] != '.') return false;
    }
    return true;
}

// Whether `text` ends with an I that is somebody's initial, and not the speaker: "Robert I".
bool ends_with_initial_i(std::string_view text) {
    if (!text.ends_with(" I")) return false;
    const std::string_view before = last_word(text.substr(0, text.size() - 2));
    return !before.empty() && is_ascii_upper(before.front()) && !is_among(kStarters, before);
}

// Whether a title in 《》 is open at the end of `text`, or ends there: it ends no sentence.
bool is_in_title(std::string_view text) {
    if (text.ends_with("》")) return true;
    constexpr std::size_t kLongest = 150;
    if (text.size() > kLongest) text.remove_prefix(text.size() - kLongest);
    const std::size_t open = text.rfind("《");
    return open != text.npos && text.find("》", open) == text.npos;
}

// Whether a quotation ends here and who said it follows: “……。”他说
bool is_attribution(std::string_view left, std::string_view right) {
    constexpr std::size_t kLongestName = 12;
    if (!left.ends_with("”") && !left.ends_with("」")) return false;
    right = right.substr(0, 2 * kLongestName);
    for (const std::string_view verb : {"说", "說", "表示", "称", "稱", "指出", "强调", "道"}) {
        const std::size_t at = right.find(verb);
        if (at == 0 || at > kLongestName) continue;
        const std::string_view behind = right.substr(at + verb.size());
        if (behind.starts_with("，") || behind.starts_with("。")) return true;
    }
    return false;
}

// ". . ." between words: what follows goes on.
bool ends_with_spaced_dots(std::string_view text) {
    constexpr std::string_view kDots = " . . .";
    return text.ends_with(kDots) && !text.substr(0, text.size() - kDots.size()).ends_with('.');
}

bool ends_with_one_of(std::string_view text, std::string_view marks) {
    return !text.empty() && marks.find(text.back()) != std::string_view::npos;
}

// Whether ICU split at a line end within a sentence: only there it splits where nothing ends.
bool is_broken_line(std::string_view left, std::string_view gap, std::string_view right) {
    if (std::count(gap.begin(), gap.end(), '\n') != 1) return false;
    if (ends_with_one_of(left, ".!?:\"')")) return false;
    for (const std::string_view mark : {"。", "！", "？", "”", "’", "」", "…"}) {
        if (left.ends_with(mark)) return false;
    }
    return !right.starts_with("•") && !right.starts_with("- ") && !right.starts_with("* ");
}

// Whether `left` ends with a full stop, maybe within brackets, and Chinese follows at once: the
// stop of an abbreviation, "（Alibaba Group Holding Ltd.）被罚".
bool is_latin_stop_in_chinese(std::string_view left, std::string_view gap, UChar32 next) {
    if (!gap.empty() || !is_common_han(next)) return false;
    for (const std::string_view closer : {")", "）"}) {
        if (left.ends_with(closer)) left.remove_suffix(closer.size());
    }
    return left.ends_with('.');
}

// Whether ICU split between `left` and `right`, with `gap` between them, what is one sentence.
bool belongs_together(std::string_view left, std::string_view gap, std::string_view right) {
    if (is_broken_line(left, gap, right)) return true;
    if (is_item_mark(left) || ends_with_next_mark(left)) return true;
    if (is_in_title(left) || is_attribution(left, right) || ends_with_spaced_dots(left))
        return true;
    if (right.starts_with('(') && right.ends_with(").") && left.ends_with('"')) return true;
    UChar32 next = 0;
    std::size_t at = 0;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(right.data()), at, right.size(), next);
    if (u_islower(next) || is_latin_stop_in_chinese(left, gap, next)) return true;
    if (!left.ends_with('.')) return false;
    const std::string_view word = last_word(left.substr(0, left.size() - 1));
    if (is_among(kTitles, word)) return true;
    if (is_among(kBeforeNumbers, word)) return is_ascii_digit(right.front());
    if (ends_with_initial_i(left.substr(0, left.size() - 1))) return !starts_sentence(right);
    return (is_initials(word) || is_among(kMayEnd, word)) && !starts_sentence(right);
}

}  // namespace

struct SentenceSplitter::State {
    State() {
        UErrorCode status = U_ZERO_ERROR;
        iterator.reset(icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
        if (U_FAILURE(status)) throw std::runtime_error("ICU has no sentence break data");
    }
    ~State() { utext_close(&utext); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    std::unique_ptr<icu::BreakIterator> iterator;
    UText utext = UTEXT_INITIALIZER;
    std::vector<ByteRange> sentences;
    std::vector<ByteRange> items;
};

SentenceSplitter::SentenceSplitter() : state_(std::make_unique<State>()) {}
SentenceSplitter::~SentenceSplitter() = default;
SentenceSplitter::SentenceSplitter(SentenceSplitter&&) noexcept = default;
SentenceSplitter& SentenceSplitter::operator=(SentenceSplitter&&) noexcept = default;

const std::vector<ByteRange>& SentenceSplitter::split(std::string_view paragraph) {
    std::vector<ByteRange>& sentences = state_->sentences;
    sentences.clear();
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&state_->utext, paragraph.data(), static_cast<std::int64_t>(paragraph.size()),
                   &status);
    state_->iterator->setText(&state_->utext, status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU cannot split a paragraph");

    std::int32_t begin = 0;
    for (std::int32_t end = state_->iterator->next(); end != icu::BreakIterator::DONE;
         end = state_->iterator->next()) {
        const ByteRange sentence = trimmed(
            paragraph, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
        begin = end;
        if (sentence.empty()) continue;
        if (!sentences.empty() &&
            belongs_together(slice(paragraph, sentences.back()),
                             slice(paragraph, {sentences.back().end, sentence.begin}),
                             slice(paragraph, sentence))) {
            sentences.back().end = sentence.end;
        } else {
            sentences.push_back(sentence);
        }
    }
    state_->items.clear();
    for (const ByteRange sentence : sentences) append_items(paragraph, sentence, state_->items);
    return state_->items;
}

}  // namespace sinodex
