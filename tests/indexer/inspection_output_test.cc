// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "indexer/cli/inspection_json.h"
#include "indexer/cli/inspection_text.h"

namespace sinodex {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// Two entities, an amount that holds a date, and boilerplate that ends the text.
Inspection sample() {
    Inspection one;
    one.origin = "in/a.txt";
    one.article.id = "a.txt";
    one.article.title = "Ant";
    one.article.text = "Ant and Bee paid 5 yuan of 2021.\n\nRead more";
    one.article.encoding = "UTF-8";
    one.entities = {{"ant", "Ant Group", EntityType::company, 9, {2, 1}},
                    {"bee", "Bee", EntityType::person, 2, {0, 0, 0, 0, 0, 1}}};
    one.found.layout.passages = {{0, 32}};
    one.found.layout.boilerplate = {{34, 43}};
    one.found.mentions.title = {{0, {0, 3}, MentionKind::name, false}};
    one.found.mentions.text = {{0, {0, 3}, MentionKind::acronym, false},
                               {1, {8, 11}, MentionKind::surname, false}};
    one.found.amounts = {{{17, 31}, Decimal(5, 0), Decimal(5, 0), Unit::cny, Qualifier::about, 1}};
    one.found.dates = {{{27, 31}, year_of(2021), DatePrecision::year, DateKind::absolute}};
    return one;
}

std::string text_of_inspection(const Inspection& inspection, bool color = false) {
    std::ostringstream out;
    print_inspection_text(out, inspection, color);
    return out.str();
}

nlohmann::json json_of(const Inspection& inspection) {
    std::ostringstream out;
    print_inspection_json(out, inspection);
    EXPECT_EQ(out.str().find('\n'), out.str().size() - 1) << "one line";
    return nlohmann::json::parse(out.str());
}

TEST(InspectionText, MarksWhatWasFoundByBrackets) {
    const std::string text = text_of_inspection(sample());
    EXPECT_THAT(text, HasSubstr("  title      [Ant|ant]\n"));
    EXPECT_THAT(text, HasSubstr("  #0  bytes 0-32\n"
                                "    [Ant|ant] and [Bee|bee] paid [5 yuan of 2021|5 cny].\n"));
    EXPECT_THAT(text, HasSubstr("\n    [Read more|boilerplate]\n"));
    EXPECT_THAT(text, HasSubstr("    9  company  ant  2 name, 1 acronym  Ant Group\n"
                                "    2  person   bee  1 surname          Bee\n"));
    EXPECT_THAT(text, HasSubstr("    17-31  5 cny  about  5 yuan of 2021\n"));
    EXPECT_THAT(text, HasSubstr("    27-31  2021-01-01..2021-12-31  year  absolute  2021\n"))
        << "the list has what the text could not mark";
    EXPECT_THAT(text, Not(HasSubstr("\033")));
}

TEST(InspectionText, MarksWhatWasFoundByColours) {
    const std::string text = text_of_inspection(sample(), true);
    EXPECT_THAT(text, HasSubstr("\033[36mAnt\033[0m and \033[36mBee\033[0m paid "
                                "\033[33m5 yuan of 2021\033[0m."));
    EXPECT_THAT(text, HasSubstr("\033[2mRead more\033[0m"));
}

TEST(InspectionText, LetsNoDocumentSteerATerminal) {
    Inspection one = sample();
    one.article.id = "a\033[2J.txt";
    one.article.title = "An\a";
    one.article.text = "Ant\r\033c\xC2\x9B and so on 5 yuan of 2021.\n\nRead\x7Fmore";
    one.article.url = one.article.source = one.article.author = one.lang = "\033";
    one.versions = {{"\033", "near"}};
    const std::string text = text_of_inspection(one);
    EXPECT_THAT(text, Not(HasSubstr("\033")));
    EXPECT_THAT(text, Not(HasSubstr("\xC2\x9B")));
    EXPECT_THAT(text, Not(HasSubstr("\x7F")));
    EXPECT_THAT(text, HasSubstr("[Ant|ant]??c??"));
}

TEST(InspectionText, OfNothingHasNoEmptyLists) {
    Inspection one;
    one.article.id = "a.txt";
    EXPECT_EQ(text_of_inspection(one), "a.txt\n  words      0\n\n");
}

TEST(InspectionText, NumbersPassagesThatAreEmpty) {
    Inspection one;
    one.article.text = "One.";
    one.found.layout.passages = {{0, 0}, {0, 4}};
    EXPECT_THAT(text_of_inspection(one),
                HasSubstr("\n  #0  bytes 0-0\n\n  #1  bytes 0-4\n    One.\n"));
}

TEST(InspectionJson, HasTheSameInStableOrder) {
    std::ostringstream out;
    print_inspection_json(out, sample());
    EXPECT_TRUE(out.str().starts_with(R"({"version":1,"id":"a.txt","origin":"in/a.txt",)"));
    const auto json = json_of(sample());
    EXPECT_EQ(json["passages"], nlohmann::json::parse(R"([{"n":0,"start":0,"end":32}])"));
    EXPECT_EQ(json["boilerplate"], nlohmann::json::parse(R"([{"start":34,"end":43}])"));
    EXPECT_EQ(json["entities"][0]["mentions"], nlohmann::json::parse(R"({"name":2,"acronym":1})"));
    EXPECT_EQ(json["mentions"][1],
              nlohmann::json::parse(
                  R"({"start":8,"end":11,"text":"Bee","entity":"bee","kind":"surname"})"));
    EXPECT_EQ(json["amounts"][0]["low"], 5.0);
    EXPECT_EQ(json["amounts"][0]["unit"], "cny");
    EXPECT_EQ(json["dates"][0]["from"], "2021-01-01");
    EXPECT_FALSE(json.contains("published"));
    EXPECT_FALSE(json.contains("stored_versions"));
}

TEST(InspectionJson, SurvivesTextThatIsNotUtf8) {
    Inspection one;
    one.article.id = "a\xFF";
    one.article.text = "line\n\"quoted\"";
    const auto json = json_of(one);
    EXPECT_EQ(json["id"], "a\xEF\xBF\xBD");
    EXPECT_EQ(json["text"], "line\n\"quoted\"");
}

TEST(InspectionJson, LeavesOutTheDaysOfADateThatHasNone) {
    Inspection one = sample();
    one.found.dates[0].days.reset();
    const auto date = json_of(one)["dates"][0];
    EXPECT_FALSE(date.contains("from") || date.contains("to"));
    EXPECT_THAT(text_of_inspection(one), HasSubstr("    27-31  ?  year  absolute  2021\n"));
}

}  // namespace
}  // namespace sinodex
