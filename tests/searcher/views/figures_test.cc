// SPDX-License-Identifier: GPL-2.0-or-later

// The amounts that articles give: whose they are, what they are, and how far sources agree.

#include "searcher/api/figures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "searcher/rendering/view_json.h"
#include "searcher/rendering/view_text.h"
#include "tests/searcher/news.h"

namespace sinodex {
namespace {

using namespace testing;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

Figures figures_of(const std::vector<NewsArticle>& articles, const std::string& query) {
    const TemporaryFolder folder;
    index_articles(folder / "db", articles);
    SearchRequest request;
    request.query = query;
    return Searcher(folder / "db").figures(request, 100);
}

NewsArticle article(const std::string& id, const std::string& text,
                    const std::string& date = "2021-04-12") {
    return {id,
            "",
            text,
            "Source of " + id,
            "",
            date,
            static_cast<unsigned char>(text[0]) > 0x7F ? "zh-Hans" : "en"};
}

// "entity what low unit tie", in any order.
std::vector<std::string> rows_of(const Figures& figures) {
    std::vector<std::string> rows;
    for (const FigureGroup& group : figures.groups) {
        for (const FigureValue& value : group.values) {
            for (const Figure& figure : value.figures) {
                std::ostringstream row;
                row << figure.entity << ' ' << figure.what << ' ' << figure.low << ' '
                    << figure.unit << ' '
                    << (figure.tie == FigureTie::before    ? "before"
                        : figure.tie == FigureTie::after   ? "after"
                        : figure.tie == FigureTie::passage ? "passage"
                                                           : "none");
                rows.push_back(row.str());
            }
        }
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

struct Tied {
    std::string text;
    std::vector<std::string> rows;
};

class FigureRows : public ::testing::TestWithParam<Tied> {};

TEST_P(FigureRows, BelongToTheirEntities) {
    EXPECT_EQ(rows_of(figures_of({article("a", GetParam().text)}, "id:a")), GetParam().rows);
}

INSTANTIATE_TEST_SUITE_P(
    Sentences, FigureRows,
    ::testing::Values(
        Tied{"China’s market regulator fined Alibaba 18.228 billion yuan.",
             {"alibaba fine 1.8228e+10 cny before"}},
        Tied{"A fine of 18.228 billion yuan fell on Alibaba.",
             {"alibaba fine 1.8228e+10 cny after"}},
        Tied{"Alibaba was fined $2.8bn, while Meituan was fined $534m.",
             {"alibaba fine 2.8e+09 usd before", "meituan fine 5.34e+08 usd before"}},
        Tied{"The state bought a 1% stake in a unit of Alibaba.",
             {"alibaba stake 1 percent after"}},
        Tied{"Alibaba sells shares. It had revenue of $1.1 trillion.",
             {"alibaba revenue 1.1e+12 usd passage"}},
        Tied{"Lawyers for Evergrande met lenders.\n\nThe company owes $300 billion.",
             {"evergrande debt 3e+11 usd passage"}},
        Tied{"Tencent met Meituan. The company owes $300 billion.",
             {"tencent debt 3e+11 usd passage"}},
        Tied{"Tencent bought into Epic Games. The American company owes $3 billion.",
             {" debt 3e+09 usd none"}},
        Tied{"Alibaba shares fell. Investors lost $1.1 trillion.", {" loss 1.1e+12 usd none"}},
        Tied{"A start-up backed by Tencent raised $30 million.", {" raised 3e+07 usd none"}},
        Tied{"Tencent, unlike Alibaba, was fined $2 billion.", {"tencent fine 2e+09 usd before"}},
        Tied{"Didi trails Meituan, which had revenue of $9 billion.",
             {"meituan revenue 9e+09 usd before"}},
        Tied{"The sum is below the $2 billion that Alibaba paid as a fine.",
             {"alibaba fine 2e+09 usd after"}},
        Tied{"A fine of $2 billion on Alibaba is small beside Tencent's revenue of "
             "$80 billion.",
             {"alibaba fine 2e+09 usd after", "tencent revenue 8e+10 usd before"}},
        Tied{"Analysts expect Meituan to report a profit of $2 billion.",
             {"meituan expected profit 2e+09 usd before"}},
        Tied{"Shares of Bilibili fell 7.5 percent, wiping $600 million off its value.",
             {"bilibili fall 7.5 percent before", "bilibili loss 6e+08 usd before"}},
        Tied{"滴滴被罚款80.26亿元。", {"didi fine 8.026e+09 cny before"}},
        Tied{"Alibaba, Tencent and JD.com have lost $1.1 trillion.", {" loss 1.1e+12 usd none"}},
        Tied{"Alibaba, Tencent and JD.com have lost $1.1 trillion each.",
             {"alibaba loss 1.1e+12 usd before", "jd-com loss 1.1e+12 usd before",
              "tencent loss 1.1e+12 usd before"}},
        Tied{"与阿里巴巴被罚的182亿元相比，知网的罚款8760万元不算多。",
             {"alibaba fine 1.82e+10 cny before", "cnki fine 8.76e+07 cny before"}},
        Tied{"美团公布年报，全年营收736亿元。", {"meituan revenue 7.36e+10 cny before"}},
        Tied{"比亚迪、吉利和长安合计营收900亿元。", {" revenue 9e+10 cny none"}},
        Tied{"Nobody knows of the 3% fee.", {" fee 3 percent none"}},
        Tied{"Alibaba waited three years.", {}}));

TEST(Figures, HaveTheTimeOfTheirSentenceOrElseOfPublication) {
    const Figures figures =
        figures_of({article("a", "On April 10, 2021 regulators fined Alibaba 18.2 billion yuan.\n"),
                    article("b", "Regulators fined Meituan 3.4 billion yuan.\n")},
                   "fined");
    ASSERT_EQ(figures.groups.size(), 2U);
    for (const FigureGroup& group : figures.groups) {
        const Figure& figure = group.values.front().figures.front();
        EXPECT_EQ(figure.date_mentioned, group.entity == "alibaba");
        EXPECT_EQ(figure.date, group.entity == "alibaba" ? "2021-04-10" : "2021-04-12");
    }
}

TEST(Figures, PointAtTheAmount) {
    const std::string text =
        "It was late – and then.\n\nRegulators fined Alibaba 18.2 billion yuan.\n";
    const Figures figures = figures_of({article("a", text)}, "fined");
    ASSERT_EQ(figures.groups.size(), 1U);
    const Figure& figure = figures.groups[0].values[0].figures[0];
    EXPECT_EQ(text.substr(figure.begin, figure.end - figure.begin), figure.value);
    EXPECT_EQ(text.substr(figure.sentence_begin, figure.sentence.size()), figure.sentence);
    EXPECT_EQ(figure.sentence, "Regulators fined Alibaba 18.2 billion yuan.");
}

Agreement agreement_of(const std::vector<std::string>& texts, const std::string& query,
                       const std::vector<std::string>& dates = {}) {
    std::vector<NewsArticle> articles;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        articles.push_back(
            article(std::to_string(i), texts[i], i < dates.size() ? dates[i] : "2021-04-12"));
    }
    const Figures figures = figures_of(articles, query);
    EXPECT_EQ(figures.groups.size(), 1U) << texts.front();
    return figures.groups.empty() ? Agreement::single : figures.groups.front().agreement;
}

TEST(Figures, AgreeWhenOneIsARoundingOfTheOther) {
    EXPECT_EQ(agreement_of({"The regulator fined Alibaba 18.228 billion yuan.",
                            "Alibaba must pay a fine of 18.2bn yuan, it was told on Saturday."},
                           "Alibaba"),
              Agreement::agree);
    EXPECT_EQ(agreement_of({"Alibaba was fined nearly $3bn by the regulator.",
                            "The fine for Alibaba: it pays $2.8 billion in the end."},
                           "Alibaba"),
              Agreement::agree);
    EXPECT_EQ(agreement_of({"The regulator fined Alibaba 18.228 billion yuan.",
                            "阿里巴巴被罚款182.28亿元，这是迄今最大的罚单。"},
                           "date:2021"),
              Agreement::agree);
}

TEST(Figures, DifferWhenTheyContradictEachOther) {
    EXPECT_EQ(agreement_of({"Alibaba has lost $1 trillion of its value in the campaign against "
                            "technology companies.",
                            "In the campaign against technology companies, Alibaba lost "
                            "$1.1 trillion of its value."},
                           "Alibaba"),
              Agreement::differ);
}

TEST(Figures, DoNotDifferWhenTheyMaySpeakOfDifferentThings) {
    // Another year.
    EXPECT_EQ(agreement_of({"In 2019 the regulator fined Alibaba 500,000 yuan for a merger.",
                            "In 2021 the regulator fined Alibaba 600,000 yuan for a merger."},
                           "Alibaba"),
              Agreement::several);
    // Other words.
    EXPECT_EQ(agreement_of({"A court in Hangzhou fined Alibaba 500,000 yuan over fake parcels.",
                            "Alibaba was fined 600,000 yuan because it had not told anybody of a "
                            "merger with supermarkets."},
                           "Alibaba"),
              Agreement::several);
    // Too far apart.
    EXPECT_EQ(agreement_of({"The regulator fined Alibaba 500,000 yuan for a merger.",
                            "The regulator fined Alibaba 5 million yuan for a merger."},
                           "Alibaba"),
              Agreement::several);
    // One article knows of both.
    EXPECT_EQ(agreement_of({"The regulator fined Alibaba 500,000 yuan for a merger. The regulator "
                            "fined Alibaba 600,000 yuan for a merger.",
                            "The regulator fined Alibaba 600,000 yuan for a merger, it said."},
                           "Alibaba"),
              Agreement::several);
    // Revenue varies from year to year, so amounts without a time do not disagree.
    EXPECT_EQ(agreement_of({"Alibaba had revenue of 717 billion yuan, it told investors.",
                            "Alibaba had revenue of 853 billion yuan, it told investors."},
                           "Alibaba"),
              Agreement::several);
}

TEST(Figures, PutWhatTheQueryNamesFirst) {
    const std::vector<NewsArticle> articles{
        article("a",
                "Alibaba had sales of 900 billion yuan. Alibaba raised $25 billion in its IPO. The "
                "regulator fined Alibaba 18.2 billion yuan."),
        article("b", "Tencent was fined 500,000 yuan.")};
    EXPECT_EQ(figures_of(articles, "Alibaba fine").groups.at(0).what, "fine");
    EXPECT_EQ(figures_of(articles, "Alibaba fine").groups.at(0).entity, "alibaba");
    EXPECT_EQ(figures_of(articles, "Alibaba sales").groups.at(0).what, "revenue");
}

TEST(Figures, KeepTheLimit) {
    const Searcher searcher(news_database().path());
    SearchRequest request;
    request.query = "Alibaba stakes fined";
    const Figures figures = searcher.figures(request, 1);
    EXPECT_EQ(figures.groups.size(), 1U);
    EXPECT_GE(figures.found, 2U);
    request.query = "unicorns";
    EXPECT_THAT(searcher.figures(request, 1).groups, IsEmpty());
}

TEST(RenderFigures, AsTextAndJson) {
    const Figures figures = figures_of(
        {article("a", "The regulator fined Alibaba more than 18.2 billion yuan.")}, "fined");
    std::ostringstream text;
    render_text(figures, {}, text);
    EXPECT_THAT(text.str(),
                HasSubstr(": fine (1 source)\n    more than CNY 18.2 billion  published "
                          "2021-04-12\n"));
    EXPECT_THAT(text.str(), HasSubstr("[a#0, bytes "));
    std::ostringstream line;
    render_json(figures, "q1", JsonLayout::one_line, line);
    const auto object = nlohmann::json::parse(line.str());
    EXPECT_EQ(object["qid"], "q1");
    const auto& figure = object["groups"][0]["values"][0]["figures"][0];
    EXPECT_EQ(figure["qualifier"], "more_than");
    EXPECT_EQ(figure["low"], 18.2e9);
    EXPECT_EQ(figure["date_origin"], "published");
}

}  // namespace
}  // namespace sinodex
