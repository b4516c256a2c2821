// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rendering/citations.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/searcher/rendering/sample_result.h"

namespace sinodex {
namespace {

using namespace testing;
using nlohmann::json;

SearchHit hit_of(const ArticleInfo& article) {
    SearchHit hit;
    hit.article = article;
    hit.passage = 2;
    hit.text = "Text";
    hit.begin = 10;
    hit.end = 14;
    return hit;
}

std::string bibtex_of(const ArticleInfo& article) {
    std::ostringstream out;
    render_bibtex({{article, {"a#1, bytes 1-2", "a#2, bytes 3-4"}}}, out);
    return out.str();
}

TEST(CitationLine, SaysWhatIsKnown) {
    const ArticleInfo full{
        "a", "Ant’s float is paused", "https://e.com/a", "The Tracker", "Li Na", "2020-11-03", "en",
        ""};
    ArticleInfo question = full;
    question.title = "Is it paused?";
    question.date = "2020-11";
    ArticleInfo no_title = full;
    no_title.title.clear();
    no_title.date = "2020";
    ArticleInfo title_only{"a", "Ant’s float", "", "", "", "", "en", ""};
    ArticleInfo odd_date = title_only;
    odd_date.date = "2020-13";
    ArticleInfo bare{"a", "", "", "", "", "", "", ""};
    struct Case {
        ArticleInfo article;
        std::string line;
    };
    for (const Case& one : std::vector<Case>{
             {full,
              "Li Na, “Ant’s float is paused,” The Tracker, November 3, 2020, "
              "https://e.com/a (a#2, bytes 10-14)"},
             {question,
              "Li Na, “Is it paused?” The Tracker, November 2020, "
              "https://e.com/a (a#2, bytes 10-14)"},
             {no_title, "Li Na, The Tracker, 2020, https://e.com/a (a#2, bytes 10-14)"},
             {title_only, "“Ant’s float,” (a#2, bytes 10-14)"},
             {odd_date, "“Ant’s float,” 2020-13 (a#2, bytes 10-14)"},
             {bare, "(a#2, bytes 10-14)"},
         }) {
        EXPECT_EQ(citation_line(hit_of(one.article)), one.line);
    }
}

TEST(CitationLine, OfAChineseArticleIsChinese) {
    EXPECT_EQ(citation_line(hit_of(
                  {"a", "蚂蚁暂缓上市", "", "维港财经", "李娜", "2020-11-03", "zh-Hans", ""})),
              "李娜：《蚂蚁暂缓上市》，维港财经，2020年11月3日（a#2，10-14字节）");
    EXPECT_EQ(citation_line(hit_of({"a", "", "", "", "", "2020-11", "zh", ""})),
              "2020年11月（a#2，10-14字节）");
}

TEST(CitationLine, SteersNoTerminal) {
    const std::string line = citation_line(hit_of({"a", "\x1b[31m\n\xFF", "", "", "", "", "", ""}));
    EXPECT_EQ(line.find('\x1b'), std::string::npos);
    EXPECT_EQ(line.find('\n'), std::string::npos);
}

TEST(CitedArticles, AreThereOnceWithTheirPassages) {
    SearchResult result = sample_result();
    result.hits.push_back(result.hits[0]);
    result.hits.back().passage = 7;
    const std::vector<CitedArticle> cited = cited_articles(result);
    ASSERT_EQ(cited.size(), 2U);
    const std::vector<std::string> passages{"wire/a b.txt#2, bytes 100-135",
                                            "wire/a b.txt#7, bytes 100-135"};
    EXPECT_EQ(cited[0].passages, passages);
    EXPECT_EQ(cited[1].article.id, "bare");
}

TEST(RenderBibtex, KeepsItsContract) {
    EXPECT_EQ(bibtex_of({"wire/a.txt", "100% {Ant} & Co_", "https://e.com/a_{b}%20?c#d", "T&T",
                         "Li Na, Wu", "2020-11-03", "en", ""}),
              "@article{wire/a.txt,\n"
              "  author = {{Li Na, Wu}},\n"
              "  title = {{100\\% \\textbraceleft{}Ant\\textbraceright{} \\& Co\\_}},\n"
              "  journal = {T\\&T},\n"
              "  year = {2020},\n"
              "  month = {11},\n"
              "  date = {2020-11-03},\n"
              "  url = {https://e.com/a_%7Bb%7D%20?c#d},\n"
              "  note = {a\\#1, bytes 1-2; a\\#2, bytes 3-4},\n"
              "}\n\n");
    EXPECT_EQ(bibtex_of({"bare", "", "", "", "", "", "", ""}),
              "@misc{bare,\n  title = {{bare}},\n"
              "  note = {a\\#1, bytes 1-2; a\\#2, bytes 3-4},\n}\n\n");
}

TEST(RenderBibtex, TellsIdsApartThatKeysCannotHold) {
    const auto key_of = [](const std::string& id) {
        const std::string entry = bibtex_of({id, "t", "", "", "", "", "", ""});
        return entry.substr(6, entry.find(',') - 6);
    };
    EXPECT_EQ(key_of("wire/2021-04.txt"), "wire/2021-04.txt");
    EXPECT_NE(key_of("a b"), key_of("a,b"));
    EXPECT_NE(key_of("蚂"), key_of("蚁"));
    for (const std::string id : {"a b", "a,b", "a{", "a}", "a\"", "蚂蚁", "a%b\\"}) {
        EXPECT_EQ(key_of(id).find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-"),
                  std::string::npos);
    }
}

TEST(RenderBibtex, KeepsItsBracesWhateverTheTextsHold) {
    for (const std::string& text :
         std::vector<std::string>{"}", "{", "\\", "\\}", "a\n@misc{b,", "\xFF", "$^~_%#&"}) {
        const std::string entry = bibtex_of({"a", text, text, text, text, text, "", ""});
        int depth = 0;
        for (std::size_t i = 0; i < entry.size(); ++i) {
            if (entry[i] == '{' || entry[i] == '}') depth += entry[i] == '{' ? 1 : -1;
            EXPECT_EQ(depth == 0, i < 8 || i >= entry.rfind('}')) << entry;
        }
        EXPECT_EQ(depth, 0) << entry;
    }
}

TEST(RenderCslJson, KeepsItsContract) {
    std::ostringstream out;
    render_csl_json(cited_articles(sample_result()), out);
    EXPECT_EQ(json::parse(out.str()), json::parse(R"json([
        {"id": "wire/a b.txt", "type": "article-newspaper", "title": "Ant’s float \"paused\"",
         "container-title": "维港财经", "author": [{"literal": "Li Na"}],
         "issued": {"date-parts": [[2020, 11, 3]]}, "URL": "https://example.com/a?b=1&c=2",
         "language": "zh-Hans", "note": "wire/a b.txt#2, bytes 100-135"},
        {"id": "bare", "type": "document", "note": "bare#0, bytes 0-17"}
    ])json"));
}

}  // namespace
}  // namespace sinodex
