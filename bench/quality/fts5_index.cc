#include "bench/quality/fts5_index.h"

#include <sqlite3.h>

#include "bench/quality/fts5_text.h"
#include "corpus/error.h"

namespace sinodex {
namespace {

struct CloseDatabase {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
struct FinishStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;
using Statement = std::unique_ptr<sqlite3_stmt, FinishStatement>;

class Fts5Index : public TextIndex {
 public:
    Fts5Index() : database_(open()) {
        run("CREATE VIRTUAL TABLE texts USING fts5("
            "text, content = '', tokenize = 'porter unicode61')");
        run("BEGIN");
        insert_ = prepare("INSERT INTO texts(rowid, text) VALUES (?, ?)");
        select_ = prepare(
            "SELECT rowid, rank FROM texts WHERE texts MATCH ? ORDER BY rank, rowid LIMIT ?");
    }

    void add(std::uint32_t number, std::string_view text) override {
        sqlite3_bind_int64(insert_.get(), 1, static_cast<sqlite3_int64>(number) + 1);
        bind_text(insert_.get(), 2, fts5_text(text));
        step(insert_.get());
        sqlite3_reset(insert_.get());
    }

    std::vector<ScoredText> search(const std::string& query, std::size_t limit) override {
        if (sqlite3_get_autocommit(database_.get()) == 0) run("COMMIT");
        std::vector<ScoredText> texts;
        const std::string expression = fts5_query(query);
        if (expression.empty()) return texts;
        bind_text(select_.get(), 1, expression);
        sqlite3_bind_int64(select_.get(), 2, static_cast<sqlite3_int64>(limit));
        while (step(select_.get())) {
            const auto number =
                static_cast<std::uint32_t>(sqlite3_column_int64(select_.get(), 0) - 1);
            // bm25() is the better the lower it is.
            texts.push_back({number, -sqlite3_column_double(select_.get(), 1)});
        }
        sqlite3_reset(select_.get());
        return texts;
    }

 private:
    static Database open() {
        sqlite3* database = nullptr;
        const int status = sqlite3_open(":memory:", &database);
        Database owned(database);
        if (status != SQLITE_OK) throw Error(ErrorKind::output, "SQLite cannot be opened");
        return owned;
    }

    [[noreturn]] void fail() const {
        throw Error(ErrorKind::output,
                    std::string("SQLite as baseline: ") + sqlite3_errmsg(database_.get()));
    }

    void run(const char* sql) {
        if (sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
    }

    Statement prepare(const char* sql) {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v2(database_.get(), sql, -1, &statement, nullptr) != SQLITE_OK) fail();
        return Statement(statement);
    }

    void bind_text(sqlite3_stmt* statement, int place, const std::string& text) {
        const auto size = static_cast<sqlite3_uint64>(text.size());
        const int status =
            sqlite3_bind_text64(statement, place, text.data(), size, SQLITE_TRANSIENT, SQLITE_UTF8);
        if (status != SQLITE_OK) fail();
    }

    // Whether there is a row.
    bool step(sqlite3_stmt* statement) {
        const int status = sqlite3_step(statement);
        if (status != SQLITE_ROW && status != SQLITE_DONE) fail();
        return status == SQLITE_ROW;
    }

    Database database_;
    Statement insert_;
    Statement select_;
};

}  // namespace

std::unique_ptr<TextIndex> make_fts5_index() { return std::make_unique<Fts5Index>(); }

std::string sqlite_version() { return sqlite3_libversion(); }

}  // namespace sinodex
