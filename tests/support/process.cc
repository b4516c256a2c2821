// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/process.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <stdexcept>

namespace sinodex::testing {
namespace {

int memory_file() {
    const int descriptor = memfd_create("sinodex-test", MFD_CLOEXEC);
    if (descriptor < 0) throw std::runtime_error("memfd_create failed");
    return descriptor;
}

std::string take_all(int descriptor) {
    std::string bytes;
    std::array<char, 4096> block{};
    lseek(descriptor, 0, SEEK_SET);
    for (ssize_t count = 0; (count = read(descriptor, block.data(), block.size())) > 0;) {
        bytes.append(block.data(), static_cast<std::size_t>(count));
    }
    close(descriptor);
    return bytes;
}

[[noreturn]] void become(const std::vector<std::string>& command, int in, int out, int err) {
    std::vector<char*> arguments;
    for (const std::string& argument : command) {
        arguments.push_back(const_cast<char*>(argument.c_str()));
    }
    arguments.push_back(nullptr);
    unsetenv("SINODEX_DB");
    unsetenv("NO_COLOR");
    dup2(in, STDIN_FILENO);
    dup2(out, STDOUT_FILENO);
    dup2(err, STDERR_FILENO);
    execv(arguments[0], arguments.data());
    _exit(127);
}

}  // namespace

Process::Process(const std::vector<std::string>& command, std::string_view input)
    : out_(memory_file()), err_(memory_file()) {
    const int in = memory_file();
    const bool written =
        write(in, input.data(), input.size()) == static_cast<ssize_t>(input.size());
    lseek(in, 0, SEEK_SET);
    pid_ = written ? fork() : -1;
    if (pid_ == 0) become(command, in, out_, err_);
    close(in);
    if (pid_ < 0) throw std::runtime_error("the process cannot be started");
}

Process::~Process() {
    if (pid_ < 0) return;
    kill();
    wait();
}

void Process::kill() { ::kill(pid_, SIGKILL); }

ProcessEnd Process::wait() {
    int state = 0;
    while (waitpid(pid_, &state, 0) < 0 && errno == EINTR) continue;
    pid_ = -1;
    ProcessEnd end;
    if (WIFEXITED(state)) end.status = WEXITSTATUS(state);
    if (WIFSIGNALED(state)) end.signal = WTERMSIG(state);
    end.out = take_all(out_);
    end.err = take_all(err_);
    return end;
}

ProcessEnd run_process(const std::vector<std::string>& command, std::string_view input) {
    return Process(command, input).wait();
}

ProcessEnd run_shell(const std::string& line, const std::vector<std::string>& arguments) {
    std::vector<std::string> command{"/bin/sh", "-c", line};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return run_process(command);
}

}  // namespace sinodex::testing
