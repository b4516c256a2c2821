// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/bytes.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace sinodex {
namespace {

TEST(Bytes, ComeOutAsTheyWentIn) {
    const std::array<std::uint16_t, 3> list{1, 0, 65535};
    std::string packed;
    put_bytes(packed, std::uint8_t{7});
    put_bytes(packed, std::uint64_t{0x0123456789ABCDEF});
    put_bytes(packed, list);
    EXPECT_EQ(packed.size(), 1U + 8 + 6);

    std::string_view rest = packed;
    std::uint8_t small = 0;
    std::uint64_t large = 0;
    std::array<std::uint16_t, 3> taken{};
    EXPECT_TRUE(take_bytes(rest, small) && take_bytes(rest, large) && take_bytes(rest, taken));
    EXPECT_EQ(small, 7);
    EXPECT_EQ(large, 0x0123456789ABCDEFU);
    EXPECT_EQ(taken, list);
    EXPECT_TRUE(rest.empty());
}

TEST(Bytes, AreOnlyTakenWhole) {
    std::string_view rest = "abc";
    std::uint32_t value = 5;
    EXPECT_FALSE(take_bytes(rest, value));
    EXPECT_EQ(value, 5U);
    EXPECT_EQ(rest, "abc");
    rest = {};
    std::uint8_t byte = 5;
    EXPECT_FALSE(take_bytes(rest, byte));
    EXPECT_EQ(byte, 5);
}

struct Padded {
    std::uint8_t small;
    std::uint32_t large;
};

// Padding would differ from one run to the next, and of a string only its address would be kept.
static_assert(Packable<std::uint32_t> && Packable<std::array<std::uint16_t, 4>>);
static_assert(!Packable<Padded> && !Packable<std::string>);

}  // namespace
}  // namespace sinodex
