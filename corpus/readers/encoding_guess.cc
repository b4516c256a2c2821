// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/encoding_guess.h"

#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <string>

#include "corpus/readers/whitespace.h"

namespace sinodex {
namespace {

constexpr std::size_t kSample = 8192;

struct Encoding {
    std::string_view name;
    const char* converter;  // for ICU
    int sure;               // ICU's confidence (0-100) from which on its guess is believed
};

// Hong Kong's characters are in ICU's Big5-HKSCS, not in its Big5.
constexpr std::array<Encoding, 10> kEncodings = {{
    {"GB18030", "gb18030", 50},
    {"Big5", "Big5-HKSCS", 50},
    {"Shift_JIS", "windows-31j", 80},
    {"EUC-JP", "EUC-JP", 80},
    {"EUC-KR", "windows-949", 80},
    {"windows-1252", "windows-1252", 101},
    {"UTF-16LE", "UTF-16LE", 101},
    {"UTF-16BE", "UTF-16BE", 101},
    {"UTF-32LE", "UTF-32LE", 101},
    {"UTF-32BE", "UTF-32BE", 101},
}};

struct Label {
    std::string_view label;
    std::string_view encoding;
};

constexpr std::array<Label, 20> kLabels = {{
    {"gb18030", "GB18030"},
    {"gbk", "GB18030"},
    {"gb2312", "GB18030"},
    {"gb_2312-80", "GB18030"},
    {"x-gbk", "GB18030"},
    {"cp936", "GB18030"},
    {"big5", "Big5"},
    {"big5-hkscs", "Big5"},
    {"cp950", "Big5"},
    {"shift_jis", "Shift_JIS"},
    {"shift-jis", "Shift_JIS"},
    {"sjis", "Shift_JIS"},
    {"euc-jp", "EUC-JP"},
    {"euc-kr", "EUC-KR"},
    {"ks_c_5601-1987", "EUC-KR"},
    {"windows-1252", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"us-ascii", "windows-1252"},
}};

unsigned byte_at(std::string_view bytes, std::size_t i) {
    return static_cast<unsigned char>(bytes[i]);
}

bool between(unsigned value, unsigned low, unsigned high) { return low <= value && value <= high; }

std::string_view sample_of(std::string_view bytes) {
    const auto first = std::find_if(bytes.begin(), bytes.end(),
                                    [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    return bytes.substr(static_cast<std::size_t>(first - bytes.begin()), kSample);
}

// How much of what is not ASCII in `bytes` reads as everyday text of a two-byte encoding: the part
// of 1 that are pairs for which everyday(lead, trail); 0 if there is a byte that cannot be paired.
template <typename Everyday>
double everyday_share(std::string_view bytes, Everyday everyday) {
    std::size_t pairs = 0;
    std::size_t good = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (byte_at(bytes, i) < 0x80) continue;
        if (i + 1 == bytes.size()) break;  // cut by the end of the sample
        const unsigned trail = byte_at(bytes, i + 1);
        if (trail < 0x40 || trail == 0x7F || trail == 0xFF) return 0;
        if (everyday(byte_at(bytes, i), trail)) ++good;
        ++pairs;
        ++i;
    }
    return pairs == 0 ? 0 : static_cast<double>(good) / static_cast<double>(pairs);
}

// The punctuation, the kana and the first, most frequent level of characters of GB 2312. Titles of
// films and games have kana.
bool everyday_gb(unsigned lead, unsigned trail) {
    return between(trail, 0xA1, 0xFE) && (between(lead, 0xB0, 0xD7) || between(lead, 0xA1, 0xA5));
}

// The same of Big5.
bool everyday_big5(unsigned lead, unsigned trail) {
    return between(lead, 0xA1, 0xC6) && (trail <= 0x7E || trail >= 0xA1);
}

// How `bytes` read as UTF-16.
struct Units {
    std::size_t all = 0;
    std::size_t ascii = 0;
    std::size_t everyday = 0;  // with ASCII: the blocks that news in any language is made of
};

Units units_of(std::string_view bytes, std::size_t high_first) {
    constexpr std::array<std::array<unsigned, 2>, 8> kEveryday = {{{0x20, 0x7E},
                                                                   {0xA0, 0x52F},
                                                                   {0x2010, 0x2030},
                                                                   {0x3000, 0x30FF},
                                                                   {0x4E00, 0x9FFF},
                                                                   {0xAC00, 0xD7A3},
                                                                   {0xFF00, 0xFFEF},
                                                                   {0x09, 0x0D}}};
    Units units;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        const unsigned unit =
            byte_at(bytes, i + 1 - high_first) << 8 | byte_at(bytes, i + high_first);
        ++units.all;
        if (between(unit, 1, 0x7E)) ++units.ascii;
        if (std::any_of(kEveryday.begin(), kEveryday.end(),
                        [&](const auto& range) { return between(unit, range[0], range[1]); })) {
            ++units.everyday;
        }
    }
    return units;
}

// ICU's detector, where it is sure of an encoding that we expect.
std::string_view detected(std::string_view sample) {
    struct Close {
        void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
    };
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, Close> detector(ucsdet_open(&error));
    ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &error);
    int32_t count = 0;
    const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &error);
    if (U_FAILURE(error)) return {};
    for (int32_t i = 0; i < count; ++i) {  // best first
        const std::string_view name = ucsdet_getName(matches[i], &error);
        for (const Encoding& encoding : kEncodings) {
            if (encoding.name != name) continue;
            if (ucsdet_getConfidence(matches[i], &error) >= encoding.sure) return encoding.name;
        }
    }
    return {};
}

