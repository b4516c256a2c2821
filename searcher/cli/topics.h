// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

namespace sinodex {

struct TopicLine {
    std::string qid;
    std::string query;
};

// Reads "qid<TAB>query" lines; "-" is standard input. Blank lines and lines that begin with # are
// passed over. Throws Error (query), naming file and line, for a line without tab, an empty part,
// or a qid that comes twice.
std::vector<TopicLine> read_topic_lines(const std::string& path);

}  // namespace sinodex
