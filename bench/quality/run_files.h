// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "bench/quality/collection.h"
#include "bench/quality/experiment.h"
#include "bench/quality/report.h"

namespace sinodex {

// Writes TREC runs, and a manifest that tells how to get the same bytes again.
//
//   FOLDER/COLLECTION/SYSTEM.run
//   FOLDER/manifest.json    {"version":1, "command":[...], "versions":{...}, "depth":N, "seed":N,
//       "measures":[...], "collections":[{"name", "unit", "documents", "topics", "qrels",
//       "database", "systems":[{"name", "description", "weights":{NAME:VALUE}, "run", "xxh3"}]}]}
//
// There, "topics" and "qrels" are XXH3 of the files, "database" is that of the index, "run" is the
// path below FOLDER and "xxh3" its hash; "weights" are all of a configuration's, baselines have
// none. Nothing in it depends on time or place, the command's own words apart. Everything throws
// Error (output) when a file cannot be written.
class RunFiles {
 public:
    explicit RunFiles(std::string folder);
    ~RunFiles();
    RunFiles(const RunFiles&) = delete;
    RunFiles& operator=(const RunFiles&) = delete;

    // Writes the runs of one collection.
    void add(const Collection& collection, const Experiment& experiment);
    // Writes the manifest; the last thing to be done.
    void finish(const QualityReport& report);

 private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace sinodex
