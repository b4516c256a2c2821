// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/api/timeline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/searcher/views/press.h"

namespace sinodex {
namespace {

using namespace testing;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Timeline timeline_of(const std::string& query, TimelineBy by = TimelineBy::published) {
    return press_searcher().timeline(request_for(query), by);
}

TEST(Timeline, CountsEachArticleInTheMonthOfItsPublication) {
    const Timeline view = timeline_of("Alibaba");
    EXPECT_EQ(view.matches.articles, 5U);
    EXPECT_EQ(view.by, TimelineBy::published);
    // Only one of the story's two versions counts, in its month.
    ASSERT_EQ(view.months.size(), 3U);
    EXPECT_EQ(view.months[0], (TimelineMonth{2019, 12, 1}));
    EXPECT_EQ(view.months[1].articles, 1U);
    EXPECT_EQ(view.months[2], (TimelineMonth{2021, 7, 1}));
    EXPECT_EQ(view.longer_only, 1U);
    EXPECT_EQ(view.undated, 1U);
}

TEST(Timeline, TakesTheMonthOfTheVersionThatMatches) {
    EXPECT_THAT(timeline_of("source:copy").months, ElementsAre(TimelineMonth{2021, 5, 1}));
    EXPECT_THAT(timeline_of("source:river").months, ElementsAre(TimelineMonth{2021, 4, 1}));
}

TEST(Timeline, CountsEachVersionWhereStoriesAreNotCollapsed) {
    SearchRequest request = request_for("fined");
    request.collapse = false;
    EXPECT_THAT(press_searcher().timeline(request, TimelineBy::published).months,
                ElementsAre(TimelineMonth{2021, 4, 1}, TimelineMonth{2021, 5, 1}));
}

// The year 2016 is in no month, nor are 2015 and 2019; relative dates are what they stand for.
TEST(Timeline, CountsTheMonthsThatArticlesMention) {
    const Timeline view = timeline_of("Alibaba", TimelineBy::mentioned);
    EXPECT_EQ(view.matches.articles, 5U);
    EXPECT_EQ(view.by, TimelineBy::mentioned);
    EXPECT_THAT(view.months, ElementsAre(TimelineMonth{2021, 4, 1}, TimelineMonth{2021, 6, 1}));
    EXPECT_EQ(view.longer_only, 0U);
    EXPECT_EQ(view.undated, 3U);
}

TEST(Timeline, NeverMixesPublishedAndMentioned) {
    const Timeline published = timeline_of("Didi");
    const Timeline mentioned = timeline_of("Didi", TimelineBy::mentioned);
    EXPECT_THAT(published.months, ElementsAre(TimelineMonth{2021, 7, 1}));
    EXPECT_THAT(mentioned.months, ElementsAre(TimelineMonth{2021, 6, 1}));
}

TEST(Timeline, AccountsForEveryArticle) {
    for (const char* query : {"Alibaba", "date:2021", "Huawei", "-Didi"}) {
        const Timeline view = timeline_of(query);
        std::uint64_t sum = view.longer_only + view.undated;
        for (const TimelineMonth& month : view.months) sum += month.articles;
        EXPECT_EQ(sum, view.matches.articles) << query;
        EXPECT_GT(sum, 0U) << query;
    }
}

TEST(Timeline, OfNothingIsEmpty) {
    const Timeline view = timeline_of("unicorns");
    EXPECT_THAT(view.months, IsEmpty());
    EXPECT_EQ(view.matches.articles + view.longer_only + view.undated, 0U);
}

}  // namespace
}  // namespace sinodex
