// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/quality/sqlite.h"

#include <sqlite3.h>

#include "corpus/error.h"

namespace sinodex {
namespace {

[[noreturn]] void fail(sqlite3* database) {
    throw Error(ErrorKind::output, std::string("SQLite: ") + sqlite3_errmsg(database));
}

}  // namespace

void SqliteStatement::Finish::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

void SqliteStatement::check(int status) {
    if (status != SQLITE_OK) fail(sqlite3_db_handle(statement_.get()));
}

void SqliteStatement::bind(int place, std::string_view text) {
    check(sqlite3_bind_text64(statement_.get(), place, text.data(), text.size(), SQLITE_STATIC,
                              SQLITE_UTF8));
}

void SqliteStatement::bind(int place, std::int64_t number) {
    check(sqlite3_bind_int64(statement_.get(), place, number));
}

bool SqliteStatement::step() {
    const int status = sqlite3_step(statement_.get());
    if (status != SQLITE_ROW && status != SQLITE_DONE) check(status);
    return status == SQLITE_ROW;
}

void SqliteStatement::reset() { sqlite3_reset(statement_.get()); }

std::int64_t SqliteStatement::integer(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}

double SqliteStatement::real(int column) const {
    return sqlite3_column_double(statement_.get(), column);
}

std::size_t SqliteStatement::row_bytes() const {
    std::size_t bytes = 0;
    for (int i = 0; i < sqlite3_column_count(statement_.get()); ++i) {
        bytes += static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), i));
    }
    return bytes;
}

void Sqlite::Close::operator()(sqlite3* database) const { sqlite3_close_v2(database); }

Sqlite::Sqlite(const std::string& path) {
    sqlite3* database = nullptr;
    const int status = sqlite3_open(path.c_str(), &database);
    database_.reset(database);
    if (status != SQLITE_OK) fail(database);
}

void Sqlite::run(const char* sql) {
    if (sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
        fail(database_.get());
    }
}

SqliteStatement Sqlite::prepare(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database_.get(), sql, -1, &statement, nullptr) != SQLITE_OK) {
        fail(database_.get());
    }
    return SqliteStatement(statement);
}

std::int64_t Sqlite::changes() const { return sqlite3_changes64(database_.get()); }

bool Sqlite::in_transaction() const { return sqlite3_get_autocommit(database_.get()) == 0; }

std::string sqlite_version() { return sqlite3_libversion(); }

}  // namespace sinodex
