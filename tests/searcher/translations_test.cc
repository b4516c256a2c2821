// SPDX-License-Identifier: GPL-2.0-or-later

// Texts in the other language are found by the dictionary of the database.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "corpus/schema/fields.h"
#include "corpus/schema/generation.h"
#include "indexer/indexer.h"
#include "searcher/searcher.h"
#include "tests/searcher/news.h"
#include "tests/support/expect_error.h"
#include "tests/support/temporary_folder.h"

namespace sinodex::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr const char* kArticles =
    R"({"id": "west-lake", "text": "Hangzhou signed an agreement with a maker of lamps for the streets, squares, bridges and parks along its lake, the mayor and the company said on Monday morning."}
{"id": "west-lake-zh", "text": "杭州市长星期一表示，该市与一家灯具企业签署了协议，为街道、广场、桥梁和湖边公园供应路灯。"}
{"id": "telling-off", "text": "有关部门昨日训斥了三家网站的负责人。"}
{"id": "quarterback", "text": "培顿·曼宁带领球队赢得了比赛。"}
{"id": "mayor-zh", "text": "市长严小琴出席了仪式。"}
{"id": "mayor", "text": "The port was opened by its governor, Yan Xiaoqin, on a rainy day."}
{"id": "gift", "text": "Two organs were given by strangers."}
{"id": "farm", "text": "Organic rice is dear."}
{"id": "weather", "text": "It rained for three days, and the harvest was late."}
)";

class Translations : public ::testing::Test {
 protected:
    void index(const std::string& dictionary) {
        IndexOptions options;
        options.database = folder_ / "db";
        options.paths = {folder_.write("articles.jsonl", kArticles)};
        options.dictionary_file = dictionary;
        index_documents(options);
    }
    std::vector<std::string> found(const std::string& query, bool translations = true) const {
        SearchRequest request;
        request.query = query;
        request.expand.translations = translations;
        return ids_of(Searcher(folder_ / "db").search(request));
    }

    const std::string dictionary_ =
        std::string(SINODEX_SOURCE_DIR) + "/tests/fixtures/dictionary/small.u8";
    TemporaryFolder folder_;
};

TEST_F(Translations, AreFoundBothWays) {
    index(dictionary_);
    EXPECT_THAT(found("reprimand"), ElementsAre("telling-off#0"));
    EXPECT_THAT(found("收成"), ElementsAre("weather#0"));
    EXPECT_THAT(found("harvest"), ElementsAre("weather#0"));
}

TEST_F(Translations, ComeAfterTheQuerysOwnWords) {
    index(dictionary_);
    EXPECT_THAT(found("agreement"), ElementsAre("west-lake#0", "west-lake-zh#0"));
    EXPECT_THAT(found("协议"), ElementsAre("west-lake-zh#0", "west-lake#0"));
}

TEST_F(Translations, OfNamesThatTheDictionaryLacksGoByTheirSound) {
    index(dictionary_);
    EXPECT_THAT(found("Peyton"), ElementsAre("quarterback#0"));
    EXPECT_THAT(found("who is peyton"), ElementsAre("quarterback#0")) << "no word has a capital";
    EXPECT_THAT(found("peyton and Ruritania"), IsEmpty()) << "names have one here";
    EXPECT_THAT(found("Peytra"), IsEmpty()) << "only the first half of the sound";
    EXPECT_THAT(found("Peyton", false), IsEmpty());
}

TEST_F(Translations, OfChineseNamesGoByPinyin) {
    index(dictionary_);
    EXPECT_THAT(found("Yan Xiaoqin"), ElementsAre("mayor#0", "mayor-zh#0"));
    EXPECT_THAT(found("严小琴"), ElementsAre("mayor-zh#0", "mayor#0"));
    EXPECT_THAT(found("Xiaoqin Yan", false), ElementsAre("mayor#0"));
}

