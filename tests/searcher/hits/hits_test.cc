// SPDX-License-Identifier: GPL-2.0-or-later

// Checks what a hit says of its article.

#include "searcher/hits/hits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sinodex {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// The second section of an article, whose text begins at byte 100, code point 90.
Record section() {
    Record record;
    record.id = "wire/fine.txt";
    record.title = "Title";
    record.date = "2021-04-10";
    record.first_passage = 7;
    record.text_begin = 100;
    record.code_points_before = 90;
    record.text = "蚂蚁。\n\nAlibaba fined.";
    record.passages = {{100, 109}, {111, 125}};
    return record;
}

TEST(Hits, CountPassagesOfTheArticle) {
    EXPECT_EQ(passage_id(section(), 0), "wire/fine.txt#7");
    EXPECT_EQ(passage_id(section(), 1), "wire/fine.txt#8");
}

TEST(Hits, QuoteInBytesAndCodePointsOfTheArticle) {
    SearchHit hit;
    quote(section(), 1, hit);
    EXPECT_EQ(hit.text, "Alibaba fined.");
    EXPECT_EQ(hit.begin, 111U);
    EXPECT_EQ(hit.end, 125U);
    EXPECT_EQ(hit.begin_code_point, 95U);
    SearchHit first;
    quote(section(), 0, first);
    EXPECT_EQ(first.text, "蚂蚁。");
    EXPECT_EQ(first.begin_code_point, 90U);
}

TEST(Hits, QuoteNothingOfAPassageThatIsNotThere) {
    SearchHit hit;
    quote(section(), 2, hit);
    EXPECT_EQ(hit.text, "");
    EXPECT_EQ(hit.end, 0U);
}

TEST(Hits, SayWhereADateComesFrom) {
    Record record = section();
    EXPECT_EQ(article_info(record).date_origin, "");
    const std::pair<DateOrigin, const char*> cases[] = {{DateOrigin::metadata, "metadata"},
                                                        {DateOrigin::byline, "byline"},
                                                        {DateOrigin::url, "url"},
                                                        {DateOrigin::file, "file"}};
    for (const auto& [origin, name] : cases) {
        record.findings.date_origin = origin;
        EXPECT_EQ(article_info(record).date_origin, name);
    }
    EXPECT_EQ(article_info(record).date, "2021-04-10");
    record.date.clear();
    EXPECT_EQ(article_info(record).date_origin, "") << "of no date";
}

TEST(Hits, NameOtherVersionsOnly) {
    EXPECT_THAT(other_versions(section(), Stories()), IsEmpty());
    const Stories stories({{{"copy", ""}, {"wire/fine.txt", "near"}, {"rewrite", "spun"}},
                           {{"x", ""}, {"y", "exact"}}});
    EXPECT_THAT(other_versions(section(), stories), ElementsAre("copy", "rewrite"));
    SearchHit hit;
    name_versions(section(), stories, hit);
    EXPECT_THAT(hit.versions, ElementsAre("copy", "rewrite"));
    EXPECT_EQ(hit.more_versions, 0U);
}

TEST(Hits, CountTheVersionsThatTheyDoNotName) {
    StoryVersions many{{"wire/fine.txt", ""}};
    for (int i = 0; i < 25; ++i) many.push_back({"copy" + std::to_string(i), "exact"});
    const Stories stories(std::vector<StoryVersions>{many});
    SearchHit hit;
    name_versions(section(), stories, hit);
    EXPECT_EQ(hit.versions.size(), kMostVersions);
    EXPECT_EQ(hit.versions.front(), "copy0");
    EXPECT_EQ(hit.more_versions, 25 - kMostVersions);
    EXPECT_EQ(other_versions(section(), stories).size(), 25U);
}

}  // namespace
}  // namespace sinodex
