#include "corpus/passages/boilerplate.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <functional>

#include "corpus/error.h"
#include "corpus/knowledge/embedded.h"
#include "corpus/passages/paragraphs.h"

namespace sinodex {
namespace {

constexpr std::uint32_t kMaxHalfWords = 80;

// Case-folded, each run of anything but letters, digits, ':' and '©' one space, none at the ends
// and none before a ':'.
std::string simplified(std::string_view text) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    icu::UnicodeString result;
    bool gap = false;
    for (std::size_t i = 0; i < text.size();) {
        UChar32 c = 0;
        U8_NEXT_OR_FFFD(bytes, i, text.size(), c);
        if (c == ':' || c == 0xFF1A) {
            result.append(u':');
            gap = true;
        } else if (u_isalnum(c) || c == 0xA9) {
            if (gap && !result.isEmpty()) result.append(u' ');
            gap = false;
            result.append(u_foldCase(c, U_FOLD_CASE_DEFAULT));
        } else {
            gap = true;
        }
    }
    std::string utf8;
    return result.toUTF8String(utf8);
}

std::string_view without_final_colon(std::string_view text) {
    return text.substr(0, text.size() - (text.ends_with(':') ? 1 : 0));
}

// Chinese has no spaces: there a start needs no end.
bool starts_with_words(std::string_view text, std::string_view start) {
    return text.starts_with(start) &&
           (text.size() == start.size() || text[start.size()] == ' ' || start.ends_with(':') ||
            static_cast<unsigned char>(start.back()) >= 0x80);
}

}  // namespace

Boilerplate Boilerplate::parse(std::string_view patterns, const std::string& origin) {
    Boilerplate result;
    std::size_t number = 0;
    for (std::size_t begin = 0; begin < patterns.size();) {
        const std::size_t end = std::min(patterns.find('\n', begin), patterns.size());
        const std::string_view line =
            slice(patterns, trimmed(patterns, {static_cast<std::uint32_t>(begin),
                                               static_cast<std::uint32_t>(end)}));
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
        (kind == "line"    ? result.lines_
         : kind == "start" ? result.starts_
                           : result.parts_)
            .push_back(words);
    }
    std::sort(result.lines_.begin(), result.lines_.end());
    return result;
}

const Boilerplate& Boilerplate::built_in() {
    static const Boilerplate patterns =
        parse(embedded::kBoilerplate, "corpus/knowledge/boilerplate.txt");
    return patterns;
}

bool Boilerplate::matches(std::string_view paragraph) const {
    constexpr std::size_t kMaxBytes = 600;
    if (paragraph.size() > kMaxBytes || half_words(paragraph) > kMaxHalfWords) return false;
    const std::string text = simplified(paragraph);
    if (text.empty()) return false;
    if (std::binary_search(lines_.begin(), lines_.end(), without_final_colon(text), std::less<>()))
        return true;
    if (std::any_of(starts_.begin(), starts_.end(),
                    [&](const std::string& start) { return starts_with_words(text, start); })) {
        return true;
    }
    return std::any_of(parts_.begin(), parts_.end(), [&](const std::string& part) {
        return text.find(part) != std::string::npos;
    });
}

}  // namespace sinodex