TEST_F(Translations, AreOfTheWordBeforeOthersOfItsStem) {
    index(dictionary_);
    EXPECT_THAT(found("器官"), ElementsAre("gift#0", "farm#0"));
}

TEST_F(Translations, ByTheirSoundDoNotHideMistypedWords) {
    index(dictionary_);
    const SearchResult result = search(Searcher(folder_ / "db"), "Hangzhuo");
    EXPECT_THAT(result.hits, Contains(Field(&SearchHit::id, "west-lake#0")));
}

TEST_F(Translations, AreMarkedAsSuch) {
    index(dictionary_);
    const SearchResult result = search(Searcher(folder_ / "db"), "reprimand");
    ASSERT_EQ(result.hits.size(), 1U);
    ASSERT_EQ(result.hits[0].highlights.size(), 1U);
    const SearchHighlight& mark = result.hits[0].highlights[0];
    EXPECT_EQ(mark.why, MatchRule::translation);
    EXPECT_EQ(result.hits[0].text.substr(mark.begin, mark.end - mark.begin), "训斥");
    EXPECT_THAT(result.interpretation, HasSubstr("translated 训斥"));
}

TEST_F(Translations, CanBeSwitchedOff) {
    index(dictionary_);
    EXPECT_THAT(found("reprimand", false), IsEmpty());
}

TEST_F(Translations, NeedADictionary) {
    index("");
    EXPECT_THAT(found("reprimand"), IsEmpty());
    index(dictionary_);  // nothing but the dictionary is new
    EXPECT_THAT(found("reprimand"), ElementsAre("telling-off#0"));
}

