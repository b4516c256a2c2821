// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace sinodex::testing {

// A fresh folder, gone with all that it holds when this is.
class TemporaryFolder {
 public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    std::string path() const { return path_; }
    std::string operator/(std::string_view name) const { return path_ / name; }

    // Writes a file, with the folders that it needs, and returns its path.
    std::string write(std::string_view name, std::string_view bytes) const;

 private:
    std::filesystem::path path_;
};

// The bytes of a file. Throws std::runtime_error when it cannot be read.
std::string read_file(const std::string& path);

// Replaces the bytes of a file. Throws std::runtime_error.
void write_file(const std::string& path, std::string_view bytes);

}  // namespace sinodex::testing
