// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/text/analyzer.h"

#include <unicode/uvernum.h>

#include <algorithm>
#include <array>

#include "corpus/text/arena.h"
#include "corpus/text/characters.h"
#include "corpus/text/fold.h"
#include "corpus/text/segmenter.h"
#include "corpus/text/web_address.h"
#include "corpus/text/word_scan.h"

namespace sinodex {
namespace {

// Raise with every change that gives some text other tokens, or tokens other terms.
constexpr int kRulesVersion = 5;

// A longer stretch without spaces is cut here, so that memory stays bounded.
constexpr std::size_t kMaxUnspaced = 4096;
static_assert(kMaxUnspaced * 4 <= Arena::kBlock);

// Whether an ASCII byte ends every word of two or more letters before it.
constexpr bool ends_plain_word(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x80 && kAsciiClasses[byte] == CharClass::other && c != '\'' && c != '-';
}

// Whether there is but a space, a hyphen or a line end between the parts of "5 %" or "per cent".
bool is_narrow_gap(std::string_view between) {
    return between == " " || between == "-" || between == "\n" || between == "\u00A0";
}

bool follows_apostrophe(std::string_view text, std::uint32_t at) {
    if (at == 0) return false;
    std::uint32_t before = at - 1;
    while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0U) == 0x80) --before;
    return is_apostrophe(Utf8Cursor(text).at(before).code);
}

void append_utf8(UChar32 c, std::string& out) {
    std::array<std::uint8_t, 4> bytes{};
    std::size_t length = 0;
    const auto code = static_cast<std::uint32_t>(c);
    U8_APPEND_UNSAFE(bytes, length, code);
    out.append(reinterpret_cast<const char*>(bytes.data()), length);
}

}  // namespace

std::string analyzer_fingerprint() {
    return "rules " + std::to_string(kRulesVersion) + ", ICU " U_ICU_VERSION;
}

struct Analyzer::State {
    explicit State(Options chosen) : options(chosen) {}

    void run(std::string_view input);

    // These emit the tokens of what begins at `begin`, and return its end.
    std::uint32_t scan_word(std::uint32_t begin);
    std::uint32_t scan_plain_word(std::uint32_t begin);
    std::uint32_t scan_any_word(std::uint32_t begin);
    std::uint32_t scan_han(std::uint32_t begin);
    std::uint32_t scan_unspaced(std::uint32_t begin);

    void fold(ByteRange range);
    void emit_joined(std::string_view prefix, std::uint32_t begin, ByteRange second);
    void emit_word(ByteRange range, std::string_view folded);
    void emit_number(ByteRange range, std::string_view folded);
    void emit_percent(ByteRange range);
    bool completes_percent(ByteRange cent);
    void emit_han(const std::vector<std::size_t>& word_ends);
    void emit_unspaced();
    std::uint32_t number_end(std::uint32_t begin, std::size_t characters) const;
    void push(ByteRange range, TokenKind kind, std::string_view folded);
    Segmenter& words();

    Options options;
    std::string_view text;
    std::vector<Token> tokens;
    Arena arena;
    std::uint32_t position = 0;
    std::string word;                      // folded, reused
    std::unique_ptr<Segmenter> segmenter;  // made when the first unspaced text comes

    // The unspaced stretch at hand, an entry a character; offsets have one more, for its end.
    std::vector<UChar32> codes;
    std::vector<std::uint32_t> starts;         // offsets in `text`
    std::vector<std::uint32_t> folded_starts;  // offsets in `word`, Han only
};

void Analyzer::State::run(std::string_view input) {
    text = input;
    tokens.clear();
    arena.clear();
    position = 0;
    const Utf8Cursor cursor(text);
    for (std::uint32_t i = 0; i < text.size();) {
        const Character c = cursor.at(i);
        switch (c.cls) {
            case CharClass::letter:
            case CharClass::digit:
                i = scan_word(i);
                break;
            case CharClass::han:
                i = scan_han(i);
                break;
            case CharClass::unspaced:
                i = scan_unspaced(i);
                break;
            case CharClass::mark:
            case CharClass::other:
                if (c.code == '%' || c.code == 0xFF05) emit_percent({i, c.next});
                i = c.next;
        }
    }
}

