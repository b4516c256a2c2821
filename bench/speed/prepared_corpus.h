// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "bench/speed/workloads.h"
#include "corpus/article.h"

namespace sinodex {

struct CorpusOptions {
    std::vector<std::string> paths;  // as sinodex-index reads them; empty: generated
    std::uint64_t generate = 0;      // bytes of text
    std::uint64_t seed = 1;
};

// All systems are given these files of one folder:
//
//   articles.jsonl    for Sinodex: id, title, text, source, date
//   articles.dump     the same for the others, as scriptindex reads it (see dump_file.h)
//   changed.jsonl     all articles again, of which one in a hundred has a sentence more
//   changed.dump      only these
//   NAME.queries      of each workload
struct PreparedCorpus {
    std::string folder;
    std::uint64_t articles = 0;
    std::uint64_t changed = 0;
    std::uint64_t bytes = 0;  // of titles and texts

    std::string operator/(const std::string& file) const { return folder + "/" + file; }
};

// The articles of files and folders, or generated ones, each id once (the first). Throws
// Error (input) when there is none.
void for_each_article(const CorpusOptions& options,
                      const std::function<void(const Article&)>& visit);

// Writes the files into a folder that is there. Throws Error (input) and Error (output).
PreparedCorpus prepare_corpus(const CorpusOptions& options, std::span<const Workload> workloads,
                              const std::string& folder);

// The same in another process, so that what it needs is not counted for those that come after.
PreparedCorpus prepare_corpus_apart(const CorpusOptions& options,
                                    std::span<const Workload> workloads, const std::string& folder);

}  // namespace sinodex