TEST_F(Translations, OfTheSubjectNeedNoDictionary) {
    IndexOptions options;
    options.database = folder_ / "db";
    options.paths = {folder_.write(
        "terms.jsonl",
        R"({"id": "zh", "lang": "zh", "text": "监管部门昨日约谈了三家外卖平台，要求停止补贴大战。"}
{"id": "en", "lang": "en", "text": "The commission opened an antitrust inquiry into a maker of chips."}
)")};
    index_documents(options);
    EXPECT_THAT(found("food delivery platforms summoned"), ElementsAre("zh#0"));
    EXPECT_THAT(found("反垄断调查"), ElementsAre("en#0"));
}

// Words that each Chinese article has are no rarer for there being few Chinese articles.
TEST_F(Translations, OutweighCommonWordsOfTheQuerysLanguage) {
    std::string lines =
        R"({"id": "en", "lang": "en", "text": "The loans were granted in spring, and nobody asked for them back."})";
    for (int number = 0; number < 60; ++number) {
        const bool chinese = number < 20;
        lines += "\n{\"id\": \"" + std::to_string(number) + "\", \"lang\": \"" +
                 (chinese ? "zh" : "en") + "\", \"text\": \"" +
                 (chinese ? "公司宣布扩大生产。" : "It rained for three days.") + "\"}";
    }
    IndexOptions options;
    options.database = folder_ / "db";
    options.paths = {folder_.write("loans.jsonl", lines + "\n")};
    options.dictionary_file = dictionary_;
    index_documents(options);
    EXPECT_EQ(found("公司宣布贷款").front(), "en#0");
}

// Known without a dictionary: 股份 and 股权 are equity and stakes, 罚单 is 罚款.
class OneOfTwoLanguages : public Translations {
 protected:
    void index_texts(const std::vector<std::string>& texts) {
        std::vector<NewsArticle> articles;
        for (const std::string& text : texts) {
            NewsArticle article;
            article.id = std::to_string(articles.size());
            article.text = text;
            articles.push_back(std::move(article));
        }
        index_articles(folder_ / "db", articles);
    }
};

TEST_F(OneOfTwoLanguages, WhatMeansTwoWordsCountsForOne) {
    index_texts(
        {"基金三期股份公司已经成立，财政部持股百分之十七，为第一大股东；其他几家机构分别持有股权。",
         "Officials thought of asking the largest groups to offer the government one percent "
         "of their equity, and with it a part in their decisions.",
         "It rained for three days, and the harvest was late, said the farmers.",
         "What is at stake in the trial is the reputation of the bank."});
    EXPECT_THAT(found("equity stakes"), ElementsAre("1#0", "3#0", "0#0"));
}

TEST_F(OneOfTwoLanguages, TheQuerysOwnIsFirstWhereItAnswersInOtherWords) {
    index_texts(
        {"The regulator fined the company on Monday, a fine that was larger than all of its "
         "fines before, and said that another penalty may follow in the autumn.",
         "有关部门星期一对这家公司开出罚单，称其多次违反规定，并要求公司在秋天以前完成整改。",
         "图书馆说，逾期还书的罚款将在秋天取消，因为星期一的会议认为读者少了，书也少了。",
         "It rained for three days, and the harvest was late, said the farmers."});
    EXPECT_THAT(found("公司 罚款"), ElementsAre("1#0", "0#0", "2#0"));
}

TEST_F(OneOfTwoLanguages, CharactersApartAreNoAnswer) {
    index_texts(
        {"The regulator gave CNKI a penalty, CNKI said on Monday, a fine that was larger than the "
         "punishment of all other databases of papers, and said that more may follow.",
         "所有网游须接入实名验证系统，家长应知孩子玩什么，罚单落在企业身上，有关部门星期一说。",
         "图书馆说，逾期还书的费用将在秋天取消，因为星期一的会议认为读者少了，书也少了。",
         "It rained for three days, and the harvest was late, said the farmers who had waited for "
         "the sun.",
         "处罚公告说，公司须在秋天以前整改，读者少了，书也少了，公园里的游客倒是很多。"});
    EXPECT_THAT(found("知網 處罰"), ElementsAre("0#0", "1#0", "4#0"));
}

TEST_F(Translations, StayWhenTheDatabaseIsBroughtUpToDate) {
    index(dictionary_);
    IndexOptions options;
    options.database = folder_ / "db";
    options.paths = {
        folder_.write("more.jsonl", R"({"id": "more", "text": "又一家网站被训斥。"})")};
    index_documents(options);
    EXPECT_THAT(found("reprimand"), ElementsAre("more#0", "telling-off#0"));
}

TEST_F(Translations, AreUnderTheChecksumsOfTheDatabase) {
    index(dictionary_);
    const std::string generation = current_generation_path(folder_ / "db");
    const std::string file = generation + "/" + kDictionaryName;
    std::string bytes = read_file(file);
    bytes.back() = static_cast<char>(~bytes.back());
    write_file(file, bytes);
    expect_error(ErrorKind::database, kDictionaryName, [&] { verify_generation(generation); });
}

// The shipped articles with all of CC-CEDICT, where scripts/dictionary has brought it.
TEST(TranslationsOfShippedArticles, AreAmongTheFirstTen) {
    const std::string root = SINODEX_SOURCE_DIR;
    const std::string dictionary = root + "/build/dictionary/cedict.u8";
    if (!std::filesystem::exists(dictionary)) GTEST_SKIP() << dictionary << " is not there";
    const TemporaryFolder folder;
    IndexOptions options;
    options.database = folder / "db";
    options.paths = {root + "/corpus/articles"};
    options.dictionary_file = dictionary;
    index_documents(options);
    EXPECT_LE(std::filesystem::file_size(current_generation_path(options.database) + "/" +
                                         kDictionaryName),
              4'000'000U);
    const Searcher searcher(options.database);
    for (const char* query : {"杭州 合作协议", "reprimand"}) {
        const SearchResult result = search(searcher, query);
        const auto translated = Field(&SearchHighlight::why, MatchRule::translation);
        EXPECT_THAT(result.hits, Contains(Field(&SearchHit::highlights, Contains(translated))))
            << query;
    }
}

}  // namespace
}  // namespace sinodex::testing
