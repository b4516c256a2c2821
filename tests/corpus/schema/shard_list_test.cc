// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/shard_list.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/expect_error.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

using namespace testing;

std::string text_of(const std::vector<IndexPlace>& places) {
    std::string text;
    for (const IndexPlace& place : places) text += place.name + "=" + place.path + ";";
    return text;
}

TEST(ShardList, OfAFolderIsThatFolder) {
    const TemporaryFolder folder;
    const std::string missing = folder / "no.db";
    EXPECT_EQ(text_of(places_of(folder.path())), folder.path() + "=" + folder.path() + ";");
    EXPECT_EQ(text_of(places_of(missing)), missing + "=" + missing + ";") << "told when opened";
}

TEST(ShardList, NamesFoldersSeenFromIts) {
    const TemporaryFolder folder;
    const std::string list = folder.write("all.list",
                                          "# three of them\n\none  part one.db \r\n"
                                          "  t-w.o_2\t../else/two.db\nthree /far/three.db\n");
    const std::filesystem::path here = folder.path();
    EXPECT_EQ(text_of(places_of(list)), "one=" + folder / "part one.db" + ";t-w.o_2=" +
                                            (here.parent_path() / "else/two.db").string() +
                                            ";three=/far/three.db;");
    EXPECT_EQ(places_of(std::vector<std::string>{list, "x.db"}).size(), 4U);
}

TEST(ShardList, SaysWhatIsWrongAndWhere) {
    const TemporaryFolder folder;
    struct Case {
        const char* lines;
        const char* words;
    };
    for (const Case& c : {Case{"", ":0: lists no index"}, Case{"# nothing\n", ":1: lists no index"},
                          Case{"one a.db\nalone\n", ":2: has no name and folder"},
                          Case{"a/b a.db\n", ":1: 'a/b' is no name"},
                          Case{"one a.db\none b.db\n", ":2: the name one comes twice"}}) {
        const std::string list = folder.write("all.list", c.lines);
        expect_error(ErrorKind::database, c.words, [&] { places_of(list); });
    }
}

}  // namespace
}  // namespace sinodex
