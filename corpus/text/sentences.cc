#include "corpus/text/sentences.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace sinodex {
namespace {

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// Never end a sentence.
constexpr std::array<std::string_view, 44> kTitles{
    "Mr",  "Mrs", "Ms",  "Dr",   "Prof", "Gen",  "Col",  "Lt",   "Sgt", "Capt", "Gov",
    "Sen", "Rep", "Rev", "Hon",  "St",   "Mt",   "Pres", "Jan",  "Feb", "Mar",  "Apr",
    "Jun", "Jul", "Aug", "Sep",  "Sept", "Oct",  "Nov",  "Dec",  "No",  "Nos",  "Vol",
    "Fig", "vs",  "cf",  "approx", "est", "Art", "Sec",  "para", "ed",  "e.g",  "i.e"};

// End a sentence only when what follows looks like the beginning of one.
constexpr std::array<std::string_view, 16> kMayEnd{"Inc",  "Ltd",  "Co",  "Corp", "Bros", "Plc",
                                                   "U.S",  "U.K",  "U.N", "E.U",  "a.m",  "p.m",
                                                   "Jr",   "Sr",   "etc", "D.C"};

constexpr std::array<std::string_view, 36> kStarters{
    "The",  "A",    "An",   "It",   "In",    "He",    "She",   "They",    "But",
    "And",  "This", "That", "These", "Those", "Its",  "His",   "Her",     "Their",
    "For",  "On",   "At",   "As",   "When",  "While", "If",    "We",      "I",
    "You",  "There", "After", "Before", "However", "Meanwhile", "With", "By", "What"};

std::string_view last_word(std::string_view text) {
    const std::size_t space = text.find_last_of(" \t\n(\"'");
    std::string_view word = space == std::string_view::npos ? text : text.substr(space + 1);
    for (const std::string_view quote : {"“", "‘", "—"}) {
        const std::size_t at = word.rfind(quote);
        if (at != std::string_view::npos) word.remove_prefix(at + quote.size());
    }
    return word;
}

std::string_view first_word(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && u_isalpha(static_cast<unsigned char>(text[end])) &&
           static_cast<unsigned char>(text[end]) < 0x80) {
        ++end;
    }
    return text.substr(0, end);
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// Whether ICU split between `left` and `right` what is one sentence.
bool belongs_together(std::string_view left, std::string_view right) {
    UChar32 next = 0;
    std::size_t at = 0;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(right.data()), at, right.size(), next);
    if (u_islower(next)) return true;
    if (!left.ends_with('.')) return false;
    const std::string_view word = last_word(left.substr(0, left.size() - 1));
    if (holds(kTitles, word)) return true;
    const bool initial = word.size() == 1 && is_upper(word[0]) && word != "I";
    if (initial) return true;
    return holds(kMayEnd, word) && !holds(kStarters, first_word(right));
}

ByteRange trimmed(std::string_view text, ByteRange range) {
    constexpr std::string_view kSpace = " \t\n\r\f\v";
    while (!range.empty() && kSpace.find(text[range.begin]) != std::string_view::npos) ++range.begin;
    while (!range.empty() && kSpace.find(text[range.end - 1]) != std::string_view::npos) --range.end;
    return range;
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
            belongs_together(slice(paragraph, sentences.back()), slice(paragraph, sentence))) {
            sentences.back().end = sentence.end;
        } else {
            sentences.push_back(sentence);
        }
    }
    return sentences;
}

}  // namespace sinodex
