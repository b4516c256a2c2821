// SPDX-License-Identifier: GPL-2.0-or-later

// Names that say too little by their form, and what must stand by them.

#include <gtest/gtest.h>

#include "tests/corpus/entities/found_entities.h"

namespace sinodex {
namespace {

constexpr std::string_view kDoubtfulWorld = R"(
for: person; company; regulator
subject: shares; salt; 股价

for: regulator
calling: goalkeeper

for: company
common: 山泉; ember

id: ruria
type: place
name: Ruria
en: Ruria
adjective: Rurian

id: wendland
type: place
name: Wendland
en: Wendland
adjective: Wendish

id: salt-office
type: regulator
name: Salt Office
en: Salt Office of Ruria
acronym: SOR; SALT
home: ruria

id: salinex
type: company
name: Salinex
en: Salinex

id: spring
type: company
name: Spring
en: Mountain Spring
zh: 山泉
context: 瓶装水

id: ember
type: company
name: Ember
en: Ember
founded-by: hu-ren

id: wang-qi
type: person
name: Wang Qi
en: Wang Qi
zh: 王琦
surname: Wang

id: wang-milun
type: person
name: Wang Milun
en: Wang Milun; Milly Wang
zh: 王米伦
surname: Wang

id: hu-ren
type: person
name: Hu Ren
en: Hu Ren; Teddy Hu

id: board
type: regulator
name: Board of Roads
en: Board of Roads
home: ruria
)";

struct DoubtfulCase {
    const char* text;
    const char* found;
};

void expect_doubtful(std::initializer_list<DoubtfulCase> cases) {
    const Knowledge world = Knowledge::parse(kDoubtfulWorld, "doubtful world");
    for (const DoubtfulCase& one : cases)
        EXPECT_EQ(found(world, "", one.text), one.found) << one.text;
}

TEST(DoubtfulNames, AbbreviationsOfThreeLettersNeedTheirSubject) {
    expect_doubtful({
        {"The SOR met.", ""},
        {"SALT met.", "salt-office/acronym:SALT"},
        {"The SOR asked about shares.", "salt-office/acronym:SOR"},
        {"The SOR fined Salinex.", "salt-office/acronym:SOR salinex:Salinex"},
        {"It rained in Ruria. The SOR met.", "ruria:Ruria salt-office/acronym:SOR"},
        {"It rained in Wendland. The SOR met.", "wendland:Wendland"},
        {"The Salt Office of Ruria met. The SOR slept.",
         "salt-office:Salt Office of Ruria salt-office/acronym:SOR"},
        {"The goalkeeper of the SOR eats salt.", ""},
        {"The SOR met. Salinex slept.", "salt-office/acronym:SOR salinex:Salinex"},
        {"The SOR met, the SOR ate and the SOR slept.",
         "salt-office/acronym:SOR salt-office/acronym:SOR salt-office/acronym:SOR"},
    });
}

TEST(DoubtfulNames, BriefNamesOfPersonsNeedTheirSubject) {
    expect_doubtful({
        {"Wang Qi plays the lute.", ""},
        {"Wang Qi sold shares.", "wang-qi:Wang Qi"},
        {"Wang Milun plays the lute.", "wang-milun:Wang Milun"},
        {"Milly Wang plays the lute.", ""},
        {"Milly Wang plays the lute for Salinex.", "wang-milun:Milly Wang salinex:Salinex"},
        {"Wang Qi plays the lute in Ruria.", "ruria:Ruria"},
        {"王琦在弹琴。", ""},
        {"王琦谈到股价。", "wang-qi:王琦"},
        {"王米伦在弹琴。", "wang-milun:王米伦"},
        {"Teddy Hu plays the lute.", "hu-ren:Teddy Hu"},
    });
}

TEST(DoubtfulNames, WordsNeedTheirSubject) {
    expect_doubtful({
        {"他喝了山泉。", ""},
        {"山泉股价大跌。", "spring:山泉"},
        {"山泉卖瓶装水。", "spring:山泉"},
        {"Ember glowed under ash.", ""},
        {"They asked Ember.", "ember:Ember"},
        {"Ember sold shares.", "ember:Ember"},
        {"Ember's men slept.", "ember:Ember"},
        {"Ember pleased Hu Ren.", "ember:Ember hu-ren:Hu Ren"},
    });
}

TEST(DoubtfulNames, OfficesWithoutACountryYieldToAnother) {
    expect_doubtful({
        {"The Board of Roads met.", "board:Board of Roads"},
        {"In Wendland the Board of Roads met.", "wendland:Wendland"},
        {"The Board of Roads wrote to Wendland.", "board:Board of Roads wendland:Wendland"},
        {"In Wendland the Board of Roads fined Salinex.",
         "wendland:Wendland board:Board of Roads salinex:Salinex"},
        {"Rurian ships left Wendland. The Board of Roads met.",
         "wendland:Wendland board:Board of Roads"},
        {"A Rurian told Wendish farmers that the Board of Roads met.", "board:Board of Roads"},
    });
}

TEST(DoubtfulNames, QueriesAreTrusted) {
    const Knowledge world = Knowledge::parse(kDoubtfulWorld, "doubtful world");
    const EntityFinder finder(world);
    EXPECT_EQ(described(world, "SOR", finder.find_in_query("SOR")), "salt-office/acronym:SOR");
    EXPECT_EQ(described(world, "山泉", finder.find_in_query("山泉")), "spring:山泉");
}

}  // namespace
}  // namespace sinodex
