// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "bench/evaluation/qrels.h"
#include "bench/evaluation/topics.h"
#include "searcher/searcher.h"

namespace sinodex {

// An article as every system of a comparison gets it: without markup and boilerplate, and cut into
// the same passages.
struct BenchDocument {
    std::string id;
    std::string title;                  // may be empty
    std::vector<std::string> passages;  // n is the passage's number; some may be empty
};

// A test collection: documents, topics, and judgements of articles or of passages.
struct Collection {
    std::string name;  // of its folder
    std::string documents_path;
    std::string topics_path;
    std::string qrels_path;
    std::vector<BenchDocument> documents;  // each id once
    std::vector<Topic> topics;             // the judged ones, in the order of their file
    Qrels qrels;
    SearchUnit unit = SearchUnit::article;
    std::vector<std::string> notes;  // what one should know of it before one reads figures

    std::size_t passage_count() const;
};

struct CollectionOptions {
    std::optional<SearchUnit> unit;  // without: as the judged ids tell, "docid#n" being a passage
    std::string split;               // which judgements, where there are several; see below
    // All topics, judged or not, and judgements need not be there: for those who make them.
    // Passages without a unit.
    bool unjudged = false;
};

// Reads a collection folder, of our layout or BEIR's:
//
//   docs.jsonl, corpus.jsonl (both also .gz) or articles/      documents
//   topics.tsv, queries.jsonl or judgements/topics.tsv         topics
//   qrels.txt, qrels/SPLIT.tsv or .txt, judgements/qrels.txt   judgements
//
// of each the first that is there. A split is a file below qrels/, or the topics that
// judgements/intents.tsv has in its column of that name. Without a split, in a folder of several
// files it is the one named test, and of judgements/ it is all topics but those of the split named
// final, which is meant to be measured once.
//
// Throws Error: input for what is missing or malformed and for judgements of other documents; usage
// when articles and passages are both judged and no unit is given.
Collection read_collection(const std::string& folder, const CollectionOptions& options = {});

// Whether a folder keeps judgements of that split apart.
bool has_split(const std::string& folder, const std::string& split);

}  // namespace sinodex
