// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

#include "corpus/error.h"

namespace sinodex {

// A file with the given content in a fresh directory; both are gone when this is.
class TemporaryFile {
 public:
    explicit TemporaryFile(std::string_view content, const std::string& name = "file.txt") {
        std::string folder = (std::filesystem::temp_directory_path() / "sinodex-XXXXXX").string();
        if (mkdtemp(folder.data()) == nullptr) throw std::runtime_error("no temporary directory");
        folder_ = folder;
        path_ = (folder_ / name).string();
        std::ofstream(path_, std::ios::binary) << content;
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }

    const std::string& path() const { return path_; }
    std::string folder() const { return folder_.string(); }

 private:
    std::filesystem::path folder_;
    std::string path_;
};

// Expects `action` to throw an Error of this kind whose message contains `words`.
template <typename Action>
void expect_error(ErrorKind kind, std::string_view words, const Action& action) {
    try {
        action();
        ADD_FAILURE() << "no error; expected one about: " << words;
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), kind) << error.what();
        EXPECT_NE(std::string_view(error.what()).find(words), std::string_view::npos)
            << error.what() << "\nlacks: " << words;
    }
}

}  // namespace sinodex
