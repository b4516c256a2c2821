// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sinodex {

// A bilingual dictionary as corpus/dictionary compiles it: one of the files of an index.
inline constexpr const char* kDictionaryName = "dictionary.sdx";

// A stored dictionary, mapped into memory.
class StoredDictionary {
 public:
    // Of an empty path it is empty. Throws Error (database) when the file cannot be read.
    explicit StoredDictionary(const std::string& path);
    ~StoredDictionary();
    StoredDictionary(StoredDictionary&& other) noexcept;
    StoredDictionary& operator=(StoredDictionary&&) = delete;

    // Valid as long as the object is.
    std::string_view bytes() const { return {static_cast<const char*>(data_), size_}; }

 private:
    void* data_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace sinodex
