// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/fields.h"

#include <gtest/gtest.h>

#include <string>

namespace sinodex {
namespace {

TEST(Fields, AreFoundByTheirEnumerator) {
    for (const FieldInfo& row : kFields) EXPECT_EQ(info(row.field).name, row.name);
    EXPECT_EQ(info(Field::title).prefix, "S");
    EXPECT_EQ(info(Field::id).prefix, "Q");
}

TEST(Fields, HaveExamplesThatBeginWithTheirPrefix) {
    for (const FieldInfo& row : kFields) {
        EXPECT_TRUE(row.example.starts_with(row.prefix)) << row.name;
        EXPECT_FALSE(row.meaning.empty()) << row.name;
    }
}

// A term must not read as that of another field: a prefix of one letter is followed by text that
// never begins with a capital, and longer ones begin with X.
TEST(Fields, HavePrefixesThatCannotBeMistaken) {
    for (const FieldInfo& row : kFields) {
        const bool one_letter = row.prefix.size() == 1 && row.prefix != "X";
        const bool own = row.prefix.size() > 1 && row.prefix.front() == 'X';
        EXPECT_TRUE(row.prefix.empty() || one_letter || own) << row.name;
    }
}

TEST(Fields, ThatUsersMayNameHaveATermOrAValue) {
    for (const FieldInfo& row : kFields) {
        EXPECT_TRUE(!row.in_queries || !row.prefix.empty() || row.slot >= 0) << row.name;
    }
}

}  // namespace
}  // namespace sinodex
