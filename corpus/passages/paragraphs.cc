#include "corpus/passages/paragraphs.h"

#include <algorithm>

namespace sinodex {
namespace {

constexpr std::string_view kSpace = " \t\n\r\f\v";

bool is_blank(std::string_view line) { return line.find_first_not_of(kSpace) == line.npos; }

bool starts_item(std::string_view line) {
    line.remove_prefix(std::min(line.find_first_not_of(kSpace), line.size()));
    for (const std::string_view bullet : {"- ", "* ", "+ ", "•", "·", "–", "▪", "●", "#", "|", ">"}) {
        if (line.starts_with(bullet)) return true;
    }
    const std::size_t digits = line.find_first_not_of("0123456789");
    return digits != line.npos && digits > 0 && digits <= 3 &&
           (line[digits] == '.' || line[digits] == ')');
}

// Whether `line` was broken by a wrap and goes on in `next`: long enough to have been full, and
// the next line does not start something of its own.
bool is_wrapped(std::string_view line, std::string_view next) {
    constexpr std::size_t kShortest = 50;
    constexpr std::size_t kLongest = 110;
    if (line.size() < kShortest || line.size() > kLongest || starts_item(next)) return false;
    const std::string_view end_marks = ".!?:;\"";
    const bool ends_sentence = end_marks.find(line.back()) != end_marks.npos;
    const char first = next[next.find_first_not_of(kSpace)];
    const bool goes_on = first >= 'a' && first <= 'z';
    return goes_on || !ends_sentence;
}

}  // namespace

ByteRange trimmed(std::string_view text, ByteRange range) {
    while (!range.empty() && kSpace.find(text[range.begin]) != kSpace.npos) ++range.begin;
    while (!range.empty() && kSpace.find(text[range.end - 1]) != kSpace.npos) --range.end;
    return range;
}

std::vector<ByteRange> paragraphs(std::string_view text) {
    std::vector<ByteRange> found;
    std::string_view previous;  // the line before, when it may go on
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const ByteRange line = trimmed(
            text, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
        const std::string_view words = slice(text, line);
        if (is_blank(words)) {
            previous = {};
        } else {
            if (!previous.empty() && is_wrapped(previous, words)) {
                found.back().end = line.end;
            } else {
                found.push_back(line);
            }
            previous = words;
        }
        begin = end + 1;
    }
    return found;
}

std::uint32_t half_words(std::string_view text) {
    std::uint32_t count = 0;
    bool in_word = false;
    for (const char byte : text) {
        const auto c = static_cast<unsigned char>(byte);
        // Lead bytes of U+3000 and above, up to the end of the basic plane: mostly Chinese.
        if (c >= 0xE3 && c <= 0xE9) {
            ++count;
            in_word = false;
        } else if (c < 0x80) {
            const bool letter = ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z') || (c >= '0' && c <= '9');
            if (letter && !in_word) count += 2;
            in_word = letter;
        }
    }
    return count;
}

}  // namespace sinodex
