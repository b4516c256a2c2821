// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/schema/index_reader.h"

namespace sinodex {

// What the strings of a dictionary have of letters, by which lists of them can be looked through
// without making texts of them. Refers to the dictionary. Thread-safe.
class StringSigns {
 public:
    explicit StringSigns(const TextDictionary& dictionary);

    const TextDictionary& dictionary() const { return dictionary_; }
    std::size_t size() const { return signs_.size(); }
    std::string_view string(std::size_t number) const { return dictionary_.string(number); }

    // Letters and digits of ASCII, and the first of them, in lower case; 0 where there is none.
    std::size_t letters(std::size_t number) const { return signs_[number].letters; }
    char first(std::size_t number) const { return signs_[number].first; }
    // Whether it has letters that are folded to others; whether it may be a part of what
    // may_have_address() looks for.
    bool folded(std::size_t number) const { return signs_[number].folded; }
    bool of_address(std::size_t number) const { return signs_[number].of_address; }

    // Strings in which a word may begin with a letter, a to z; and those that are folded or may be
    // of an address.
    const std::vector<std::uint16_t>& with_beginning(char letter) const {
        return beginnings_[static_cast<std::size_t>(letter - 'a')];
    }
    const std::vector<std::uint16_t>& odd() const { return odd_; }

 private:
    struct Signs {
        std::uint8_t letters = 0;
        char first = 0;
        bool folded = false;
        bool of_address = false;
    };

    const TextDictionary& dictionary_;
    std::vector<Signs> signs_;
    std::array<std::vector<std::uint16_t>, 26> beginnings_;
    std::vector<std::uint16_t> odd_;
};

// Strings of a dictionary, unpacked one after the other. Not thread-safe.
class StringBuffer {
 public:
    void clear() { size_ = 0; }
    void append(const StringSigns& signs, std::size_t number) {
        if (size_ + TextDictionary::kMaxStringBytes > bytes_.size()) bytes_.resize(2 * size_ + 256);
        char* const end = signs.dictionary().copy(number, bytes_.data() + size_);
        size_ = static_cast<std::size_t>(end - bytes_.data());
    }
    void append(std::string_view bytes) {
        if (size_ + bytes.size() > bytes_.size()) bytes_.resize(2 * (size_ + bytes.size()));
        std::copy(bytes.begin(), bytes.end(), bytes_.data() + size_);
        size_ += bytes.size();
    }
    std::string_view view() const { return {bytes_.data(), size_}; }  // until it changes

 private:
    std::vector<char> bytes_;
    std::size_t size_ = 0;
};

// The texts of one document after the other as they are packed: the title, and a list of strings
// for the text. What is known of dictionaries is kept from one to the next. Not thread-safe.
class PackedTexts {
 public:
    // False where they are not packed so. Throws Error (database) as IndexReader::texts() does.
    bool read(const IndexReader& index, Xapian::docid document);

    std::string_view title() const { return title_; }
    // The text: how it begins, which is the end of a string, and the numbers of the other strings.
    std::string_view beginning() const { return beginning_; }
    const std::uint16_t* begin() const { return texts_.numbers.data() + first_; }
    const StringSigns& signs() const { return *signs_; }
    const std::uint16_t* end() const { return texts_.numbers.data() + texts_.numbers.size(); }

 private:
    void read_facts();

    TextNumbers texts_;
    const StringSigns* signs_ = nullptr;
    std::unordered_map<const TextDictionary*, std::unique_ptr<StringSigns>> known_;
    StringBuffer facts_;
    std::string_view title_;
    std::string_view beginning_;
    std::size_t first_ = 0;
};

}  // namespace sinodex
