// SPDX-License-Identifier: GPL-2.0-or-later
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <unistd.h>
#include <xapian.h>

#include <chrono>
#include <filesystem>
#include <thread>

#include "corpus/schema/fields.h"
#include "corpus/schema/generation.h"
#include "tests/indexer/indexing.h"
#include "tests/support/changed_metadata.h"
#include "tests/support/expect_error.h"
#include "tests/support/ordinary_user.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

namespace fs = std::filesystem;
using namespace testing;

TEST(Refusal, OfAPathThatIsNotThereTouchesNothing) {
    const TemporaryFolder folder;
    expect_error(ErrorKind::input, "missing",
                 [&] { index_path(folder / "db", folder / "missing"); });
    EXPECT_FALSE(fs::exists(folder / "db"));

    index_lines(folder / "db", sample_lines(5));
    const auto stamps = stamps_of(folder / "db");
    IndexOptions options;
    options.database = folder / "db";
    options.prune = true;
    options.paths = {folder.write("a.txt", "Text."), folder / "missing"};
    expect_error(ErrorKind::input, "missing", [&] { index_documents(options); });
    EXPECT_EQ(stamps_of(folder / "db"), stamps);
}

TEST(Refusal, OfADatabaseThatIsAFile) {
    const TemporaryFolder folder;
    const std::string file = folder.write("db", "mine");
    expect_error(ErrorKind::output, file, [&] { index_lines(file, sample_lines(1)); });
    expect_error(ErrorKind::output, file, [&] { index_lines(file + "/db", sample_lines(1)); });
    EXPECT_EQ(read_file(file), "mine");
}

TEST(Refusal, OfAFolderThatCannotBeWritten) {
    const OrdinaryUser user;
    const TemporaryFolder folder;
    index_lines(folder / "db", sample_lines(3));
    fs::permissions(folder / "db", fs::perms::owner_read | fs::perms::owner_exec);
    expect_error(ErrorKind::output, "db", [&] { index_lines(folder / "db", sample_lines(4)); });
    expect_error(ErrorKind::output, "new",
                 [&] { index_lines(folder / "db/new", sample_lines(4)); });
    EXPECT_EQ(articles_of(folder / "db").size(), 3U);
    fs::permissions(folder / "db", fs::perms::owner_all);
}

TEST(Refusal, OfASecondWriter) {
    const TemporaryFolder folder;
    bool tried = false;
    IndexOptions options;
    options.progress = [&](const IndexProgress& progress) {
        if (!progress.merging) return;
        tried = true;
        expect_error(ErrorKind::locked, "--wait",
                     [&] { index_lines(folder / "db", sample_lines(9)); });
    };
    index_lines(folder / "db", sample_lines(4), options);
    EXPECT_TRUE(tried);
    EXPECT_EQ(articles_of(folder / "db").size(), 4U);
}

TEST(Refusal, WaitsForTheOtherWriterWhenTold) {
    const TemporaryFolder folder;
    const int lock = open(folder.write("db/lock", "").c_str(), O_RDWR | O_CLOEXEC);
    ASSERT_EQ(flock(lock, LOCK_EX), 0);
    expect_error(ErrorKind::locked, "db", [&] { index_lines(folder / "db", sample_lines(1)); });

    std::thread other([lock] {
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        close(lock);
    });
    IndexOptions options;
    options.wait_seconds = 20;
    EXPECT_EQ(index_lines(folder / "db", sample_lines(1), options).added, 1U);
    other.join();
}

TEST(Refusal, GivesUpWaitingAtLast) {
    const TemporaryFolder folder;
    const int lock = open(folder.write("db/lock", "").c_str(), O_RDWR | O_CLOEXEC);
    ASSERT_EQ(flock(lock, LOCK_EX), 0);
    const auto start = std::chrono::steady_clock::now();
    IndexOptions options;
    options.wait_seconds = 1;
    expect_error(ErrorKind::locked, "db",
                 [&] { index_lines(folder / "db", sample_lines(1), options); });
    EXPECT_GE(std::chrono::steady_clock::now() - start, std::chrono::seconds(1));
    close(lock);
}

