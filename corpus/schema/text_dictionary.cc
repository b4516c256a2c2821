// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/text_dictionary.h"

#include <utility>

#include "corpus/schema/record_codec.h"

namespace sinodex {
namespace {

constexpr std::size_t kCodesOfAByte = 256;

// Most strings are copied as if they had so many bytes: that takes one instruction.
constexpr std::size_t kCopied = 16;

bool can_be_numbered(std::size_t strings, std::size_t short_codes) {
    return short_codes <= kCodesOfAByte && strings <= TextDictionary::kMaxStrings &&
           strings <= short_codes + (kCodesOfAByte - short_codes) * kCodesOfAByte;
}

[[noreturn]] void damaged_text() { damaged_record("a text cannot be unpacked"); }

}  // namespace

TextDictionary::TextDictionary(const std::vector<std::string>& strings, std::size_t short_codes)
    : short_codes_(short_codes) {
    for (const std::string& string : strings) add(string);
    close();
}

void TextDictionary::add(std::string_view string) {
    begins_.push_back(static_cast<std::uint32_t>(bytes_.size()));
    sizes_.push_back(static_cast<std::uint8_t>(string.size()));
    bytes_.append(string);
}

void TextDictionary::close() { bytes_.append(kMaxStringBytes, '\0'); }

std::string TextDictionary::encode() const {
    RecordWriter out;
    out.number(short_codes_);
    out.number(size());
    for (const std::uint8_t size : sizes_) out.bytes().push_back(static_cast<char>(size));
    out.bytes().append(bytes_, 0, bytes_.size() - kMaxStringBytes);
    return std::move(out.bytes());
}

TextDictionary TextDictionary::decode(std::string_view bytes) {
    TextDictionary read;
    RecordReader in(bytes);
    read.short_codes_ = in.number();
    const std::uint64_t count = in.number();
    const std::string_view rest = in.rest();
    if (!can_be_numbered(count, read.short_codes_) || count > rest.size()) {
        damaged_record("a dictionary of texts cannot be read");
    }
    std::string_view strings = rest.substr(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto size = static_cast<unsigned char>(rest[i]);
        if (size == 0 || size > kMaxStringBytes || size > strings.size()) {
            damaged_record("a dictionary of texts cannot be read");
        }
        read.add(strings.substr(0, size));
        strings.remove_prefix(size);
    }
    read.close();
    return read;
}

void TextDictionary::append_code(std::size_t number, std::string& codes) const {
    if (number < short_codes_) {
        codes.push_back(static_cast<char>(number));
        return;
    }
    number -= short_codes_;
    codes.push_back(static_cast<char>(short_codes_ + number / kCodesOfAByte));
    codes.push_back(static_cast<char>(number % kCodesOfAByte));
}

// Which codes have a byte more cannot be foretold, so that nothing here branches on it.
void TextDictionary::unpack(std::string_view codes, std::size_t size, std::string& text) const {
    if (size / kMaxStringBytes > codes.size()) damaged_text();
    text.resize(size + kMaxStringBytes);
    char* out = text.data();
    const char* const out_end = out + size;
    const std::size_t count = begins_.size();
    const auto add = [&](std::size_t number) {
        if (number >= count || out >= out_end) damaged_text();
        const char* const string = bytes_.data() + begins_[number];
        std::memcpy(out, string, kCopied);
        const std::size_t bytes = sizes_[number];
        if (bytes > kCopied) {
            std::memcpy(out + kCopied, string + kCopied, kMaxStringBytes - kCopied);
        }
        out += bytes;
    };
    const auto byte = [](char c) { return std::size_t{static_cast<unsigned char>(c)}; };
    const char* at = codes.data();
    const char* const end = at + codes.size();
    while (end - at >= 2) {
        const std::size_t first = byte(at[0]);
        const std::size_t longer = first >= short_codes_ ? 1 : 0;
        const std::size_t further = (first - short_codes_) * (kCodesOfAByte - 1) + byte(at[1]);
        add(first + (further & (0 - longer)));
        at += 1 + longer;
    }
    if (at != end) {
        if (byte(*at) >= short_codes_) damaged_text();
        add(byte(*at));
    }
    if (out != out_end) damaged_text();
    text.resize(size);
}

// Takes every byte for the first one of a code, many at once, and then leaves out the second ones,
// so that nothing waits for what the code before it is.
void TextDictionary::read_numbers(std::string_view codes,
                                  std::vector<std::uint16_t>& numbers) const {
    const std::size_t count = codes.size();
    numbers.resize(count);
    const auto short_codes = static_cast<std::uint16_t>(short_codes_);
    const auto byte = [](char c) {
        return static_cast<std::uint16_t>(static_cast<unsigned char>(c));
    };
    for (std::size_t i = 0; i + 1 < count; ++i) {
        const std::uint16_t first = byte(codes[i]);
        const auto further = static_cast<std::uint16_t>(
            (first - short_codes) * (kCodesOfAByte - 1) + byte(codes[i + 1]));
        numbers[i] = static_cast<std::uint16_t>(first + (first >= short_codes ? further : 0));
    }
    if (count > 0) numbers[count - 1] = byte(codes[count - 1]);
    std::uint16_t* out = numbers.data();
    unsigned second = 0;  // whether this byte is one
    for (std::size_t i = 0; i < count; ++i) {
        *out = numbers[i];
        out += 1 - second;
        second = (1 - second) & (byte(codes[i]) >= short_codes ? 1U : 0U);
    }
    numbers.resize(static_cast<std::size_t>(out - numbers.data()));
    const std::size_t strings = size();
    unsigned unknown = second;
    for (const std::uint16_t number : numbers) unknown |= number >= strings ? 1U : 0U;
    if (unknown != 0) damaged_text();
}

}  // namespace sinodex
