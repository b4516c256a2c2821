// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/remote/wire.h"

#include <gtest/gtest.h>

#include "corpus/error.h"

namespace sinodex {
namespace {

TEST(Wire, ReadsWhatItWrites) {
    for (const double value : {0.0, 1.0, -1.0, 0.1, 1e-9, 12345.678, 1e300, -1e-300, 255.0, 3.5}) {
        WireWriter out;
        out.fraction(value).byte('x');
        WireReader in(out.bytes());
        EXPECT_EQ(in.fraction(), value);
        EXPECT_EQ(in.byte(), 'x') << value;
    }
    for (const std::uint64_t value : {0ULL, 254ULL, 255ULL, 256ULL, 382ULL, 383ULL, 1ULL << 40U}) {
        WireWriter out;
        out.number(value).string("text");
        WireReader in(out.bytes());
        EXPECT_EQ(in.number(), value);
        EXPECT_EQ(in.string(), "text");
        EXPECT_THROW(in.byte(), Error);
    }
}

}  // namespace
}  // namespace sinodex
