// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <random>

#include "corpus/entities/entity_finder.h"
#include "tests/corpus/entities/found_entities.h"
#include "tests/corpus/text/sample_texts.h"

namespace sinodex {
namespace {

bool is_boundary(std::string_view text, std::uint32_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80;
}

// Ranges within the text, not empty, sorted and disjoint.
void expect_ordered(std::string_view text, const std::vector<Mention>& mentions) {
    std::uint32_t end = 0;
    for (const Mention& mention : mentions) {
        EXPECT_LT(mention.range.begin, mention.range.end) << text;
        EXPECT_LE(end, mention.range.begin) << text;
        EXPECT_LE(mention.range.end, text.size()) << text;
        end = mention.range.end;
    }
}

void expect_on_boundaries(std::string_view text, const std::vector<Mention>& mentions) {
    for (const Mention& mention : mentions) {
        EXPECT_TRUE(is_boundary(text, mention.range.begin)) << text;
        EXPECT_TRUE(is_boundary(text, mention.range.end)) << text;
    }
}

// Words of the small world, and what may stand between them.
std::string string_of_names(std::mt19937& random) {
    static const std::vector<std::string> kPieces = {
        "Alibaba", "Ali",     "Ma",   "Jack Ma", "South China", "Morning",   "Post",
        "Early",   "morning", "SAMR", "the ",    "premier",     "Li Qiang",  "阿里巴巴",
        "集團",    "360",     "奇虎", "JD",      ".com",        "'s",        "’s",
        " ",       " ",       " ",    "-",       ".",           "\n",        "\n\n",
        ", ",      "NYSE:",   "BABA", "Byte",    "Dance",       "é",         "\u0301",
        "&",       "U.S.",    "Ｍａ", "\u200B",  "马先生",      "Byt dance", "（"};
    std::string text;
    for (int i = 0; i < 12; ++i) text += kPieces[random() % kPieces.size()];
    return text;
}

TEST(EntityFinderProperties, RangesOfNames) {
    const EntityFinder finder(small_world());
    EntityFinder::Scratch scratch;
    std::mt19937 random(20231);
    std::size_t count = 0;
    for (int i = 0; i < 20000; ++i) {
        const std::string title = string_of_names(random);
        const std::string text = string_of_names(random);
        const ArticleMentions& mentions = finder.find_mentions(title, text, scratch);
        expect_ordered(title, mentions.title);
        expect_ordered(text, mentions.text);
        expect_on_boundaries(title, mentions.title);
        expect_on_boundaries(text, mentions.text);
        count += mentions.text.size();
    }
    EXPECT_GT(count, 10000U);
}

TEST(EntityFinderProperties, RangesInNastyStrings) {
    const EntityFinder finder(small_world());
    EntityFinder::Scratch scratch;
    std::mt19937 random(7);
    for (int i = 0; i < 20000; ++i) {
        const std::string text = nasty_string(random, 30) + " Alibaba " + nasty_string(random, 30);
        const std::vector<Mention>& mentions = finder.find_mentions("", text, scratch).text;
        expect_ordered(text, mentions);
        expect_on_boundaries(text, mentions);
    }
}

TEST(EntityFinderProperties, AnyBytesWillDo) {
    const EntityFinder finder(small_world());
    EntityFinder::Scratch scratch;
    std::mt19937 random(11);
    for (int i = 0; i < 20000; ++i) {
        std::string text = string_of_names(random);
        for (int damage = 0; damage < 4; ++damage) {
            text[random() % text.size()] = static_cast<char>(random());
        }
        expect_ordered(text,
                       finder.find_mentions(text.substr(text.size() / 2), text, scratch).text);
        for (const Mention& mention : finder.find_in_query(text)) {
            EXPECT_LE(mention.range.end, text.size());
        }
    }
}

// Each must take time in proportion to its size: the whole test takes a second, not minutes.
TEST(EntityFinderProperties, LongTextsOfOneKind) {
    const EntityFinder finder(small_world());
    EntityFinder::Scratch scratch;
    for (const char* piece : {"Ma ", "Jack Ma ", "阿里", "South China Early morning ", "U.", "A&",
                              "\u0301", "é", "Adminstratoin ", "(", "Ma Li ", "'s", "NYSE:"}) {
        const std::string text = repeated(piece, 100000);
        expect_ordered(text, finder.find_mentions("", text, scratch).text);
    }
}

}  // namespace
}  // namespace sinodex
