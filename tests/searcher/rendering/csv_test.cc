// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rendering/csv.h"

#include <gtest/gtest.h>

#include <sstream>

#include "tests/searcher/rendering/sample_result.h"

namespace sinodex {
namespace {

using namespace testing;

template <typename View>
std::string csv_of(const View& view, const std::string& qid = "",
                   CsvHeader header = CsvHeader::with) {
    std::ostringstream out;
    render_csv(view, qid, header, out);
    return out.str();
}

// The cells of a table, as RFC 4180 has it.
std::vector<std::vector<std::string>> rows_of(const std::string& csv) {
    std::vector<std::vector<std::string>> rows(1, {""});
    bool quoted = false;
    for (std::size_t i = 0; i < csv.size(); ++i) {
        std::string& cell = rows.back().back();
        const bool twice = quoted && csv[i] == '"' && csv.substr(i + 1).starts_with('"');
        if (twice) {
            cell += csv[++i];
        } else if (csv[i] == '"') {
            quoted = !quoted;
        } else if (!quoted && csv[i] == ',') {
            rows.back().emplace_back();
        } else if (!quoted && csv[i] == '\n') {
            rows.push_back({""});
        } else {
            cell += csv[i];
        }
    }
    rows.pop_back();
    return rows;
}

TEST(RenderCsv, HasARowAHit) {
    const auto rows = rows_of(csv_of(sample_result()));
    const std::vector<std::string> header{"rank", "score", "id",   "title", "source", "author",
                                          "date", "url",   "lang", "text",  "start",  "end"};
    const std::vector<std::string> full{"1",
                                        "12.5",
                                        "wire/a b.txt#2",
                                        "Ant’s float \"paused\"",
                                        "维港财经",
                                        "Li Na",
                                        "2020-11-03",
                                        "https://example.com/a?b=1&c=2",
                                        "zh-Hans",
                                        "é蚂蚁集团 and 🙂 Ant paused.",
                                        "100",
                                        "135"};
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0], header);
    EXPECT_EQ(rows[1], full);
    EXPECT_EQ(rows[2][1], "0.0000001");
    EXPECT_EQ(rows[2].size(), header.size());
}

TEST(RenderCsv, OfABatchIsOneTable) {
    Timeline view;
    view.months = {{987, 1, 1}, {2021, 12, 2}};
    EXPECT_EQ(csv_of(view), "month,articles\n0987-01,1\n2021-12,2\n");
    EXPECT_EQ(csv_of(view, "q1"), "qid,month,articles\nq1,0987-01,1\nq1,2021-12,2\n");
    EXPECT_EQ(csv_of(view, "q2", CsvHeader::without), "q2,0987-01,1\nq2,2021-12,2\n");
    EXPECT_EQ(csv_of(Timeline{}), "month,articles\n");
}

TEST(RenderCsv, GivesSpreadsheetsNoFormulas) {
    for (const std::string& formula : std::vector<std::string>{
             "=1+1", "+1", "-1", "@SUM(A1)", "  =1", "=HYPERLINK(\"http://x\",\"y\")"}) {
        Facets view;
        view.facets = {{"source", {{formula, formula, formula, 3}}, 1, 0}};
        const auto rows = rows_of(csv_of(view, formula));
        ASSERT_EQ(rows.size(), 2U) << formula;
        for (const std::size_t cell : {0U, 2U, 3U, 4U}) EXPECT_EQ(rows[1][cell], "'" + formula);
    }
    Facets view;
    view.facets = {{"source", {{"\r\n\t=cmd|'/c calc'!A0", "n", "f", 3}}, 1, 0}};
    EXPECT_EQ(rows_of(csv_of(view))[1][1], "'   =cmd|'/c calc'!A0");
}

TEST(RenderCsv, KeepsEachCellWhateverItHolds) {
    for (const std::string& text : std::vector<std::string>{
             "a,b", "a;b", "\"", "\"\"", " a ", "蚂蚁，集团", "it's", "a=1", "'=1", ""}) {
        Facets view;
        view.facets = {{"source", {{text, "n", "f", 1}}, 1, 0}};
        EXPECT_EQ(rows_of(csv_of(view))[1][1], text) << text;
    }
    Facets view;
    view.facets = {{"source", {{"\xC3(a\nb", "n", "f", 1}}, 1, 0}};
    EXPECT_EQ(rows_of(csv_of(view))[1][1], "\uFFFD(a b");
}

TEST(RenderCsv, HasARowAFigureWithItsGroup) {
    Figure figure;
    figure.value = "8.026bn yuan";
    figure.low = figure.high = 8.026e9;
    figure.unit = "cny";
    figure.tie = FigureTie::after;
    figure.id = "a#1";
    FigureGroup group{"didi", "Didi", "fine", "cny", Agreement::differ, {}, 2, 1};
    group.values = {{{figure, figure}, 1, true}};
    Figures view;
    view.groups = {group, group};
    const auto rows = rows_of(csv_of(view));
    ASSERT_EQ(rows.size(), 5U);
    EXPECT_EQ(rows[1][0], "1");
    EXPECT_EQ(rows[4][0], "2");
    for (const auto& row : rows) EXPECT_EQ(row.size(), rows[0].size());
    const std::vector<std::string> beginning{"1",    "didi",         "Didi",
                                             "fine", "8.026bn yuan", "8026000000"};
    EXPECT_EQ(std::vector<std::string>(rows[1].begin(), rows[1].begin() + 6), beginning);
    EXPECT_EQ(rows[1][9], "after");
    EXPECT_EQ(rows[1][13], "differ");
    EXPECT_EQ(rows[1][14], "true");
}

TEST(RenderCsv, HasARowAnEntity) {
    RelatedEntities view;
    view.entities = {{"cac", "regulator", "CAC", "regulator:cac", 2, 0.5, 0.25, -1.25, "a#1"}};
    EXPECT_EQ(csv_of(view),
              "id,type,name,filter,articles,share,share_elsewhere,score,example\n"
              "cac,regulator,CAC,regulator:cac,2,0.5,0.25,-1.25,a#1\n");
}

}  // namespace
}  // namespace sinodex
