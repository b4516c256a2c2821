// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/decoding.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <utility>

#include "corpus/readers/encoding_guess.h"

namespace sinodex {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kMarks = {{
    {"\xEF\xBB\xBF"sv, "UTF-8"},
    {"\xFF\xFE\0\0"sv, "UTF-32LE"},
    {"\0\0\xFE\xFF"sv, "UTF-32BE"},
    {"\xFF\xFE"sv, "UTF-16LE"},
    {"\xFE\xFF"sv, "UTF-16BE"},
}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 16> kMagic = {{
    {"%PDF-"sv, "a PDF file"},
    {"PK\x03\x04"sv, "a ZIP file, or an office document"},
    {"\x1F\x8B"sv, "a gzip file"},
    {"BZh"sv, "a bzip2 file"},
    {"\xFD\x37zXZ"sv, "an xz file"},
    {"\x28\xB5\x2F\xFD"sv, "a Zstandard file"},
    {"7z\xBC\xAF"sv, "a 7-Zip file"},
    {"Rar!\x1A"sv, "a RAR file"},
    {"\x89PNG"sv, "a PNG image"},
    {"\xFF\xD8\xFF"sv, "a JPEG image"},
    {"GIF8"sv, "a GIF image"},
    {"II*\0"sv, "a TIFF image"},
    {"\x7F"
     "ELF"sv,
     "a program"},
    {"\xD0\xCF\x11\xE0"sv, "an old office document"},
    {"SQLite format 3"sv, "an SQLite database"},
    {R"({\rtf)"sv, "an RTF document"},
}};

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};

std::size_t ascii_run(std::string_view bytes, std::size_t at) {
    const std::size_t begin = at;
    std::uint64_t word = 0;
    for (; at + sizeof word <= bytes.size(); at += sizeof word) {
        std::memcpy(&word, bytes.data() + at, sizeof word);
        if ((word & 0x8080808080808080u) != 0) break;
    }
    while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
    return at - begin;
}

// The bytes of a sequence beyond ASCII that belong together: all of them when it is well-formed,
// else the longest part that could begin one (at least 1), as Unicode recommends for replacing.
struct Sequence {
    std::size_t length = 1;
    bool valid = false;
};

Sequence sequence_at(std::string_view bytes, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned lead = byte(at);
    if (lead < 0xC2 || lead > 0xF4) return {};
    const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    // No overlong forms, no surrogates, nothing above U+10FFFF.
    unsigned low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    unsigned high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    for (std::size_t n = 1; n < length; ++n) {
        if (at + n == bytes.size() || byte(at + n) < low || byte(at + n) > high) return {n, false};
        low = 0x80;
        high = 0xBF;
    }
    return {length, true};
}

// Calls valid(part) for runs of well-formed UTF-8 and invalid() for each sequence that is not.
template <typename Valid, typename Invalid>
void scan_utf8(std::string_view bytes, Valid valid, Invalid invalid) {
    std::size_t begin = 0;
    for (std::size_t at = ascii_run(bytes, 0); at < bytes.size(); at += ascii_run(bytes, at)) {
        const Sequence sequence = sequence_at(bytes, at);
        if (!sequence.valid) {
            valid(bytes.substr(begin, at - begin));
            invalid();
            begin = at + sequence.length;
        }
        at += sequence.length;
    }
    valid(bytes.substr(begin));
}

// Whether `bytes` are UTF-8, perhaps cut or slightly damaged. Other encodings form few valid
// sequences of several bytes by chance, and many invalid ones.
bool is_nearly_utf8(std::string_view bytes) {
    std::size_t wrong = 0;
    std::size_t beyond_ascii = 0;
    scan_utf8(
        bytes,
        [&](std::string_view part) {
            beyond_ascii +=
                static_cast<std::size_t>(std::count_if(part.begin(), part.end(), [](char c) {
                    return static_cast<unsigned char>(c) >= 0xC0;
                }));
        },
        [&] { ++wrong; });
    return beyond_ascii >= 4 * wrong;
}

// Western text in UTF-16 is valid UTF-8, but with a NUL for every letter.
bool mostly_nuls(std::string_view bytes) {
    const auto nuls = std::count(bytes.begin(), bytes.end(), '\0');
    return static_cast<std::size_t>(nuls) * 5 >= bytes.size() * 2;
}

void U_CALLCONV count_and_substitute(const void* context, UConverterToUnicodeArgs* arguments,
                                     const char* units, int32_t length,
                                     UConverterCallbackReason reason, UErrorCode* error) {
    if (reason <= UCNV_IRREGULAR) ++*static_cast<std::size_t*>(const_cast<void*>(context));
    UCNV_TO_U_CALLBACK_SUBSTITUTE(nullptr, arguments, units, length, reason, error);
}

Decoded convert(std::string_view bytes, std::string_view encoding) {
    Decoded decoded{"", std::string(encoding), 0};
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, CloseConverter> converter(
        ucnv_open(converter_name(encoding), &error));
    ucnv_setToUCallBack(converter.get(), count_and_substitute, &decoded.replaced, nullptr, nullptr,
                        &error);
    const icu::UnicodeString text(bytes.data(), static_cast<int32_t>(bytes.size()), converter.get(),
                                  error);
    if (U_FAILURE(error)) return decode_utf8(bytes);
    text.toUTF8String(decoded.text);
    return decoded;
}

}  // namespace

Decoded decode(std::string_view bytes, std::string_view declared) {
    for (const auto& [mark, encoding] : kMarks) {
        if (!bytes.starts_with(mark)) continue;
        bytes.remove_prefix(mark.size());
        return encoding == "UTF-8" ? decode_utf8(bytes) : convert(bytes, encoding);
    }
    const bool nearly_utf8 = is_nearly_utf8(bytes);
    if (!nearly_utf8 || mostly_nuls(bytes)) {
        const std::string_view wide = guess_utf16(bytes);
        if (!wide.empty()) return convert(bytes, wide);
    }
    if (nearly_utf8) return decode_utf8(bytes);
    const std::string_view known = known_encoding(declared);
    return convert(bytes, known.empty() ? guess_legacy_encoding(bytes) : known);
}

Decoded decode_utf8(std::string_view bytes) {
    Decoded decoded{"", "UTF-8", 0};
    decoded.text.reserve(bytes.size());
    scan_utf8(
        bytes, [&](std::string_view part) { decoded.text += part; },
        [&] {
            decoded.text += kReplacement;
            ++decoded.replaced;
        });
    return decoded;
}

std::size_t clean(std::string& text) {
    const bool nul = text.find('\0') != std::string::npos;
    if (!nul && text.find('\r') == std::string::npos) return 0;
    std::string cleaned;
    cleaned.reserve(text.size());
    std::size_t replaced = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\0') {
            cleaned += kReplacement;
            ++replaced;
        } else if (text[i] != '\r') {
            cleaned += text[i];
        } else if (i + 1 == text.size() || text[i + 1] != '\n') {
            cleaned += '\n';
        }
    }
    text = std::move(cleaned);
    return replaced;
}

std::string_view binary_kind(std::string_view bytes) {
    for (const auto& [magic, kind] : kMagic) {
        if (bytes.starts_with(magic)) return kind;
    }
    return {};
}

bool full_of_controls(std::string_view text) {
    const auto controls = std::count_if(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < ' ' && (byte < '\t' || byte > '\r');
    });
    return static_cast<std::size_t>(controls) > 3 + text.size() / 32;
}

}  // namespace sinodex
