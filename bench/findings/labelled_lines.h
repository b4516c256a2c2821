// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "bench/evaluation/line_reader.h"

namespace sinodex {

// A line of labelled text: a JSON object, of which these members count. All but id may be empty;
// title and text are still marked.
struct MarkedLine {
    std::string id;
    std::string kind;
    std::string published;
    std::string title;
    std::string text;
};

// Reads the line that a reader is at; `called` is what errors call it: a passage. Throws
// Error(input).
MarkedLine read_labelled_line(const lines::LineReader& reader, const std::string& called);

// Reads a file of labelled texts, each by `read`, which is given the reader and its line. Throws
// Error(input) that names file and line for what cannot be read, for a file without texts, and for
// an id that comes twice. Thread-safe.
template <typename Text, typename Read>
std::vector<Text> read_labelled(const std::string& path, const std::string& called,
                                const Read& read) {
    lines::LineReader reader(path);
    std::vector<Text> all;
    std::unordered_set<std::string> ids;
    while (reader.next()) {
        MarkedLine line = read_labelled_line(reader, called);
        if (!ids.insert(line.id).second) reader.fail(called + " " + line.id + " comes twice");
        all.push_back(read(reader, std::move(line)));
    }
    if (all.empty()) reader.fail_file("holds no " + called + "s");
    return all;
}

}  // namespace sinodex
