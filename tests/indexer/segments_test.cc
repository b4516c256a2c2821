#include "indexer/commit/segments.h"

#include <gtest/gtest.h>

#include "corpus/schema/fields.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

using testing::TemporaryFolder;

DocumentRun add_segment(Segments& segments, int number, const std::string& data,
                        unsigned documents = 1) {
    SegmentWriter writer(segments, number);
    Xapian::Document document;
    document.set_data(data);
    document.add_term(data);
    const DocumentRun run = writer.add(std::vector<Xapian::Document>(documents, document));
    writer.close();
    return run;
}

TEST(Segments, AreMergedHoweverMany) {
    for (const unsigned count : {0U, 1U, 64U, 65U, 130U}) {
        const TemporaryFolder folder;
        Segments segments(folder.path());
        for (unsigned i = count; i-- > 0;) {
            add_segment(segments, static_cast<int>(i), "d" + std::to_string(i));
        }
        segments.merge("", folder / "merged");
        const Xapian::Database merged(folder / "merged");
        EXPECT_EQ(merged.get_doccount(), count);
        for (unsigned i = 0; i < count; ++i) {
            const std::string term = "d" + std::to_string(i);
            EXPECT_EQ(merged.get_termfreq(term), 1U);
            EXPECT_EQ(*merged.postlist_begin(term), i + 1) << "not in the order of reading";
        }
        EXPECT_EQ(merged.get_metadata(std::string(kMetaVersion)), std::to_string(kFormatVersion));
    }
}

TEST(Segments, FollowTheBaseAndReplaceItsMetadata) {
    const TemporaryFolder folder;
    Segments first(folder.path());
    add_segment(first, 0, "old", 3);
    first.merge("", folder / "base");
    {
        Xapian::WritableDatabase base(folder / "base", Xapian::DB_OPEN);
        base.set_metadata(std::string(kMetaCreated), "long ago");
        base.delete_document(2);
        base.commit();
    }
    const TemporaryFolder other;
    Segments second(other.path());
    add_segment(second, 0, "new", 2);
    second.merge(folder / "base", folder / "merged");
    const Xapian::Database merged(folder / "merged");
    EXPECT_EQ(merged.get_termfreq("old"), 2U);
    EXPECT_EQ(merged.get_termfreq("new"), 2U);
    EXPECT_NE(merged.get_metadata(std::string(kMetaCreated)), "long ago");
}

TEST(Segments, MayLoseAllTheirDocuments) {
    const TemporaryFolder folder;
    Segments segments(folder.path());
    const DocumentRun lost = add_segment(segments, 0, "lost", 3);
    add_segment(segments, 1, "kept");
    EXPECT_EQ(lost.count, 3U);
    segments.remove({{0, lost}});
    segments.merge("", folder / "merged");
    const Xapian::Database merged(folder / "merged");
    EXPECT_EQ(merged.get_doccount(), 1U);
    EXPECT_EQ(merged.get_termfreq("lost"), 0U);
    EXPECT_EQ(merged.get_termfreq("kept"), 1U);
}

}  // namespace
}  // namespace sinodex