// Among few characters ICU finds nothing, and then frequency decides.
std::string_view guess_by_frequency(std::string_view sample) {
    constexpr double kEnough = 0.8;
    const double gb = everyday_share(sample, everyday_gb);
    const double big5 = everyday_share(sample, everyday_big5);
    if (std::max(gb, big5) < kEnough) return "windows-1252";
    return gb >= big5 ? "GB18030" : "Big5";
}

// The charset named behind the word `key` in `tag`: key = "value".
std::string_view value_behind(std::string_view tag, std::string_view key) {
    const std::size_t found = ascii_lower(tag).find(key);
    if (found == std::string::npos) return {};
    tag.remove_prefix(found + key.size());
    const std::size_t begin = tag.find_first_not_of(" \t\r\n=\"'");
    if (begin == std::string_view::npos || tag.substr(0, begin).find('=') == std::string::npos) {
        return {};
    }
    tag.remove_prefix(begin);
    return tag.substr(0, tag.find_first_of(" \t\r\n\"';/>?"));
}

}  // namespace

std::string_view declared_charset(std::string_view page) {
    page = page.substr(0, kSample);
    if (page.starts_with("<?xml")) {
        const std::string_view name = value_behind(page.substr(0, page.find('>')), "encoding");
        if (!name.empty()) return name;
    }
    const std::string lower = ascii_lower(page);
    for (std::size_t at = lower.find("<meta"); at != std::string::npos;
         at = lower.find("<meta", at + 1)) {
        const std::size_t length = std::min(page.find('>', at), page.size()) - at;
        const std::string_view name = value_behind(page.substr(at, length), "charset");
        if (!name.empty()) return name;
    }
    return {};
}

std::string_view known_encoding(std::string_view charset) {
    const std::string label = ascii_lower(charset);
    const auto found = std::find_if(kLabels.begin(), kLabels.end(),
                                    [&](const Label& known) { return known.label == label; });
    return found == kLabels.end() ? std::string_view{} : found->encoding;
}

const char* converter_name(std::string_view encoding) {
    for (const Encoding& known : kEncodings) {
        if (known.name == encoding) return known.converter;
    }
    return "windows-1252";
}

std::string_view guess_utf16(std::string_view bytes) {
    if (bytes.find('\0') == std::string_view::npos) return {};
    const Units little = units_of(bytes.substr(0, kSample), 0);
    const Units big = units_of(bytes.substr(0, kSample), 1);
    const Units& better = little.ascii >= big.ascii ? little : big;
    if (better.ascii == 0 || better.everyday * 20 < better.all * 19) return {};
    return &better == &little ? "UTF-16LE" : "UTF-16BE";
}

std::string_view guess_legacy_encoding(std::string_view bytes) {
    const std::string_view sample = sample_of(bytes);
    const std::string_view sure = detected(sample);
    return sure.empty() ? guess_by_frequency(sample) : sure;
}

}  // namespace sinodex
