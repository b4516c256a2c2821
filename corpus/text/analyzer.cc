#include "corpus/text/analyzer.h"

#include <unicode/uvernum.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <type_traits>

#include "corpus/text/characters.h"
#include "corpus/text/fold.h"
#include "corpus/text/segmenter.h"
#include "corpus/text/word_scan.h"

namespace sinodex {
namespace {

// Raise with every change that gives some text other tokens.
constexpr int kRulesVersion = 1;

// A longer stretch without spaces is cut here, so that memory stays bounded.
constexpr std::size_t kMaxUnspaced = 4096;

// Memory for folded words: blocks that are kept from call to call.
class Arena {
   public:
    std::string_view store(std::string_view text) {
        if (blocks_.empty() || used_ + text.size() > kBlock) next_block();
        char* to = blocks_[block_].get() + used_;
        std::memcpy(to, text.data(), text.size());
        used_ += text.size();
        return {to, text.size()};
    }
    void clear() {
        block_ = 0;
        used_ = 0;
    }

   private:
    static constexpr std::size_t kBlock = 1U << 16U;

    void next_block() {
        if (!blocks_.empty()) ++block_;
        if (block_ == blocks_.size()) blocks_.push_back(std::make_unique<char[]>(kBlock));
        used_ = 0;
    }

    std::vector<std::unique_ptr<char[]>> blocks_;
    std::size_t block_ = 0;
    std::size_t used_ = 0;
};

bool starts_with_ignoring_case(std::string_view text, std::string_view lower) {
    if (text.size() < lower.size()) return false;
    for (std::size_t i = 0; i < lower.size(); ++i) {
        const char c = text[i];
        if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c) != lower[i]) return false;
    }
    return true;
}

// The bytes of the web address that `text` starts with; 0 if it starts with none.
std::uint32_t url_length(std::string_view text) {
    if (!starts_with_ignoring_case(text, "http://") &&
        !starts_with_ignoring_case(text, "https://") && !starts_with_ignoring_case(text, "www.")) {
        return 0;
    }
    std::uint32_t length = 0;
    while (length < text.size()) {
        const auto c = static_cast<unsigned char>(text[length]);
        if (c <= ' ' || c >= 0x80 || std::strchr("()<>[]{}\"'|", c) != nullptr) break;
        ++length;
    }
    return length;
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
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

    std::uint32_t scan_word(std::uint32_t begin);
    template <class Cursor>
    std::uint32_t scan_word_with(Cursor cursor, std::uint32_t begin);
    void emit_word(ByteRange range, bool joins_previous);
    void emit_number(ByteRange range, std::size_t digits);
    void emit_percent(ByteRange range);
    std::uint32_t scan_unspaced(std::uint32_t begin);
    void emit_han();
    void emit_unspaced_words();
    void push(ByteRange range, TokenKind kind, std::string_view folded, bool in_dictionary = false);
    void fold(ByteRange range);

    Options options;
    std::string_view text;
    std::vector<Token> tokens;
    Arena arena;
    std::uint32_t position = 0;
    std::string word;                     // folded, reused
    bool ascii = false;                   // what is being folded is known to be ASCII
    std::unique_ptr<Segmenter> segmenter; // made when the first unspaced text comes

    // The unspaced stretch at hand, an entry a character.
    std::u16string units;
    std::vector<UChar32> codes;
    std::vector<std::uint32_t> starts;       // byte offsets, and that of the end
    std::vector<std::uint32_t> unit_starts;  // offsets in `units`, and that of the end
};

