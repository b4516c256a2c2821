// SPDX-License-Identifier: GPL-2.0-or-later

// Gives a target all files of the folders that are named, in place of a fuzzer.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/fuzz/fuzz.h"

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_below(const std::vector<std::string>& folders) {
    std::vector<fs::path> files;
    for (const std::string& folder : folders) {
        for (const auto& entry : fs::recursive_directory_iterator(folder)) {
            if (entry.is_regular_file()) files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

void replay(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    // A copy of the right size, so that a sanitizer sees what is read behind the end.
    const std::vector<std::uint8_t> data(bytes.begin(), bytes.end());
    std::cout << path.filename().string() << std::endl;
    LLVMFuzzerTestOneInput(data.data(), data.size());
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<fs::path> files = files_below({argv + std::min(argc, 1), argv + argc});
    for (const fs::path& file : files) replay(file);
    std::cout << files.size() << " inputs" << std::endl;
    return files.empty() ? 1 : 0;
}
