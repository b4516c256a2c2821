// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/shard.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace sinodex {
namespace {

TEST(Shard, HoldsEachIdInOneOfThem) {
    for (const std::uint32_t count : {1U, 2U, 3U, 7U, 64U}) {
        std::vector<int> sizes(count, 0);
        for (int i = 0; i < 6400; ++i) {
            const std::string id = "wire/2023-" + std::to_string(i) + ".txt";
            int holders = 0;
            for (std::uint32_t number = 1; number <= count; ++number) {
                if (!Shard{number, count}.holds(id)) continue;
                ++holders;
                ++sizes[number - 1];
            }
            EXPECT_EQ(holders, 1) << id << " of " << count;
        }
        const auto [least, most] = std::minmax_element(sizes.begin(), sizes.end());
        EXPECT_GT(*least * 2, *most) << "about as many in each";
    }
}

// Machines of today and tomorrow must agree on it: `printf %s ID | xxhsum -H3` gives the hash.
TEST(Shard, OfAnIdIsTheSameForEver) {
    struct Case {
        const char* id;
        std::uint32_t of_3, of_8;
    };
    for (const Case& c : {Case{"001.txt", 1, 3}, Case{"deals-ai-001", 3, 5}, Case{"蚂蚁", 2, 5}}) {
        EXPECT_TRUE((Shard{c.of_3, 3}.holds(c.id))) << c.id;
        EXPECT_TRUE((Shard{c.of_8, 8}.holds(c.id))) << c.id;
    }
}

TEST(Shard, IsReadAndWritten) {
    EXPECT_EQ(parse_shard("3/8"), (Shard{3, 8}));
    EXPECT_EQ(parse_shard("1/1"), (Shard{1, 1}));
    EXPECT_EQ((Shard{3, 8}.text()), "3/8");
    for (const char* none : {"", "3", "/", "0/8", "9/8", "3/0", "3/8/2", "-1/8", " 3/8", "3/8 ",
                             "03/8", "3/08", "a/b", "3/10000", "1/99999999999"}) {
        EXPECT_EQ(parse_shard(none), std::nullopt) << none;
    }
}

}  // namespace
}  // namespace sinodex
