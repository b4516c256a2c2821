// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/report.h"

#include <gtest/gtest.h>

#include <sstream>

namespace sinodex {
namespace {

std::string text_of_report(const IndexReport& report, bool every_skipped = false) {
    std::ostringstream out;
    print_report(out, report, every_skipped);
    print_database(out, report, "news.db");
    return out.str();
}

TEST(Report, OfNothing) {
    EXPECT_EQ(text_of_report({}),
              "Read 0 documents (0.00 MB) in 0.0 s, 0.00 MB/s: 0 added, 0 replaced, 0 unchanged.\n"
              "news.db: 0 articles, 0.00 MB, revision r0, as it was.\n");
}

TEST(Report, OfOne) {
    IndexReport report;
    report.read = report.added = report.articles = report.duplicates = report.skipped = 1;
    report.replaced_bytes = report.pruned = 1;
    report.ignored_files.add(".jpg", "in/c.jpg");
    report.ignored_links.add("link", "in/d");
    report.bytes = 2'000'000;
    report.seconds = 0.5;
    report.database_bytes = 12'345'678;
    report.revision = 7;
    report.wrote = true;
    report.duplicate_ids = {"a.txt"};
    report.skipped_documents = {{"in/b.txt", "binary: PDF, not text"}};
    EXPECT_EQ(text_of_report(report),
              "Read 1 document (2.00 MB) in 0.5 s, 4.00 MB/s: 1 added, 0 replaced, 0 unchanged, 1 "
              "pruned.\n"
              "1 document had an id that came again; the last one stands: a.txt\n"
              "1 invalid byte replaced while reading.\n"
              "Skipped 1 document:\n"
              "  in/b.txt: binary: PDF, not text\n"
              "Passed over 1 link to folders or out of the folder given.\n"
              "Passed over 1 file of other kinds: 1 .jpg.\n"
              "news.db: 1 article, 12.3 MB, revision r7.\n");
}

TEST(Report, OfMany) {
    IndexReport report;
    report.read = 5000;
    report.unchanged = 4000;
    report.bytes = 345'000'000;
    report.seconds = 119.7;
    report.duplicates = 12;
    report.duplicate_ids.assign(12, "x");
    report.replaced_bytes = 7;
    report.ignored_files.add(".css", "a.css");
    for (int i = 0; i < 150; ++i) report.ignored_files.add(".jpg", "b.jpg");
    report.ignored_parts.add("status 404", "c.warc:7");
    report.prune_refused = true;
    report.skipped = 30;
    for (int i = 0; i < 12; ++i) report.skipped_documents.push_back({std::to_string(i), "empty"});
    const std::string head =
        "Read 5000 documents (345.0 MB) in 2 min 0 s, 2.88 MB/s: 0 added, 0 replaced, 4000 "
        "unchanged.\n"
        "12 documents had an id that came again; the last one stands: x x x x x x x x x x ...\n"
        "7 invalid bytes replaced while reading.\n"
        "Skipped 30 documents:\n"
        "  0: empty\n  1: empty\n  2: empty\n  3: empty\n  4: empty\n"
        "  5: empty\n  6: empty\n  7: empty\n  8: empty\n  9: empty\n";
    const std::string tail =
        "Nothing was pruned: an input was cut short, so what it no longer holds is not known.\n"
        "Passed over 151 files of other kinds: 150 .jpg, 1 .css.\n";
    const std::string parts =
        "Passed over 1 part of files that hold several documents: 1 status 404.\n";
    const std::string end = "news.db: 0 articles, 0.00 MB, revision r0, as it was.\n";
    EXPECT_EQ(text_of_report(report), head + "  and 20 more\n" + tail + parts + end);
    std::string names = "  a.css\n";
    for (int i = 0; i < 99; ++i) names += "  b.jpg\n";
    EXPECT_EQ(text_of_report(report, true), head + "  10: empty\n  11: empty\n  and 18 more\n" +
                                                tail + names + "  and 51 more\n" + parts +
                                                "  c.warc:7\n" + end);
}

TEST(Report, TellsOfKnowledgeAndStories) {
    IndexReport report;
    report.knowledge_changed = report.wrote = true;
    report.replaced = report.articles = 3;
    report.other_versions = 1;
    const std::string changed =
        "What is known of entities has changed, so articles were read anew.\n";
    EXPECT_NE(
        text_of_report(report).find(changed + "news.db: 3 articles, 0.00 MB, revision r0.\n"
                                              "1 article tells a story that another article tells "
                                              "better: searches show that one, and with\n"
                                              "--all-versions each of them.\n"),
        std::string::npos)
        << text_of_report(report);
    report.articles = 5;
    report.other_versions = 2;
    EXPECT_NE(
        text_of_report(report).find(changed + "Of 2 articles that no PATH held, what was found is "
                                              "as before; name their paths, too.\n"),
        std::string::npos)
        << text_of_report(report);
    EXPECT_NE(text_of_report(report).find("2 articles tell a story that another article"),
              std::string::npos);
}

TEST(Report, GivesTimesThatAreTimes) {
    struct Case {
        double seconds;
        const char* text;
    };
    for (const Case& c :
         {Case{0.04, " in 0.0 s"}, Case{99.94, " in 99.9 s"}, Case{99.96, " in 1 min 40 s"},
          Case{179.6, " in 3 min 0 s"}, Case{3600, " in 60 min 0 s"}}) {
        IndexReport report;
        report.seconds = c.seconds;
        EXPECT_NE(text_of_report(report).find(c.text), std::string::npos) << text_of_report(report);
    }
}

// Ids come from anywhere, and a terminal obeys what it is sent.
TEST(Report, PassesNoControlCharactersOn) {
    IndexReport report;
    report.duplicates = report.skipped = 1;
    report.duplicate_ids = {"a\x1B[2J\nb\x7F"};
    report.skipped_documents = {{"in/\r\x1B]0;x\a.txt", "malformed: \x1B[31m阿"}};
    const std::string text = text_of_report(report);
    EXPECT_NE(text.find("a?[2J?b?\n"), std::string::npos) << text;
    EXPECT_NE(text.find("  in/??]0;x?.txt: malformed: ?[31m阿\n"), std::string::npos) << text;
}

TEST(Report, LeavesTheStreamAsItWas) {
    std::ostringstream out;
    print_report(out, {}, false);
    out.str("");
    out << 0.125;
    EXPECT_EQ(out.str(), "0.125");
}

TEST(ProgressLine, IsOneLineThatGoesAway) {
    std::ostringstream out;
    ProgressLine line(out, true);
    line.show({1, 500'000, 1'000'000, false});
    EXPECT_EQ(out.str().find("\r\033[K1 document, "), 0U) << out.str();
    EXPECT_NE(out.str().find("/s, 50%, "), std::string::npos);
    EXPECT_EQ(out.str().find('\n'), std::string::npos);
    out.str("");
    line.show({2, 1'000'000, 0, false});
    EXPECT_EQ(out.str().find('%'), std::string::npos) << "the size is not known";
    out.str("");
    line.show({2, 1'000'000, 1'000'000, true});
    EXPECT_EQ(out.str(), "\r\033[K2 documents read, merging");
    out.str("");
    line.clear();
    line.clear();
    EXPECT_EQ(out.str(), "\r\033[K");
}

TEST(ProgressLine, IsSilentWhereThereIsNoTerminal) {
    std::ostringstream out;
    ProgressLine line(out, false);
    line.show({1, 1, 2, false});
    line.clear();
    EXPECT_EQ(out.str(), "");
}

}  // namespace
}  // namespace sinodex
