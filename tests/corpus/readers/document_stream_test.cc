// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/document_stream.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "corpus/error.h"
#include "tests/corpus/readers/archives.h"
#include "tests/corpus/readers/temporary_folder.h"
#include "tests/support/ordinary_user.h"

namespace sinodex::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<RawDocument> all_of(DocumentStream& stream) {
    std::vector<RawDocument> documents;
    for (RawDocument document; stream.next(document);) documents.push_back(document);
    return documents;
}

std::vector<RawDocument> all_of(const std::vector<std::string>& paths, StreamOptions options = {}) {
    DocumentStream stream(paths, options);
    return all_of(stream);
}

std::vector<std::string> ids(const std::vector<RawDocument>& documents) {
    std::vector<std::string> result;
    for (const RawDocument& document : documents) result.push_back(document.id);
    return result;
}

std::vector<std::string> bytes(const std::vector<RawDocument>& documents) {
    std::vector<std::string> result;
    for (const RawDocument& document : documents) result.push_back(document.bytes);
    return result;
}

std::string numbered_lines(int count) {
    std::string lines;
    for (int i = 0; i < count; ++i) lines += "{\"id\":" + std::to_string(i * 7919 % 9973) + "}\n";
    return lines;
}

TEST(DocumentStream, WalksFoldersInTheOrderOfNames) {
    const TemporaryFolder folder;
    for (const char* name : {"b.txt", "a/z.md", "a/B.HTML", "a.txt", "c/d/e.json", "中.text"}) {
        folder.write(name, name);
    }
    const auto documents = all_of({folder.path()});
    EXPECT_THAT(ids(documents),
                ElementsAre("a/B.HTML", "a/z.md", "a.txt", "b.txt", "c/d/e.json", "中.text"));
    EXPECT_EQ(documents[0].format, Format::html);
    EXPECT_EQ(documents[1].format, Format::markdown);
    EXPECT_EQ(documents[2].format, Format::text);
    EXPECT_EQ(documents[4].format, Format::json);
    EXPECT_EQ(documents[0].bytes, "a/B.HTML");
    EXPECT_EQ(documents[0].origin, folder / "a/B.HTML");
}

TEST(DocumentStream, TakesPathsInTheOrderGiven) {
    const TemporaryFolder folder;
    const std::string second = folder.write("x/2.txt", "2");
    const std::string first = folder.write("1.txt", "1");
    EXPECT_THAT(ids(all_of({second, folder / "x/", first})),
                ElementsAre("2.txt", "2.txt", "1.txt"));
    EXPECT_THAT(all_of(std::vector<std::string>{}), IsEmpty());
}

TEST(DocumentStream, PassesOverWhatIsNotMeant) {
    const TemporaryFolder folder;
    folder.write("a.txt", "a");
    folder.write(".hidden.txt", "no");
    folder.write(".git/b.txt", "no");
    folder.write("image.png", "no");
    folder.write("sub/README", "no");
    fs::create_directory_symlink(folder.path(), folder / "sub/loop");
    fs::create_symlink(folder / "a.txt", folder / "sub/link.txt");
    DocumentStream stream({folder.path()});
    EXPECT_THAT(ids(all_of(stream)), ElementsAre("a.txt", "sub/link.txt"));
    EXPECT_EQ(stream.ignored_files().count(), 2u);
    EXPECT_EQ(stream.ignored_files().kinds.at(".png"), 1u);
    EXPECT_EQ(stream.ignored_files().kinds.at("without an ending"), 1u);
    EXPECT_THAT(stream.ignored_files().named,
                ElementsAre(folder / "image.png", folder / "sub/README"));
    EXPECT_EQ(stream.ignored_links().count(), 1u);
}

TEST(DocumentStream, PassesOverLinksOutOfTheFolder) {
    const TemporaryFolder folder;
    folder.write("in/a.txt", "a");
    const std::string secret = folder.write("secret.txt", "no");
    folder.write("in-beside/b.txt", "no");
    fs::create_symlink(secret, folder / "in/secret.txt");
    fs::create_symlink("../in-beside/b.txt", folder / "in/b.txt");
    fs::create_symlink("a.txt", folder / "in/c.txt");
    fs::create_directory_symlink(folder / "in", folder / "link");
    DocumentStream stream({folder / "in"});
    EXPECT_THAT(ids(all_of(stream)), ElementsAre("a.txt", "c.txt"));
    EXPECT_EQ(stream.ignored_links().count(), 2u);
    EXPECT_THAT(ids(all_of({folder / "link"})), ElementsAre("a.txt", "c.txt"));
    EXPECT_THAT(bytes(all_of({folder / "in/secret.txt"})), ElementsAre("no")) << "given itself";
}

