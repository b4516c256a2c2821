// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/quality/fts5_index.h"

#include "bench/quality/fts5_text.h"
#include "bench/quality/sqlite.h"

namespace sinodex {
namespace {

class Fts5Index : public TextIndex {
 public:
    Fts5Index()
        : database_(with_table()),
          insert_(database_.prepare("INSERT INTO texts(rowid, text) VALUES (?, ?)")),
          select_(database_.prepare("SELECT rowid, rank FROM texts WHERE texts MATCH ? "
                                    "ORDER BY rank, rowid LIMIT ?")) {}

    void add(std::uint32_t number, std::string_view text) override {
        const std::string words = fts5_text(text);
        insert_.bind(1, static_cast<std::int64_t>(number) + 1);
        insert_.bind(2, words);
        insert_.step();
        insert_.reset();
    }

    std::vector<ScoredText> search(const std::string& query, std::size_t limit) override {
        if (database_.in_transaction()) database_.run("COMMIT");
        std::vector<ScoredText> texts;
        const std::string expression = fts5_query(query);
        if (expression.empty()) return texts;
        select_.bind(1, expression);
        select_.bind(2, static_cast<std::int64_t>(limit));
        while (select_.step()) {
            const auto number = static_cast<std::uint32_t>(select_.integer(0) - 1);
            // bm25() is the better the lower it is.
            texts.push_back({number, -select_.real(1)});
        }
        select_.reset();
        return texts;
    }

 private:
    static Sqlite with_table() {
        Sqlite database(":memory:");
        database.run(
            "CREATE VIRTUAL TABLE texts USING fts5("
            "text, content = '', tokenize = 'porter unicode61')");
        database.run("BEGIN");
        return database;
    }

    Sqlite database_;
    SqliteStatement insert_;
    SqliteStatement select_;
};

}  // namespace

std::unique_ptr<TextIndex> make_fts5_index() { return std::make_unique<Fts5Index>(); }

}  // namespace sinodex
