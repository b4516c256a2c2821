#include "corpus/passages/boilerplate.h"

#include <algorithm>

#include "corpus/error.h"
#include "corpus/knowledge/embedded.h"
#include "corpus/passages/paragraphs.h"

namespace sinodex {
namespace {

constexpr std::uint32_t kMaxHalfWords = 80;

bool is_word_byte(unsigned char c) {
    return c >= 0x80 || (c >= '0' && c <= '9') || ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z');
}

// Lower case, each run of anything but letters and digits one space, none at the ends. General
// punctuation (U+2000-U+206F, as curly quotes) and U+00A0 count as such a run.
std::string simplified(std::string_view text) {
    std::string result;
    bool gap = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c == 0xE2 && i + 2 < text.size() && static_cast<unsigned char>(text[i + 1]) <= 0x81) {
            i += 2;
            gap = true;
        } else if (c == 0xC2 && i + 1 < text.size()) {
            i += 1;
            gap = true;
        } else if (!is_word_byte(c)) {
            gap = true;
        } else {
            if (gap && !result.empty()) result.push_back(' ');
            gap = false;
            result.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20U) : text[i]);
        }
    }
    return result;
}

bool starts_with_words(std::string_view text, std::string_view start) {
    return text.starts_with(start) && (text.size() == start.size() || text[start.size()] == ' ' ||
                                       static_cast<unsigned char>(start.back()) >= 0x80);
}

}  // namespace

Boilerplate Boilerplate::parse(std::string_view patterns, const std::string& origin) {
    Boilerplate result;
    std::size_t number = 0;
    for (std::size_t begin = 0; begin < patterns.size();) {
        const std::size_t end = std::min(patterns.find('\n', begin), patterns.size());
        const std::string_view line = patterns.substr(begin, end - begin);
        begin = end + 1;
        ++number;
        if (line.empty() || line.starts_with('#')) continue;
        const std::size_t colon = line.find(": ");
        const std::string_view kind = line.substr(0, colon);
        const std::string words = colon == line.npos ? "" : simplified(line.substr(colon + 2));
        if (words.empty() || (kind != "line" && kind != "start" && kind != "hold")) {
            throw Error(ErrorKind::input, origin + ":" + std::to_string(number) + ": not a pattern",
                        "write 'line: ...', 'start: ...' or 'hold: ...'");
        }
        (kind == "line" ? result.lines_ : kind == "start" ? result.starts_ : result.parts_)
            .push_back(words);
    }
    std::sort(result.lines_.begin(), result.lines_.end());
    return result;
}

const Boilerplate& Boilerplate::built_in() {
    static const Boilerplate patterns = parse(embedded::kBoilerplate, "corpus/knowledge/boilerplate.txt");
    return patterns;
}

bool Boilerplate::matches(std::string_view paragraph) const {
    constexpr std::size_t kMaxBytes = 600;
    if (paragraph.size() > kMaxBytes || half_words(paragraph) > kMaxHalfWords) return false;
    const std::string text = simplified(paragraph);
    if (text.empty()) return false;
    if (std::binary_search(lines_.begin(), lines_.end(), text)) return true;
    if (std::any_of(starts_.begin(), starts_.end(),
                    [&](const std::string& start) { return starts_with_words(text, start); })) {
        return true;
    }
    return std::any_of(parts_.begin(), parts_.end(), [&](const std::string& part) {
        return text.find(part) != std::string::npos;
    });
}

}  // namespace sinodex
