// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <string_view>

#include "corpus/error.h"

namespace sinodex::testing {

// Expects `action` to throw an Error of this kind whose message and hint, taken together, contain
// `words`.
template <typename Action>
void expect_error(ErrorKind kind, std::string_view words, const Action& action) {
    try {
        action();
        ADD_FAILURE() << "no error; expected one about: " << words;
    } catch (const Error& error) {
        const std::string text = std::string(error.what()) + "\n" + error.hint();
        EXPECT_EQ(error.kind(), kind) << text;
        EXPECT_NE(text.find(words), std::string::npos) << text << "\nlacks: " << words;
    }
}

}  // namespace sinodex::testing
