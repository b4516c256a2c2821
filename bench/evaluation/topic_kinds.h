// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>

namespace sinodex {

// Topic id -> kind of topic ("question", "entity").
using TopicKinds = std::map<std::string, std::string>;

// Reads which kind each topic is of: the first two columns of lines parted by tabs, as
// judgements/intents.tsv of the shipped collection has them; a first line that begins with the
// column "qid" is a header.
//
// Throws Error(input) that names file and line for a file that cannot be read or that has no
// topics, a line without two columns, and a topic that comes twice.
TopicKinds read_topic_kinds(const std::string& path);

}  // namespace sinodex
