// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <stdexcept>
#include <string>

namespace sinodex {

// Says what went wrong, as a program would tell its caller. Each kind has one exit status.
enum class ErrorKind {
    usage,        // an option or argument that cannot be used
    query,        // a query or topic file that cannot be used
    database,     // a database that is missing, of another version, or damaged
    locked,       // another writer holds the database
    input,        // an input that cannot be read
    output,       // an output that cannot be written
    interrupted,  // a search that its caller cancelled, or that was not done at its deadline
};

// The one exception type that the libraries throw on purpose. what() names the file or option and
// says what is wrong; hint() says what to do about it, and may be empty.
class Error : public std::runtime_error {
 public:
    Error(ErrorKind kind, const std::string& message, std::string hint = "")
        : std::runtime_error(message), kind_(kind), hint_(std::move(hint)) {}

    ErrorKind kind() const { return kind_; }
    const std::string& hint() const { return hint_; }

 private:
    ErrorKind kind_;
    std::string hint_;
};

}  // namespace sinodex
