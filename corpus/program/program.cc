// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/program/program.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <iostream>

// Operands hold commas: cxxopts is not to split them.
#define CXXOPTS_VECTOR_DELIMITER '\0'
// Compiling its regular expressions takes a tenth of what a whole search takes.
#define CXXOPTS_NO_REGEX
#include <cxxopts.hpp>

#include "corpus/program/completions.h"
#include "corpus/program/help.h"
#include "corpus/program/known_options.h"

namespace sinodex {
namespace {

constexpr const char* kOperands = "operands";

cxxopts::Options parser_of(const ProgramSpec& program) {
    cxxopts::Options parser{std::string(program.name)};
    auto add = parser.add_options();
    for (const OptionSpec& option : program.options) {
        std::string names(option.name);
        if (option.letter != 0) names.insert(0, std::string(1, option.letter) + ",");
        if (option.argument.empty()) {
            add(names, "");
        } else {
            add(names, "", cxxopts::value<std::vector<std::string>>());
        }
    }
    add("h,help", "")("version", "")("man", "");
    add("completions", "", cxxopts::value<std::string>());
    add(kOperands, "", cxxopts::value<std::vector<std::string>>());
    parser.parse_positional({kOperands});
    return parser;
}

using Words = std::vector<std::string>;

int report(const ProgramSpec& program, const Words& words, const Error& error) {
    std::cerr << program.name << ": " << error.what() << '\n';
    if (!error.hint().empty()) std::cerr << "  " << error.hint() << '\n';
    if (error.kind() == ErrorKind::usage) {
        const std::string hint = hint_of_minus(program, words);
        if (!hint.empty()) std::cerr << "  " << hint << '\n';
    }
    return static_cast<int>(exit_status(error.kind()));
}

// Makes no words that would need memory.
int report_no_memory(const ProgramSpec& program) {
    dprintf(STDERR_FILENO, "%.*s: out of memory\n", static_cast<int>(program.name.size()),
            program.name.data());
    return static_cast<int>(ExitStatus::io);
}

// Whether standard output is a pipe that nobody reads any more, as behind `| head`.
bool reader_has_gone() {
    pollfd out{STDOUT_FILENO, POLLOUT, 0};
    return poll(&out, 1, 0) > 0 && (out.revents & POLLERR) != 0;
}

// As other programs end there: by the signal, without a word.
void end_without_reader() {
    std::signal(SIGPIPE, SIG_DFL);
    std::raise(SIGPIPE);
}

int guarded(const ProgramSpec& program, const Words& words, const std::function<int()>& body) {
    try {
        const int status = body();
        std::cout.flush();
        if (!std::cout) throw Error(ErrorKind::output, "standard output: cannot be written");
        return status;
    } catch (const Error& error) {
        if (!std::cout && reader_has_gone()) end_without_reader();
        return report(program, words, error);
    } catch (const cxxopts::exceptions::exception& error) {
        return report(
            program, words,
            Error(ErrorKind::usage, error.what(), "see " + std::string(program.name) + " --help"));
    } catch (const std::bad_alloc&) {
        return report_no_memory(program);
    } catch (const std::exception& error) {
        return report(program, words, Error(ErrorKind::output, error.what()));
    } catch (...) {
        return report(program, words, Error(ErrorKind::output, "failed for an unknown reason"));
    }
}

// A standard stream that the caller closed is kept closed, but its number is taken: else the next
// file to be opened, a database's perhaps, would get what is written to the stream.
void occupy_standard_streams() {
    for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; ++descriptor) {
        if (fcntl(descriptor, F_GETFD) >= 0) continue;
        const int unusable = descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY;
        if (open("/dev/null", unusable) != descriptor) return;
    }
}

// Answers --help, --version and --man.
bool answered(const ProgramSpec& program, const cxxopts::ParseResult& parsed) {
    if (parsed.count("help") > 0) {
        constexpr std::size_t kNarrow = 40, kUsual = 80, kWide = 100;
        const std::size_t width = terminal_width(STDOUT_FILENO, kUsual);
        std::cout << help_text(program, std::clamp(width, kNarrow, kWide));
    } else if (parsed.count("version") > 0) {
        std::cout << program.name << ' ' << version_text() << '\n';
    } else if (parsed.count("man") > 0) {
        std::cout << man_page(program);
    } else if (parsed.count("completions") > 0) {
        std::cout << completions_for(program, parsed["completions"].as<std::string>());
    } else {
        return false;
    }
    return true;
}

}  // namespace

