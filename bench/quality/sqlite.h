// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace sinodex {

// A statement of SQLite, which may be run again after reset(). Must not outlive its database; all
// throw Error (output). Not thread-safe.
class SqliteStatement {
 public:
    explicit SqliteStatement(sqlite3_stmt* statement) : statement_(statement) {}

    // `place` counts from 1. The text must live until the statement is reset or gone.
    void bind(int place, std::string_view text);
    void bind(int place, std::int64_t number);
    // Whether there is a row.
    bool step();
    void reset();
    // These read the row; columns count from 0.
    std::int64_t integer(int column) const;
    double real(int column) const;
    std::size_t row_bytes() const;

 private:
    struct Finish {
        void operator()(sqlite3_stmt* statement) const;
    };
    void check(int status);

    std::unique_ptr<sqlite3_stmt, Finish> statement_;
};

// A database of SQLite: a file, which is made where there is none, or ":memory:". Throws Error
// (output). Not thread-safe.
class Sqlite {
 public:
    explicit Sqlite(const std::string& path);

    void run(const char* sql);
    SqliteStatement prepare(const char* sql);
    std::int64_t changes() const;
    bool in_transaction() const;

 private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    std::unique_ptr<sqlite3, Close> database_;
};

std::string sqlite_version();

}  // namespace sinodex
