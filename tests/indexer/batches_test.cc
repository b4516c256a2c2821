// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commit/batches.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "corpus/schema/fields.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

namespace fs = std::filesystem;
using testing::TemporaryFolder;

// Documents that all have the term "all", without a weight, and one of their own with one.
DocumentRun add_batch(Batches& batches, std::uint32_t number, const std::string& data,
                      unsigned documents = 1) {
    TermIds terms;
    BatchWriter writer(batches, number, terms);
    BuiltDocument document;
    document.record = data;
    document.terms = {{terms.number_of_term(data), 1}, {terms.number_of_term("all"), 0}};
    const DocumentRun run = writer.add(std::vector<BuiltDocument>(documents, document));
    writer.close();
    return run;
}

void merge(Batches& batches, const std::vector<MergeInput>& before, const std::string& name) {
    RecordDictionaries dictionaries;
    batches.merge(before, name, dictionaries, 2);
}

TEST(Batches, AreMergedHoweverMany) {
    for (const unsigned count : {0U, 1U, 65U, 300U}) {
        const TemporaryFolder folder;
        Batches batches(folder.path());
        for (unsigned i = count; i-- > 0;) add_batch(batches, i, "d" + std::to_string(i));
        merge(batches, {}, "merged");
        const Xapian::Database merged(folder / "merged");
        EXPECT_EQ(merged.get_doccount(), count);
        for (unsigned i = 0; i < count; ++i) {
            const std::string term = "d" + std::to_string(i);
            EXPECT_EQ(merged.get_termfreq(term), 1U);
            EXPECT_EQ(*merged.postlist_begin(term), i + 1) << "not in the order of reading";
        }
        EXPECT_EQ(merged.get_metadata(std::string(kMetaVersion)), std::to_string(kFormatVersion));
        EXPECT_EQ(merged.get_metadata(std::string(kMetaSegment)), "merged");
    }
}

// Searches know by it what is deleted of which segment.
TEST(Batches, GiveTheSegmentItsOwnName) {
    const TemporaryFolder folder;
    std::vector<MergeInput> inputs;
    for (unsigned i = 0; i < 9; ++i) {
        const std::string name = "gen-" + std::to_string(i);
        Batches batches(folder.path());
        add_batch(batches, 100 + i, name);
        merge(batches, {}, name);
        inputs.push_back({folder / name, {}});
    }
    Batches batches(folder.path());
    merge(batches, inputs, "zzz");
    const Xapian::Database merged(folder / "zzz");
    EXPECT_EQ(merged.get_doccount(), 9U);
    EXPECT_EQ(merged.get_metadata(std::string(kMetaSegment)), "zzz");
}

// Deleted documents of sealed segments are left out, and no number with them.
TEST(Batches, FollowWhatIsLeftOfSegments) {
    const TemporaryFolder folder;
    Batches first(folder.path());
    add_batch(first, 0, "old", 3000);
    merge(first, {}, "base");
    const TemporaryFolder other;
    Batches second(other.path());
    add_batch(second, 0, "new", 2);
    DocumentNumbers deleted;
    for (std::uint32_t i = 1; i <= 3000; i += 2) deleted.push_back(i);
    merge(second, {{folder / "base", deleted}}, "merged");
    const Xapian::Database merged(other / "merged");
    EXPECT_EQ(merged.get_termfreq("old"), 1500U);
    EXPECT_EQ(merged.get_termfreq("new"), 2U);
    EXPECT_EQ(merged.get_lastdocid(), 1502U);
    EXPECT_EQ(merged.get_metadata(std::string(kMetaSegment)), "merged");
    EXPECT_EQ(Xapian::Database(folder / "base").get_doccount(), 3000U) << "it is as it was";
}

// In 1.4.22 this fails on a database with gaps.
TEST(Batches, CanBeFilteredByWhatAllHave) {
    const TemporaryFolder folder;
    Batches batches(folder.path());
    for (unsigned i = 0; i < 8; ++i) {
        const DocumentRun run = add_batch(batches, i, "d", 1000);
        batches.remove({{run.part, 1, 1}, {run.part, 500, 20}});
    }
    merge(batches, {}, "merged");
    Xapian::Enquire enquire(Xapian::Database(folder / "merged"));
    enquire.set_query({Xapian::Query::OP_FILTER, Xapian::Query("d"), Xapian::Query("all")});
    EXPECT_EQ(enquire.get_mset(0, 10000).size(), 8U * 979);
}

TEST(Batches, MayLoseAllTheirDocuments) {
    const TemporaryFolder folder;
    Batches batches(folder.path());
    const DocumentRun lost = add_batch(batches, 0, "lost", 3);
    add_batch(batches, 1, "kept");
    EXPECT_EQ(lost.count, 3U);
    batches.remove({lost});
    merge(batches, {}, "merged");
    const Xapian::Database merged(folder / "merged");
    EXPECT_EQ(merged.get_doccount(), 1U);
    EXPECT_EQ(merged.get_termfreq("lost"), 0U);
    EXPECT_EQ(merged.get_termfreq("kept"), 1U);
}

}  // namespace
}  // namespace sinodex
