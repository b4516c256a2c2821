// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "bench/quality/assessment.h"
#include "bench/quality/collection.h"
#include "bench/quality/experiment.h"

namespace sinodex {

struct RankedUnit {
    std::string id;
    std::optional<int> gain;  // nothing: not judged
};

// A topic for which two systems differ.
struct MovedTopic {
    std::string id;
    std::string query;  // empty when the topic has no text
    double before = 0;  // the first measure's value
    double after = 0;
    std::vector<RankedUnit> before_top;  // best first
    std::vector<RankedUnit> after_top;
};

struct Movers {
    std::string before;  // a system's name
    std::string after;
    std::vector<MovedTopic> topics;  // the one that moved most first; ties by id
};

struct MoversOptions {
    std::string before;
    std::string after;
    std::size_t topics = 5;
    std::size_t depth = 10;  // units shown
};

// The topics whose first measure differs most between two systems. Throws Error (usage) when one of
// them is not there.
Movers find_movers(const Collection& collection, const Experiment& experiment,
                   const Assessment& assessment, const MoversOptions& options);

}  // namespace sinodex
