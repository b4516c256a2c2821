// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/quality/collection.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/bench/quality/tiny_collection.h"
#include "tests/support/expect_error.h"

namespace sinodex {
namespace {

using ::testing::ElementsAre;
using testing::expect_error;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::TinyCollection;

constexpr const char* kCorpus =
    "{\"_id\": \"a\", \"title\": \"One\", \"text\": \"Some words.\"}\n"
    "{\"_id\": \"b\", \"title\": \"\", \"text\": \"Other words.\"}\n";
constexpr const char* kQueries =
    "{\"_id\": \"q1\", \"text\": \"some\"}\n{\"_id\": \"q2\", \"text\": \"other\"}\n";

// Makes the collection one as BEIR has it, with judgements in two splits.
void lay_out_as_beir(const TinyCollection& folder) {
    for (const char* file : {"docs.jsonl", "topics.tsv", "qrels.txt"}) {
        std::filesystem::remove(folder / file);
    }
    folder.write("corpus.jsonl", kCorpus);
    folder.write("queries.jsonl", kQueries);
    folder.write("qrels/train.tsv", "query-id\tcorpus-id\tscore\nq1\ta\t1\n");
    folder.write("qrels/test.tsv", "query-id\tcorpus-id\tscore\nq2\tb\t1\n");
}

std::vector<std::string> topic_ids(const Collection& collection) {
    std::vector<std::string> ids;
    for (const Topic& topic : collection.topics) ids.push_back(topic.id);
    return ids;
}

TEST(Collection, IsReadWithItsPassages) {
    const TinyCollection folder;
    const Collection collection = read_collection(folder.path() + "/");
    EXPECT_EQ(collection.name, "tiny");
    EXPECT_EQ(collection.unit, SearchUnit::passage);
    EXPECT_EQ(collection.documents.size(), 4U);
    EXPECT_EQ(collection.passage_count(), 10U);
    EXPECT_EQ(collection.documents[1].title, "Didi fined");
    EXPECT_EQ(collection.documents[1].passages[1], "Didi said that it accepts the fine.");
    EXPECT_THAT(topic_ids(collection), ElementsAre("1", "2", "3", "4"));
    EXPECT_THAT(collection.notes, IsEmpty());
}

TEST(Collection, IsReadInBeirsLayoutOnTheSplitAskedFor) {
    const TinyCollection folder;
    lay_out_as_beir(folder);
    const Collection test = read_collection(folder.path());
    EXPECT_EQ(test.unit, SearchUnit::article);
    EXPECT_THAT(topic_ids(test), ElementsAre("q2"));
    const Collection train = read_collection(folder.path(), {.unit = {}, .split = "train"});
    EXPECT_THAT(topic_ids(train), ElementsAre("q1"));
    expect_error(ErrorKind::input, "--split with one of test, train",
                 [&] { read_collection(folder.path(), {.unit = {}, .split = "dev"}); });
    std::filesystem::remove(folder / "qrels/test.tsv");
    EXPECT_THAT(topic_ids(read_collection(folder.path())), ElementsAre("q1"));
}

TEST(Collection, KeepsTheTopicsOfASplitByItsIntents) {
    const TinyCollection folder;
    std::filesystem::create_directories(folder / "articles");
    std::filesystem::rename(folder / "docs.jsonl", folder / "articles/all.jsonl");
    std::filesystem::create_directories(folder / "judgements");
    for (const std::string file : {"topics.tsv", "qrels.txt"}) {
        std::filesystem::rename(folder / file, folder / ("judgements/" + file));
    }
    folder.write("judgements/intents.tsv",
                 "qid\tkind\tsplit\tintent\n1\tterse\ttrain\tx\n2\tterse\ttest\tx\n"
                 "3\tterse\ttrain\tx\n4\tterse\ttest\tx\n");
    EXPECT_THAT(topic_ids(read_collection(folder.path())), ElementsAre("1", "2", "3", "4"));
    EXPECT_THAT(topic_ids(read_collection(folder.path(), {.unit = {}, .split = "train"})),
                ElementsAre("1", "3"));
    EXPECT_TRUE(has_split(folder.path(), "test"));
    EXPECT_FALSE(has_split(folder.path(), "dev"));
    expect_error(ErrorKind::input, "no judged topic of the split dev",
                 [&] { read_collection(folder.path(), {.unit = {}, .split = "dev"}); });
    folder.write("judgements/intents.tsv", "qid\tsplit\n1\n");
    expect_error(ErrorKind::input, "intents.tsv:2",
                 [&] { read_collection(folder.path(), {.unit = {}, .split = "train"}); });
}

TEST(Collection, LeavesTheFinalSplitOutUnlessItIsNamed) {
    const TinyCollection folder;
    std::filesystem::create_directories(folder / "judgements");
    folder.write("judgements/intents.tsv", "qid\tsplit\n1\ttrain\n2\tfinal\n3\ttest\n4\tfinal-2\n");
    EXPECT_THAT(topic_ids(read_collection(folder.path())), ElementsAre("1", "3"));
    EXPECT_THAT(topic_ids(read_collection(folder.path(), {.unit = {}, .split = "final"})),
                ElementsAre("2"));
    EXPECT_THAT(topic_ids(read_collection(folder.path(), {.unit = {}, .split = "final-2"})),
                ElementsAre("4"));
}

TEST(Collection, NeedsNoJudgementsWhereTheyAreToBeMade) {
    const TinyCollection folder;
    std::filesystem::remove(folder / "qrels.txt");
    expect_error(ErrorKind::input, "there are no judgements",
                 [&] { read_collection(folder.path()); });
    CollectionOptions options;
    options.unjudged = true;
    const Collection collection = read_collection(folder.path(), options);
    EXPECT_THAT(topic_ids(collection), ElementsAre("1", "2", "3", "4"));
    EXPECT_TRUE(collection.qrels.empty());
}

TEST(Collection, MayHoldArticlesAsFiles) {
    const TinyCollection folder("files");
    std::filesystem::remove(folder / "docs.jsonl");
    std::filesystem::remove(folder / "topics.tsv");
    std::filesystem::remove(folder / "qrels.txt");
    folder.write("articles/wire/one.txt", "A title\n\nSome text that says something.\n");
    folder.write("judgements/topics.tsv", "1\tsome text\n");
    folder.write("judgements/qrels.txt", "1 0 wire/one.txt#0 1\n");
    const Collection collection = read_collection(folder.path());
    EXPECT_EQ(collection.documents.front().id, "wire/one.txt");
    EXPECT_THAT(collection.documents.front().passages,
                ElementsAre("Some text that says something."));
    EXPECT_EQ(collection.unit, SearchUnit::passage);
}

TEST(Collection, TakesTheLastDocumentOfAnIdAndLeavesOutTheUnreadable) {
    const TinyCollection folder;
    folder.write("docs.jsonl",
                 "{\"id\": \"ant\", \"text\": \"old\"}\nno json\n"
                 "{\"id\": \"ant\", \"text\": \"new\"}\n");
    folder.write("qrels.txt", "1 0 ant 1\n");
    const Collection collection = read_collection(folder.path());
    ASSERT_EQ(collection.documents.size(), 1U);
    EXPECT_THAT(collection.documents.front().passages, ElementsAre("new"));
    EXPECT_THAT(collection.notes, ElementsAre(HasSubstr("1 documents could not be read")));
}

TEST(Collection, TellsOfJudgementsWithoutDocumentAndWithoutTopic) {
    const TinyCollection folder;
    folder.write("qrels.txt", "1 0 ant#0 1\n1 0 gone#0 1\n1 0 ant#9 1\n99 0 ant#0 1\n");
    const Collection collection = read_collection(folder.path());
    EXPECT_THAT(topic_ids(collection), ElementsAre("1"));
    EXPECT_EQ(collection.qrels.size(), 2U);  // topic 99 counts, as 0
    EXPECT_THAT(collection.notes, ElementsAre(HasSubstr("2 judgements are of documents"),
                                              HasSubstr("1 judged topics are not")));
}

TEST(Collection, AnIdWithAMarkMayBeAnArticles) {
    const TinyCollection folder;
    folder.write("docs.jsonl", "{\"id\": \"c#1\", \"text\": \"words\"}\n");
    folder.write("qrels.txt", "1 0 c#1 1\n");
    EXPECT_EQ(read_collection(folder.path()).unit, SearchUnit::article);
}

TEST(Collection, RefusesWhatCannotBeMeasured) {
    struct Case {
        const char* file;
        const char* content;
        ErrorKind kind;
        const char* words;
    };
    for (const Case& c : {
             Case{"qrels.txt", "1 0 other 1\n", ErrorKind::input, "names none of the documents"},
             Case{"qrels.txt", "1 0 ant#7 1\n", ErrorKind::input, "for example ant#7"},
             Case{"qrels.txt", "1 0 ant 1\n1 0 ant#0 1\n", ErrorKind::usage, "--unit article"},
             Case{"qrels.txt", "99 0 ant 1\n", ErrorKind::input, "judges none of the topics"},
             Case{"qrels.txt", "1 0 ant\n", ErrorKind::input, "qrels.txt:1"},
             Case{"topics.tsv", "no tab\n", ErrorKind::input, "topics.tsv:1"},
             Case{"docs.jsonl", "{}\n", ErrorKind::input, "holds no document"},
         }) {
        const TinyCollection folder;
        folder.write(c.file, c.content);
        expect_error(c.kind, c.words, [&] { read_collection(folder.path()); });
    }
}

TEST(Collection, NamesWhatIsMissing) {
    for (const char* file : {"docs.jsonl", "topics.tsv", "qrels.txt"}) {
        const TinyCollection folder;
        std::filesystem::remove(folder / file);
        expect_error(ErrorKind::input, file, [&] { read_collection(folder.path()); });
    }
    const TinyCollection folder;
    expect_error(ErrorKind::input, "is not a folder", [&] { read_collection(folder / "none"); });
    expect_error(ErrorKind::input, "is not a folder",
                 [&] { read_collection(folder / "docs.jsonl"); });
}

TEST(Collection, AUnitThatIsGivenDecides) {
    const TinyCollection folder;
    folder.write("qrels.txt", "1 0 ant 1\n1 0 ant#0 1\n");
    EXPECT_EQ(read_collection(folder.path(), {.unit = SearchUnit::article, .split = ""}).unit,
              SearchUnit::article);
}

}  // namespace
}  // namespace sinodex
