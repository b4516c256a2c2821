// SPDX-License-Identifier: GPL-2.0-or-later

// The knowledge files as they are shipped. That the program could be built with them is most of it:
// compiling them refuses relations to nothing, ids that come twice and names that two entities
// share.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "corpus/entities/entity_finder.h"
#include "corpus/entities/knowledge.h"
#include "tests/corpus/entities/found_entities.h"
#include "tests/corpus/text/sample_texts.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

TEST(BuiltInKnowledge, HoldsHundredsOfEntitiesOfAllTypes) {
    const Knowledge& knowledge = Knowledge::built_in();
    EXPECT_GE(knowledge.entities().size(), 500U);
    std::set<EntityType> types;
    for (const Entity& entity : knowledge.entities()) types.insert(entity.type);
    EXPECT_EQ(types.size(), 13U);
}

TEST(BuiltInKnowledge, IsWhatItsFilesSay) {
    std::set<std::filesystem::path> paths;
    for (const auto& file :
         std::filesystem::directory_iterator(SINODEX_SOURCE_DIR "/corpus/knowledge/entities")) {
        paths.insert(file.path());
    }
    std::string text;
    for (const auto& path : paths) text += testing::read_file(path.string()) + "\n";
    EXPECT_TRUE(Knowledge::parse(text, "files") == Knowledge::built_in());
}

TEST(BuiltInKnowledge, EveryEntitySaysWhatItIs) {
    for (const Entity& entity : Knowledge::built_in().entities()) {
        EXPECT_FALSE(entity.note.empty()) << entity.id;
    }
}

TEST(BuiltInKnowledge, AmbiguousNamesHaveAContextOrAnotherName) {
    for (const Entity& entity : Knowledge::built_in().entities()) {
        const bool all_ambiguous =
            std::none_of(entity.names.begin(), entity.names.end(), [](const EntityName& name) {
                return name.kind == NameKind::plain || name.kind == NameKind::acronym ||
                       name.kind == NameKind::adjective;
            });
        EXPECT_FALSE(all_ambiguous && entity.context.empty()) << entity.id;
    }
}

TEST(BuiltInKnowledge, IsFoundInTheShippedArticles) {
    const EntityFinder finder(Knowledge::built_in());
    EntityFinder::Scratch scratch;
    std::set<std::string> ids;
    for (const std::string& text : shipped_texts()) {
        for (const Mention& mention : finder.find_mentions("", text, scratch).text) {
            ids.insert(Knowledge::built_in().entity(mention.entity).id);
        }
    }
    EXPECT_GT(ids.size(), 100U);
}

// Words that mean something else in most news.
TEST(BuiltInKnowledge, LeavesOtherNewsAlone) {
    struct Row {
        std::string text;
        std::string found;
    };
    for (const Row& row :
         {Row{"It fell 10% to US$5 and HK$3.", ""},
          Row{"said the Economic Planning Agency", ""},
          Row{"a growth target for the money supply", ""},
          Row{"A 100 mln dlr offering", ""},
          Row{"shares that trade on the Amex", ""},
          Row{"from F.N. Wolf and Co", ""},
          Row{"oil from the North Sea", ""},
          Row{"A Face in the Crowd", ""},
          Row{"the Times of Zambia", ""},
          Row{"a unit of Chase Manhattan", ""},
          Row{"Japan's commerce ministry met the finance ministry in Seoul.",
              "japan:Japan seoul:Seoul"},
          Row{"It cost 210 million US dollars, said U.S. Steel.", ""},
          Row{"The Senate in Manila voted.", ""},
          Row{"两万元以上汽车免税", ""},
          Row{"an R1 visa, a V3 rocket, a Vanguard of progress", ""},
          Row{"Philip and Phillip saw Donaid.", ""},
          Row{"罚款1.5亿欧元", ""},
          Row{"白俄罗斯选手萨巴伦卡", ""},
          Row{"the Communist Youth League (CYL)",
              "communist-youth-league:Communist Youth League communist-youth-league:CYL"},
          Row{"China's growth target", "china:China growth-target:growth target"}}) {
        EXPECT_EQ(found(Knowledge::built_in(), "", row.text), row.found) << row.text;
    }
}

TEST(BuiltInKnowledge, NamesThatTheirSurroundingsDecide) {
    struct Row {
        std::string text;
        std::string found;
    };
    for (const Row& row :
         {Row{"DeepSeek trained R1 on top of V3.",
              "deepseek:DeepSeek deepseek-r1:R1 deepseek-v3:V3"},
          Row{"Chinese exporters wrote to the finance ministry.", "mof:finance ministry"},
          Row{"BYD and SAIC appealed against the tariffs.", "byd/acronym:BYD saic:SAIC"},
          Row{"比亚迪与上汽提出抗辩", "byd:比亚迪 saic:上汽"},
          Row{"Huawei's Mate 60 Pro sold out.", "huawei:Huawei mate-60:Mate 60 Pro"},
          Row{"Donaid Trump called H0ng Kong.", "donald-trump/fuzzy:Donaid Trump"},
          Row{"Donald Trump asked the Senate.", "donald-trump:Donald Trump us-congress:Senate"}}) {
        EXPECT_EQ(found(Knowledge::built_in(), "", row.text), row.found) << row.text;
    }
}

}  // namespace
}  // namespace sinodex