TEST(DocumentStream, NamesPathsThatHoldNothing) {
    const TemporaryFolder folder;
    folder.write("full/a.txt", "a");
    folder.write("other/b.png", "no");
    const std::string blank = folder.write("blank.jsonl", "\n\n");
    const std::string bad = folder.write("bad.jsonl", "nonsense");
    fs::create_directory(folder / "empty");
    DocumentStream stream({folder / "empty", folder / "full", folder / "other", blank, bad});
    EXPECT_EQ(all_of(stream).size(), 2u);
    EXPECT_THAT(stream.empty_paths(), ElementsAre(folder / "empty", folder / "other", blank));
}

TEST(DocumentStream, PassesOverWhatIsOutsideAndNoArticle) {
    const TemporaryFolder folder;
    const std::string outside = folder.write("outside.txt", "no");
    folder.write("in/a.txt", "a");
    folder.write("in/b/corpus.jsonl", "{}");
    folder.write("in/b/queries.jsonl", "{}");
    folder.write("in/queries.jsonl", "{}");
    fs::create_symlink(outside, folder / "in/c.txt");
    fs::create_symlink(folder / "in/a.txt", folder / "in/b/d.txt");
    DocumentStream stream({folder / "in"});
    EXPECT_THAT(all_of(stream), SizeIs(4));
    EXPECT_EQ(stream.ignored_files().count(), 1u);
    EXPECT_EQ(stream.ignored_links().count(), 1u);
}

TEST(DocumentStream, TakesWhatIsGivenItself) {
    const TemporaryFolder folder;
    folder.write(".hidden/.b", "text");
    fs::create_directory_symlink(folder / ".hidden", folder / "link");
    folder.write(".hidden/c.txt", "c");
    EXPECT_THAT(bytes(all_of({folder / ".hidden/.b", folder / "link"})), ElementsAre("text", "c"));
    EXPECT_EQ(all_of({folder / ".hidden/.b"})[0].format, Format::text);
}

TEST(DocumentStream, RefusesPathsThatDoNotExist) {
    const TemporaryFolder folder;
    folder.write("a.txt", "a");
    for (const char* name : {"b.txt", "a.txt/c", ""}) {
        try {
            DocumentStream stream({folder / "a.txt", folder / name + "?"});
            ADD_FAILURE() << name;
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::input);
            EXPECT_THAT(error.what(), HasSubstr(folder / name + "?"));
            EXPECT_FALSE(error.hint().empty());
        }
    }
}

TEST(DocumentStream, ReadsLines) {
    const TemporaryFolder folder;
    const std::string path =
        folder.write("a.jsonl", "\xEF\xBB\xBF{\"a\":1}\r\n\n  \r\n{\"b\":2}\n{\"c\":3}");
    const auto documents = all_of({path});
    EXPECT_THAT(bytes(documents), ElementsAre("{\"a\":1}", "{\"b\":2}", "{\"c\":3}"));
    EXPECT_EQ(documents[1].origin, path + ":4");
    EXPECT_EQ(documents[1].id, path + ":4");
    EXPECT_EQ(documents[1].format, Format::json_line);
}

TEST(DocumentStream, ReadsNothingFromEmptyLines) {
    const TemporaryFolder folder;
    for (const char* text : {"", "\n", "\n\r\n \n", "\xEF\xBB\xBF", "\xEF\xBB\xBF\n"}) {
        EXPECT_THAT(all_of({folder.write("a.ndjson", text)}), IsEmpty()) << text;
    }
}

