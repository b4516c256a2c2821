// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "searcher/ranking/article_terms.h"

namespace sinodex {

// What the articles that are most like each one score, its peers: closely related articles tend to
// be relevant to the same queries (van Rijsbergen: Information retrieval, 1979; Diaz: Regularizing
// ad hoc retrieval scores, 2005; Kurland and Lee: PageRank without hyperlinks, 2005).
struct Peers {
    std::vector<double> mean;  // of the peers' scores, each counted by how like it is
    std::vector<double> sum;   // of their scores times how like each is: of a dense group, more
};

// `vectors`: of length 1, or empty; in the order of ranks, which settles ties. `scores`: of the
// same; what counts is how far each is from the lowest. `count`: how many peers each has, at most.
// Numbers of terms are below `vocabulary_size`.
Peers peers_of(const std::vector<const std::vector<TermWeight>*>& vectors,
               const std::vector<double>& scores, std::size_t vocabulary_size, std::size_t count);

// The standard deviation, and what each value is away from the mean in units of it: 0 where all are
// the same.
double deviation_of(const std::vector<double>& values);
std::vector<double> standardised(const std::vector<double>& values);

}  // namespace sinodex
