// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/generation.h"

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <string>
#include <thread>

#include "corpus/error.h"
#include "corpus/schema/durable_files.h"
#include "tests/support/expect_error.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

namespace fs = std::filesystem;
using testing::expect_error;
using testing::TemporaryFolder;

constexpr const char* kTables[] = {"docdata.glass", "iamglass", "postlist.glass", "termlist.glass"};

// Files that stand in for tables: nothing here looks into them.
std::string make_generation(const TemporaryFolder& folder, const std::string& name) {
    for (const std::string table : kTables) {
        folder.write(name + "/" + table, table + std::string(5000, 'x') + name);
    }
    return folder / name;
}

void make_database(const TemporaryFolder& folder, const std::string& name = "gen-000001") {
    seal_generation(make_generation(folder, name));
    switch_generation(folder.path(), name);
}

void expect_no_database(const std::string& path, const std::string& words) {
    expect_error(ErrorKind::database, words, [&] { current_generation_path(path); });
}

TEST(Generation, OfASoundDatabaseIsFound) {
    const TemporaryFolder folder;
    EXPECT_FALSE(has_generation(folder.path()));
    make_database(folder);
    EXPECT_TRUE(has_generation(folder.path()));
    EXPECT_EQ(current_generation(folder.path()), "gen-000001");
    EXPECT_EQ(current_generation_path(folder.path()), folder / "gen-000001");
    EXPECT_EQ(testing::read_file(folder / "XAPIANDB"), "glass gen-000001\n");
}

TEST(Generation, OfAFolderThatIsNotThereIsAnErrorThatSaysWhatToRun) {
    const TemporaryFolder folder;
    expect_no_database(folder / "missing", "sinodex-index --db");
    expect_no_database(folder.path(), "there is no Sinodex database here");
    expect_no_database(folder.write("file", "text"), "there is no Sinodex database here");
    EXPECT_FALSE(has_generation(folder / "missing"));
    EXPECT_FALSE(fs::exists(folder / "missing"));
}

// All of these are a database that cannot be used, not the lack of one: a writer that took one for
// the other would throw the articles away.
TEST(Generation, OfADamagedStubIsAnErrorAndNotNothing) {
    for (const std::string stub :
         {"", "\n", "glass gen-000001", "glass \n", "glass gen-\n", "glass gen-1x\n",
          "glass ../gen-000001\n", "glass gen-000001/..\n", "glass gen-000001\r\n",
          "auto /somewhere/else\n", "inmemory\n", "gen-000001\n"}) {
        const TemporaryFolder folder;
        make_database(folder);
        folder.write("XAPIANDB", stub);
        EXPECT_TRUE(has_generation(folder.path())) << stub;
        expect_no_database(folder.path(), "--rebuild");
    }
}

TEST(Generation, OfAStubThatNamesNoFolderIsAnError) {
    const TemporaryFolder folder;
    folder.write("XAPIANDB", "glass gen-000007\n");
    EXPECT_EQ(current_generation(folder.path()), "gen-000007");
    expect_no_database(folder.path(), "is missing");
}

TEST(Generation, WithoutATableIsAnError) {
    for (const char* table : kTables) {
        const TemporaryFolder folder;
        make_database(folder);
        fs::remove(folder / "gen-000001" + "/" + table);
        expect_no_database(folder.path(), table);
        expect_error(ErrorKind::database, "--rebuild",
                     [&] { verify_generation(folder / "gen-000001"); });
    }
}

// Readers look without a lock: one generation or the next, never an error.
TEST(Generation, IsFoundWhileAWriterSwitches) {
    const TemporaryFolder folder;
    make_database(folder);
    std::atomic<bool> done = false;
    std::thread writer([&] {
        std::string name = "gen-000001";
        for (int i = 0; i < 100; ++i) make_database(folder, name = next_generation(name));
        done = true;
    });
    std::size_t looks = 0;
    for (; !done; ++looks) EXPECT_NO_THROW(current_generation_path(folder.path()));
    writer.join();
    EXPECT_GT(looks, 100U);
}

TEST(NextGeneration, CountsOn) {
    EXPECT_EQ(next_generation(""), "gen-000001");
    EXPECT_EQ(next_generation("gen-000001"), "gen-000002");
    EXPECT_EQ(next_generation("gen-000009"), "gen-000010");
    EXPECT_EQ(next_generation("gen-999999"), "gen-1000000");
    EXPECT_EQ(next_generation("gen-1000000"), "gen-1000001");
    EXPECT_EQ(next_generation("gen-"), "gen-000001");
    EXPECT_EQ(next_generation("else"), "gen-000001");
}

