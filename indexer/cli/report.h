// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <ostream>
#include <string>

#include "indexer/indexer.h"

namespace sinodex {

// One line on a terminal that tells how far the run is, how fast, and how long it will take.
class ProgressLine {
 public:
    ProgressLine(std::ostream& out, bool enabled);
    void show(const IndexProgress& progress);
    void clear();

 private:
    std::ostream& out_;
    bool enabled_;
    bool shown_ = false;
    std::chrono::steady_clock::time_point start_;
};

// The documents that could not be read: ten by name, or all whose names were kept.
void print_skipped(std::ostream& out, const IndexReport& report, bool all);

// Prints how much of each kind was passed over on purpose, and with `all` the names that were kept.
void print_passed_over(std::ostream& out, const IndexReport& report, bool all);

// Prints for people what a run read and what became of it; with `everything`, all names that were
// kept.
void print_report(std::ostream& out, const IndexReport& report, bool everything);

// The database as it is now.
void print_database(std::ostream& out, const IndexReport& report, const std::string& database);

}  // namespace sinodex