// Many writers at once: whoever gets in writes all or nothing.
TEST(Refusal, OfAllButOneOfManyThreads) {
    const TemporaryFolder folder;
    std::vector<std::thread> writers;
    for (unsigned i = 0; i < 6; ++i) {
        writers.emplace_back([&, i] {
            try {
                IndexOptions options;
                options.wait_seconds = 60 * (i % 2);
                index_lines(folder / "db", sample_lines(100, i), options);
            } catch (const Error& error) {
                EXPECT_EQ(error.kind(), ErrorKind::locked) << error.what();
            }
        });
    }
    for (std::thread& writer : writers) writer.join();
    EXPECT_EQ(articles_of(folder / "db").size(), 100U);
    expect_tidy(folder / "db");
}

TEST(Refusal, OfADatabaseOfAnotherVersion) {
    for (const std::string_view key : {kMetaVersion, kMetaAnalyzer}) {
        for (const char* value : {"999", ""}) {
            const TemporaryFolder folder;
            index_lines(folder / "db", sample_lines(5));
            change_metadata(current_generation_path(folder / "db"), key, value);
            expect_error(ErrorKind::database, "--rebuild",
                         [&] { index_lines(folder / "db", sample_lines(7)); });
            EXPECT_EQ(Xapian::Database(folder / "db").get_doccount(), 5U);
            EXPECT_EQ(index_lines(folder / "db", sample_lines(7), rebuilding()).added, 7U);
            EXPECT_EQ(articles_of(folder / "db").size(), 7U);
            expect_tidy(folder / "db");
        }
    }
}

TEST(Refusal, OfADamagedDatabaseEndsWithARebuild) {
    for (const std::string file : {"iamglass", "postlist.glass", "knowledge"}) {
        for (const std::string damage : {"removed", "emptied", "halved", "byte", "zeros"}) {
            SCOPED_TRACE(file + " " + damage);
            const TemporaryFolder folder;
            index_lines(folder / "db", sample_lines(60));
            const std::string path = current_generation_path(folder / "db") + "/" + file;
            std::string bytes = read_file(path);
            if (damage == "emptied") bytes.clear();
            if (damage == "halved") bytes.resize(bytes.size() / 2);
            if (damage == "byte") bytes[bytes.size() * 2 / 3] ^= 1;
            if (damage == "zeros") bytes.assign(bytes.size(), '\0');
            write_file(path, bytes);
            if (damage == "removed") fs::remove(path);
            const std::string stub = read_file(folder / "db/XAPIANDB");

            expect_error(ErrorKind::database, "--rebuild",
                         [&] { index_lines(folder / "db", sample_lines(60, 1)); });
            EXPECT_EQ(read_file(folder / "db/XAPIANDB"), stub);
            EXPECT_EQ(index_lines(folder / "db", sample_lines(9), rebuilding()).added, 9U);
            EXPECT_NE(read_file(folder / "db/XAPIANDB"), stub) << "a name is never used again";
            expect_tidy(folder / "db");
        }
    }
}

// A stub that cannot be read must not pass for a database that is not there yet.
TEST(Refusal, OfADamagedStub) {
    for (const std::string stub : {"", "glass", "auto elsewhere\n", "glass gen-000009\n"}) {
        const TemporaryFolder folder;
        index_lines(folder / "db", sample_lines(5));
        folder.write("db/XAPIANDB", stub);
        expect_error(ErrorKind::database, "--rebuild",
                     [&] { index_lines(folder / "db", sample_lines(1)); });
        EXPECT_TRUE(fs::exists(folder / "db/gen-000001")) << "the articles are gone";
        index_lines(folder / "db", sample_lines(6), rebuilding());
        EXPECT_EQ(articles_of(folder / "db").size(), 6U);
        EXPECT_EQ(current_generation(folder / "db"), "gen-000002");
        expect_tidy(folder / "db");
    }
}

TEST(Rebuild, OfNothingIsABuild) {
    const TemporaryFolder folder;
    EXPECT_EQ(index_lines(folder / "db", sample_lines(3), rebuilding()).added, 3U);
    EXPECT_EQ(index_lines(folder / "db", sample_lines(2), rebuilding()).added, 2U);
    EXPECT_EQ(articles_of(folder / "db").size(), 2U);
}

}  // namespace
}  // namespace sinodex
