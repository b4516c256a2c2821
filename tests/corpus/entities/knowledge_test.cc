// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/entities/knowledge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "corpus/error.h"
#include "tests/corpus/entities/found_entities.h"
#include "tests/support/expect_error.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

using ::testing::ElementsAre;
using testing::expect_error;

const std::string kBase =
    "id: cat\ntype: company\nname: Cat Corp\nen: Cat Corp; Cats\nnote: Sells cats.\n\n"
    "id: dog\ntype: company\nname: Dog Inc\nen: Dog Inc\nparent: cat 2001..2003-04 | a third\n";

Knowledge parse(const std::string& text) { return Knowledge::parse(text, "my/world.txt"); }

std::vector<std::string> names_of(const Knowledge& knowledge, std::string_view id) {
    std::vector<std::string> names;
    for (const EntityName& name : knowledge.entity(knowledge.find(id).value()).names) {
        names.push_back(name.text);
    }
    return names;
}

TEST(Knowledge, ReadsStanzas) {
    const Knowledge knowledge = parse(
        "# a comment\r\n\r\n"
        "id: cat\ntype: regulator\nname: Cat Office\n# inside\nen: Cat Office ;  Office of Cats;\n"
        "zh: 猫办\nacronym: CO\nticker: NYSE:CAT\nambiguous: Cat\ncontext: dog; 猫粮\n"
        "surname: Katz\nrole: the cat watchdog\nnot: cat flap\nmisnomer: Kat Office\n"
        "pinyin: Mao Ban\nnote: Watches: cats; dogs.\nled-by: dog 1999 | Head; dog ..2001\n"
        "about: dog 2020-01-31..\n   \n"
        "id: dog\ntype: person\nname: Dog\nen: Dog");
    ASSERT_EQ(knowledge.entities().size(), 2U);
    const Entity& cat = knowledge.entity(0);
    EXPECT_EQ(cat.type, EntityType::regulator);
    EXPECT_EQ(cat.name, "Cat Office");
    EXPECT_EQ(cat.note, "Watches: cats; dogs.");
    EXPECT_THAT(cat.context, ElementsAre("dog", "猫粮"));
    EXPECT_THAT(
        cat.names,
        ElementsAre(
            EntityName{"Cat Office", NameKind::plain},
            EntityName{"Office of Cats", NameKind::plain}, EntityName{"猫办", NameKind::plain},
            EntityName{"CO", NameKind::acronym}, EntityName{"NYSE:CAT", NameKind::ticker},
            EntityName{"Cat", NameKind::ambiguous}, EntityName{"Katz", NameKind::surname},
            EntityName{"the cat watchdog", NameKind::role},
            EntityName{"cat flap", NameKind::not_this},
            EntityName{"Kat Office", NameKind::misnomer}, EntityName{"Mao Ban", NameKind::plain}));
    EXPECT_THAT(cat.relations,
                ElementsAre(Relation{RelationKind::led_by, 1, "1999", "1999", "Head"},
                            Relation{RelationKind::led_by, 1, "", "2001", ""},
                            Relation{RelationKind::about, 1, "2020-01-31", "", ""}));
    EXPECT_EQ(knowledge.find("dog"), 1U);
    EXPECT_EQ(knowledge.find("cow"), std::nullopt);
}

TEST(Knowledge, NothingIsKnowledge) { EXPECT_TRUE(parse("# empty\n").entities().empty()); }

