// SPDX-License-Identifier: GPL-2.0-or-later

// A program like the others, for program_test: prints what it understood, or fails.

#include <array>
#include <cstdlib>
#include <iostream>
#include <new>

#include "corpus/program/program.h"
#include "tests/corpus/program/probe_options.h"

namespace {

using namespace sinodex;

void fail(const std::string& how) {
    if (how == "usage") throw Error(ErrorKind::usage, "broken", "mend it");
    if (how == "query") throw Error(ErrorKind::query, "broken", "mend it");
    if (how == "database") throw Error(ErrorKind::database, "broken", "mend it");
    if (how == "locked") throw Error(ErrorKind::locked, "broken", "mend it");
    if (how == "input") throw Error(ErrorKind::input, "broken", "mend it");
    if (how == "output") throw Error(ErrorKind::output, "broken");
    if (how == "memory") throw std::bad_alloc();
    if (how == "standard") throw std::runtime_error("something else");
    if (how == "unknown") throw 42;
}

ExitStatus run(const Arguments& arguments) {
    constexpr std::array<std::string_view, 3> kWhen{"auto", "always", "never"};
    if (arguments.has("fail")) fail(arguments.text("fail"));
    std::cout << "number " << arguments.number("number", 1, 100) << "\ncolor "
              << arguments.choice("color", kWhen) << "\nswitch " << arguments.has("switch") << '\n';
    if (arguments.has("db") || std::getenv("SINODEX_DB") != nullptr) {
        std::cout << "db " << database_path(arguments) << '\n';
    }
    for (const std::string& operand : arguments.operands()) std::cout << '[' << operand << "]\n";
    return arguments.operands().empty() ? ExitStatus::nothing_found : ExitStatus::fine;
}

}  // namespace

int main(int argc, char** argv) { return run_program(testing::kProbe, argc, argv, run); }