std::uint32_t Analyzer::State::scan_word(std::uint32_t begin) {
    const int first = text[begin] | 0x20;
    if (first == 'h' || first == 'w') {
        const std::uint32_t length = web_address_length(text.substr(begin));
        if (length > 0) return begin + length;
    }
    if (options.ascii_fast_path) {
        const std::uint32_t end = scan_plain_word(begin);
        if (end > begin) return end;
    }
    return scan_any_word(begin);
}

// Two or more ASCII letters with nothing behind them that could belong to them: most words. For
// any other word this returns `begin`.
std::uint32_t Analyzer::State::scan_plain_word(std::uint32_t begin) {
    std::array<char, kMaxTokenBytes> folded;
    const std::size_t room = std::min(folded.size(), text.size() - begin);
    const char* from = text.data() + begin;
    std::size_t size = 0;
    while (size < room &&
           kAsciiClasses[static_cast<unsigned char>(from[size])] == CharClass::letter) {
        folded[size] = static_cast<char>(from[size] | 0x20);
        ++size;
    }
    const auto end = begin + static_cast<std::uint32_t>(size);
    if (size < 2 || (end < text.size() && !ends_plain_word(text[end]))) return begin;
    emit_word({begin, end}, {folded.data(), size});
    return end;
}

std::uint32_t Analyzer::State::scan_any_word(std::uint32_t begin) {
    constexpr std::uint32_t kLongestPrefix = 8;
    WordScan scan{Utf8Cursor(text)};
    const std::uint32_t end = scan.word_end(begin);
    fold({begin, end});
    if (const std::uint32_t signs = scan.after_signs(begin, end); signs > end) {
        word.append(slice(text, {end, signs}));
        push({begin, signs}, TokenKind::word, word);
        return signs;
    }
    const std::uint32_t second = scan.after_hyphen(end);
    if (second > end && end - begin <= kLongestPrefix && is_joining_prefix(word)) {
        const std::uint32_t second_end = scan.word_end(second);
        const std::string prefix = word;
        emit_joined(prefix, begin, {second, second_end});
        return second_end;
    }
    strip_punctuation(word);
    emit_word({begin, end}, word);
    return end;
}

void Analyzer::State::fold(ByteRange range) {
    word.clear();
    fold_word(slice(text, range), word);
}

void Analyzer::State::emit_joined(std::string_view prefix, std::uint32_t begin, ByteRange second) {
    fold(second);
    strip_punctuation(word);
    push({begin, second.end}, TokenKind::word, std::string(prefix) + word);
    if (word.empty()) return;
    --position;
    emit_word(second, word);
}

void Analyzer::State::emit_word(ByteRange range, std::string_view folded) {
    if (folded.empty()) return;
    if (folded.front() >= '0' && folded.front() <= '9') return emit_number(range, folded);
    // The rest of U.S.'s.
    if (folded == "s" && follows_apostrophe(text, range.begin)) return;
    if (folded == "cent" && completes_percent(range)) return;
    push(range, TokenKind::word, folded);
}

// A number, a number and its unit, or a name such as 5g.
void Analyzer::State::emit_number(ByteRange range, std::string_view folded) {
    const std::size_t digits = std::min(folded.find_first_not_of("0123456789."), folded.size());
    if (digits == folded.size()) return push(range, TokenKind::number, folded);
    const std::string_view number = folded.substr(0, digits);
    const std::string_view rest = folded.substr(digits);
    const std::string_view unit = unit_of_suffix(rest);
    if (unit.empty() && number.find('.') == std::string_view::npos) {
        return push(range, TokenKind::word, folded);
    }
    const std::uint32_t split = number_end(range.begin, digits);
    push({range.begin, split}, TokenKind::number, number);
    push({split, range.end}, TokenKind::word, unit.empty() ? rest : unit);
}

// The end of so many digits and full stops, and of the commas and marks among them.
std::uint32_t Analyzer::State::number_end(std::uint32_t begin, std::size_t characters) const {
    const Utf8Cursor cursor(text);
    Character c = cursor.at(begin);
    for (std::uint32_t at = begin;; c = cursor.at(at)) {
        const bool counts = c.cls == CharClass::digit || c.code == '.';
        if (characters == 0 && c.cls != CharClass::mark) return at;
        if (counts) --characters;
        at = c.next;
    }
}

void Analyzer::State::emit_percent(ByteRange range) {
    if (tokens.empty() || tokens.back().kind != TokenKind::number) return;
    const std::uint32_t end = tokens.back().range.end;
    const std::string_view between = slice(text, {end, range.begin});
    if (between.empty() || is_narrow_gap(between)) push(range, TokenKind::word, "percent");
}

