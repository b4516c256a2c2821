// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sinodex::lines {

// The lines of a text file that has one record a line, for the readers of this folder.
//
// A byte order mark and blank lines are passed over; carriage returns are blanks, which the
// functions below take off. Lines are views into the reader and live as long as it does. Not for
// use by several threads at once.
class LineReader {
 public:
    // Reads the whole file. Throws Error(input) when it cannot.
    explicit LineReader(std::string path);
    LineReader(const LineReader&) = delete;
    LineReader& operator=(const LineReader&) = delete;

    // Moves on to the next line that is not blank; false at the end.
    bool next();
    std::string_view line() const { return line_; }
    // "file:line", as errors have it.
    std::string place() const { return path_ + ":" + std::to_string(number_); }

    // The whole file without byte order mark, whatever has been read of it.
    std::string_view text() const { return text_; }

    // Throws Error(input) that names the file and the current line.
    [[noreturn]] void fail(const std::string& what, const std::string& hint = "") const;
    // The same for the line with the given byte of text().
    [[noreturn]] void fail_at(std::size_t offset, const std::string& what,
                              const std::string& hint = "") const;
    // Throws Error(input) that names the file only.
    [[noreturn]] void fail_file(const std::string& what, const std::string& hint = "") const;

 private:
    std::string path_;
    std::string content_;
    std::string_view text_;
    std::string_view rest_;
    std::string_view line_;
    std::size_t number_ = 0;
};

// The text without spaces, tabs, carriage returns and line feeds around it.
std::string_view trimmed(std::string_view text);

// The fields of a line that any number of these blanks separate.
std::vector<std::string_view> fields(std::string_view line);

// The columns of a line that single tabs separate, each trimmed; never none.
std::vector<std::string_view> columns(std::string_view line);

}  // namespace sinodex::lines
