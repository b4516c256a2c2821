// SPDX-License-Identifier: GPL-2.0-or-later

// sinodex-search as a program: what users do, and what they do wrong.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/end_to_end/programs.h"
#include "tests/support/terminal.h"

namespace sinodex {
namespace {

using namespace testing;
using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST(SearchProgram, EndsWithItsStatus) {
    EXPECT_EQ(search_corpus({"gallium"}).status, 0);
    EXPECT_EQ(search_corpus({"xylophones"}).status, 1);
    EXPECT_EQ(search_corpus({"，。"}).status, 1);
    EXPECT_EQ(search_corpus({" "}).status, 1);
    EXPECT_EQ(search_corpus({"-f", "json", "xylophones"}).status, 1);
    EXPECT_THAT(search_corpus({"xylophones"}).err, HasSubstr("nothing found\n"));
    EXPECT_EQ(search_corpus({"xylophones"}).out, "");
}

TEST(SearchProgram, SaysWhatIsWrong) {
    const TemporaryFolder folder;
    const std::string db = corpus_database();
    const std::string odd = folder.write("odd/XAPIANDB", "nonsense");
    struct Case {
        std::vector<std::string> arguments;
        int status;
        std::string words;
    };
    for (const Case& one : std::vector<Case>{
             {{}, 2, "--db DB is missing"},
             {{"--db", db}, 2, "no query was given"},
             {{"--db", db, ""}, 2, "no query was given"},
             {{"gallium"}, 2, "--db DB is missing"},
             {{"--db", "", "gallium"}, 2, "--db DB is missing"},
             {{"--db", db, "--limit", "0", "gallium"}, 2, "--limit: 0 is not a number from 1"},
             {{"--db", db, "-n", "-1", "gallium"}, 2, "--limit: -1 is not a number"},
             {{"--db", db, "-n", "ten", "gallium"}, 2, "--limit: ten is not a number"},
             {{"--db", db, "-n", "10000000", "gallium"}, 2, "--limit: 10000000 is not a number"},
             {{"--db", db, "--format", "x", "gallium"}, 2, "--format: x is not one of text, json"},
             {{"--db", db, "--unit", "book", "gallium"}, 2, "--unit: book is not one of"},
             {{"--db", db, "--color", "blue", "gallium"}, 2, "--color: blue is not one of"},
             {{"--db", db, "--view", "map", "gallium"}, 2, "--view: map is not one of passages"},
             {{"--db", db, "--view", "facets", "--top", "0", "gallium"}, 2, "--top: 0 is not"},
             {{"--db", db, "--top", "5", "gallium"},
              2,
              "--top has no meaning with --view passages"},
             {{"--db", db, "--by", "mentioned", "gallium"}, 2, "it is for --view timeline"},
             {{"--db", db, "--view", "timeline", "--by", "week", "gallium"},
              2,
              "--by: week is not one of published, mentioned"},
             {{"--db", db, "--view", "timeline", "-t", "5", "gallium"}, 2, "--top has no meaning"},
             {{"--db", db, "--view", "related", "-n", "5", "gallium"}, 2, "--top bounds what"},
             {{"--db", db, "--view", "facets", "-u", "article", "gallium"}, 2, "--unit has no"},
             {{"--db", db, "--view", "facets", "-f", "trec", "gallium"}, 2, "--format trec has no"},
             {{"--db", db, "--lmit", "3", "gallium"}, 2, "lmit"},
             {{"--db", db, "--queries", "-", "gallium"}, 2, "exclude each other"},
             {{"--db", db, "--view", "chart", "gallium"}, 2, "--view: chart is not one of"},
             {{"--db", db, "--view", "figures", "-f", "trec", "fine"},
              2,
              "--format trec has no meaning with --view figures"},
             {{"--db", db, "--view", "figures"}, 2, "no query was given"},
             {{"--db", db, "--verify"}, 2, "no quotation was given"},
             {{"--db", db, "--verify", "two words"}, 2, "the quotation has 2 words"},
             {{"--db", db, "--view", "figures", "-u", "article", "fine"},
              2,
              "figures are of passages"},
             {{"--db", db, "--view", "figures", "-t", "3", "fine"}, 2, "--top has no meaning"},
             {{"--db", db, "--verify", "-f", "trec", "a b c"}, 2, "trec has no meaning"},
             {{"--db", db, "--verify", "-v", "figures", "a b c"}, 2, "exclude each other"},
             {{"--db", db, "--verify", "-Q", "-"}, 2, "exclude each other"},
             {{"--db", db, "--like", "nothing"}, 2, "nothing: no article or passage has this id"},
             {{"--db", db, "--like", "deals-ai-001#99"}, 2, "no article or passage has this id"},
             {{"--db", db, "--like", "deals-ai-001", "-Q", "-"}, 2, "exclude each other"},
             {{"--db", db, "--like", "deals-ai-001", "--verify"}, 2, "exclude each other"},
             {{"--db", db, "--like", "deals-ai-001", "-v", "facets"}, 2, "exclude each other"},
             {{"--db", db, "--view", "chart", "gallium"}, 2, "related, figures"},
             {{"--db", db, "--queries", folder / "none"}, 5, "none: cannot be opened"},
             {{"--db", db, "--queries", folder.path()}, 5, "cannot be read"},
             {{"--db", folder / "none", "gallium"}, 3, "there is no Sinodex database here"},
             {{"--db", folder.path(), "gallium"}, 3, "make one: sinodex-index --db"},
             {{"--db", folder / "odd", "gallium"}, 3, "--rebuild"},
             {{"--db", odd, "gallium"}, 3, odd},
         }) {
        std::vector<std::string> command = one.arguments;
        command.insert(command.begin(), kSearchProgram);
        const ProcessEnd end = run_process(command);
        EXPECT_EQ(end.status, one.status) << one.words << '\n' << end.err;
        EXPECT_THAT(end.err, StartsWith("sinodex-search: "));
        EXPECT_THAT(end.err, HasSubstr(one.words));
        EXPECT_EQ(end.out, "");
    }
}

TEST(SearchProgram, VerifiesWithItsStatus) {
    EXPECT_EQ(search_corpus({"--verify", "a shop window, a games studio and a lock"}).status, 0);
    EXPECT_EQ(search_corpus({"--verify", "a shop window, two games studios and a lock"}).status, 0);
    EXPECT_EQ(search_corpus({"--verify", "a unicorn in every garden"}).status, 1);
    EXPECT_EQ(search_corpus({"--verify", "-"}, "a shop window,\na games studio\n").status, 0);
    EXPECT_EQ(search_corpus({"--verify", "-"}, "").status, 2);
}

TEST(SearchProgram, RefusesMalformedTopicsNamingTheLine) {
    struct Case {
        std::string topics, words;
    };
    for (const Case& one : std::vector<Case>{
             {"1\tgallium\nno tab here\n", "-:2: there is no tab"},
             {"1\tgallium\n\n1\tMicron\n", "-:3: 1 comes twice"},
             {"\tgallium\n", "-:1: the qid is empty or holds a space"},
             {"a b\tgallium\n", "-:1: the qid is empty or holds a space"},
             {"1\t\n", "-:1: the query is empty"},
             {"1\t \t\n", "-:1: the query is empty"},
         }) {
        const ProcessEnd end = search_corpus({"--queries", "-"}, one.topics);
        EXPECT_EQ(end.status, 2) << one.topics;
        EXPECT_THAT(end.err, HasSubstr(one.words));
        EXPECT_THAT(end.err, HasSubstr("qid<TAB>query"));
        EXPECT_EQ(end.out, "");
    }
}

TEST(SearchProgram, ReadsTopicsAsEditorsWriteThem) {
    const std::string plain =
        search_corpus({"-f", "trec", "-Q", "-"}, "1\tgallium\n2\tMicron\n").out;
    EXPECT_EQ(search_corpus({"-f", "trec", "-Q", "-"},
                            "\xEF\xBB\xBF"
                            "1\tgallium\r\n\r\n2\tMicron")
                  .out,
              plain);
    const TemporaryFolder folder;
    const std::string file = folder.write("topics.tsv", "1\tgallium\n2\tMicron\n");
    EXPECT_EQ(search_corpus({"-f", "trec", "--queries", file}).out, plain);
    EXPECT_EQ(search_corpus({"-f", "trec", "-Q", "-"}, "").status, 1);
}

TEST(SearchProgram, TakesAQueryInOneWordOrMany) {
    const std::string one = search_corpus({"-f", "trec", "Hangzhou deals"}).out;
    EXPECT_EQ(search_corpus({"-f", "trec", "Hangzhou", "deals"}).out, one);
    EXPECT_EQ(search_corpus({"Hangzhou", "deals", "-f", "trec"}).out, one);
    EXPECT_EQ(search_corpus({"-f", "trec", "--", "Hangzhou", "deals"}).out, one);
    EXPECT_EQ(search_corpus({"-f", "trec", "--", "-source:wire", "gallium"}).out,
              search_corpus({"-f", "trec", "gallium -source:wire"}).out);
    EXPECT_EQ(search_corpus({"-f", "trec", "Hangzhou, deals"}).out, one);
}

TEST(SearchProgram, TakesTheDatabaseFromTheEnvironment) {
    const ProcessEnd end = run_shell("SINODEX_DB=$1 exec \"$0\" -f trec -n 1 gallium",
                                     {kSearchProgram, corpus_database()});
    EXPECT_EQ(end.status, 0) << end.err;
    EXPECT_EQ(end.out, search_corpus({"-f", "trec", "-n", "1", "gallium"}).out);
    EXPECT_EQ(run_shell("SINODEX_DB=/nowhere exec \"$0\" --db \"$1\" gallium",
                        {kSearchProgram, corpus_database()})
                  .status,
              0);
}

TEST(SearchProgram, ReportsOutputThatCannotBeWritten) {
    for (const char* where : {"> /dev/full", ">&-"}) {
        const std::string line = std::string("\"$0\" --db \"$1\" -n 1000 -f json \"the\" ") + where;
        const ProcessEnd end = run_shell(line, {kSearchProgram, corpus_database()});
        EXPECT_EQ(end.err, "sinodex-search: standard output: cannot be written\n");
        EXPECT_EQ(end.status, 5) << where;
    }
}

TEST(SearchProgram, EndsQuietlyBehindHead) {
    const ProcessEnd end =
        run_process({"/bin/bash", "-c",
                     "\"$0\" --db \"$1\" -n 1000 -f json the | head -2; echo ${PIPESTATUS[0]}",
                     kSearchProgram, corpus_database()});
    EXPECT_EQ(end.err, "");
    EXPECT_EQ(end.out, "{\n  \"version\": 1,\n141\n");
}

TEST(SearchProgram, SortsTheBestHitsByDate) {
    const auto dates = [](const std::string& order) {
        std::vector<std::string> found;
        const auto result = nlohmann::json::parse(
            search_corpus({"-f", "json", "-n", "20", "--sort", order, "Alibaba fine"}).out);
        for (const auto& hit : result["hits"]) {
            EXPECT_EQ(hit["rank"], found.size() + 1);
            found.push_back(hit["article"].value("date", ""));
        }
        return found;
    };
    std::vector<std::string> expected = dates("score");
    std::stable_sort(expected.begin(), expected.end(), std::greater<>());
    EXPECT_EQ(expected.size(), 20U);
    EXPECT_EQ(dates("date"), expected);
    EXPECT_NE(dates("score"), expected);
    EXPECT_EQ(search_corpus({"-f", "trec", "--sort", "date", "x"}).status, 2);
    EXPECT_EQ(search_corpus({"-v", "facets", "--sort", "date", "x"}).status, 2);
}

TEST(SearchProgram, CitesPassages) {
    EXPECT_THAT(search_corpus({"-n", "1", "--cite", "Hangzhou", "deals"}).out,
                HasSubstr("\n    “Hangzhou collects its technology companies, one contract at a "
                          "time,” Delta Business Daily, July 31, 2023, https://example.com/"));
    EXPECT_EQ(search_corpus({"--cite", "-f", "json", "gallium"}).status, 2);
}

TEST(SearchProgram, TellsHowAQueryMayBeginWithAMinus) {
    EXPECT_THAT(search_corpus({"-fine"}).err, HasSubstr("sinodex-search -- -fine"));
    EXPECT_THAT(search_corpus({"--limits", "3", "x"}).err, HasSubstr("did you mean --limit?"));
}

TEST(SearchProgram, HasNoColoursOnADumbTerminal) {
    const TemporaryFolder home;
    const auto printed = [&](const std::string& type) {
        Terminal terminal({"/usr/bin/env", "TERM=" + type, "PAGER=cat", kSearchProgram, "--db",
                           corpus_database(), "-n", "1", "gallium"},
                          home.path());
        return terminal.read_until("bytes ");
    };
    EXPECT_EQ(printed("dumb").find('\033'), std::string::npos);
    EXPECT_NE(printed("xterm").find('\033'), std::string::npos);
}

TEST(SearchProgram, ReadsLongAnswersInThePager) {
    const TemporaryFolder home;
    const std::string pager = home.write("pager", "#!/bin/sh\nsed 's/^/PAGED /'\n");
    Terminal terminal({"/usr/bin/env", "PAGER=sh " + pager, kSearchProgram, "--db",
                       corpus_database(), "-n", "1", "gallium foo:bar"},
                      home.path());
    EXPECT_THAT(terminal.read_until("bytes "), HasSubstr("PAGED note: foo:"));
    EXPECT_EQ(terminal.wait(), 0);
    Terminal left({"/usr/bin/env", "PAGER=true", kSearchProgram, "--db", corpus_database(), "-n",
                   "1000", "the"},
                  home.path());
    EXPECT_EQ(left.wait(), 0);
    Terminal whole({"/usr/bin/env", "PAGER=sh " + pager, kSearchProgram, "--db", corpus_database(),
                    "--no-pager", "-n", "1", "gallium"},
                   home.path());
    EXPECT_EQ(whole.read_until("bytes ").find("PAGED"), std::string::npos);
    EXPECT_EQ(whole.wait(), 0);
}

TEST(SearchProgram, ColoursOnDemandOnly) {
    EXPECT_EQ(search_corpus({"gallium"}).out.find('\033'), std::string::npos);
    EXPECT_NE(search_corpus({"--color", "always", "gallium"}).out.find('\033'), std::string::npos);
    EXPECT_EQ(search_corpus({"--color", "never", "gallium"}).out.find('\033'), std::string::npos);
}

TEST(SearchProgram, PrintsHitsOnlyOnStandardOutput) {
    const ProcessEnd end = search_corpus({"-f", "json", "gallium foo:bar"});
    EXPECT_THAT(end.err, StartsWith("note: foo:: no field has this name"));
    const auto result = nlohmann::json::parse(end.out);
    EXPECT_EQ(result["version"], 1);
    EXPECT_EQ(result["warnings"].size(), 1U);
    EXPECT_EQ(result["hits"].size(), 10U);
    EXPECT_EQ(search_corpus({"gallium"}).err, "");
}

TEST(SearchProgram, LimitsHitsAndChoosesTheirUnit) {
    const auto count = [](const std::string& out) {
        return std::count(out.begin(), out.end(), '\n');
    };
    EXPECT_EQ(count(search_corpus({"-f", "jsonl", "Alibaba"}).out), 10);
    EXPECT_EQ(count(search_corpus({"-f", "jsonl", "-n", "3", "Alibaba"}).out), 3);
    const std::string run = search_corpus({"-f", "trec", "-u", "article", "-n", "1000", "the"}).out;
    EXPECT_GT(count(run), 90);
    EXPECT_EQ(run.find('#'), std::string::npos);
}

TEST(SearchProgram, TrecRunsReadBack) {
    std::string topics;
    for (int i = 0; i < 20; ++i)
        topics += "q" + std::to_string(i) + "\tAlibaba fine " + std::to_string(2010 + i) + "\n";
    const ProcessEnd end = search_corpus({"-f", "trec", "-n", "50", "-Q", "-"}, topics);
    std::istringstream lines(end.out);
    std::string before_qid;
    std::size_t rank_before = 0;
    double score_before = 0;
    std::size_t topics_seen = 0;
    for (std::string line; std::getline(lines, line);) {
        std::istringstream columns(line);
        std::string qid, zero, id, tag, more;
        std::size_t rank = 0;
        double score = 0;
        ASSERT_TRUE(columns >> qid >> zero >> id >> rank >> score >> tag) << line;
        ASSERT_FALSE(columns >> more) << line;
        if (qid != before_qid) {
            rank_before = 0;
            ++topics_seen;
        }
        ASSERT_EQ(rank, rank_before + 1) << line;
        ASSERT_TRUE(rank == 1 || score <= score_before) << line;
        before_qid = qid;
        rank_before = rank;
        score_before = score;
    }
    EXPECT_EQ(topics_seen, 20U);
}

TEST(SearchProgram, HasAHelpAManPageAndAVersion) {
    for (const char* option :
         {"--db", "--limit", "--unit", "--format", "--queries", "--explain", "--color"}) {
        EXPECT_THAT(run_process({kSearchProgram, "--help"}).out, HasSubstr(option));
    }
    EXPECT_THAT(run_process({kSearchProgram, "--man"}).out, StartsWith(".TH SINODEX\\-SEARCH 1 "));
    EXPECT_THAT(run_process({kSearchProgram, "--version"}).out, StartsWith("sinodex-search "));
}

TEST(Programs, ASearchFollowsTheDatabase) {
    const TemporaryFolder folder;
    folder.write("in/a.txt", "Xylophones seen\n\nTwo xylophones were seen in Hangzhou.\n");
    const auto index = [&] {
        return run_process({kIndexProgram, "--db", folder / "db", "--prune", folder / "in"}).status;
    };
    const auto search = [&](const char* query) {
        return run_process({kSearchProgram, "--db", folder / "db", query}).status;
    };
    EXPECT_EQ(search("xylophones"), 3);
    ASSERT_EQ(index(), 0);
    EXPECT_EQ(search("xylophones"), 0);
    folder.write("in/a.txt", "Dragons seen\n\nTwo dragons were seen in Hangzhou.\n");
    ASSERT_EQ(index(), 0);
    EXPECT_EQ(search("xylophones"), 1);
    EXPECT_EQ(search("dragons"), 0);
    EXPECT_EQ(search("id:a.txt"), 0);
}

}  // namespace
}  // namespace sinodex
