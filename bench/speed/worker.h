// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <istream>
#include <ostream>
#include <string>
#include <vector>

namespace sinodex {

// The part of the bench that runs in a process of its own, so that its memory can be measured; not
// for users.
//
//   build ENGINE DUMP DATABASE    adds the articles of a dump file
//   once ENGINE DATABASE QUERIES  asks the first query of a file
//   serve ENGINE DATABASE         answers lines of `in`, each answer ending with an empty line:
//       run THREADS CLOCK QUERIES -> nanoseconds of each query, a line each; then "all
//       NANOSECONDS".
//                                    CLOCK is wall or cpu: that of the thread which asks
//       memory                    -> the most memory used so far, bytes
//
// Throws Error (usage) for anything else.
void run_worker(const std::vector<std::string>& words, std::istream& in, std::ostream& out);

}  // namespace sinodex
