// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/original.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace sinodex {
namespace {

namespace fs = std::filesystem;

// The one place of a text in a file: where it is expected, or else the only one that there is.
std::size_t place_of(const std::string& text, std::size_t expected, const std::string& file) {
    if (text.empty()) return file.npos;
    if (file.compare(std::min(expected, file.size()), text.size(), text) == 0) return expected;
    const std::size_t first = file.find(text);
    if (first == file.npos || file.find(text, first + 1) != file.npos) return file.npos;
    return first;
}

}  // namespace

std::optional<OriginalPlace> original_place(const SearchHit& hit,
                                            const std::vector<std::string>& folders) {
    constexpr std::uintmax_t kLargest = 64U << 20U;
    for (const std::string& folder : folders) {
        const fs::path path = fs::path(folder) / hit.article.id;
        std::error_code failed;
        if (!fs::is_regular_file(path, failed) || fs::file_size(path, failed) > kLargest) continue;
        std::ifstream in(path, std::ios::binary);
        const std::string file{std::istreambuf_iterator<char>(in), {}};
        OriginalPlace place{path.lexically_normal().string()};
        const std::size_t begin = place_of(hit.text, hit.begin, file);
        if (begin == file.npos) return place;
        place.begin = begin;
        place.end = begin + hit.text.size();
        place.line =
            1 + static_cast<std::size_t>(std::count(
                    file.begin(), file.begin() + static_cast<std::ptrdiff_t>(begin), '\n'));
        return place;
    }
    return std::nullopt;
}

}  // namespace sinodex
