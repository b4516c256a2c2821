// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace sinodex {

// Strings that the texts of an index are made of: words with the blank before them, runs of words,
// parts of words, characters, and each single byte. A text is stored as the numbers of its strings,
// in one byte or two, the most frequent ones in one: dense codes, as in N. Brisaboa, A. Farina,
// G. Navarro and J. Parama, Lightweight natural language text compression, 2007. So it is unpacked
// as fast as it can be copied, which lets a search look through thousands of texts.
//
// Thread-safe once it is made.
class TextDictionary {
 public:
    static constexpr std::size_t kMaxStrings = 32 * 1024;
    static constexpr std::size_t kMaxStringBytes = 32;

    // Strings in the order of their numbers: at most kMaxStrings of 1 to kMaxStringBytes bytes,
    // among them all of one byte. `short_codes` of them have codes of one byte.
    TextDictionary(const std::vector<std::string>& strings, std::size_t short_codes);

    // Writes how many have codes of one byte and how many there are, numbers as RecordWriter's, the
    // size of each, a byte, and the strings.
    std::string encode() const;
    // Throws Error (database) for bytes that are none.
    static TextDictionary decode(std::string_view bytes);

    std::size_t size() const { return sizes_.size(); }
    std::string_view string(std::size_t number) const {
        return std::string_view(bytes_).substr(begins_[number], sizes_[number]);
    }

    // Copies a string to `to`, where there is room for kMaxStringBytes. Returns the end of it.
    char* copy(std::size_t number, char* to) const {
        std::memcpy(to, bytes_.data() + begins_[number], kMaxStringBytes);
        return to + sizes_[number];
    }

    void append_code(std::size_t number, std::string& codes) const;

    // Unpacks a text of `size` bytes into `text`, in place of what is there. Throws Error
    // (database) where these are no codes of one.
    void unpack(std::string_view codes, std::size_t size, std::string& text) const;

    // The numbers of the strings, in place of what is there. Throws likewise.
    void read_numbers(std::string_view codes, std::vector<std::uint16_t>& numbers) const;

 private:
    TextDictionary() = default;

    void add(std::string_view string);
    void close();

    std::size_t short_codes_ = 0;
    std::vector<std::uint32_t> begins_;
    std::vector<std::uint8_t> sizes_;
    std::string bytes_;  // of all strings, and some more, so that each can be copied as a long one
};

}  // namespace sinodex
