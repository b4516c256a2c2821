// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/speed/queries.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "bench/speed/dump_file.h"
#include "bench/speed/generator.h"
#include "bench/speed/systems.h"
#include "tests/support/expect_error.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

using testing::expect_error;
using testing::TemporaryFolder;

std::size_t words_in(const std::string& text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

QueryDrawer drawer_of_generated(std::uint64_t seed = 1) {
    QueryDrawer drawer(seed);
    ArticleGenerator generator(1);
    for (int i = 0; i < 300; ++i) drawer.add(generator.next());
    return drawer;
}

Article article(const std::string& text) {
    Article a;
    a.id = "a";
    a.text = text;
    a.date = "2021-04-10";
    a.source = "Harbour Wire";
    return a;
}

TEST(QueryDrawer, DrawsTheSameForTheSameSeed) {
    for (const QueryKind kind : {QueryKind::short_words, QueryKind::mixed}) {
        EXPECT_EQ(drawer_of_generated().draw(kind, 60), drawer_of_generated().draw(kind, 60));
        EXPECT_NE(drawer_of_generated().draw(kind, 60), drawer_of_generated(2).draw(kind, 60));
    }
}

TEST(QueryDrawer, DrawsAsManyWordsAsTheKindSays) {
    const QueryDrawer drawer = drawer_of_generated();
    struct Case {
        QueryKind kind;
        std::size_t least;
        std::size_t most;
    };
    for (const Case& c : {Case{QueryKind::short_words, 1, 2}, Case{QueryKind::long_words, 8, 15},
                          Case{QueryKind::entity, 2, 4}, Case{QueryKind::phrase, 2, 3},
                          Case{QueryKind::filter, 1, 2}}) {
        for (const SpeedQuery& query : drawer.draw(c.kind, 50)) {
            EXPECT_GE(words_in(query.text), c.least) << query.text;
            EXPECT_LE(words_in(query.text), c.most) << query.text;
            EXPECT_EQ(query.phrase(), c.kind == QueryKind::phrase);
            const bool narrowed = !query.source.empty() || !query.from.empty();
            EXPECT_EQ(narrowed, c.kind == QueryKind::filter);
        }
    }
}

TEST(QueryDrawer, DrawsFromTheArticles) {
    QueryDrawer drawer(1);
    drawer.add(article("Today Tencent Music sold shares, 5% of them, to Pearl River Holdings."));
    for (const SpeedQuery& query : drawer.draw(QueryKind::entity, 10)) {
        EXPECT_THAT(query.text, ::testing::AnyOf("today tencent music", "pearl river holdings"));
    }
    for (const SpeedQuery& query : drawer.draw(QueryKind::phrase, 20)) {
        EXPECT_THAT("\"today tencent music sold shares\" \"of them\" \"to pearl river holdings\"",
                    ::testing::HasSubstr(query.text.substr(1, query.text.size() - 2)));
    }
    const std::vector<SpeedQuery> filters = drawer.draw(QueryKind::filter, 2);
    EXPECT_THAT(filters[0].from, ::testing::StartsWith("2021-"));
    EXPECT_EQ(filters[1].source, "Harbour Wire");
}

TEST(QueryDrawer, NeedsEnglishWords) {
    QueryDrawer drawer(1);
    drawer.add(article("蚂蚁集团上市被叫停。"));
    expect_error(ErrorKind::input, "English words",
                 [&] { drawer.draw(QueryKind::short_words, 1); });
}

TEST(Queries, AreWrittenAndReadAgain) {
    const TemporaryFolder folder;
    const std::vector<SpeedQuery> queries{{"a b", "", "", ""},
                                          {"\"a b\"", "2021-01-01", "2021-06-30", ""},
                                          {"a", "", "", "The Wire"}};
    write_queries(folder / "q", queries);
    EXPECT_EQ(read_queries(folder / "q"), queries);
    EXPECT_EQ(sinodex_query(queries[0]), "a b");
    EXPECT_EQ(sinodex_query(queries[1]), "\"a b\" date:2021-01-01..2021-06-30");
    EXPECT_EQ(sinodex_query(queries[2]), "a source:\"The Wire\"");
    expect_error(ErrorKind::input, "cannot be opened", [&] { read_queries(folder / "none"); });
    expect_error(ErrorKind::output, "cannot be written",
                 [&] { write_queries("/nonexistent/q", queries); });
}

TEST(DumpFile, GivesBackWhatWasWritten) {
    const TemporaryFolder folder;
    Article first = article("One line = one.\n\n=Third line\nid=fourth");
    first.title = "A title";
    Article second = article("x");
    second.id = "b";
    second.source.clear();
    std::ofstream out(folder / "dump");
    write_dump(first, out);
    write_dump(second, out);
    out.close();
    DumpReader reader(folder / "dump");
    Article read;
    ASSERT_TRUE(reader.next(read));
    EXPECT_EQ(read.id, "a");
    EXPECT_EQ(read.title, first.title);
    EXPECT_EQ(read.text, first.text);
    EXPECT_EQ(read.date, first.date);
    EXPECT_EQ(read.source, first.source);
    ASSERT_TRUE(reader.next(read));
    EXPECT_EQ(read.id, "b");
    EXPECT_EQ(read.source, "");
    EXPECT_FALSE(reader.next(read));
}

}  // namespace
}  // namespace sinodex
