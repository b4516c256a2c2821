// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>
#include <vector>

namespace sinodex::testing {

// How a process ended.
struct ProcessEnd {
    int status = -1;  // exit status; -1: it was ended by a signal
    int signal = 0;
    std::string out;
    std::string err;
};

// A child process with its output kept apart. Its environment is ours without SINODEX_DB and
// NO_COLOR. Killed when this goes and nobody waited for it.
class Process {
 public:
    // `command` is the path of a program, and its arguments.
    explicit Process(const std::vector<std::string>& command, std::string_view input = "");
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    void kill();  // SIGKILL
    ProcessEnd wait();

 private:
    pid_t pid_ = -1;
    int out_;
    int err_;
};

ProcessEnd run_process(const std::vector<std::string>& command, std::string_view input = "");

// The same for a line of sh, in which "$0", "$1" and so on are `arguments`.
ProcessEnd run_shell(const std::string& line, const std::vector<std::string>& arguments);

}  // namespace sinodex::testing
