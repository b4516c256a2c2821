#include <sqlite3.h>

#include <filesystem>
#include <sstream>
#include <vector>

#include "bench/quality/fts5_text.h"
#include "bench/speed/dump_file.h"
#include "bench/speed/engines.h"
#include "corpus/error.h"

namespace sinodex {
namespace {

struct CloseDatabase {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
struct FinishStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

class Sqlite {
 public:
    explicit Sqlite(const std::string& path) {
        sqlite3* database = nullptr;
        const int status = sqlite3_open(path.c_str(), &database);
        database_.reset(database);
        if (status != SQLITE_OK) fail();
    }

    void run(const char* sql) {
        if (sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
    }

    // Runs a statement to its end and returns how many rows it gave.
    std::size_t run(const char* sql, const std::vector<std::string>& values) {
        const auto statement = prepare(sql);
        for (std::size_t i = 0; i < values.size(); ++i) {
            sqlite3_bind_text64(statement.get(), static_cast<int>(i) + 1, values[i].data(),
                                values[i].size(), SQLITE_STATIC, SQLITE_UTF8);
        }
        std::size_t rows = 0;
        for (;;) {
            const int status = sqlite3_step(statement.get());
            if (status == SQLITE_DONE) return rows;
            if (status != SQLITE_ROW) fail();
            for (int i = 0; i < sqlite3_column_count(statement.get()); ++i) {
                bytes_ += sqlite3_column_bytes(statement.get(), i);
            }
            ++rows;
        }
    }

    std::int64_t changes() const { return sqlite3_changes64(database_.get()); }

 private:
    using Statement = std::unique_ptr<sqlite3_stmt, FinishStatement>;

    [[noreturn]] void fail() const {
        throw Error(ErrorKind::output, std::string("SQLite: ") + sqlite3_errmsg(database_.get()));
    }

    Statement prepare(const char* sql) {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v2(database_.get(), sql, -1, &statement, nullptr) != SQLITE_OK) fail();
        return Statement(statement);
    }

    std::unique_ptr<sqlite3, CloseDatabase> database_;
    std::int64_t bytes_ = 0;  // read, so that reading is done
};

class Fts5Engine : public Engine {
 public:
    explicit Fts5Engine(const std::string& path) : database_(path) {}

    std::size_t search(const SpeedQuery& query) override {
        std::string sql = "SELECT id, title FROM articles WHERE articles MATCH ?";
        std::vector<std::string> values{query.phrase() ? query.text : fts5_query(query.text)};
        if (!query.from.empty()) {
            sql.append(" AND date BETWEEN ? AND ?");
            values.insert(values.end(), {query.from, query.to});
        }
        if (!query.source.empty()) {
            sql.append(" AND source = ?");
            values.push_back(query.source);
        }
        sql.append(" ORDER BY rank LIMIT " + std::to_string(kHits));
        return database_.run(sql.c_str(), values);
    }

 private:
    Sqlite database_;
};

}  // namespace

std::unique_ptr<Engine> open_fts5(const std::string& database) {
    return std::make_unique<Fts5Engine>(database);
}

void build_fts5(const std::string& dump, const std::string& path) {
    const bool fresh = !std::filesystem::exists(path);
    Sqlite database(path);
    database.run("BEGIN");
    if (fresh) {
        database.run(
            "CREATE VIRTUAL TABLE articles USING fts5(id UNINDEXED, title, text, "
            "date UNINDEXED, source UNINDEXED, tokenize = 'porter unicode61')");
        database.run("CREATE TABLE ids(row INTEGER PRIMARY KEY, id TEXT UNIQUE)");
    }
    DumpReader reader(dump);
    Article article;
    while (reader.next(article)) {
        database.run("INSERT OR IGNORE INTO ids(id) VALUES (?)", {article.id});
        if (database.changes() == 0) {
            database.run("DELETE FROM articles WHERE rowid = (SELECT row FROM ids WHERE id = ?)",
                         {article.id});
        }
        database.run(
            "INSERT INTO articles(rowid, id, title, text, date, source) "
            "SELECT row, ?1, ?2, ?3, ?4, ?5 FROM ids WHERE id = ?1",
            {article.id, article.title, fts5_text(article.text), article.date, article.source});
    }
    if (fresh) database.run("INSERT INTO articles(articles) VALUES ('optimize')");
    database.run("COMMIT");
}

}  // namespace sinodex
