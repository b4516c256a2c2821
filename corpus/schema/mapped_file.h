// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sinodex {

// A file of an index that is read where it lies, mapped into memory.
class MappedFile {
 public:
    // It is empty where the path is. Throws Error (database) when the file cannot be read.
    explicit MappedFile(const std::string& path);
    ~MappedFile();
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&&) = delete;

    // Valid as long as the object is; they begin at a page of memory.
    std::string_view bytes() const { return {static_cast<const char*>(data_), size_}; }

 private:
    void* data_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace sinodex