void Analyzer::State::run(std::string_view input) {
    text = input;
    tokens.clear();
    arena.clear();
    position = 0;
    const auto size = static_cast<std::uint32_t>(text.size());
    const Utf8Cursor cursor(text);
    for (std::uint32_t i = 0; i < size;) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x80) {
            const CharClass cls = kAsciiClasses[byte];
            if (cls != CharClass::other) {
                i = scan_word(i);
            } else {
                if (byte == '%') emit_percent({i, i + 1});
                ++i;
            }
            continue;
        }
        const Character c = cursor.at(i);
        if (c.cls == CharClass::unspaced) {
            i = scan_unspaced(i);
        } else if (c.cls == CharClass::letter || c.cls == CharClass::digit) {
            i = scan_word(i);
        } else {
            if (c.code == 0xFF05) emit_percent({i, c.next});
            i = c.next;
        }
    }
}

std::uint32_t Analyzer::State::scan_word(std::uint32_t begin) {
    const std::uint32_t url = url_length(text.substr(begin));
    if (url > 0) return begin + url;
    if (options.ascii_fast_path) {
        const std::uint32_t end = scan_word_with(AsciiCursor(text), begin);
        if (end > begin) return end;
    }
    return scan_word_with(Utf8Cursor(text), begin);
}

// Returns `begin`, having emitted nothing, when the cursor cannot read what is there.
template <class Cursor>
std::uint32_t Analyzer::State::scan_word_with(Cursor cursor, std::uint32_t begin) {
    WordScan<Cursor> scan(cursor);
    const std::uint32_t end = scan.word_end(begin);
    const std::uint32_t second = scan.after_hyphen(end);
    const std::uint32_t second_end = second > end ? scan.word_end(second) : end;
    if (cursor.left_ascii()) return begin;

    constexpr bool kAscii = std::is_same_v<Cursor, AsciiCursor>;
    ascii = kAscii;
    if (second > end && end - begin <= 8) {
        fold({begin, end});
        if (is_joining_prefix(word)) {
            std::string joined = word;
            fold({second, second_end});
            strip_punctuation(word);
            joined += word;
            push({begin, second_end}, TokenKind::word, joined);
            emit_word({second, second_end}, true);
            return second_end;
        }
    }
    emit_word({begin, end}, false);
    return end;
}

void Analyzer::State::fold(ByteRange range) {
    word.clear();
    if (ascii) {
        fold_ascii_word(slice(text, range), word);
    } else {
        fold_word(slice(text, range), word);
    }
}

void Analyzer::State::emit_word(ByteRange range, bool joins_previous) {
    fold(range);
    strip_punctuation(word);
    if (joins_previous) --position;
    const std::size_t digits = word.find_first_not_of("0123456789.");
    if (digits != 0) return emit_number(range, std::min(digits, word.size()));
    // The rest of U.S.'s.
    if (word == "s" && range.begin > 0) {
        const std::string_view before = text.substr(0, range.begin);
        if (before.ends_with('\'') || before.ends_with("’")) return;
    }
    if (word == "cent" && !tokens.empty() && tokens.back().text == "per") {
        tokens.back().range.end = range.end;
        tokens.back().text = "percent";
        return;
    }
    push(range, TokenKind::word, word);
}

// `word` starts with `digits` digits and full stops: a number, a number and its unit, or a name
// such as 5g.
void Analyzer::State::emit_number(ByteRange range, std::size_t digits) {
    if (digits == word.size()) return push(range, TokenKind::number, word);
    const std::string_view whole = word;
    const std::string_view unit = unit_of_suffix(whole.substr(digits));
    const bool fraction = whole.substr(0, digits).find('.') != std::string_view::npos;
    if (unit.empty() && !fraction) return push(range, TokenKind::word, word);
    // Commas were taken off the digits only, so the unit's bytes are the last ones.
    const auto unit_begin = range.end - static_cast<std::uint32_t>(whole.size() - digits);
    const bool exact = is_ascii(slice(text, range));
    const ByteRange number_range = exact ? ByteRange{range.begin, unit_begin} : range;
    const ByteRange unit_range = exact ? ByteRange{unit_begin, range.end} : range;
    push(number_range, TokenKind::number, whole.substr(0, digits));
    push(unit_range, TokenKind::word, unit.empty() ? whole.substr(digits) : unit);
}