ExitStatus exit_status(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::usage:
        case ErrorKind::query:
            return ExitStatus::usage;
        case ErrorKind::database:
            return ExitStatus::database;
        case ErrorKind::locked:
            return ExitStatus::locked;
        case ErrorKind::input:
        case ErrorKind::output:
        case ErrorKind::interrupted:
            return ExitStatus::io;
    }
    return ExitStatus::io;
}

bool Arguments::has(const std::string& name) const { return given_.contains(name); }

std::size_t Arguments::times(const std::string& name) const {
    const auto given = given_.find(name);
    return given == given_.end() ? 0 : given->second.size();
}

std::string Arguments::text(const std::string& name) const {
    const auto given = given_.find(name);
    if (given != given_.end()) return given->second.back();
    const auto fallback = defaults_.find(name);
    if (fallback != defaults_.end()) return fallback->second;
    throw Error(ErrorKind::usage, "--" + name + " is missing");
}

std::vector<std::string> Arguments::all(const std::string& name) const {
    const auto given = given_.find(name);
    return given == given_.end() ? std::vector<std::string>{} : given->second;
}

std::uint64_t Arguments::number(const std::string& name, std::uint64_t least,
                                std::uint64_t most) const {
    const std::string value = text(name);
    std::uint64_t number = 0;
    const char* end = value.data() + value.size();
    const auto parsed = std::from_chars(value.data(), end, number);
    if (parsed.ec != std::errc() || parsed.ptr != end || number < least || number > most) {
        throw Error(ErrorKind::usage, "--" + name + ": " + value + " is not a number from " +
                                          std::to_string(least) + " to " + std::to_string(most));
    }
    return number;
}

std::string Arguments::choice(const std::string& name,
                              std::span<const std::string_view> choices) const {
    std::string value = text(name);
    if (std::find(choices.begin(), choices.end(), value) != choices.end()) return value;
    std::string known;
    for (const std::string_view one : choices) known.append(known.empty() ? "" : ", ").append(one);
    throw Error(ErrorKind::usage, "--" + name + ": " + value + " is not one of " + known);
}

int run_program(const ProgramSpec& program, int argc, char** argv,
                const std::function<ExitStatus(const Arguments&)>& body) {
    occupy_standard_streams();
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    std::ios::sync_with_stdio(false);
    const Words words(argv + std::min(argc, 1), argv + argc);
    return guarded(program, words, [&]() -> int {
        refuse_unknown_options(program, words);
        cxxopts::Options parser = parser_of(program);
        const cxxopts::ParseResult parsed = parser.parse(argc, argv);
        if (answered(program, parsed)) return 0;
        Arguments arguments;
        for (const OptionSpec& option : program.options) {
            const std::string name(option.name);
            if (!option.default_value.empty()) arguments.defaults_[name] = option.default_value;
            if (parsed.count(name) == 0) continue;
            if (!option.argument.empty()) {
                arguments.given_[name] = parsed[name].as<std::vector<std::string>>();
            } else if (parsed[name].as<bool>()) {  // not --name=false
                arguments.given_[name].resize(parsed.count(name));
            }
        }
        if (parsed.count(kOperands) > 0) {
            arguments.operands_ = parsed[kOperands].as<std::vector<std::string>>();
        }
        return static_cast<int>(body(arguments));
    });
}

std::string database_path(const Arguments& arguments) {
    const char* fallback = std::getenv("SINODEX_DB");
    std::string path = fallback != nullptr ? fallback : "";
    if (arguments.has("db")) path = arguments.text("db");
    if (!path.empty()) return path;
    throw Error(ErrorKind::usage, "which database? --db DB is missing",
                "give --db DB, or set SINODEX_DB");
}

bool use_color(const std::string& when, int descriptor) {
    if (when != "auto") return when == "always";
    const char* no_color = std::getenv("NO_COLOR");
    if (no_color != nullptr && *no_color != 0) return false;
    const char* terminal = std::getenv("TERM");
    if (terminal == nullptr || std::string_view(terminal) == "dumb") return false;
    return isatty(descriptor) == 1;
}

std::size_t terminal_width(int descriptor, std::size_t otherwise) {
    winsize size{};
    if (ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
    return otherwise;
}

}  // namespace sinodex