// Makes the token "per" before it one with `cent`.
bool Analyzer::State::completes_percent(ByteRange cent) {
    if (tokens.empty() || tokens.back().text != "per") return false;
    Token& per = tokens.back();
    if (!is_narrow_gap(slice(text, {per.range.end, cent.begin}))) return false;
    per.range.end = cent.end;
    per.text = "percent";
    return true;
}

std::uint32_t Analyzer::State::scan_han(std::uint32_t begin) {
    const Utf8Cursor cursor(text);
    codes.clear();
    starts.clear();
    folded_starts.clear();
    word.clear();
    std::uint32_t at = begin;
    for (Character c = cursor.at(at); c.cls == CharClass::han && codes.size() < kMaxUnspaced;
         c = cursor.at(at)) {
        codes.push_back(fold_han(c.code));
        starts.push_back(at);
        folded_starts.push_back(static_cast<std::uint32_t>(word.size()));
        append_utf8(codes.back(), word);
        at = c.next;
    }
    starts.push_back(at);
    folded_starts.push_back(static_cast<std::uint32_t>(word.size()));
    static const std::vector<std::size_t> no_words;
    emit_han(options.dictionary_words ? words().word_ends(codes) : no_words);
    return at;
}

// `word` holds the stretch, folded: each token's text is a part of it.
void Analyzer::State::emit_han(const std::vector<std::size_t>& word_ends) {
    const std::string_view folded = arena.store(word);
    const auto add = [&](std::size_t from, std::size_t to, TokenKind kind, bool found) {
        const ByteRange part{folded_starts[from], folded_starts[to]};
        if (part.size() > kMaxTokenBytes) return;
        tokens.push_back({{starts[from], starts[to]}, position, kind, found, slice(folded, part)});
    };
    auto next_end = word_ends.begin();
    std::size_t word_begin = 0;
    for (std::size_t i = 0; i < codes.size(); ++i, ++position) {
        std::size_t word_size = 0;  // of the dictionary word that begins here
        if (i == word_begin && next_end != word_ends.end()) {
            word_begin = *next_end++;
            word_size = word_begin - i;
        }
        add(i, i + 1, TokenKind::han_char, word_size == 1);
        if (i + 1 < codes.size()) add(i, i + 2, TokenKind::han_pair, word_size == 2);
        if (word_size > 2) add(i, i + word_size, TokenKind::han_word, true);
    }
}

// Thai and its like.
std::uint32_t Analyzer::State::scan_unspaced(std::uint32_t begin) {
    const Utf8Cursor cursor(text);
    codes.clear();
    starts.clear();
    std::uint32_t at = begin;
    Character c = cursor.at(at);
    while ((c.cls == CharClass::unspaced || c.cls == CharClass::mark) &&
           codes.size() < kMaxUnspaced) {
        codes.push_back(c.code);
        starts.push_back(at);
        at = c.next;
        c = cursor.at(at);
    }
    starts.push_back(at);
    emit_unspaced();
    return at;
}

// The segmenter's words, as words.
void Analyzer::State::emit_unspaced() {
    // However these fold they are too long, and marks may make folding quadratic.
    constexpr std::uint32_t kHopeless = 4 * kMaxTokenBytes;
    std::size_t begin = 0;
    for (const std::size_t end : words().word_ends(codes)) {
        const ByteRange range{starts[begin], starts[end]};
        word.clear();
        if (range.size() <= kHopeless) fold_word(slice(text, range), word);
        push(range, TokenKind::word, word);
        begin = end;
    }
}

void Analyzer::State::push(ByteRange range, TokenKind kind, std::string_view folded) {
    if (folded.empty()) return;
    if (folded.size() <= kMaxTokenBytes) {
        tokens.push_back({range, position, kind, false, arena.store(folded)});
    }
    ++position;
}

Segmenter& Analyzer::State::words() {
    if (!segmenter) segmenter = std::make_unique<Segmenter>();
    return *segmenter;
}

Analyzer::Analyzer() : Analyzer(Options{}) {}
Analyzer::Analyzer(Options options) : state_(std::make_unique<State>(options)) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

const std::vector<Token>& Analyzer::analyze(std::string_view text) {
    state_->run(text);
    return state_->tokens;
}

}  // namespace sinodex
