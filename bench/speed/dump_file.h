// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <fstream>
#include <string>

#include "corpus/article.h"

namespace sinodex {

// Articles in the format that Xapian's scriptindex reads: lines "field=value", further lines of a
// value as "=line", an empty line behind each article. The fields are id, title, text, date and
// source.
void write_dump(const Article& article, std::ostream& out);

class DumpReader {
 public:
    // Throws Error (input).
    explicit DumpReader(const std::string& path);
    bool next(Article& article);

 private:
    std::ifstream in_;
};

}  // namespace sinodex
