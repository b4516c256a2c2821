// SPDX-License-Identifier: GPL-2.0-or-later

// Compares what the programs print with the files in golden/. After a change that is meant, write
// them anew and read the difference:
//
//     SINODEX_UPDATE_GOLDEN=1 ctest --test-dir build/dev -R GoldenFiles

#include <gtest/gtest.h>

#include <cstdlib>
#include <regex>

#include "tests/end_to_end/programs.h"

namespace sinodex {
namespace {

using namespace testing;

struct GoldenCase {
    std::string name;
    std::vector<std::string> command;  // program and arguments; --db is added for a search
    std::string input = "";
};

const std::vector<GoldenCase>& cases() {
    static const std::vector<GoldenCase> all{
        {"search-hangzhou-deals", {"sinodex-search", "-n", "3", "Hangzhou", "deals"}},
        {"search-equity-stakes", {"sinodex-search", "-n", "3", "equity stakes"}},
        {"search-chinese", {"sinodex-search", "-n", "3", "蚂蚁集团暂停上市"}},
        {"search-color", {"sinodex-search", "-n", "1", "--color", "always", "\"golden shares\""}},
        {"search-context", {"sinodex-search", "-n", "1", "--context", "1", "螞蟻集團"}},
        {"search-filters",
         {"sinodex-search", "-n", "3", "-u", "article", "source:tracker date:2023.. -CNKI"}},
        {"search-warnings",
         {"sinodex-search", "-n", "1", "(gallium foo:bar date:soon \"germanium, gallium"}},
        {"search-nothing", {"sinodex-search", "xylophones"}},
        {"search-explain", {"sinodex-search", "-n", "1", "--explain", "Micron -chips date:2023"}},
        {"search-json", {"sinodex-search", "-n", "2", "--format", "json", "\"choose one of two\""}},
        {"search-jsonl", {"sinodex-search", "-n", "2", "--format", "jsonl", "罚款182亿"}},
        {"search-trec",
         {"sinodex-search", "-n", "3", "--format", "trec", "--queries", "-"},
         "q1\tDidi app removed\nq2\t文心一言\n\nq3\txylophones\n"},
        {"search-batch-text",
         {"sinodex-search", "-n", "1", "--queries", "-"},
         "a\tTencent Music\nb\tspiritual opium\n"},
        {"search-facets", {"sinodex-search", "--view", "facets", "--top", "3", "company:didi"}},
        {"search-facets-json",
         {"sinodex-search", "--view", "facets", "-t", "1", "-f", "json", "gallium"}},
        {"search-timeline", {"sinodex-search", "--view", "timeline", "Alibaba"}},
        {"search-timeline-mentioned",
         {"sinodex-search", "--view", "timeline", "--by", "mentioned", "--color", "always",
          "gallium"}},
        {"search-timeline-jsonl",
         {"sinodex-search", "--view", "timeline", "-f", "jsonl", "--queries", "-"},
         "a\tgallium\nb\txylophones\n"},
        {"search-related", {"sinodex-search", "--view", "related", "蚂蚁"}},
        {"search-related-json",
         {"sinodex-search", "--view", "related", "-t", "2", "-f", "json", "company:didi"}},
        {"search-view-nothing",
         {"sinodex-search", "--view", "related", "--explain", "\"golden goose\" Didi"}},
        {"figures-text", {"sinodex-search", "--view", "figures", "-n", "3", "Alibaba", "fine"}},
        {"figures-differ", {"sinodex-search", "--view", "figures", "-n", "2", "1 trillion loss"}},
        {"figures-jsonl",
         {"sinodex-search", "-v", "figures", "-n", "1", "-f", "jsonl", "--queries", "-"},
         "q1\tDidi 罚款\n"},
        {"verify-exactly",
         {"sinodex-search", "--verify", "a shop window, a games studio and a lock"}},
        {"verify-nearly",
         {"sinodex-search", "--verify", "-n", "2", "--color", "always", "-"},
         "its name to deals with a shop window, two games studios and a lock"},
        {"verify-not", {"sinodex-search", "--verify", "a unicorn in every garden"}},
        {"verify-json", {"sinodex-search", "--verify", "-f", "json", "蚂蚁集团暂缓上市"}},
        {"like-article", {"sinodex-search", "--like", "wire/2021-04-alibaba-fine.txt", "-n", "3"}},
        {"like-passage",
         {"sinodex-search", "--like", "wire/2021-04-alibaba-fine.txt#1", "-n", "2", "-u", "passage",
          "date:2021 Meituan"}},
        {"search-help", {"sinodex-search", "--help"}},
        {"index-help", {"sinodex-index", "--help"}},
        {"inspect-english",
         {"sinodex-index", "--inspect", "corpus/articles/wire/2022-07-didi-fine.txt",
          "corpus/articles/rewrites/2022-07-didi-penalized-info-offenses.txt"}},
        {"inspect-chinese",
         {"sinodex-index", "--inspect", "corpus/articles/zh-hans/2021-04-alibaba-182yi.md"}},
        {"inspect-crawled",
         {"sinodex-index", "--inspect", "corpus/articles/crawled/2021-09-gaming-curfew.html"}},
        {"inspect-color",
         {"sinodex-index", "--inspect", "--color", "always",
          "corpus/articles/crawled/2021-07-didi-pulled-from-stores.txt"}},
        {"inspect-json-english",
         {"sinodex-index", "--inspect", "-f", "json",
          "corpus/articles/wire/2022-07-didi-fine.txt"}},
        {"inspect-json-chinese",
         {"sinodex-index", "--inspect", "-f", "json",
          "corpus/articles/zh-hans/2022-07-didi-80yi.txt"}},
        {"inspect-json-crawled",
         {"sinodex-index", "--inspect", "-f", "json",
          "corpus/articles/crawled/2023-07-shengchengshi-ai-banfa.txt"}},
    };
    return all;
}

// Masks what depends on the machine.
std::string masked(std::string text) {
    text = std::regex_replace(text, std::regex(SINODEX_SOURCE_DIR "/"), "");
    text = std::regex_replace(text, std::regex("\"took_ms\": ?[-0-9.e]+"), "\"took_ms\": 0");
    return std::regex_replace(text, std::regex("[0-9.]+ ms"), "0 ms");
}

std::string transcript(const GoldenCase& one) {
    std::string line = "$";
    for (const std::string& word : one.command) line += " " + word;
    std::vector<std::string> command = one.command;
    command[0] = std::string(SINODEX_BIN_DIR "/") + command[0];
    for (std::string& word : command) {
        if (word.starts_with("corpus/")) word.insert(0, SINODEX_SOURCE_DIR "/");
    }
    if (one.command[0] == "sinodex-search") {
        command.insert(command.begin() + 1, {"--db", corpus_database()});
    }
    const ProcessEnd end = run_process(command, one.input);
    return line + "\n" + masked(end.out) + "-- standard error\n" + masked(end.err) +
           "-- exit status " + std::to_string(end.status) + "\n";
}

TEST(GoldenFiles, AreWhatTheProgramsPrint) {
    const bool update = std::getenv("SINODEX_UPDATE_GOLDEN") != nullptr;
    for (const GoldenCase& one : cases()) {
        const std::string path =
            std::string(SINODEX_SOURCE_DIR "/tests/end_to_end/golden/") + one.name + ".txt";
        if (update) {
            write_file(path, transcript(one));
        } else {
            EXPECT_EQ(transcript(one), read_file(path)) << path;
        }
    }
    if (update) GTEST_SKIP() << "the golden files were written anew";
}

}  // namespace
}  // namespace sinodex