TEST(Knowledge, SaysWhereAFileIsWrong) {
    struct Case {
        const char* stanza;  // behind kBase and a blank line: its first line is the 13th
        const char* words;
    };
    for (const Case& one : std::initializer_list<Case>{
             {"id: eel\ntype: company\nname: E\nen: Eel\nsize: 3", "my/world.txt:17: unknown key"},
             {"id: cat\ntype: company\nname: C\nen: C", "my/world.txt:13: id comes twice: cat"},
             {"id: Eel\ntype: company\nname: E\nen: Eel", "my/world.txt:13: not an id: Eel"},
             {"type: company\nid: eel", "my/world.txt:13: a stanza begins with its id"},
             {"id: eel\ntype: fish\nname: E\nen: Eel", "my/world.txt:14: no such type: fish"},
             {"id: eel\nname: E\nen: Eel", "my/world.txt:13: no type: eel"},
             {"id: eel\ntype: company\nen: Eel", "my/world.txt:13: no name: eel"},
             {"id: eel\ntype: company\nname: E", "my/world.txt:13: nothing to find it by"},
             {"id: eel\ntype: company\nname: E\nen:", "my/world.txt:16: 'en' has no value"},
             {"id: eel\ntype: company\nname: E\nEel", "my/world.txt:16: not a field: Eel"},
             {"id: eel\ntype: company\nname: E\nen: Eel; Cats",
              "my/world.txt:16: 'Cats' is a name of cat and of eel"},
             {"id: eel\ntype: company\nname: E\nen: Eel; cat-corp", "'cat-corp' is a name of cat"},
             {"id: eel\ntype: company\nname: E\nen: Eel; !?", "my/world.txt:16: not a name"},
             {"id: eel\ntype: company\nname: E\nen: Eel\nparent: cow",
              "my/world.txt:17: relation to an id that is nowhere: cow"},
             {"id: eel\ntype: company\nname: E\nen: Eel\nparent: cat 20",
              "my/world.txt:17: not a date: 20"},
             {"id: eel\ntype: company\nname: E\nen: Eel\nparent: cat 2020-13", "not a date"},
             {"id: eel\ntype: company\nname: E\nen: Eel\nparent: cat 2020-1", "not a date"},
             {"id: eel\ntype: company\nname: E\nen: Eel\nparent: cat 2020-01-32", "not a date"},
             {"id: eel\ntype: company\nname: E\nen: Eel\nparent: cat since 2020", "not a date"},
             {"id: eel\ntype: company\nname: E\nen: Eel\nparent: cat ..", "not a date"},
             {"id: eel\ntype: company\nname: E\nen: Eel\nparent: cat 2021..2020", "ends before"},
             {"id: eel\ntype: company\nname: E\nen: Eel\nhome: cow",
              "my/world.txt:17: home is an id that is nowhere: cow"},
             {"for: fish\nunless: net", "my/world.txt:13: no such type: fish"},
             {"for: person\nname: E", "my/world.txt:14: unknown key: name"},
             {"id: eel\ntype: company\nname: E\nen: Eel\nreplace: no",
              "my/world.txt:17: replace what?"},
         }) {
        expect_error(ErrorKind::input, one.words, [&] { parse(kBase + "\n" + one.stanza); });
    }
}

TEST(Knowledge, NamesMayBeSharedOnlyWhenAmbiguous) {
    const std::string eel = "\nid: eel\ntype: company\nname: E\nen: Eel\n";
    EXPECT_NO_THROW(parse(kBase + eel + "ambiguous: Cats; Cat\nrole: Cats\n"));
    EXPECT_NO_THROW(parse(kBase + eel + "acronym: CATS\n"));  // other capitals, another name
    EXPECT_NO_THROW(parse(kBase + eel + "en: Eel; EEL; eels\n"));
    expect_error(ErrorKind::input, "a name of cat and of eel",
                 [&] { parse(kBase + eel + "misnomer: CATS\n"); });
    expect_error(ErrorKind::input, "a name of cat and of eel",
                 [&] { parse(kBase + eel + "zh: Cat Corp\n"); });
}

TEST(Knowledge, BlockGivesTheSameKnowledge) {
    for (const Knowledge* knowledge : {&small_world(), &Knowledge::built_in()}) {
        const auto block = std::make_shared<const std::string>(knowledge->block());
        const Knowledge again = Knowledge::of_block(*block, block);
        EXPECT_TRUE(again == *knowledge);
        EXPECT_TRUE(again.entities() == knowledge->entities());
        EXPECT_EQ(again.fingerprint(), knowledge->fingerprint());
        EXPECT_TRUE(again.extended("", "nothing") == *knowledge) << "rules and all";
        const std::string text = "The SAMR fined Alibaba, Jack Ma's company, in Hangzhou.";
        EXPECT_EQ(found(again, "", text), found(*knowledge, "", text));
    }
}

TEST(Knowledge, RefusesWhatIsNoBlock) {
    const std::string block(parse(kBase).block());
    const auto refuses = [](const std::string& bytes) {
        expect_error(ErrorKind::database, "is not laid out",
                     [&] { Knowledge::of_block(bytes, nullptr); });
    };
    for (std::size_t size = 0; size < block.size(); ++size) refuses(block.substr(0, size));
    refuses(block + std::string(8, '\0'));
    refuses("id: cat\ntype: company\nname: Cat Corp\nen: Cat Corp\n");
    refuses("SDXKNOW0" + block.substr(8));
}

TEST(Knowledge, KnowsWhoseParentAnEntityIs) {
    const Knowledge knowledge = parse(kBase +
                                      "parent: dog\n\nid: eel\ntype: company\n"
                                      "name: Eel\nen: Eel\nled-by: cat\nparent: cat\n");
    EXPECT_THAT(knowledge.parts_of(0), ElementsAre(1, 2));
    EXPECT_THAT(knowledge.parts_of(1), ElementsAre(1));
    EXPECT_THAT(knowledge.parts_of(2), ElementsAre());
}

TEST(Knowledge, MakesEntitiesForManyThreads) {
    const Knowledge knowledge = parse(kBase);
    std::vector<const Entity*> made(8);
    {
        std::vector<std::jthread> threads;
        for (const Entity*& one : made) {
            threads.emplace_back([&] { one = &knowledge.entity(1); });
        }
    }
    EXPECT_THAT(made, ::testing::Each(made.front()));
    EXPECT_EQ(made.front()->name, "Dog Inc");
}