void Analyzer::State::emit_percent(ByteRange range) {
    if (tokens.empty() || tokens.back().kind != TokenKind::number) return;
    const std::string_view between =
        text.substr(tokens.back().range.end, range.begin - tokens.back().range.end);
    if (between.empty() || between == " ") push(range, TokenKind::word, "percent");
}

std::uint32_t Analyzer::State::scan_unspaced(std::uint32_t begin) {
    const Utf8Cursor cursor(text);
    units.clear();
    codes.clear();
    starts.clear();
    unit_starts.clear();
    Character c = cursor.at(begin);
    const bool han = is_han_run(c.code);
    std::uint32_t at = begin;
    while ((c.cls == CharClass::unspaced || (!han && c.cls == CharClass::mark)) &&
           is_han_run(c.code) == han && codes.size() < kMaxUnspaced) {
        const UChar32 folded = han ? to_simplified(c.code) : c.code;
        starts.push_back(at);
        unit_starts.push_back(static_cast<std::uint32_t>(units.size()));
        codes.push_back(folded);
        if (folded > 0xFFFF) {
            units.push_back(U16_LEAD(folded));
            units.push_back(U16_TRAIL(folded));
        } else {
            units.push_back(static_cast<char16_t>(folded));
        }
        at = c.next;
        c = cursor.at(at);
    }
    starts.push_back(at);
    unit_starts.push_back(static_cast<std::uint32_t>(units.size()));
    if (han) {
        emit_han();
    } else {
        emit_unspaced_words();
    }
    return at;
}

void Analyzer::State::emit_han() {
    static const std::vector<std::int32_t> kNone;
    if (options.dictionary_words && !segmenter) segmenter = std::make_unique<Segmenter>();
    const auto& ends = options.dictionary_words ? segmenter->word_ends(units) : kNone;
    auto end = ends.begin();
    std::size_t word_begin = 0;
    const auto append = [&](std::size_t from, std::size_t count, TokenKind kind, bool found) {
        word.clear();
        for (std::size_t i = from; i < from + count; ++i) append_utf8(codes[i], word);
        if (word.size() <= kMaxTokenBytes) {
            tokens.push_back({{starts[from], starts[from + count]}, position, kind, found,
                              arena.store(word)});
        }
    };
    for (std::size_t i = 0; i < codes.size(); ++i, ++position) {
        std::size_t word_size = 0;  // of the dictionary word that begins here
        if (end != ends.end() && i == word_begin) {
            std::size_t next = i;
            while (unit_starts[next] < static_cast<std::uint32_t>(*end)) ++next;
            word_size = next - i;
            word_begin = next;
            ++end;
        }
        append(i, 1, TokenKind::han_char, word_size == 1);
        if (i + 1 < codes.size()) append(i, 2, TokenKind::han_pair, word_size == 2);
        if (word_size > 2) append(i, word_size, TokenKind::han_word, true);
    }
}

// Thai and its like: the segmenter's words, as words.
void Analyzer::State::emit_unspaced_words() {
    if (!segmenter) segmenter = std::make_unique<Segmenter>();
    std::size_t begin = 0;
    ascii = false;
    for (const std::int32_t unit_end : segmenter->word_ends(units)) {
        std::size_t end = begin;
        while (unit_starts[end] < static_cast<std::uint32_t>(unit_end)) ++end;
        const ByteRange range{starts[begin], starts[end]};
        fold(range);
        push(range, TokenKind::word, word);
        begin = end;
    }
}

void Analyzer::State::push(ByteRange range, TokenKind kind, std::string_view folded,
                           bool in_dictionary) {
    if (folded.empty()) return;
    if (folded.size() <= kMaxTokenBytes) {
        tokens.push_back({range, position, kind, in_dictionary, arena.store(folded)});
    }
    ++position;
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
