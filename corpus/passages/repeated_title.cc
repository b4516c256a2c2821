// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/passages/repeated_title.h"

#include <algorithm>
#include <array>

namespace sinodex {
namespace {

bool ends_as_sentence(std::string_view line) {
    constexpr std::array<std::string_view, 7> kEnds = {".", "!", "?", "。", "！", "？", "…"};
    return std::any_of(kEnds.begin(), kEnds.end(),
                       [&](std::string_view end) { return line.ends_with(end); });
}

}  // namespace

bool resembles_title(std::string_view line, std::string_view title) {
    constexpr std::size_t kRun = 4;
    constexpr std::size_t kShortest = 16;
    constexpr std::size_t kLongestLine = 600;
    if (title.size() < kShortest || line.size() > kLongestLine) return false;
    const std::size_t runs = title.size() - kRun + 1;
    std::size_t common = 0;
    for (std::size_t i = 0; i < runs; ++i) {
        if (line.find(title.substr(i, kRun)) != std::string_view::npos) ++common;
    }
    return common * 10 >= runs * 6;
}

bool repeats_title(std::string_view line, std::string_view title) {
    constexpr std::size_t kShortest = 6;
    if (title.size() >= kShortest && line == title) return true;
    return line.size() * 10 <= title.size() * 13 && resembles_title(line, title) &&
           (!ends_as_sentence(line) || ends_as_sentence(title));
}

}  // namespace sinodex
