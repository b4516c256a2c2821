// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

namespace sinodex {

// A process that ran to its end.
struct MeasuredRun {
    double seconds = 0;             // of wall time, start and end of the process included
    double cpu_seconds = 0;         // of processor time, of all threads together
    std::uint64_t peak_memory = 0;  // bytes; as getrusage gives it
};

// Runs a command with nothing on its standard input and output discarded. The memory is the
// command's own as long as the caller's is smaller: Linux counts what a process had before exec.
// Throws Error (output) with what the command wrote to standard error when its exit status is above
// `most_status`.
MeasuredRun run_measured(const std::vector<std::string>& command, int most_status = 0);

// Returns what `work` returns, computed in a copy of this process. An Error of it is thrown here.
std::string in_other_process(const std::function<std::string()>& work);

// A process that answers lines with lines, until it is closed. Not thread-safe.
class ChildServer {
 public:
    // Throws Error (output).
    explicit ChildServer(const std::vector<std::string>& command);
    ~ChildServer();
    ChildServer(const ChildServer&) = delete;
    ChildServer& operator=(const ChildServer&) = delete;

    // Sends a line; returns the lines of the answer, up to one that is empty. Throws Error (output)
    // when the process ends before.
    std::vector<std::string> ask(const std::string& line);

 private:
    pid_t pid_ = -1;
    std::FILE* to_ = nullptr;
    std::FILE* from_ = nullptr;
    std::string name_;
};

}  // namespace sinodex
