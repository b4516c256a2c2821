// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace sinodex::testing {

// A fresh folder that is gone with its test.
class TemporaryFolder {
 public:
    TemporaryFolder() {
        std::string pattern = std::filesystem::temp_directory_path() / "sinodex-readers-XXXXXX";
        if (mkdtemp(pattern.data()) == nullptr) ADD_FAILURE() << "no temporary folder";
        path_ = pattern;
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    std::string operator/(const std::string& name) const { return path_ / name; }
    std::string path() const { return path_; }

    // Writes a file, with the folders that it needs, and returns its path.
    std::string write(const std::string& name, const std::string& bytes) const {
        std::filesystem::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << bytes;
        return path_ / name;
    }

 private:
    std::filesystem::path path_;
};

}  // namespace sinodex::testing