TEST(NewestGeneration, IsTheOneWithTheHighestNumber) {
    const TemporaryFolder folder;
    EXPECT_EQ(newest_generation(folder.path()), "");
    EXPECT_EQ(newest_generation(folder / "missing"), "");
    for (const char* name : {"gen-000002", "gen-1000000", "gen-999999", "gen-ealogy", "gen-"}) {
        fs::create_directory(folder / name);
    }
    EXPECT_EQ(newest_generation(folder.path()), "gen-1000000");
}

TEST(SwitchGeneration, RemovesTheOldOneAndNothingElse) {
    const TemporaryFolder folder;
    folder.write("notes.txt", "mine");
    folder.write("gen-ealogy/tree.txt", "mine");
    folder.write("gen-", "mine");
    folder.write("gen-000007/tree.txt", "mine");
    folder.write("gen-8", "mine");
    make_database(folder, "gen-000001");
    make_database(folder, "gen-000002");
    EXPECT_EQ(current_generation(folder.path()), "gen-000002");
    EXPECT_FALSE(fs::exists(folder / "gen-000001"));
    EXPECT_FALSE(fs::exists(folder / "XAPIANDB.new"));
    for (const char* name :
         {"notes.txt", "gen-ealogy/tree.txt", "gen-", "gen-000007/tree.txt", "gen-8"}) {
        EXPECT_EQ(testing::read_file(folder / name), "mine") << name;
    }
}

// A run that was killed while it removed one leaves its manifest to the last, then an empty folder.
TEST(SwitchGeneration, RemovesWhatIsLeftOfARemoval) {
    const TemporaryFolder folder;
    make_database(folder, "gen-000001");
    make_database(folder, "gen-000002");
    seal_generation(make_generation(folder, "gen-000003"));
    for (const char* table : kTables) fs::remove(folder / "gen-000003" + "/" + table);
    fs::create_directory(folder / "gen-000004");
    fs::create_directory(folder / "gen-5");
    remove_other_generations(folder.path(), "gen-000002");
    EXPECT_FALSE(fs::exists(folder / "gen-000003"));
    EXPECT_FALSE(fs::exists(folder / "gen-000004"));
    EXPECT_TRUE(fs::exists(folder / "gen-5")) << "no name that we give";
    EXPECT_TRUE(fs::exists(folder / "gen-000002"));
}

TEST(SwitchGeneration, RemovesNothingWhereItCannotTellWhatIsUsed) {
    const TemporaryFolder folder;
    make_database(folder, "gen-000001");
    seal_generation(make_generation(folder, "gen-000002"));
    fs::remove(folder / "gen-000002/MANIFEST");
    remove_other_generations(folder.path(), "gen-000002");
    EXPECT_TRUE(fs::exists(folder / "gen-000001/postlist.glass"));
}

TEST(RemoveFolder, RemovesAFolderAndNothingElse) {
    const TemporaryFolder folder;
    folder.write("gen/mark", "");
    folder.write("gen/a/b", "");
    remove_folder(folder / "gen", "mark");
    EXPECT_FALSE(fs::exists(folder / "gen"));
    remove_folder(folder / "gen", "mark");
    folder.write("mark", "mine");
    remove_folder(folder / "mark", "mark");
    EXPECT_EQ(testing::read_file(folder / "mark"), "mine");
}

TEST(SwitchGeneration, ThatFailsLeavesTheOldOneInForce) {
    const TemporaryFolder folder;
    make_database(folder);
    seal_generation(make_generation(folder, "gen-000002"));
    fs::create_directory(folder / "XAPIANDB.new");
    expect_error(ErrorKind::output, "XAPIANDB.new",
                 [&] { switch_generation(folder.path(), "gen-000002"); });
    EXPECT_EQ(current_generation(folder.path()), "gen-000001");
    EXPECT_TRUE(fs::exists(folder / "gen-000001"));
}

// A generation goes on using files of earlier ones; only what it does not use is removed.
TEST(SwitchGeneration, KeepsWhatTheNewOneUses) {
    const TemporaryFolder folder;
    folder.write("gen-000001/knowledge", "old");
    folder.write("gen-000001/stories", "old");
    make_database(folder);
    std::vector<SealedFile> earlier;
    for (const SealedFile& file : read_manifest(folder / "gen-000001").files()) {
        if (file.name != "stories") earlier.push_back(file);
    }
    folder.write("gen-000002/stories", "new");
    seal_generation(folder / "gen-000002", earlier);
    switch_generation(folder.path(), "gen-000002");
    EXPECT_EQ(testing::read_file(folder / "XAPIANDB"), "# gen-000002\nglass gen-000001\n");
    EXPECT_EQ(current_generation_path(folder.path()), folder / "gen-000002");
    EXPECT_FALSE(fs::exists(folder / "gen-000001/stories"));
    EXPECT_TRUE(fs::exists(folder / "gen-000001/knowledge"));
    const Manifest manifest = read_manifest(folder / "gen-000002");
    EXPECT_EQ(manifest.segments(), std::vector<std::string>{"gen-000001"});
    EXPECT_EQ(manifest.path(*manifest.find("stories")), folder / "gen-000002/stories");
    EXPECT_GT(verify_generation(folder / "gen-000002"), 0U);

    folder.write("gen-000001/knowledge", "odd");
    expect_error(ErrorKind::database, "knowledge",
                 [&] { verify_generation(folder / "gen-000002"); });
    make_database(folder, "gen-000003");
    EXPECT_FALSE(fs::exists(folder / "gen-000001"));
    EXPECT_FALSE(fs::exists(folder / "gen-000002"));
}

