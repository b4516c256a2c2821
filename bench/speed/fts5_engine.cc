// SPDX-License-Identifier: GPL-2.0-or-later
#include <filesystem>
#include <string>
#include <vector>

#include "bench/quality/fts5_text.h"
#include "bench/quality/sqlite.h"
#include "bench/speed/dump_file.h"
#include "bench/speed/engines.h"

namespace sinodex {
namespace {

// Runs a statement to its end and returns how many rows it gave; all of them are read.
std::size_t run(Sqlite& database, const char* sql, const std::vector<std::string>& values) {
    SqliteStatement statement = database.prepare(sql);
    for (std::size_t i = 0; i < values.size(); ++i) {
        statement.bind(static_cast<int>(i) + 1, values[i]);
    }
    std::size_t rows = 0;
    for (; statement.step(); ++rows) statement.row_bytes();
    return rows;
}

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
        return run(database_, sql.c_str(), values);
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
        run(database, "INSERT OR IGNORE INTO ids(id) VALUES (?)", {article.id});
        if (database.changes() == 0) {
            run(database, "DELETE FROM articles WHERE rowid = (SELECT row FROM ids WHERE id = ?)",
                {article.id});
        }
        run(database,
            "INSERT INTO articles(rowid, id, title, text, date, source) "
            "SELECT row, ?1, ?2, ?3, ?4, ?5 FROM ids WHERE id = ?1",
            {article.id, article.title, fts5_text(article.text), article.date, article.source});
    }
    if (fresh) database.run("INSERT INTO articles(articles) VALUES ('optimize')");
    database.run("COMMIT");
}

}  // namespace sinodex
