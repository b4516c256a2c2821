// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/evaluation/topic_kinds.h"

#include <string_view>
#include <vector>

#include "bench/evaluation/line_reader.h"

namespace sinodex {

TopicKinds read_topic_kinds(const std::string& path) {
    lines::LineReader reader(path);
    TopicKinds kinds;
    for (bool first = true; reader.next(); first = false) {
        const std::vector<std::string_view> columns = lines::columns(reader.line());
        if (first && columns[0] == "qid") continue;
        if (columns.size() < 2 || columns[0].empty() || columns[1].empty()) {
            reader.fail("expected a topic's id, a tab and its kind");
        }
        if (!kinds.emplace(columns[0], columns[1]).second) {
            reader.fail("topic " + std::string(columns[0]) + " comes twice");
        }
    }
    if (kinds.empty()) reader.fail_file("has no topics");
    return kinds;
}

}  // namespace sinodex
