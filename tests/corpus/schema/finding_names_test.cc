// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/finding_names.h"

#include <gtest/gtest.h>

namespace sinodex {
namespace {

// They are part of the JSON formats.
TEST(FindingNames, AreThoseOfTheFirstAndTheLast) {
    EXPECT_EQ(to_string(MentionKind::name), "name");
    EXPECT_EQ(to_string(MentionKind::misnomer), "misnomer");
    EXPECT_EQ(to_string(MentionKind::role), "role");
    EXPECT_EQ(to_string(MentionKind::told), "told");
    EXPECT_EQ(to_string(Qualifier::exactly), "exactly");
    EXPECT_EQ(to_string(Qualifier::more_than), "more_than");
    EXPECT_EQ(to_string(Qualifier::up_to), "up_to");
    EXPECT_EQ(to_string(DatePrecision::day), "day");
    EXPECT_EQ(to_string(DatePrecision::quarter), "quarter");
    EXPECT_EQ(to_string(DatePrecision::span), "span");
    EXPECT_EQ(to_string(DateKind::absolute), "absolute");
    EXPECT_EQ(to_string(DateKind::unresolved), "unresolved");
    EXPECT_EQ(to_string(DateOrigin::metadata), "metadata");
    EXPECT_EQ(to_string(DateOrigin::file), "file");
    EXPECT_EQ(to_string(DateTrust::certain), "certain");
    EXPECT_EQ(to_string(DateTrust::guess), "guess");
}

}  // namespace
}  // namespace sinodex
