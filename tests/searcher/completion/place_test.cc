// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/completion/place.h"

#include <gtest/gtest.h>

namespace sinodex {
namespace {

// "field: [text, from each place where it may begin]".
std::string place_of(std::string_view before) {
    const CompletionPlace place = completion_place(before);
    std::string out = place.field + (place.quoted ? "\":" : ":");
    for (const std::uint32_t begin : place.begins) {
        out.append(" [").append(before.substr(begin)).append("]");
    }
    return out;
}

TEST(CompletionPlace, IsFoundInEveryPartOfTheLanguage) {
    struct Case {
        std::string_view before;
        std::string place;
    };
    for (const Case& one : std::vector<Case>{
             {"", ": []"},
             {"com", ": [com]"},
             {"fine Ant G", ": [fine Ant G] [Ant G] [G]"},
             {"Ant ", ": [Ant ]"},
             {"+com", ": [com]"},
             {"fine -Ant G", ": [Ant G] [G]"},
             {"fine OR Ant", ": [Ant]"},
             {"(com", ": [com]"},
             {"a b c d e f g h", ": [c d e f g h] [d e f g h] [e f g h] [f g h] [g h] [h]"},
             {"company:", "company: []"},
             {"company:ali", "company: [ali]"},
             {"+company:ali", "company: [ali]"},
             {"company:ali fine", ": [fine]"},
             {"company:\"Ant G", "company\": [Ant G]"},
             {"company:“Ant G", "company\": [Ant G]"},
             {"\"Ant G", "\": [Ant G]"},
             {"\"Ant Group\" fi", ": [fi]"},
             {"lang:(en OR z", "lang: [z]"},
             {"lang:(en OR ", "lang: []"},
             {"lang:(en) z", ": [z]"},
             {"company:(\"Ant G", "company\": [Ant G]"},
             {"company:a:b", "company: [a:b]"},
             {"date:2021 (company:ali", "company: [ali]"},
             {"蚂蚁集", ": [蚂蚁集]"},
             {")", ":"},
         }) {
        EXPECT_EQ(place_of(one.before), one.place) << one.before;
    }
}

}  // namespace
}  // namespace sinodex
