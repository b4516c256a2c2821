// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/entities/entity_finder.h"

#include <gtest/gtest.h>

#include <thread>

#include "tests/corpus/entities/found_entities.h"

namespace sinodex {
namespace {

struct SentenceCase {
    const char* text;
    const char* found;
};

void expect_found(std::initializer_list<SentenceCase> cases) {
    for (const SentenceCase& one : cases) EXPECT_EQ(found(one.text), one.found) << one.text;
}

TEST(EntityFinder, NamesAreWholeWordsWithTheirCapitals) {
    expect_found({
        {"Shares of Alibaba fell.", "alibaba:Alibaba"},
        {"ALIBABA FALLS", "alibaba:ALIBABA"},
        {"alibaba fell", "alibaba:alibaba"},
        {"see alibaba.com or @alibaba", ""},
        {"The Alibabas of this world", ""},
        {"Bytedance, BYTEDANCE and ByteDance",
         "bytedance:Bytedance bytedance:BYTEDANCE "
         "bytedance:ByteDance"},
        {"an apple a day", ""},
        {"An Apple store", "apple:Apple"},
        {"Most of MoST", "most/acronym:MoST"},
        {"Applebee opened", ""},
        {"the Cyberspace administration of China", "cac:Cyberspace administration of China"},
        {"a ministry of culture for all", ""},
        {"China's data security law", "dsl:data security law"},
        {"", ""},
    });
}

TEST(EntityFinder, PossessivesAndHyphensStayOutside) {
    expect_found({
        {"Alibaba's shares", "alibaba:Alibaba"},
        {"Alibaba’s shares", "alibaba:Alibaba"},
        {"ALIBABA'S SHARES", "alibaba:ALIBABA"},
        {"Alibaba Group's chairman", "alibaba:Alibaba Group"},
        {"Alibaba-backed start-ups", "alibaba:Alibaba"},
        {"a Taobao-owned app", "taobao:Taobao"},
        {"the People’s Bank of China", "pboc:People’s Bank of China"},
        {"the Peoples Bank of China", "pboc:Peoples Bank of China"},
        {"a pre-Alibaba era", "alibaba:Alibaba"},
    });
}

TEST(EntityFinder, WaysToWriteANameMakeNoDifference) {
    expect_found({
        {"Byte Dance grew", "bytedance:Byte Dance"},
        {"Byte-Dance grew", "bytedance:Byte-Dance"},
        {"Xiao Hongshu grew", "xiaohongshu:Xiao Hongshu"},
        {"the E-commerce Law", "e-commerce-law:E-commerce Law"},
        {"the Ecommerce law", "e-commerce-law:Ecommerce law"},
        {"L’Oreal and Societe Generale", "loreal:L’Oreal loreal:Societe Generale"},
        {"the Ministry of Science & Technology", "most:Ministry of Science & Technology"},
        {"Alibaba Group Holding, Ltd. said", "alibaba:Alibaba Group"},
        {"Alibaba Group Holding Ltd. said", "alibaba:Alibaba Group Holding Ltd"},
        {"the South China\nMorning Post", "scmp:South China\nMorning Post"},
        {"the South China\r\n  Morning Post", "scmp:South China\r\n  Morning Post"},
        {"the South China\n\nMorning Post", ""},
        {"the South China. Morning Post", ""},
        {"Ａｌｉｂａｂａ and ＮＹＳＥ", "alibaba:Ａｌｉｂａｂａ nyse/acronym:ＮＹＳＥ"},
        {"the “Data Security” Law", "dsl:Data Security” Law"},
    });
}

TEST(EntityFinder, LongestNameWins) {
    expect_found({
        {"Alibaba Group and Alibaba", "alibaba:Alibaba Group alibaba:Alibaba"},
        {"Sina Weibo", "weibo:Sina Weibo"},
        {"阿里巴巴集团公布", "alibaba:阿里巴巴集团"},
        {"新浪微博公布", "weibo:新浪微博"},
        {"国家网信办和网信办", "cac:国家网信办 cac:网信办"},
    });
    const Knowledge chain = Knowledge::parse(
        "id: a\ntype: company\nname: A\nzh: 甲乙; 甲\n\n"
        "id: b\ntype: company\nname: B\nzh: 乙丙丁\n\n"
        "id: c\ntype: company\nname: C\nzh: 丁戊; 丙丁\n",
        "chain");
    EXPECT_EQ(found(chain, "", "甲乙丙丁戊"), "a:甲 b:乙丙丁");
    EXPECT_EQ(found(chain, "", "甲乙丁戊"), "a:甲乙 c:丁戊");
    EXPECT_EQ(found(chain, "", "乙丙丁乙丙丁"), "b:乙丙丁 b:乙丙丁");
}

TEST(EntityFinder, ChineseIsFoundWithinTextInBothScripts) {
    expect_found({
        {"昨日淘宝宣布", "taobao:淘宝"},
        {"昨日淘寶宣布", "taobao:淘寶"},
        {"螞蟻集團與阿里巴巴", "ant:螞蟻集團 alibaba:阿里巴巴"},
        {"字節跳動旗下", "bytedance:字節跳動"},
        {"《数据安全法》实施", "dsl:数据安全法"},
        {"马\n云在外滩", "jack-ma:马\n云"},
        {"马。云在外滩", ""},
        {"与360集团、奇虎360签约", "qihoo:360集团 qihoo:奇虎360"},
        {"在Alibaba上", "alibaba:Alibaba"},
    });
}

TEST(EntityFinder, AcronymsNeedTheirCapitals) {
    expect_found({
        {"SAMR and the CAC said", "samr/acronym:SAMR cac/acronym:CAC"},
        {"the samr, the Samr, a cac", ""},
        {"S.A.M.R. said", "samr/acronym:S.A.M.R"},
        {"the most of MOST staff", "most/acronym:MOST"},
        {"Most of the Most", ""},
        {"PBoC and PBOC, not pboc", "pboc/acronym:PBoC pboc/acronym:PBOC"},
        {"CHINA'S MOST VALUABLE COMPANY", ""},
        {"the SAMR's rules; SAMR-led", "samr/acronym:SAMR samr/acronym:SAMR"},
    });
    EXPECT_EQ(found(small_world(), "MOST OPENS LABORATORY",
                    "The Ministry of Science and Technology opened one."),
              "most/acronym:MOST | most:Ministry of Science and Technology");
}

TEST(EntityFinder, Tickers) {
    expect_found({
        {"Alibaba (NYSE: BABA)", "alibaba:Alibaba alibaba/ticker:NYSE: BABA"},
        {"(NYSE:BABA) (9988.HK) (HKG: 09988) BABA.N",
         "alibaba/ticker:NYSE:BABA alibaba/ticker:9988.HK alibaba/ticker:HKG: 09988 "
         "alibaba/ticker:BABA.N"},
        {"9,988 shares; baba; BABA", ""},
    });
}

TEST(EntityFinder, NumbersThatAreAmountsAreNoNames) {
    expect_found({
        {"奇虎360：360在杭州", "qihoo:奇虎360 qihoo:360"},
        {"奇虎360投资360亿元", "qihoo:奇虎360"},
        {"Qihoo 360 and 360 said", "qihoo:Qihoo 360 qihoo:360"},
        {"Qihoo 360 paid $360 or 1.360 or 360.5 or 360%", "qihoo:Qihoo 360"},
    });
}

TEST(EntityFinder, AmbiguousNamesNeedAContext) {
    expect_found({
        {"Ant colonies are old.", ""},
        {"Ant Group rose. Ant fell.", "ant:Ant Group ant:Ant"},
        {"Ant fell before Ant Group rose.", "ant:Ant ant:Ant Group"},
        {"Ant is tied to Alibaba.", "ant:Ant alibaba:Alibaba"},
        {"Ant is in fintech.", "ant:Ant"},
        {"Ant Group keeps an ant.", "ant:Ant Group"},
        {"In May the prime minister was Theresa.", "theresa-may:May"},
        {"In May sales rose.", ""},
        {"Theresa May spoke; May left.", "theresa-may:Theresa May theresa-may:May"},
        {"JD rose.", ""},
        {"JD and Alibaba rose.", "jd:JD alibaba:Alibaba"},
        {"JD Vance met Alibaba.", "alibaba:Alibaba"},
        {"J.D. and Alibaba", "jd:J.D alibaba:Alibaba"},
        {"Tiger spotted in the wild", ""},
        {"Tiger, a brokerage, rose", "tiger-brokers:Tiger"},
        {"Tiger, a hedge fund, rose", "tiger-global:Tiger"},
        {"Tiger Brokers is a brokerage and no hedge fund. Tiger rose.",
         "tiger-brokers:Tiger Brokers tiger-brokers:Tiger"},
        {"Momo is five years old.", ""},
        {"Momo is a dating app.", "momo:Momo"},
        {"Ibn Sina wrote.", ""},
        {"Sina runs Weibo.", "sina:Sina weibo:Weibo"},
        {"新浪开通微博", "sina:新浪 weibo:微博"},
        {"新浪开通", ""},
        {"阿里地区在西藏", ""},
        {"阿里是电商", "alibaba:阿里"},
    });
}

TEST(EntityFinder, LongerPhrasesBlockNames) {
    expect_found({
        {"We read Ali Baba and the Forty Thieves.", ""},
        {"Alibaba is named after Ali Baba and the forty thieves.", "alibaba:Alibaba"},
        {"The firm Ali Baba grew.", "alibaba/misnomer:Ali Baba"},
    });
}

TEST(EntityFinder, SurnamesFollowAFullName) {
    expect_found({
        {"Ma said so.", ""},
        {"Ma said so before Jack Ma did.", "jack-ma:Jack Ma"},
        {"Jack Ma spoke. Ma left, and Ma's firm grew.",
         "jack-ma:Jack Ma jack-ma/surname:Ma jack-ma/surname:Ma"},
        {"Jack Ma met Pony Ma. Then Ma left.",
         "jack-ma:Jack Ma pony-ma:Pony Ma pony-ma/surname:Ma"},
        {"Pony Ma met Jack Ma. Mr Ma left.", "pony-ma:Pony Ma jack-ma:Jack Ma jack-ma/surname:Ma"},
        {"Li Qiang was followed. Li said no.", "li-qiang:Li Qiang li-qiang/surname:Li"},
        {"Li Qiang drove a Li Auto.", "li-qiang:Li Qiang"},
        {"Li Qiang met Robin Li. Li said no.", "li-qiang:Li Qiang"},
        {"Li Qiang saw LI and li.", "li-qiang:Li Qiang"},
        {"When Li Qiang came, Ma was there.", "li-qiang:Li Qiang"},
        {"马云退休。马先生说", "jack-ma:马云 jack-ma/surname:马先生"},
        {"马先生说", ""},
    });
    EXPECT_EQ(found(small_world(), "Jack Ma returns", "Ma was seen."),
              "jack-ma:Jack Ma | jack-ma/surname:Ma");
}

TEST(EntityFinder, RolesFollowANameOfTheirEntity) {
    expect_found({
        {"The e-commerce giant grew.", ""},
        {"The e-commerce giant Alibaba grew.", "alibaba:Alibaba"},
        {"Alibaba grew. The e-commerce giant hired.",
         "alibaba:Alibaba alibaba/role:The e-commerce giant"},
        {"Alibaba met JD.com. The e-commerce giant hired.",
         "alibaba:Alibaba jd:JD.com jd/role:The e-commerce giant"},
        {"Jack Ma left. The Alibaba founder painted; Alibaba’s founder sang.",
         "jack-ma:Jack Ma jack-ma/role:The Alibaba founder jack-ma/role:Alibaba’s founder"},
        {"The Alibaba founder painted.", "alibaba:Alibaba"},
        {"阿里巴巴上涨，这家電商巨頭宣布", "alibaba:阿里巴巴 alibaba/role:这家電商巨頭"},
        {"Li Keqiang left, Li Qiang came. The premier spoke.",
         "li-keqiang:Li Keqiang li-qiang:Li Qiang li-qiang/role:The premier"},
    });
}

TEST(EntityFinder, OneMistakeIsForgivenInLongWords) {
    expect_found({
        {"ByteDance, Bytdance and Bytedancer",
         "bytedance:ByteDance bytedance/fuzzy:Bytdance bytedance/fuzzy:Bytedancer"},
        {"Byetdance, Bytedanse, ByteDance",
         "bytedance/fuzzy:Byetdance bytedance/fuzzy:Bytedanse bytedance:ByteDance"},
        {"Bytdance alone", ""},
        {"Xiaohongsu alone", "xiaohongshu/fuzzy:Xiaohongsu"},
        {"Byetdanse", ""},
        {"bytdance", ""},
        {"Kytedance", ""},
        {"Alibba", ""},
        {"the Cyberspace Adminstration of China", "cac/fuzzy:Cyberspace Adminstration of China"},
        {"the Cybrspace Adminstration of China", ""},
        {"Zhenjiang is another city than Zhejiang.", "zhejiang:Zhejiang"},
    });
}

TEST(EntityFinder, LettersThatAScannerConfused) {
    expect_found({
        {"Ta0bao and A1ibaba grew.", "taobao/fuzzy:Ta0bao alibaba/fuzzy:A1ibaba"},
        {"TAOBAO and ALlBABA", "taobao:TAOBAO alibaba/fuzzy:ALlBABA"},
        {"Alibaba Group and Aiibaba", "alibaba:Alibaba Group alibaba/fuzzy:Aiibaba"},
        {"Aiibaba Group is listed.", "alibaba/fuzzy:Aiibaba Group"},
        {"Aiibaba is listed; Ta2bao, a ta0bao and T00b0a0 are not.", ""},
        {"the South Chlna Mornlng Post", "scmp/fuzzy:South Chlna Mornlng Post"},
    });
}

TEST(EntityFinder, ASpaceMaySlipIntoAWordOfALongName) {
    expect_found({
        {"the So uth China Morn ing Post", "scmp/fuzzy:So uth China Morn ing Post"},
        {"the Cyber space Administrat ion of China",
         "cac/fuzzy:Cyber space Administrat ion of China"},
        {"the Cyberspace Administration of Chi na",
         "cac/fuzzy:Cyberspace Administration of Chi na"},
        {"So uth of the border, Tao bao", ""},
        {"the South Chi lly Morning Post", ""},
    });
}

TEST(EntityFinder, AnOwnerIsNamedBesideWhatItOwns) {
    expect_found({
        {"Alibaba's Taobao grew.", "alibaba:Alibaba taobao:Taobao"},
        {"Didi rose. Jack Ma's painting", "jack-ma:Jack Ma"},
        {"The People's Bank of China lent.", "pboc:People's Bank of China"},
    });
    const Knowledge owned = Knowledge::parse(
        "id: maker\ntype: company\nname: Huaneng Chips\nen: Huaneng Chips\n\n"
        "id: chip\ntype: product\nname: H7\nen: Huaneng Chips H7\nrole: Huaneng Chips' best\n",
        "owned");
    EXPECT_EQ(found(owned, "", "Huaneng Chips's H7 and the Huaneng Chips H7"),
              "maker:Huaneng Chips chip:H7 chip:Huaneng Chips H7");
}

TEST(EntityFinder, NamesThatARewritingProgramSpoilt) {
    expect_found({
        {"The South China Early morning Put up had documented",
         "scmp/fuzzy:South China Early morning Put up"},
        {"the South China Early morning Post", "scmp/fuzzy:South China Early morning Post"},
        {"the South China Sea morning patrol", ""},
        {"the South China Sea", ""},
        {"the South China early morning", ""},
        {"the New York Mercantile Exchange", ""},
        {"the New York Stock market", ""},
        {"the New York Futures Stock Exchange", ""},
        {"New York Futures and stock exchange", ""},
        {"State Administration of Foreign Exchange", ""},
        {"State Administration for Industry and Commerce", ""},
        {"Ministry of Industry and Information Technology", ""},
        {"Cyberspace Administration of Guangdong", ""},
    });
}

TEST(EntityFinder, ArticlesWithoutCapitals) {
    expect_found({
        {"reporting that jack ma was seen near the offices of alibaba group in may, they said",
         "jack-ma:jack ma alibaba:alibaba group"},
        {"jack ma was seen", ""},
        {"the reporter of the samr said that the apple and the ant were not the most they had", ""},
    });
}

TEST(EntityFinder, TitleAndTextAreOneArticle) {
    EXPECT_EQ(found(small_world(), "Ant falls", "Alibaba owns a third."),
              "ant:Ant | alibaba:Alibaba");
    EXPECT_EQ(found(small_world(), "Alibaba grows", "The e-commerce giant hired."),
              "alibaba:Alibaba | alibaba/role:The e-commerce giant");
    EXPECT_EQ(found(small_world(), "South China", "Morning Post"), " | ");
}

TEST(EntityFinder, AScratchForgetsTheArticleBefore) {
    const EntityFinder finder(small_world());
    EntityFinder::Scratch scratch;
    EXPECT_EQ(finder.find_mentions("Jack Ma", "Ma of fintech and Ant", scratch).text.size(), 2U);
    EXPECT_TRUE(finder.find_mentions("", "Ma and Ant", scratch).text.empty());
    const EntityFinder other(Knowledge::parse("id: a\ntype: place\nname: A\nen: Ant\n", "x"));
    EXPECT_EQ(other.find_mentions("", "Ma and Ant", scratch).text.size(), 1U);
    EXPECT_TRUE(finder.find_mentions("", "Ma and Ant", scratch).text.empty());
}

TEST(EntityFinder, IsSharedByThreads) {
    const EntityFinder finder(small_world());
    std::vector<std::size_t> counts(4);
    std::vector<std::thread> threads;
    for (std::size_t& count : counts) {
        threads.emplace_back([&finder, &count] {
            EntityFinder::Scratch scratch;
            for (int i = 0; i < 200; ++i)
                count +=
                    finder.find_mentions("Jack Ma", "Ma, Ant Group and 淘寶", scratch).text.size();
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(counts, (std::vector<std::size_t>{600, 600, 600, 600}));
}

TEST(FindInQuery, CapitalsDoNotMatter) {
    for (const SentenceCase& one : std::initializer_list<SentenceCase>{
             {"alibaba fine", "alibaba:alibaba"},
             {"ALIBABA", "alibaba:ALIBABA"},
             {"bytedance tiktok", "bytedance:bytedance"},
             {"bytdance", "bytedance/fuzzy:bytdance"},
             {"south china morning post", "scmp:south china morning post"},
             {"阿里巴巴罚款", "alibaba:阿里巴巴"},
             {"SAMR", "samr/acronym:SAMR"},
             {"", ""},
             {"ma said", ""},
             {"the e-commerce giant", ""},
         }) {
        EXPECT_EQ(found_in_query(one.text), one.found) << one.text;
    }
}

TEST(FindInQuery, SaysWhatIsAmbiguous) {
    for (const SentenceCase& one : std::initializer_list<SentenceCase>{
             {"ant", "ant?:ant"},
             {"Ant", "ant?:Ant"},
             {"ant alibaba", "ant:ant alibaba:alibaba"},
             {"may", "theresa-may?:may"},
             {"apple", "apple?:apple"},
             {"Apple", "apple:Apple"},
             {"samr fine", "samr?/acronym:samr"},
             {"most", "most?/acronym:most"},
             {"tiger", "tiger-brokers?:tiger tiger-global?:tiger"},
             {"tiger brokerage", "tiger-brokers:tiger"},
             {"sina", "sina?:sina"},
             {"jd vance", ""},
         }) {
        EXPECT_EQ(found_in_query(one.text), one.found) << one.text;
    }
}

}  // namespace
}  // namespace sinodex
