// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

namespace sinodex {

// One information need of a test collection, as its query is asked.
struct Topic {
    std::string id;
    std::string text;  // one line
};

// Reads topics in the order of the file, in one of three formats:
//
//   JSON lines  {"_id": "7", "text": "rare earth exports"}    as BEIR has them; other members are
//               passed over. Files named *.jsonl, and others whose first character is {
//   TREC        <top> <num> Number: 7 <title> rare earth exports <desc> ... </top>    with or
//               without closing tags; only number and title are read, the entities &amp; &lt; &gt;
//               &quot; and &apos; are replaced. Files that begin with <top>
//   TSV         7<TAB>rare earth exports    everything else, and files named *.tsv
//
// Throws Error(input) that names file and line for a file that cannot be read or that has no
// topics, a malformed topic, an empty id or text, and an id that comes twice.
std::vector<Topic> read_topics(const std::string& path);

}  // namespace sinodex
