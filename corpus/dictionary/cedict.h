// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/readers/byte_source.h"

namespace sinodex {

// A line of a dictionary in the format of CC-CEDICT:
//
//   協議 协议 [xie2 yi4] /agreement/pact; protocol/
struct CedictEntry {
    std::string traditional;
    std::string simplified;
    std::string pinyin;
    std::vector<std::string> glosses;  // between slashes, as they are written
};

// Reads one line; false for comments, and for what is no entry.
bool parse_cedict_line(std::string_view line, CedictEntry& entry);

// Reads a file, plain or compressed by gzip. Lines that are no entries are passed over. Throws
// Error (input) for a file that cannot be read or holds no entry at all. Thread-safe.
std::vector<CedictEntry> read_cedict(const std::string& path);

}  // namespace sinodex
