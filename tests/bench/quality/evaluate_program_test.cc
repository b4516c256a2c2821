// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using testing::ProcessEnd;
using testing::TemporaryFolder;

ProcessEnd evaluate_program(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {SINODEX_BIN_DIR "/sinodex-bench", "evaluate"});
    return testing::run_process(arguments);
}

class EvaluateProgram : public ::testing::Test {
 protected:
    TemporaryFolder folder;
    std::string qrels = folder.write("qrels.txt", "1 0 a 2\n1 0 b 0\n2 0 c 1\n3 0 d 1\n");
    std::string good = folder.write("good.run", "1 Q0 a 1 9 good\n2 Q0 c 1 9 good\n");
    std::string poor =
        folder.write("poor.run", "1 Q0 b 1 9 poor\n1 Q0 a 2 8 poor\n2 Q0 x 1 9 poor\n");
};

TEST_F(EvaluateProgram, ComparesRunsOnEveryMeasure) {
    const ProcessEnd end = evaluate_program({"-m", "RR,ndcg_cut_10,Judged@10", qrels, good, poor});
    EXPECT_EQ(end.status, 0) << end.err;
    EXPECT_THAT(end.out, HasSubstr("qrels.txt: 3 topics"));
    EXPECT_THAT(end.out, HasSubstr("good  0.6667"));
    EXPECT_THAT(end.out, HasSubstr("poor  0.1667"));
    EXPECT_THAT(end.out, HasSubstr("-0.5000"));
    EXPECT_THAT(end.out, HasSubstr("ndcg_cut_10"));
    EXPECT_THAT(end.out, HasSubstr("p (random.)  p (t test)"));
}

TEST_F(EvaluateProgram, SelectsTopicsReferenceAndKinds) {
    const std::string topics = folder.write("topics.jsonl", R"({"_id":"1","text":"one"})"
                                                            "\n"
                                                            R"({"_id":"2","text":"two"})");
    const std::string kinds = folder.write("kinds.tsv", "1\tterse\n2\tquestion\n");
    const ProcessEnd end = evaluate_program({"-t", topics, "-k", kinds, "-r", "poor", "-m", "RR",
                                             "--format", "json", qrels, good, poor});
    ASSERT_EQ(end.status, 0) << end.err;
    const nlohmann::json json = nlohmann::json::parse(end.out);
    EXPECT_EQ(json["topics"], (std::vector<std::string>{"1", "2"}));
    EXPECT_EQ(json["reference"], "poor");
    const nlohmann::json& groups = json["measures"][0]["groups"];
    EXPECT_EQ(groups[1]["kind"], "question");
    EXPECT_EQ(groups[2]["runs"][0]["difference"], 0.5);
    EXPECT_FALSE(groups[2]["runs"][1].contains("difference"));
    EXPECT_EQ(json["measures"][0]["values"]["good"], (std::vector<double>{1, 1}));
}

TEST_F(EvaluateProgram, NamesRunsWithOneTagByTheirPaths) {
    const std::string twin = folder.write("twin.run", "1 Q0 a 1 9 good\n");
    const ProcessEnd end = evaluate_program({"--common", "-q", "-m", "P_1", qrels, good, twin});
    EXPECT_EQ(end.status, 0) << end.err;
    EXPECT_THAT(end.out, HasSubstr(good));
    EXPECT_THAT(end.out, HasSubstr(twin));
    EXPECT_THAT(end.out, HasSubstr("1 topics"));
}

TEST_F(EvaluateProgram, OneRunHasNothingToBeComparedWith) {
    const ProcessEnd end = evaluate_program({qrels, good});
    EXPECT_EQ(end.status, 0) << end.err;
    EXPECT_THAT(end.out, HasSubstr("Success@1"));
    EXPECT_THAT(end.out, Not(HasSubstr("randomisation")));
}

TEST_F(EvaluateProgram, RefusesWhatItCannotMeasure) {
    const std::string strangers = folder.write("strangers.tsv", "77\tnever judged\n");
    struct Row {
        std::vector<std::string> arguments;
        int status;
        std::string error;
    };
    for (const Row& row :
         {Row{{qrels}, 2, "at least one run"},
          Row{{qrels, good, "-m", "nDGC@10"}, 2, "not a known measure"},
          Row{{qrels, good, "-m", "P@5,P@5"}, 2, "comes twice"},
          Row{{qrels, good, "-r", "best"}, 2, "the runs are good"},
          Row{{qrels, good, "-t", strangers}, 5, "none of these topics"},
          Row{{qrels, qrels}, 5, "six columns"}, Row{{"/nowhere", good}, 5, "/nowhere"}}) {
        const ProcessEnd end = evaluate_program(row.arguments);
        EXPECT_EQ(end.status, row.status) << row.error;
        EXPECT_THAT(end.err, HasSubstr(row.error));
    }
}

}  // namespace
}  // namespace sinodex
