// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/pager.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <sstream>
#include <string>

namespace sinodex {
namespace {

bool is_installed(const std::string& program) {
    const char* path = std::getenv("PATH");
    std::istringstream folders(path != nullptr ? path : "");
    for (std::string folder; std::getline(folders, folder, ':');) {
        if (access((std::filesystem::path(folder) / program).c_str(), X_OK) == 0) return true;
    }
    return false;
}

// Empty: none.
std::string chosen_pager() {
    const char* chosen = std::getenv("PAGER");
    if (chosen == nullptr) return is_installed("less") ? "less" : "";
    return std::string(chosen) == "cat" ? "" : chosen;
}

// Colours as they are, an end where all fits, and what was read stays on the screen.
constexpr const char* kLessOptions = "FRX";

[[noreturn]] void become_pager(const char* command, int input) {
    dup2(input, STDIN_FILENO);
    setenv("LESS", kLessOptions, 0);
    std::signal(SIGPIPE, SIG_DFL);
    execl("/bin/sh", "sh", "-c", command, nullptr);
    _exit(127);
}

int replaced(int descriptor, int by) {
    const int kept = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
    dup2(by, descriptor);
    return kept;
}

void restore(int descriptor, int& kept) {
    if (kept < 0) return;
    dup2(kept, descriptor);
    close(kept);
    kept = -1;
}

}  // namespace

Pager::Pager(bool wanted) {
    if (!wanted || isatty(STDOUT_FILENO) != 1) return;
    const std::string command = chosen_pager();
    if (!command.empty()) start(command.c_str());
}

void Pager::start(const char* command) {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return;
    std::cout.flush();
    pid_ = fork();
    if (pid_ == 0) become_pager(command, ends[0]);
    close(ends[0]);
    if (pid_ > 0) {
        output_ = replaced(STDOUT_FILENO, ends[1]);
        if (isatty(STDERR_FILENO) == 1) errors_ = replaced(STDERR_FILENO, ends[1]);
    }
    close(ends[1]);
}

bool Pager::left() const {
    if (pid_ < 0) return left_;
    pollfd out{STDOUT_FILENO, POLLOUT, 0};
    return poll(&out, 1, 0) > 0 && (out.revents & POLLERR) != 0;
}

void Pager::finish() {
    if (pid_ < 0) return;
    std::cout.flush();
    left_ = left();
    if (left_) std::cout.clear();
    restore(STDOUT_FILENO, output_);
    restore(STDERR_FILENO, errors_);
    // Ctrl-C is for the pager.
    const auto before = std::signal(SIGINT, SIG_IGN);
    while (waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) continue;
    std::signal(SIGINT, before);
    pid_ = -1;
}

Pager::~Pager() { finish(); }

}  // namespace sinodex
