// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/stories.h"

#include <gtest/gtest.h>

namespace sinodex {
namespace {

using Story = std::vector<StoryVersion>;

std::string text_of(const Stories& stories) {
    std::string text;
    for (const Story& story : stories.all()) {
        for (const StoryVersion& version : story) text += version.likeness + ":" + version.id + " ";
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

// A line end in an id would make two lines of it.
TEST(Stories, LeaveOutWhatCannotBeWritten) {
    EXPECT_EQ(text_of(Stories(std::vector<Story>{{{"a", ""}, {"b\nc", "near"}, {"d", "near"}}})),
              ":a near:d / ");
    EXPECT_TRUE(Stories({{{"a", ""}, {"b\nc", "near"}}, {{"e", ""}}, {}}).all().empty());
}

TEST(Stories, AreReadFromDamagedBytesWithoutHarm) {
    const std::string bytes =
        Stories(std::vector<Story>{{{"a", ""}, {"b", "spun"}, {"c", "near"}}}).encode();
    for (std::size_t size = 0; size <= bytes.size(); ++size) {
        const Stories stories = Stories::decode(bytes.substr(0, size));
        for (const Story& story : stories.all()) EXPECT_GE(story.size(), 2U);
    }
    EXPECT_TRUE(Stories::decode("\n\n\n").all().empty());
    EXPECT_TRUE(Stories::decode("no tab").all().empty());
}

}  // namespace
}  // namespace sinodex