// However the path of the database is written.
TEST(SwitchGeneration, KeepsWhatIsUsedBehindSlashes) {
    for (const std::string slashes : {"/", "//", "/.//", "/../db//"}) {
        const TemporaryFolder folder;
        folder.write("db/gen-000001/iamglass", "a table");
        seal_generation(folder / "db/gen-000001");
        switch_generation(folder / ("db" + slashes), "gen-000001");
        folder.write("db/gen-000002/stories", "new");
        seal_generation(folder / "db/gen-000002", read_manifest(folder / "db/gen-000001").own);
        switch_generation(folder / ("db" + slashes), "gen-000002");
        EXPECT_EQ(testing::read_file(folder / "db/gen-000001/iamglass"), "a table") << slashes;
        EXPECT_GT(verify_generation(current_generation_path(folder / "db")), 0U) << slashes;
    }
}

TEST(SealGeneration, OfNothingIsAnError) {
    const TemporaryFolder folder;
    expect_error(ErrorKind::output, "missing", [&] { seal_generation(folder / "missing"); });
}

TEST(VerifyGeneration, CountsTheBytesOfASoundOne) {
    const TemporaryFolder folder;
    make_database(folder);
    const std::string path = folder / "gen-000001";
    std::uint64_t bytes = 0;
    for (const char* table : kTables) bytes += fs::file_size(path + "/" + table);
    EXPECT_EQ(verify_generation(path), bytes);
    folder.write("gen-000001/flintlock", "");
    EXPECT_EQ(verify_generation(path), bytes) << "a lock file is no table";
}

TEST(VerifyGeneration, NoticesAByteOfAnyTable) {
    const TemporaryFolder folder;
    make_database(folder);
    for (const std::string table : kTables) {
        const std::string path = folder / "gen-000001/" + table;
        const std::string whole = testing::read_file(path);
        const std::size_t places[] = {0, 1, whole.size() / 2, whole.size() - 1};
        for (const std::size_t at : places) {
            std::string damaged = whole;
            damaged[at] = static_cast<char>(damaged[at] ^ 1);
            testing::write_file(path, damaged);
            expect_error(ErrorKind::database, table,
                         [&] { verify_generation(folder / "gen-000001"); });
        }
        for (const std::string& other : {std::string(), whole.substr(1), whole + "x"}) {
            testing::write_file(path, other);
            expect_error(ErrorKind::database, table,
                         [&] { verify_generation(folder / "gen-000001"); });
        }
        testing::write_file(path, whole);
    }
    verify_generation(folder / "gen-000001");
}

// Above all, a manifest that lost lines must not pass for a shorter one.
TEST(VerifyGeneration, NoticesADamagedManifest) {
    const TemporaryFolder folder;
    make_database(folder);
    const std::string path = folder / "gen-000001/MANIFEST";
    const std::string whole = testing::read_file(path);
    for (std::size_t size = 0; size + 1 < whole.size(); ++size) {
        testing::write_file(path, whole.substr(0, size));
        expect_error(ErrorKind::database, "--rebuild",
                     [&] { verify_generation(folder / "gen-000001"); });
    }
    for (std::size_t at = 0; at + 1 < whole.size(); ++at) {
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 8);
        testing::write_file(path, damaged);
        expect_error(ErrorKind::database, "--rebuild",
                     [&] { verify_generation(folder / "gen-000001"); });
    }
    fs::remove(path);
    expect_error(ErrorKind::database, "MANIFEST",
                 [&] { verify_generation(folder / "gen-000001"); });
    expect_error(ErrorKind::database, "MANIFEST", [&] { verify_generation(folder / "missing"); });
}

TEST(VerifyGeneration, NoticesATableThatTheManifestDoesNotKnow) {
    const TemporaryFolder folder;
    make_database(folder);
    folder.write("gen-000001/position.glass", "new");
    expect_error(ErrorKind::database, "position.glass",
                 [&] { verify_generation(folder / "gen-000001"); });
}

}  // namespace
}  // namespace sinodex
