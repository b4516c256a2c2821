// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/speed/measured_process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>

#include "corpus/error.h"

namespace sinodex {
namespace {

[[noreturn]] void fail(const std::string& what) { throw Error(ErrorKind::output, what); }

std::array<int, 2> make_pipe() {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) fail(std::string("pipe: ") + std::strerror(errno));
    return ends;
}

std::string read_all(int descriptor) {
    std::string text;
    std::array<char, 4096> buffer{};
    for (ssize_t n = 0; (n = read(descriptor, buffer.data(), buffer.size())) > 0;) {
        text.append(buffer.data(), static_cast<std::size_t>(n));
    }
    close(descriptor);
    return text;
}

// Descriptors for the child's 0, 1 and 2; -1: /dev/null.
pid_t spawn(const std::vector<std::string>& command, std::array<int, 3> streams) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    for (int i = 0; i < 3; ++i) {
        const int from = streams[static_cast<std::size_t>(i)];
        if (from >= 0) {
            posix_spawn_file_actions_adddup2(&actions, from, i);
        } else {
            posix_spawn_file_actions_addopen(&actions, i, "/dev/null", O_RDWR, 0);
        }
    }
    std::vector<char*> words;
    words.reserve(command.size() + 1);
    for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    pid_t pid = -1;
    const int status = posix_spawnp(&pid, words[0], &actions, nullptr, words.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (status != 0) fail(command.front() + ": " + std::strerror(status));
    return pid;
}

// The end of what a process said, for a message.
std::string last_words(const std::string& text) {
    constexpr std::size_t kMost = 400;
    return text.size() > kMost ? "..." + text.substr(text.size() - kMost) : text;
}

double seconds_of(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

}  // namespace

MeasuredRun run_measured(const std::vector<std::string>& command, int most_status) {
    const std::array<int, 2> errors = make_pipe();
    const auto begin = std::chrono::steady_clock::now();
    const pid_t pid = spawn(command, {-1, -1, errors[1]});
    close(errors[1]);
    const std::string said = read_all(errors[0]);
    int status = 0;
    rusage usage{};
    wait4(pid, &status, 0, &usage);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    if (!WIFEXITED(status) || WEXITSTATUS(status) > most_status) {
        fail(command.front() + " failed: " + last_words(said));
    }
    return {took.count(), seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime),
            static_cast<std::uint64_t>(usage.ru_maxrss) * 1024};
}

std::string in_other_process(const std::function<std::string()>& work) {
    const std::array<int, 2> ends = make_pipe();
    const pid_t pid = fork();
    if (pid < 0) fail(std::string("fork: ") + std::strerror(errno));
    if (pid == 0) {
        std::string answer;
        try {
            answer = "+" + work();
        } catch (const Error& error) {
            answer =
                std::to_string(static_cast<int>(error.kind())) + error.what() + "\n" + error.hint();
        } catch (const std::exception& error) {
            answer = std::to_string(static_cast<int>(ErrorKind::input)) + error.what() + "\n";
        }
        _exit(write(ends[1], answer.data(), answer.size()) < 0 ? 1 : 0);
    }
    close(ends[1]);
    const std::string answer = read_all(ends[0]);
    waitpid(pid, nullptr, 0);
    if (answer.empty()) fail("preparing the corpus failed");
    if (answer.front() == '+') return answer.substr(1);
    const std::size_t end = answer.find('\n');
    throw Error(static_cast<ErrorKind>(answer.front() - '0'), answer.substr(1, end - 1),
                answer.substr(end + 1));
}

ChildServer::ChildServer(const std::vector<std::string>& command) : name_(command.front()) {
    const std::array<int, 2> in = make_pipe();
    const std::array<int, 2> out = make_pipe();
    pid_ = spawn(command, {in[0], out[1], 2});
    close(in[0]);
    close(out[1]);
    to_ = fdopen(in[1], "w");
    from_ = fdopen(out[0], "r");
}

ChildServer::~ChildServer() {
    std::fclose(to_);
    std::fclose(from_);
    waitpid(pid_, nullptr, 0);
}

std::vector<std::string> ChildServer::ask(const std::string& line) {
    std::fputs((line + "\n").c_str(), to_);
    std::fflush(to_);
    std::vector<std::string> lines;
    std::array<char, 256> buffer{};
    while (std::fgets(buffer.data(), buffer.size(), from_) != nullptr) {
        std::string answer = buffer.data();
        if (answer.ends_with('\n')) answer.pop_back();
        if (answer.empty()) return lines;
        lines.push_back(std::move(answer));
    }
    fail(name_ + " ended before its answer");
}

}  // namespace sinodex
