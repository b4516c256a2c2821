// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/error.h"

namespace sinodex {

// Every Sinodex program's main does this in the same way: options from one table (from which
// --help and the man page are made), errors as message, hint and exit status.

// Exit status of every program; documented in its help and man page.
enum class ExitStatus : int {
    fine = 0,
    nothing_found = 1,
    check_failed = 1,  // of a program that checks rather than searches
    usage = 2,         // an option, query or topic file that cannot be used
    database = 3,      // missing, of another version, or damaged
    locked = 4,        // another writer holds the database
    io = 5,            // an input that cannot be read, or an output that cannot be written
};

ExitStatus exit_status(ErrorKind kind);

struct OptionSpec {
    std::string_view name;           // "db"
    char letter = 0;                 // 'd', or 0
    std::string_view argument;       // "DB"; empty: a switch
    std::string_view default_value;  // empty: none
    std::string_view help;           // one sentence or two; consequence and unit included
    std::span<const std::string_view> values = {};  // to complete; empty: any, or files
};

// A part of a program with options of its own: `program NAME ...`.
struct CommandSpec {
    std::string_view name;
    std::string_view summary;  // one line
};

struct ProgramSpec {
    std::string_view name;
    std::string_view summary;   // one line
    std::string_view operands;  // "QUERY..."
    std::string_view description;
    std::span<const OptionSpec> options;  // beside those of all programs
    std::span<const std::string_view> examples;
    std::span<const CommandSpec> commands = {};          // for its help only
    std::string_view negative_result = "nothing found";  // what exit status 1 means
};

// A command line that was understood.
class Arguments {
 public:
    bool has(const std::string& name) const;           // given by the user
    std::size_t times(const std::string& name) const;  // how often it was given
    // The value given, or the default. Throws Error (usage) where the option has neither.
    std::string text(const std::string& name) const;
    // All values given, in their order, of an option that may come several times.
    std::vector<std::string> all(const std::string& name) const;
    // The same as text() as a number within [least, most]. Throws Error (usage) naming the option.
    std::uint64_t number(const std::string& name, std::uint64_t least, std::uint64_t most) const;
    // The same, one of `choices`.
    std::string choice(const std::string& name, std::span<const std::string_view> choices) const;
    // As if the user had given the option, of a program's table, once, or not at all.
    void set(const std::string& name, const std::string& value) { given_[name] = {value}; }
    void unset(const std::string& name) { given_.erase(name); }
    const std::vector<std::string>& operands() const { return operands_; }

 private:
    friend int run_program(const ProgramSpec&, int, char**,
                           const std::function<ExitStatus(const Arguments&)>&);
    std::map<std::string, std::vector<std::string>> given_;
    std::map<std::string, std::string> defaults_;
    std::vector<std::string> operands_;
};

// The body of main: parses, answers --help, --version and --man, calls `body`, turns every
// exception into a message on stderr and a status. A full disk is an error, not a signal; where
// standard output is a pipe that nobody reads any more, the program ends by SIGPIPE, without a
// word. Unknown options are refused with what was probably meant. Operands are passed on as they
// are; what follows "--" is one, whatever it begins with.
int run_program(const ProgramSpec& program, int argc, char** argv,
                const std::function<ExitStatus(const Arguments&)>& body);

// --db, or the environment variable SINODEX_DB. Throws Error (usage) when there is neither.
std::string database_path(const Arguments& arguments);

// Whether to colour what goes to a file descriptor: --color, NO_COLOR, TERM, and whether it is a
// terminal.
bool use_color(const std::string& when, int descriptor);

// Columns of the terminal behind a file descriptor; `otherwise` where there is none.
std::size_t terminal_width(int descriptor, std::size_t otherwise);

}  // namespace sinodex
