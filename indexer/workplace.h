#pragma once

#include <string>

namespace sinodex {

// Throws Error (output) about a database's path; the hint says that the database is as it was.
[[noreturn]] void output_failed(const std::string& path, const std::string& why);

// The right to write to a database, held for a whole run; the kernel releases it whatever happens.
class WriterLock {
 public:
    // Throws Error: locked when another holds it for longer than that, output.
    WriterLock(const std::string& database, unsigned wait_seconds);
    ~WriterLock();
    WriterLock(const WriterLock&) = delete;
    WriterLock& operator=(const WriterLock&) = delete;

 private:
    int fd_;
};

// A folder beside the generations, gone at the end of the run. Only for who holds the lock: it
// removes what killed runs left.
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
