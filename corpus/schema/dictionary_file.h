#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sinodex {

// A bilingual dictionary lies beside the tables that it belongs to, as corpus/dictionary compiles
// it. These two are the only ones that know where.
inline constexpr const char* kDictionaryName = "dictionary.sdx";

// Writes it into a folder, before the folder is sealed; nothing when it is empty. Throws Error
// (output).
void store_dictionary(const std::string& folder, std::string_view block);

// A folder's dictionary, mapped into memory; empty when it has none.
class StoredDictionary {
 public:
    // Throws Error (database) when it is there and cannot be read.
    explicit StoredDictionary(const std::string& folder);
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
