// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commit/segment_writer.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <sstream>

#include "corpus/error.h"
#include "corpus/schema/fields.h"
#include "corpus/schema/posting_table.h"
#include "indexer/commit/batch_file.h"
#include "indexer/commit/sealed_source.h"
#include "tests/support/temporary_folder.h"

// Segments are held against what Xapian itself writes of the same documents.

namespace sinodex {
namespace {

using testing::TemporaryFolder;

struct SampleDocument {
    std::map<std::string, Xapian::termcount> terms;
    std::map<Xapian::valueno, std::string> values;
};

// Terms and values of many shapes: frequent and rare ones, short and very long ones, with zeros and
// any other bytes.
std::vector<SampleDocument> sample_documents(std::size_t count, unsigned seed) {
    std::mt19937 engine(seed);
    const auto random = [&engine] { return static_cast<unsigned>(engine()); };
    std::vector<SampleDocument> documents(count);
    for (SampleDocument& document : documents) {
        document.terms["all"] = 0;
        document.terms["frequent"] = 1 + random() % 300;
        for (int i = 0; i < 8; ++i) {
            std::string term = "t" + std::to_string(random() % (1U << (random() % 16)));
            if (random() % 20 == 0) term += std::string(1 + random() % 3, '\0') + "x";
            if (random() % 20 == 0) term.resize(120 + random() % 120, 'l');
            if (random() % 20 == 0) term += "\xFF\xFE";
            document.terms[term] = random() % 4 == 0 ? 100'000 : random() % 9;
        }
        for (const FieldInfo& field : kFields) {
            if (field.slot < 0 || field.field == Field::record || random() % 3 == 0) continue;
            const bool long_one = random() % 50 == 0;
            std::string value(1 + random() % (long_one ? 30'000 : 40), '\0');
            for (char& c : value) c = static_cast<char>(random());
            document.values[static_cast<Xapian::valueno>(field.slot)] = value;
        }
    }
    return documents;
}

void write_with_xapian(const std::string& path, const std::vector<SampleDocument>& documents) {
    Xapian::WritableDatabase database(path, Xapian::DB_CREATE | Xapian::DB_NO_TERMLIST);
    for (const SampleDocument& sample : documents) {
        Xapian::Document document;
        for (const auto& [term, frequency] : sample.terms) document.add_term(term, frequency);
        for (const auto& [slot, value] : sample.values) document.add_value(slot, value);
        document.add_value(static_cast<Xapian::valueno>(info(Field::record).slot), "packed");
        database.add_document(document);
    }
    database.commit();
}

BatchFile batch_of(const std::string& path, const SampleDocument* begin,
                   const SampleDocument* end) {
    TermIds terms;
    BatchFileMaker maker(terms);
    for (; begin != end; ++begin) {
        BuiltDocument document;
        for (const auto& [term, frequency] : begin->terms) {
            document.terms.push_back({terms.number_of_term(term), frequency});
        }
        for (const auto& [slot, value] : begin->values) document.values[slot] = value;
        document.record = "record";
        maker.add(document);
    }
    return maker.write(path);
}

// All that Xapian can say of a database, but for the packed records.
std::string told_by(const Xapian::Database& database) {
    std::ostringstream out;
    out << database.get_doccount() << ' ' << database.get_lastdocid() << ' '
        << database.get_total_length() << ' ' << database.get_doclength_lower_bound() << ' '
        << database.get_doclength_upper_bound() << '\n';
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
        out << *term << ' ' << term.get_termfreq() << ' ' << database.get_collection_freq(*term)
            << ' ' << database.get_wdf_upper_bound(*term) << ':';
        for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at) {
            out << ' ' << *at << '/' << at.get_wdf() << '/' << at.get_doclength();
        }
        out << '\n';
    }
    for (const FieldInfo& field : kFields) {
        if (field.slot < 0 || field.field == Field::record) continue;
        const auto slot = static_cast<Xapian::valueno>(field.slot);
        out << slot << ' ' << database.get_value_freq(slot) << ' '
            << database.get_value_lower_bound(slot) << ' ' << database.get_value_upper_bound(slot);
        const auto end = database.valuestream_end(slot);
        for (auto at = database.valuestream_begin(slot); at != end; ++at) {
            out << ' ' << at.get_docid() << '=' << *at;
            EXPECT_EQ(database.get_document(at.get_docid()).get_value(slot), *at);
        }
    }
    return out.str();
}

void expect_sound(const std::string& path) {
    std::ostringstream said;
    EXPECT_EQ(Xapian::Database::check(path, Xapian::DBCHECK_SHOW_STATS, &said), 0U) << said.str();
}

std::vector<SampleDocument> without(const std::vector<SampleDocument>& documents,
                                    const DocumentNumbers& deleted) {
    std::vector<SampleDocument> left;
    for (std::uint32_t i = 0; i < documents.size(); ++i) {
        if (!std::binary_search(deleted.begin(), deleted.end(), i + 1))
            left.push_back(documents[i]);
    }
    return left;
}

TEST(SegmentWriter, WritesWhatXapianWouldWrite) {
    for (const std::size_t count : {1U, 2U, 7U, 300U, 9000U}) {
        SCOPED_TRACE(count);
        const auto documents = sample_documents(count, static_cast<unsigned>(count));
        const TemporaryFolder folder;
        write_with_xapian(folder / "theirs", documents);
        std::vector<std::unique_ptr<DocumentSource>> sources;
        const std::size_t parts = std::min<std::size_t>(count, 5);
        for (std::size_t i = 0; i < parts; ++i) {
            const SampleDocument* data = documents.data();
            sources.push_back(
                batch_source(batch_of(folder / ("batch-" + std::to_string(i)),
                                      data + count * i / parts, data + count * (i + 1) / parts),
                             {}));
        }
        write_segment(folder / "ours", {{"key", "value"}, {"another", "one"}}, sources,
                      {RecordDictionaries(), 2});
        const Xapian::Database ours(folder / "ours");
        EXPECT_TRUE(told_by(ours) == told_by(Xapian::Database(folder / "theirs")));
        EXPECT_EQ(ours.get_metadata("key"), "value");
        expect_sound(folder / "ours");
        EXPECT_EQ(ours.get_value_freq(static_cast<Xapian::valueno>(info(Field::record).slot)),
                  count);
    }
}

TEST(SegmentWriter, LeavesOutWhatIsDeletedOfSegmentsAndBatches) {
    const auto first = sample_documents(3000, 1);
    const auto second = sample_documents(800, 2);
    DocumentNumbers deleted;
    for (std::uint32_t i = 1; i <= 800; i += 1 + i % 3) deleted.push_back(i);
    const TemporaryFolder folder;
    write_with_xapian(folder / "sealed", first);
    std::vector<std::unique_ptr<DocumentSource>> sources;
    sources.push_back(sealed_source(folder / "sealed", deleted));
    sources.push_back(batch_source(
        batch_of(folder / "batch", second.data(), second.data() + second.size()), deleted));
    write_segment(folder / "ours", {}, sources, {RecordDictionaries(), 2});

    auto left = without(first, deleted);
    const auto others = without(second, deleted);
    left.insert(left.end(), others.begin(), others.end());
    write_with_xapian(folder / "theirs", left);
    EXPECT_TRUE(told_by(Xapian::Database(folder / "ours")) ==
                told_by(Xapian::Database(folder / "theirs")));
    expect_sound(folder / "ours");
}

TEST(SegmentWriter, WritesADatabaseWithoutDocuments) {
    const TemporaryFolder folder;
    write_segment(folder / "none", {{"key", "value"}}, {}, {RecordDictionaries(), 1});
    const Xapian::Database none(folder / "none");
    EXPECT_EQ(none.get_doccount(), 0U);
    EXPECT_EQ(none.get_metadata("key"), "value");
    EXPECT_TRUE(none.allterms_begin() == none.allterms_end());
    expect_sound(folder / "none");
}

// Xapian would refuse the document.
TEST(SegmentWriter, PassesOverTermsThatAreTooLong) {
    const TemporaryFolder folder;
    SampleDocument document;
    document.terms[std::string(245, 'a')] = 2;
    document.terms[std::string(246, 'b')] = 3;
    document.terms[std::string(123, '\0')] = 4;
    std::vector<std::unique_ptr<DocumentSource>> sources;
    sources.push_back(batch_source(batch_of(folder / "batch", &document, &document + 1), {}));
    write_segment(folder / "ours", {}, sources, {RecordDictionaries(), 2});
    const Xapian::Database ours(folder / "ours");
    EXPECT_EQ(*ours.allterms_begin(), std::string(245, 'a'));
    EXPECT_EQ(ours.get_doclength(1), 2U);
}

// All that a PostingTable reads, in the words of `told_by` but for what it does not know.
std::string read_from(const PostingTable& table, const std::vector<std::string>& terms) {
    std::ostringstream out;
    for (const std::string& term : terms) {
        PostingList list(table, term);
        out << term << ' ' << list.size() << ':';
        while (list.next_chunk()) {
            list.read([&](std::uint32_t document, std::uint32_t frequency) {
                out << ' ' << document << '/' << frequency << '/' << table.lengths()[document];
                return true;
            });
        }
        out << '\n';
    }
    for (std::uint32_t document = 1; document <= table.documents(); ++document) {
        for (const FieldInfo& field : kFields) {
            if (field.slot < 0) continue;
            out << ' ' << table.value(static_cast<std::uint32_t>(field.slot), document);
        }
    }
    return out.str();
}

std::string read_by_xapian(const Xapian::Database& database,
                           const std::vector<std::string>& terms) {
    std::ostringstream out;
    for (const std::string& term : terms) {
        out << term << ' ' << database.get_termfreq(term) << ':';
        for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
            out << ' ' << *at << '/' << at.get_wdf() << '/' << at.get_doclength();
        }
        out << '\n';
    }
    for (Xapian::docid document = 1; document <= database.get_lastdocid(); ++document) {
        const Xapian::Document values = database.get_document(document);
        for (const FieldInfo& field : kFields) {
            if (field.slot < 0) continue;
            out << ' ' << values.get_value(static_cast<Xapian::valueno>(field.slot));
        }
    }
    return out.str();
}

std::vector<std::string> terms_of(const Xapian::Database& database) {
    std::vector<std::string> terms(database.allterms_begin(), database.allterms_end());
    for (const char* absent : {"", "nothing", "\xFF\xFF", "t1x"}) terms.emplace_back(absent);
    std::erase_if(terms, [](const std::string& term) { return term.empty(); });
    return terms;
}

void write_sample(const std::string& path, const std::string& batch, std::size_t count) {
    const auto documents = sample_documents(count, static_cast<unsigned>(count));
    std::vector<std::unique_ptr<DocumentSource>> sources;
    sources.push_back(
        batch_source(batch_of(batch, documents.data(), documents.data() + count), {}));
    write_segment(path, {{"key", "value"}}, sources, {RecordDictionaries(), 2});
}

TEST(PostingTable, ReadsWhatXapianReads) {
    for (const std::size_t count : {1U, 2U, 7U, 300U, 9000U}) {
        SCOPED_TRACE(count);
        const TemporaryFolder folder;
        write_sample(folder / "ours", folder / "batch", count);
        const Xapian::Database database(folder / "ours");
        const PostingTable table(folder / "ours", database.get_lastdocid());
        const std::vector<std::string> terms = terms_of(database);
        EXPECT_TRUE(read_from(table, terms) == read_by_xapian(database, terms));
    }
}

// Near the document that was asked for before, and far from it; back and forth.
TEST(PostingTable, HasValuesInAnyOrder) {
    constexpr std::uint32_t kDocuments = 2000;
    const TemporaryFolder folder;
    write_sample(folder / "ours", folder / "batch", kDocuments);
    const Xapian::Database database(folder / "ours");
    const PostingTable table(folder / "ours", kDocuments);
    std::mt19937 engine(1);
    std::uint32_t document = 1;
    for (int i = 0; i < 20'000; ++i) {
        const std::uint32_t step = 1U << (engine() % 11);
        document +=
            engine() % 8 == 0 ? kDocuments - step : static_cast<std::uint32_t>(engine()) % step;
        document = document % (kDocuments + 3) + 1;
        for (const Field field : {Field::record, Field::id, Field::date}) {
            const int slot = info(field).slot;
            const std::string expected =
                document > kDocuments
                    ? std::string()
                    : database.get_document(document).get_value(static_cast<Xapian::valueno>(slot));
            ASSERT_EQ(table.value(static_cast<std::uint32_t>(slot), document), expected)
                << document;
        }
    }
}

TEST(PostingTable, PassesOverChunksThatEndEarly) {
    const TemporaryFolder folder;
    write_sample(folder / "ours", folder / "batch", 9000);
    const PostingTable table(folder / "ours", 9000);
    std::mt19937 engine(1);
    for (int i = 0; i < 200; ++i) {
        PostingList list(table, "all");
        std::uint32_t least = 0;
        while (list.next_chunk(least += static_cast<std::uint32_t>(engine() % 4000))) {
            std::uint32_t last = 0;
            list.read([&](std::uint32_t document, std::uint32_t) {
                last = document;
                return true;
            });
            EXPECT_GE(last, least);
        }
    }
}

// Whatever is in the file, all of it can be read or is refused.
TEST(PostingTable, RefusesDamage) {
    const TemporaryFolder folder;
    write_sample(folder / "ours", folder / "batch", 300);
    const std::vector<std::string> terms = terms_of(Xapian::Database(folder / "ours"));
    const std::string path = folder / "ours/postlist.glass";
    const std::string sound = [&] {
        std::ifstream in(path, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(in), {});
    }();
    std::mt19937 engine(1);
    std::size_t refused = 0;
    for (int i = 0; i < 150; ++i) {
        std::string bytes = sound;
        for (int k = 0; k < 20; ++k) {
            bytes[engine() % bytes.size()] = static_cast<char>(engine());
            // Most of what matters is at the beginning of a block.
            bytes[engine() % (bytes.size() / 8192) * 8192 + engine() % 60] =
                static_cast<char>(engine());
        }
        if (i % 10 == 0) bytes.resize(engine() % bytes.size());
        std::ofstream(path, std::ios::binary) << bytes;
        try {
            read_from(PostingTable(folder / "ours", 300), terms);
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::database);
            ++refused;
        }
    }
    EXPECT_GT(refused, 50U);
}

}  // namespace
}  // namespace sinodex
