// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "corpus/schema/generation.h"
#include "corpus/schema/record.h"
#include "indexer/inspection.h"
#include "tests/indexer/indexing.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

using namespace testing;

constexpr const char* kFooter = "Zyxwvut it in our app";

std::string report(const std::string& id, const std::string& text,
                   const std::string& source = "Daily") {
    std::string line = json_line(id, text);
    return line.insert(1, R"("source":")" + source + R"(",)");
}

std::string with_footer(unsigned number, const std::string& source = "Daily") {
    return report("article-" + std::to_string(number), sample_text(number) + "\n\n" + kFooter,
                  source);
}

std::string reports(unsigned begin, unsigned end) {
    std::string lines;
    for (unsigned i = begin; i < end; ++i) lines += with_footer(i);
    return lines;
}

// Brings databases of articles with a footer up to date; `frequency` is how many index the footer.
class Repeated : public ::testing::Test {
 protected:
    IndexReport run(const std::string& lines, IndexOptions options = {}) {
        return index_lines(database(), lines, options);
    }
    std::size_t frequency() const { return frequency_of(database(), "zyxwvut"); }
    std::string database() const { return folder_ / "db"; }

    TemporaryFolder folder_;
};

TEST_F(Repeated, ParagraphsAreMarkedAndNotIndexed) {
    run(reports(0, 2));
    EXPECT_EQ(frequency(), 2U);
    IndexOptions options;
    options.rebuild = true;
    run(reports(0, 3), options);
    EXPECT_EQ(frequency(), 0U);
    for (const auto& [id, text] : articles_of(database())) {
        EXPECT_NE(text.find(kFooter), std::string::npos) << "the text of " << id << " was altered";
    }
}

TEST_F(Repeated, ParagraphsOfOthersAreIndexed) {
    run(with_footer(0) + with_footer(1) + with_footer(2, "Weekly") + with_footer(3, ""));
    EXPECT_EQ(frequency(), 4U);
}

TEST_F(Repeated, ParagraphsOfOneStoryAreIndexed) {
    std::string lines;
    for (const char* id : {"a", "b", "c", "d"}) {
        lines += report(id, sample_text(1) + "\n\nZyxwvut, said the regulator.");
    }
    run(lines);
    EXPECT_EQ(frequency(), 4U);
}

// Later runs know what earlier ones have seen; what these wrote is mended when it is read again.
TEST_F(Repeated, ParagraphsAreRememberedFromRunToRun) {
    run(with_footer(0));
    run(with_footer(1));
    EXPECT_EQ(frequency(), 2U);
    run(with_footer(2));
    EXPECT_EQ(frequency(), 2U) << "of the three, only the third is known to repeat it";
    run(with_footer(3));
    EXPECT_EQ(frequency(), 2U);

    const IndexReport report = run(reports(0, 4));
    EXPECT_EQ(report.replaced, 2U);
    EXPECT_EQ(report.unchanged, 2U);
    EXPECT_EQ(frequency(), 0U);
    index_lines(folder_ / "fresh", reports(0, 4));
    EXPECT_TRUE(contents_of(database()) == contents_of(folder_ / "fresh"));
    EXPECT_FALSE(run(reports(0, 4)).wrote);
}

TEST_F(Repeated, ParagraphsAreForgottenByARebuild) {
    run(reports(0, 3));
    IndexOptions options;
    options.rebuild = true;
    run(with_footer(0), options);
    EXPECT_EQ(frequency(), 1U);
}

// Several batches: each knows those before it, whatever worker comes first.
TEST_F(Repeated, ParagraphsAreTheSameWithAnyNumberOfThreads) {
    std::string lines;
    for (unsigned i = 0; i < 5200; ++i) {
        const std::string number = std::to_string(i);
        lines +=
            i % 1300 == 0 ? with_footer(i) : report(number, "Number " + number + " of its kind.");
    }
    std::map<std::string, std::string> expected;
    for (const unsigned threads : {1U, 4U}) {
        IndexOptions options;
        options.threads = threads;
        const std::string path = folder_ / ("db" + std::to_string(threads));
        index_lines(path, lines, options);
        EXPECT_EQ(frequency_of(path, "zyxwvut"), 2U) << "of batches 0, 1, 2 and 3";
        const auto contents = contents_of(path);
        if (expected.empty()) expected = contents;
        EXPECT_TRUE(contents == expected) << threads << " threads";
    }
}

TEST_F(Repeated, ParagraphsAreShownByAnInspection) {
    const auto marked = [&](const std::string& lines, const std::string& known) {
        std::istringstream input(lines);
        IndexOptions options;
        options.database = known;
        options.paths = {"-"};
        options.standard_input = &input;
        std::size_t count = 0;
        inspect_documents(
            options, [&](const Inspection& one) { count += one.found.layout.boilerplate.size(); });
        return count;
    };
    EXPECT_EQ(marked(reports(0, 2), ""), 0U);
    EXPECT_EQ(marked(reports(0, 3), ""), 3U);
    run(reports(0, 3));
    EXPECT_EQ(marked(reports(8, 9), database()), 1U) << "the database has seen it";
}

}  // namespace
}  // namespace sinodex
