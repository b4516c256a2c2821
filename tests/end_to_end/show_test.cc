// SPDX-License-Identifier: GPL-2.0-or-later

// --show and --open: from a hit to the place in the original file.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/end_to_end/programs.h"

namespace sinodex {
namespace {

using namespace testing;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr const char* kId = "wire/2022-07-didi-fine.txt#1";

TEST(Show, PrintsTheArticleWithThePassageMarked) {
    const ProcessEnd end = search_corpus({"--files", kArticles, "--show", kId});
    EXPECT_EQ(end.status, 0) << end.err;
    EXPECT_THAT(end.out, StartsWith(std::string(kArticles) + "/wire/2022-07-didi-fine.txt:"));
    EXPECT_THAT(end.out, HasSubstr("\n 2. *"));
    EXPECT_THAT(end.out, HasSubstr("[wire/2022-07-didi-fine.txt#0, bytes "));
    // Each line of the passage is marked, and no other passage.
    const std::size_t begin = end.out.find("\n 2. *");
    const std::size_t next = end.out.find("\n 3. ");
    ASSERT_NE(next, end.out.npos);
    EXPECT_EQ(end.out.substr(0, begin).find('*'), end.out.npos);
    EXPECT_EQ(end.out.find('*', next), end.out.npos);
}

// Its line and bytes are found in the file.
TEST(Show, NamesLineAndBytesOfTheFile) {
    const std::string out = search_corpus({"--files", kArticles, "--show", kId}).out;
    const std::string file = read_file(std::string(kArticles) + "/wire/2022-07-didi-fine.txt");
    std::size_t line = 0, begin = 0, end = 0;
    const std::size_t colon = out.find(".txt:");
    ASSERT_EQ(std::sscanf(out.c_str() + colon, ".txt:%zu, bytes %zu-%zu", &line, &begin, &end), 3);
    EXPECT_EQ(line,
              1U + static_cast<std::size_t>(std::count(
                       file.begin(), file.begin() + static_cast<std::ptrdiff_t>(begin), '\n')));
    EXPECT_THAT(out, HasSubstr("*" + file.substr(begin, 30)));
    EXPECT_THAT(out, HasSubstr("#1, bytes " + std::to_string(begin) + "-" + std::to_string(end)));
}

TEST(Show, DoesWithoutTheFile) {
    const ProcessEnd end = search_corpus({"--files", "/nowhere", "--show", kId});
    EXPECT_EQ(end.status, 0);
    EXPECT_THAT(end.out, Not(HasSubstr("/wire/2022")));
    EXPECT_EQ(search_corpus({"--show", "nobody#3"}).status, 2);
    EXPECT_EQ(search_corpus({"--show", "wire/2022-07-didi-fine.txt#99"}).status, 2);
    EXPECT_EQ(search_corpus({"--show", "wire/2022-07-didi-fine.txt"}).status, 0);
}

TEST(Open, StartsTheEditorAtTheLine) {
    const auto opened = [](const std::string& arguments) {
        return run_shell(
            "VISUAL= EDITOR='echo edit' \"$0\" --db \"$1\" --files \"$2\" " + arguments,
            {kSearchProgram, corpus_database(), kArticles});
    };
    const ProcessEnd end = opened("--open 1 id:wire/2022-07-didi-fine.txt president");
    EXPECT_THAT(end.out, StartsWith("edit +")) << end.err;
    EXPECT_THAT(end.out, HasSubstr("/wire/2022-07-didi-fine.txt\n"));
    EXPECT_EQ(opened("--open 3 id:wire/2022-07-didi-fine.txt -n 1 xylophones").status, 2);
    EXPECT_EQ(opened("--open 0 fine").status, 2);
}

}  // namespace
}  // namespace sinodex
