// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/quantities/publication.h"

#include <gtest/gtest.h>

#include <string>

namespace sinodex {
namespace {

std::string shown(const std::optional<PublicationDate>& date) {
    if (!date) return "none";
    static const std::vector<std::string> kOrigins = {"metadata", "byline", "url", "file"};
    static const std::vector<std::string> kTrusts = {"certain", "likely", "guess"};
    return date->text() + " " + kOrigins.at(static_cast<std::size_t>(date->origin)) + " " +
           kTrusts.at(static_cast<std::size_t>(date->trust));
}

struct PublicationCase {
    std::string text;
    std::string url;
    std::string file;
    std::string date;
};

class Publication : public ::testing::TestWithParam<PublicationCase> {};

TEST_P(Publication, IsTold) {
    Article article;
    article.text = GetParam().text;
    article.url = GetParam().url;
    DateFinder finder;
    EXPECT_EQ(shown(publication_date(article, GetParam().file, finder)), GetParam().date);
}

INSTANTIATE_TEST_SUITE_P(
    Bylines, Publication,
    ::testing::Values(
        PublicationCase{"Title\n\nBEIJING, April 10, 2021 - China's regulator", "", "",
                        "2021-04-10 byline likely"},
        PublicationCase{"HANGZHOU, July 2023 - Tech", "", "", "2023-07 byline likely"},
        PublicationCase{"NEW YORK, June 30, 2021 – Shares in", "", "", "2021-06-30 byline likely"},
        PublicationCase{"SHANGHAI, Aug 14, 2023 (Reuters) - Shares", "", "",
                        "2023-08-14 byline likely"},
        PublicationCase{"Title\nBy Jane Doe, 3 November 2020\n", "", "",
                        "2020-11-03 byline likely"},
        PublicationCase{"Published: 12 Jul 2023 at 10:30\n", "", "", "2023-07-12 byline likely"},
        PublicationCase{"Title\n\nAugust 2023\n\nText", "", "", "2023-08 byline likely"},
        PublicationCase{"标题\n2023年7月12日 来源：长街观察\n正文", "", "",
                        "2023-07-12 byline likely"},
        PublicationCase{"新华社北京2021年4月10日电 市场监管总局", "", "",
                        "2021-04-10 byline likely"},
        PublicationCase{"Updated: 3 May 2022\nPublished: 1 May 2022\n", "", "",
                        "2022-05-01 byline likely"},
        PublicationCase{"Updated: 3 May 2022\n", "", "", "2022-05-03 byline guess"}));

INSTANTIATE_TEST_SUITE_P(
    Addresses, Publication,
    ::testing::Values(
        PublicationCase{"Text", "https://example.com/2023/07/12/x", "", "2023-07-12 url likely"},
        PublicationCase{"Text", "https://example.com/202307/12/x", "", "2023-07-12 url likely"},
        PublicationCase{"Text", "https://example.com/x-2023-07-12.html", "",
                        "2023-07-12 url likely"},
        PublicationCase{"Text", "https://example.com/2023/07/x", "", "2023-07 url likely"},
        PublicationCase{"Text", "", "2023-07-ant.txt", "2023-07 file guess"},
        PublicationCase{"Text", "", "20230712-ant.txt", "2023-07-12 file likely"},
        PublicationCase{"Updated: 3 May 2022\n", "https://example.com/2022/05/01/x", "",
                        "2022-05-01 url likely"},
        PublicationCase{"X", "https://example.com/2023/07/x", "2021-01-01.txt",
                        "2023-07 url likely"}));

INSTANTIATE_TEST_SUITE_P(
    DatelinesWithoutAYear, Publication,
    ::testing::Values(
        PublicationCase{"标题\n\n上海11月3日电 上海证券交易所", "", "2020-11-mayi.txt",
                        "2020-11-03 byline likely"},
        PublicationCase{"新华社北京7月10日电（记者）", "https://example.com/2021/07/x", "",
                        "2021-07-10 byline likely"},
        PublicationCase{"新華社北京7月10日電", "https://example.com/2021/07/x", "",
                        "2021-07-10 byline likely"},
        PublicationCase{"BEIJING, April 10 - China", "https://example.com/2021/04/x", "",
                        "2021-04-10 byline likely"},
        // The day is of another month, is no day, stands in no dateline, or is known already.
        PublicationCase{"上海11月3日电", "", "2020-12-mayi.txt", "2020-12 file guess"},
        PublicationCase{"BEIJING, Friday - China", "", "2020-12-mayi.txt", "2020-12 file guess"},
        PublicationCase{"该公司11月3日说", "", "2020-11-mayi.txt", "2020-11 file guess"},
        PublicationCase{"上海11月3日电", "", "2020-11-04-mayi.txt", "2020-11-04 file likely"},
        PublicationCase{"上海11月3日电", "", "", "none"}));

INSTANTIATE_TEST_SUITE_P(
    None, Publication,
    ::testing::Values(
        PublicationCase{"", "", "", "none"},
        PublicationCase{
            "The regulator said on April 10, 2021 that the company had broken the law and that it "
            "would have to pay a fine - a large one.",
            "", "", "none"},
        PublicationCase{"Retrieved 3 May 2022\n", "", "", "none"},
        PublicationCase{"抓取时间：2022年5月3日\n", "", "", "none"},
        PublicationCase{"a\nb\nc\nd\ne\nf\ng\nh\n3 May 2022\n", "", "", "none"},
        PublicationCase{"BEIJING, April 10 - China", "", "", "none"},
        PublicationCase{"Chronology\n\n- 3 May 2022\n- 5 May 2022: x\n", "", "", "none"},
        PublicationCase{"X", "https://example.com/1234567890/x", "", "none"},
        PublicationCase{"X", "https://example.com/2023/99/x", "", "none"},
        PublicationCase{"X", "https://example.com/article/20239912", "", "none"},
        PublicationCase{"X", "", "notes-202307.txt", "none"},
        PublicationCase{"X", "", "a2021.txt", "none"}));

TEST(PublicationDate, IsWhatTheMetadataSay) {
    Article article;
    article.text = "BEIJING, April 10, 2021 - x";
    DateFinder finder;
    for (const char* date : {"2020", "2020-02", "2020-02-29"}) {
        article.date = date;
        EXPECT_EQ(shown(publication_date(article, "", finder)),
                  std::string(date) + " metadata certain");
    }
}

}  // namespace
}  // namespace sinodex