TEST(Knowledge, FingerprintTellsKnowledgeApart) {
    const Knowledge base = parse(kBase);
    EXPECT_EQ(base.fingerprint().size(), 16U);
    EXPECT_EQ(base.fingerprint(), parse("\n# the same\n" + kBase).fingerprint());
    EXPECT_NE(base.fingerprint(), base.extended("id: cat\nen: Meow\n", "x").fingerprint());
    EXPECT_NE(base.fingerprint(), parse("").fingerprint());
}

TEST(UsersKnowledge, AddsEntitiesAndNames) {
    const Knowledge base = parse(kBase);
    const Knowledge all = base.extended(
        "id: dog\nen: Dogs\nnote: Barks.\n\n"
        "id: eel\ntype: company\nname: Eel\nen: Eel\nparent: dog\n",
        "mine.txt");
    EXPECT_EQ(base.entities().size(), 2U);
    ASSERT_EQ(all.entities().size(), 3U);
    EXPECT_THAT(names_of(all, "cat"), ElementsAre("Cat Corp", "Cats"));
    EXPECT_THAT(names_of(all, "dog"), ElementsAre("Dog Inc", "Dogs"));
    EXPECT_EQ(all.entity(1).name, "Dog Inc");
    EXPECT_EQ(all.entity(1).note, "Barks.");
    EXPECT_EQ(all.entity(1).relations.size(), 1U);
    EXPECT_EQ(all.entity(2).relations.at(0).target, 1U);
    EXPECT_EQ(found(all, "", "Dogs and an Eel"), "dog:Dogs eel:Eel");
}

TEST(UsersKnowledge, ReplacesAnEntity) {
    const Knowledge all = parse(kBase).extended(
        "id: cat\nreplace: yes\ntype: product\nname: Kitten\nen: Kitten\n", "mine.txt");
    EXPECT_THAT(names_of(all, "cat"), ElementsAre("Kitten"));
    EXPECT_EQ(all.entity(0).type, EntityType::product);
    EXPECT_EQ(all.entity(0).note, "");
    EXPECT_EQ(all.entity(1).relations.at(0).target, 0U);
}

TEST(UsersKnowledge, ReplacesAll) {
    for (const char* gap : {"\n", "\n\n"}) {
        const Knowledge all =
            parse(kBase).extended(std::string("# mine\nreplace: all") + gap +
                                      "id: eel\ntype: company\nname: E\nen: Eel\n",
                                  "mine.txt");
        ASSERT_EQ(all.entities().size(), 1U);
        EXPECT_EQ(all.entity(0).id, "eel");
    }
    EXPECT_TRUE(parse(kBase).extended("replace: all\n", "mine.txt").entities().empty());
}

TEST(UsersKnowledge, SaysWhereItIsWrong) {
    const Knowledge base = parse(kBase);
    struct Case {
        const char* text;
        const char* words;
    };
    for (const Case& one : std::initializer_list<Case>{
             {"\nid: cat\nen: Dog Inc\n", "mine.txt:3: 'Dog Inc' is a name of cat and of dog"},
             {"\nid: dog\nen: Cats\n", "mine.txt:3: 'Cats' is a name of cat and of dog"},
             {"id: dog\nen: D\n\nid: dog\nen: E\n", "mine.txt:4: id comes twice"},
             {"id: dog\nreplace: yes\nen: D\nname: D\n", "mine.txt:1: no type: dog"},
             {"id: cat\nreplace: all\n", "mine.txt:2: replace what? all"},
             {"replace: all\n\nid: dog\nen: D\n", "mine.txt:3: no name: dog"},
             {"replace: all\n\nid: eel\ntype: company\nname: E\nen: E\nparent: cat\n",
              "mine.txt:7: relation to an id that is nowhere: cat"},
         }) {
        expect_error(ErrorKind::input, one.words, [&] { base.extended(one.text, "mine.txt"); });
    }
}

TEST(UsersKnowledge, ComesFromAFile) {
    const testing::TemporaryFolder folder;
    const std::string path = folder.write("mine.txt", "id: cat\nen: Meow\n");
    EXPECT_THAT(names_of(parse(kBase).extended_by_file(path), "cat"),
                ElementsAre("Cat Corp", "Cats", "Meow"));
    EXPECT_TRUE(parse(kBase).extended_by_file(folder.write("none.txt", "")) == parse(kBase));
    expect_error(ErrorKind::input, "nowhere.txt",
                 [&] { parse(kBase).extended_by_file(folder / "nowhere.txt"); });
    const std::string wrong = folder.write("wrong.txt", "id: cat\nmeow\n");
    expect_error(ErrorKind::input, wrong + ":2: not a field",
                 [&] { parse(kBase).extended_by_file(wrong); });
}

}  // namespace
}  // namespace sinodex
