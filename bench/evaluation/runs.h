// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <iosfwd>
#include <map>
#include <string>
#include <vector>

namespace sinodex {

struct ScoredDocument {
    std::string id;
    double score = 0;  // finite
};

// The documents that a system returned for one topic, each once.
using Ranking = std::vector<ScoredDocument>;

// Holds what a system returned for the topics of a collection: a run, in the language of TREC.
struct TrecRun {
    std::string tag;  // the system's name
    std::map<std::string, Ranking> topics;
};

// The order in which trec_eval 10 ranks whatever the order or the rank column of a run may say:
// by score, compared as a double, descending; ties by document id descending in bytes.
bool ranks_before(const ScoredDocument& a, const ScoredDocument& b);

// Reads a run of six columns: topic Q0 document rank score tag. The second column and the rank are
// ignored, the tag of the last line is kept. Rankings come in the order of ranks_before.
//
// Throws Error(input) for a file that cannot be read or that is empty, for a malformed line or a
// score that is no finite number, naming file and line, and, as trec_eval, for a document that
// comes twice in a topic, naming both.
TrecRun read_run(const std::string& path);

// Writes the same format, each ranking in the order of ranks_before with ranks from 1, and scores
// with as many digits as they need to be read back exactly.
//
// Throws Error(output) for an id or tag that is empty or has blanks in it, and when writing fails.
void write_run(std::ostream& out, const TrecRun& run);

}  // namespace sinodex
