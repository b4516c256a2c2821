// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace sinodex {

// Throws Error (output) about a database's path; the hint says that the database is as it was.
[[noreturn]] void output_failed(const std::string& path, const std::string& why);

// Throws Error when a folder cannot become, or go on as, a database: (usage) when others keep
// things in it, (database) when the stub of one is lost, which must not pass for a fresh start. A
// rebuild may begin anew there. Nothing is changed.
void check_folder(const std::string& database, bool rebuild);

// Returns what the exception at hand says, in a handler or where the program is about to end.
std::string what_is_thrown() noexcept;

// Removes what the runs of this process have under way: for a program that is about to end because
// a destructor threw.
void abandon_scratch() noexcept;

// Says that the run under way has put a new generation in force, and whether the last one of this
// process had.
void note_replaced(bool replaced) noexcept;
bool was_replaced() noexcept;

// A message tells one of these of the database: that it is as it was, or that it was replaced.
inline constexpr const char* kAsItWas =
    "check free space and permissions; the database is as it was";
inline constexpr const char* kReplaced =
    "it was replaced all the same: what it was to become is in force";

// Throws Error (output) unless `bytes` more may be written below a folder with some room to spare:
// what fails halfway for want of space may end the process, as Xapian's destructors throw.
void require_room(const std::string& folder, std::uint64_t bytes);

// The right to write to a database, held for a whole run; the kernel releases it whatever happens.
// While a first run is under way, the lock's file says so: what lies beside it then is no database
// that has lost its stub.
class WriterLock {
 public:
    // Throws Error: locked when another holds it for longer than that, output.
    WriterLock(const std::string& database, unsigned wait_seconds);
    ~WriterLock();
    // The next two throw Error (output).
    void begin_first_run();
    void end_first_run();
    WriterLock(const WriterLock&) = delete;
    WriterLock& operator=(const WriterLock&) = delete;

 private:
    std::string database_;
    std::string path_;
    int fd_;
};

// A folder beside the generations, gone at the end of the run, with a mark in it by which it is
// known again. Only for who holds the lock: it removes what killed runs left.
class Scratch {
 public:
    // Throws Error (output).
    explicit Scratch(const std::string& database);
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    const std::string& path() const { return path_; }

 private:
    std::string path_;
};

}  // namespace sinodex