TEST(DocumentStream, ReadsLinesLongerThanItsBuffer) {
    const TemporaryFolder folder;
    const std::string a(300'000, 'a');
    const std::string b(262'144, 'b');
    const std::string path = folder.write("a.jsonl", a + "\n" + b + "\n" + a + b);
    EXPECT_THAT(bytes(all_of({path})), ElementsAre(a, b, a + b));
}

TEST(DocumentStream, ReadsGzip) {
    const TemporaryFolder folder;
    const std::string lines = numbered_lines(100'000);
    const std::string plain = folder.write("a.jsonl", lines);
    // Two members, and padding.
    const std::string packed =
        folder.write("a.jsonl.gz", gzipped(lines.substr(0, 5000)) + gzipped(lines.substr(5000)) +
                                       std::string(100, '\0'));
    EXPECT_EQ(bytes(all_of({plain})), bytes(all_of({packed})));
    EXPECT_THAT(all_of({packed}), SizeIs(100'000));
}

TEST(DocumentStream, ReadsGzipOfEveryKind) {
    const TemporaryFolder folder;
    folder.write("a.html.gz", gzipped("<p>page"));
    folder.write("b.TXT.GZ", gzipped("text"));
    folder.write("c.png.gz", gzipped("no"));
    const auto documents = all_of({folder.path()});
    EXPECT_THAT(ids(documents), ElementsAre("a.html.gz", "b.TXT.GZ"));
    EXPECT_THAT(bytes(documents), ElementsAre("<p>page", "text"));
    EXPECT_EQ(documents[0].format, Format::html);
}

TEST(DocumentStream, GoesByContentNotByEnding) {
    const TemporaryFolder folder;
    EXPECT_THAT(bytes(all_of({folder.write("a.jsonl.gz", "{}\n")})), ElementsAre("{}"));
    EXPECT_THAT(bytes(all_of({folder.write("a.jsonl", gzipped("{}\n"))})), ElementsAre("{}"));
    EXPECT_THAT(bytes(all_of({folder.write("b.jsonl", "1")})), ElementsAre("1"));
}

TEST(DocumentStream, DeliversWhatComesBeforeDamage) {
    const TemporaryFolder folder;
    const std::string lines = numbered_lines(50'000);
    const std::string packed = gzipped(lines);
    std::string flipped = packed;
    flipped[packed.size() - 6] = static_cast<char>(flipped[packed.size() - 6] ^ 1);  // checksum
    struct {
        const char* what;
        std::string bytes;
        std::size_t at_least;
    } const cases[] = {{"truncated", packed.substr(0, packed.size() / 2), 10'000},
                       {"only its head", packed.substr(0, 5), 0},
                       {"wrong checksum", flipped, 50'000},
                       {"rubbish behind", packed + "rubbish", 50'000}};
    for (const auto& [what, content, at_least] : cases) {
        const auto documents =
            all_of({folder.write("a.jsonl.gz", content), folder.write("b.txt", "b")});
        ASSERT_GE(documents.size(), at_least + 2) << what;
        const RawDocument& damaged = documents[documents.size() - 2];
        EXPECT_EQ(damaged.skip, SkipReason::unreadable) << what;
        EXPECT_THAT(damaged.detail, HasSubstr("gzip")) << what;
        EXPECT_EQ(documents.back().bytes, "b") << what;
        for (std::size_t i = 0; i + 2 < documents.size(); ++i) {
            ASSERT_FALSE(documents[i].skip) << what;
            ASSERT_TRUE(documents[i].bytes.ends_with('}')) << what;
        }
    }
}

TEST(DocumentStream, RefusesLinesInUtf16) {
    const TemporaryFolder folder;
    const auto documents = all_of({folder.write("a.jsonl", std::string("\xFF\xFE{\0}\0\n\0", 8))});
    ASSERT_THAT(documents, SizeIs(1));
    EXPECT_EQ(documents[0].skip, SkipReason::malformed);
    EXPECT_THAT(documents[0].detail, HasSubstr("UTF-16"));
}

TEST(DocumentStream, ReadsStandardInput) {
    std::istringstream input("{\"a\":1}\n{\"b\":2}");
    DocumentStream stream({"-"}, {.standard_input = &input});
    const auto documents = all_of(stream);
    EXPECT_THAT(bytes(documents), ElementsAre("{\"a\":1}", "{\"b\":2}"));
    EXPECT_EQ(documents[1].origin, "-:2");
    EXPECT_EQ(stream.bytes_total(), 0u);
}

TEST(DocumentStream, SkipsWhatIsTooLarge) {
    const TemporaryFolder folder;
    const StreamOptions options{.max_document_bytes = 10};
    const auto files = all_of(
        {folder.write("a.txt", "0123456789"), folder.write("b.txt", "0123456789A")}, options);
    EXPECT_FALSE(files[0].skip);
    EXPECT_EQ(files[1].skip, SkipReason::too_large);
    EXPECT_THAT(files[1].detail, HasSubstr("11 bytes"));

    const std::string lines =
        "0123456789\n0123456789A\r\n" + std::string(1'000'000, 'x') + "\nend\n";
    const auto documents = all_of({folder.write("c.jsonl", lines)}, options);
    ASSERT_THAT(documents, SizeIs(4));
    EXPECT_EQ(documents[0].bytes, "0123456789");
    EXPECT_EQ(documents[1].skip, SkipReason::too_large);
    EXPECT_EQ(documents[2].skip, SkipReason::too_large);
    EXPECT_THAT(documents[2].detail, HasSubstr("1000000 bytes"));
    EXPECT_EQ(documents[3].bytes, "end");
    EXPECT_THAT(documents[3].origin, HasSubstr(":4"));
}

TEST(DocumentStream, DoesNotReadLargeFiles) {
    const TemporaryFolder folder;
    const std::string path = folder.write("a.txt", "");
    fs::resize_file(path, std::uintmax_t{100} << 30);
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(all_of({path})[0].skip, SkipReason::too_large);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(1));
}

TEST(DocumentStream, DoesNotEndWithEndlessFiles) {
    const StreamOptions options{.max_document_bytes = 1'000'000};
    EXPECT_EQ(all_of({"/dev/zero"}, options)[0].skip, SkipReason::too_large);
}

TEST(DocumentStream, ReportsWhatCannotBeRead) {
    const TemporaryFolder folder;
    folder.write("b.txt", "b");
    fs::create_symlink(folder / "nowhere", folder / "a.txt");
    const auto documents = all_of({folder.path()});
    ASSERT_THAT(ids(documents), ElementsAre("a.txt", "b.txt"));
    EXPECT_EQ(documents[0].skip, SkipReason::unreadable);
    EXPECT_FALSE(documents[0].detail.empty());
}

TEST(DocumentStream, ReportsWhatMayNotBeRead) {
    const OrdinaryUser user;
    const TemporaryFolder folder;
    fs::permissions(folder.write("a.txt", "a"), fs::perms::none);
    folder.write("b/c.txt", "c");
    fs::permissions(folder / "b", fs::perms::none);
    const auto documents = all_of({folder.path(), folder / "a.txt"});
    fs::permissions(folder / "b", fs::perms::owner_all);
    ASSERT_THAT(documents, SizeIs(3));
    for (const RawDocument& document : documents) {
        EXPECT_EQ(document.skip, SkipReason::unreadable) << document.origin;
    }
}

TEST(DocumentStream, MakesIdsOfNamesThatAreNotUtf8) {
    const TemporaryFolder folder;
    folder.write("\xB0\xA2/\xB0\xA2 1.txt", "a");
    EXPECT_THAT(ids(all_of({folder.path()})), ElementsAre("%B0%A2/%B0%A2 1.txt"));
}

TEST(DocumentStream, CountsBytes) {
    const TemporaryFolder folder;
    folder.write("a.txt", "0123456789");
    folder.write("b.jsonl", "{}\n{}\n");
    folder.write("c/d.txt", "01234567890123456789");
    DocumentStream stream({folder.path()}, {.max_document_bytes = 10});
    RawDocument document;
    EXPECT_EQ(stream.bytes_read(), 0u);
    ASSERT_TRUE(stream.next(document));
    EXPECT_EQ(stream.bytes_total(), 16u);
    EXPECT_EQ(stream.bytes_read(), 10u);
    EXPECT_THAT(all_of(stream), SizeIs(3));
    EXPECT_EQ(stream.bytes_total(), 36u);
    EXPECT_EQ(stream.bytes_read(), 36u);
    EXPECT_FALSE(stream.next(document));
}

TEST(SkipReasons, HaveNames) {
    EXPECT_STREQ(name(SkipReason::too_large), "too large");
    EXPECT_STREQ(name(SkipReason::malformed), "malformed");
}

}  // namespace
}  // namespace sinodex::testing
