// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "bench/learning/learn.h"

namespace sinodex {

// Learns the weights that are factors, all in one go, from pairs of passages of one topic of which
// one is better: as fast as the topics are asked once for each of them. The others stay as they
// are. Folds are not asked for; figures are of the passages that are found with the weights at the
// start. Where the pairs are best told apart without what else ranks passages, the start stays.
LearnReport learn_factors(LearningSet& set, const LearnOptions& options);

}  // namespace sinodex
