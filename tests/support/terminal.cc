// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/terminal.h"

#include <gtest/gtest.h>
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <stdexcept>

namespace sinodex::testing {
namespace {

constexpr int kTooLong = 30'000;  // milliseconds

[[noreturn]] void become(const std::vector<std::string>& command, const std::string& home) {
    std::vector<char*> arguments;
    for (const std::string& argument : command) {
        arguments.push_back(const_cast<char*>(argument.c_str()));
    }
    arguments.push_back(nullptr);
    for (const char* name : {"SINODEX_DB", "SINODEX_NO_HISTORY", "NO_COLOR"}) unsetenv(name);
    for (const char* name : {"HOME", "XDG_STATE_HOME"}) setenv(name, home.c_str(), 1);
    setenv("TERM", "xterm", 1);
    setenv("LC_ALL", "C", 1);
    execv(arguments[0], arguments.data());
    _exit(127);
}

}  // namespace

Terminal::Terminal(const std::vector<std::string>& command, const std::string& home) {
    winsize size{};
    size.ws_col = 100;
    size.ws_row = 40;
    pid_ = forkpty(&terminal_, nullptr, nullptr, &size);
    if (pid_ == 0) become(command, home);
    if (pid_ < 0) throw std::runtime_error("there is no terminal to be had");
}

Terminal::~Terminal() {
    if (pid_ >= 0) {
        kill(pid_, SIGKILL);
        waitpid(pid_, nullptr, 0);
    }
    close(terminal_);
}

void Terminal::type(std::string_view keys) {
    ASSERT_EQ(write(terminal_, keys.data(), keys.size()), static_cast<ssize_t>(keys.size()));
}

std::string Terminal::read_until(std::string_view text) {
    std::size_t at = written_.find(text);
    while (at == std::string::npos && read_some()) at = written_.find(text);
    if (at == std::string::npos) {
        ADD_FAILURE() << "the program did not write: " << text << "\nbut: " << written_;
        return written_;
    }
    std::string before = written_.substr(0, at + text.size());
    written_.erase(0, before.size());
    return before;
}

// False when the program has ended or is silent for too long.
bool Terminal::read_some() {
    pollfd ready{terminal_, POLLIN, 0};
    if (poll(&ready, 1, kTooLong) <= 0) return false;
    std::array<char, 4096> block{};
    const ssize_t count = read(terminal_, block.data(), block.size());
    if (count <= 0) return false;
    written_.append(block.data(), static_cast<std::size_t>(count));
    return true;
}

int Terminal::wait() {
    while (read_some()) continue;
    kill(pid_, SIGHUP);  // it has closed the terminal, or is stuck
    int state = 0;
    waitpid(pid_, &state, 0);
    pid_ = -1;
    return WIFEXITED(state) ? WEXITSTATUS(state) : -1;
}

}  // namespace sinodex::testing
