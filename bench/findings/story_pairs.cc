// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/findings/story_pairs.h"

#include "bench/evaluation/line_reader.h"

namespace sinodex {

StoryPairs read_story_pairs(const std::string& path, const std::string& split) {
    constexpr std::size_t kColumns = 4;
    lines::LineReader reader(path);
    StoryPairs result;
    while (reader.next()) {
        std::vector<std::string_view> columns = lines::columns(reader.line());
        if (columns.size() < 2 || columns.size() > kColumns || columns[0].empty() ||
            columns[1].empty()) {
            reader.fail("not a pair of articles",
                        "a line is two ids and, if need be, kind and split, between tabs");
        }
        columns.resize(kColumns);
        if (!split.empty() && !columns[3].empty() && columns[3] != split) {
            result.left_out.emplace(columns[0]);
            continue;
        }
        result.pairs.push_back({std::string(columns[0]), std::string(columns[1]),
                                std::string(columns[2]), reader.place()});
    }
    if (result.pairs.empty()) reader.fail_file("holds no pairs", "of this split, if one was asked");
    return result;
}

}  // namespace sinodex
