// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/stories.h"

#include <gtest/gtest.h>

namespace sinodex {
namespace {

std::string text_of(const Stories& stories) {
    std::string text;
    for (const Story& story : stories.all()) {
        for (const auto& [id, likeness] : story) {
            text.append(likeness).append(":").append(id).append(" ");
        }
        text += "/ ";
    }
    return text;
}

TEST(Stories, ComeBackAsTheyWere) {
    const Stories stories({{{"wire/a.txt", ""}, {"b", "spun"}, {"阿里 巴巴", "exact"}},
                           {{"with\ttab", "near"}, {"d", ""}}});
    EXPECT_EQ(text_of(stories), ":wire/a.txt spun:b exact:阿里 巴巴 / near:with\ttab :d / ");
    EXPECT_EQ(text_of(Stories::decode(stories.encode())), text_of(stories));
    EXPECT_EQ(Stories().encode(), "");
    EXPECT_TRUE(Stories::decode("").all().empty());
}

TEST(Stories, AreFoundByEachOfTheirVersions) {
    const Stories stories =
        Stories::decode(Stories({{{"a", ""}, {"b", "spun"}}, {{"c", ""}, {"d", "near"}}}).encode());
    ASSERT_NE(stories.versions_of("b"), nullptr);
    EXPECT_EQ(stories.versions_of("b")->front().id, "a");
    EXPECT_EQ(stories.versions_of("a"), stories.versions_of("b"));
    EXPECT_EQ(stories.versions_of("c")->back().likeness, "near");
    EXPECT_EQ(stories.versions_of("e"), nullptr);
    EXPECT_EQ(stories.versions_of(""), nullptr);
}

TEST(Stories, KnowThePlaceOfEachVersion) {
    std::vector<StoryVersions> given(3);
    for (int i = 0; i < 3000; ++i) {
        given[static_cast<std::size_t>(i) % 3].push_back({"article-" + std::to_string(i), "near"});
    }
    Stories made(given);
    const Stories stories = std::move(made);  // what it tells does not point into where it was
    ASSERT_EQ(stories.all().size(), 3U);
    for (const Story& story : stories.all()) {
        for (std::size_t place = 0; place < story.size(); ++place) {
            const StoryPlace found = stories.place_of(story[place].id);
            EXPECT_EQ(found.story, &story);
            EXPECT_EQ(found.place, place);
        }
    }
    EXPECT_EQ(stories.place_of("article-3000").story, nullptr);
}

// A line end in an id would make two lines of it.
TEST(Stories, LeaveOutWhatCannotBeWritten) {
    EXPECT_EQ(
        text_of(Stories(std::vector<StoryVersions>{{{"a", ""}, {"b\nc", "near"}, {"d", "near"}}})),
        ":a near:d / ");
    EXPECT_TRUE(Stories({{{"a", ""}, {"b\nc", "near"}}, {{"e", ""}}, {}}).all().empty());
}

TEST(Stories, AreReadFromDamagedBytesWithoutHarm) {
    const std::string bytes =
        Stories(std::vector<StoryVersions>{{{"a", ""}, {"b", "spun"}, {"c", "near"}}}).encode();
    for (std::size_t size = 0; size <= bytes.size(); ++size) {
        const Stories stories = Stories::decode(bytes.substr(0, size));
        for (const Story& story : stories.all()) EXPECT_GE(story.size(), 2U);
    }
    EXPECT_TRUE(Stories::decode("\n\n\n").all().empty());
    EXPECT_TRUE(Stories::decode("no tab").all().empty());
}

}  // namespace
}  // namespace sinodex
