// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "corpus/program/program.h"
#include "searcher/cli/topics.h"
#include "searcher/searcher.h"

namespace sinodex {

// Tells what --since and --state say: which passages are new to a query. The state is a file of
// lines "qid<TAB>r12": the revision that the last successful run saw, for each query.
class Alerts {
 public:
    // Throws Error: usage (options that do not fit), input (a state that cannot be used).
    Alerts(const Arguments& arguments, const Searcher& searcher);

    // Whether only news are wanted, so that nothing is to be printed where there are none.
    bool only_news() const { return only_news_; }

    // For SearchRequest::since. A query that the state does not know begins with --since, else with
    // all that there is.
    std::optional<std::uint32_t> since(const std::string& qid) const;

    // Keeps for the next run that these have been answered. Throws Error (output).
    void save(const std::vector<TopicLine>& topics) const;

 private:
    void read_state();

    bool only_news_;
    std::string state_path_;      // empty: none is kept
    std::uint32_t since_ = 0;     // as --since says
    std::uint32_t revision_ = 0;  // of the database before the first search
    std::map<std::string, std::uint32_t> seen_;
};

}  // namespace sinodex
