// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/cli/evaluate_command.h"

#include <algorithm>
#include <array>
#include <iostream>
#include <set>

#include "bench/evaluation/run_comparison.h"
#include "bench/evaluation/topics.h"
#include "bench/quality/comparison_report.h"
#include "bench/quality/lists.h"

namespace sinodex {
namespace {

constexpr std::array<std::string_view, 2> kEvaluateFormats{"text", "json"};

constexpr std::array<OptionSpec, 8> kEvaluateOptions{{
    {"measures", 'm', "MEASURES", "nDCG@10,AP,R@100,Success@1",
     "Measures as ir-measures or trec_eval name them, separated by commas: AP(rel=2), "
     "ndcg_cut_10."},
    {"reference", 'r', "TAG", "",
     "The run that all others are compared with; without it the first."},
    {"topics", 't', "FILE", "",
     "Only these topics: TREC <top> elements, id<TAB>query lines, or JSON lines with _id and "
     "text."},
    {"kinds", 'k', "FILE", "",
     "Also a row for each kind of topic: lines of id<TAB>kind, as judgements/intents.tsv has "
     "them."},
    {"per-topic", 'q', "", "", "Also print the value of every topic; in json they always are."},
    {"common", 0, "", "",
     "Average over the judged topics that all runs have; without it over all that are judged, "
     "those that a run lacks counting as empty rankings (trec_eval -c)."},
    {"seed", 's', "N", "1", "Seed of the bootstrap and of the randomisation test."},
    {"format", 'f', "FORMAT", "text", "text or json."},
}};

constexpr std::array<std::string_view, 3> kEvaluateExamples{
    "sinodex-bench evaluate qrels.txt mine.run",
    "sinodex-bench evaluate -m 'ndcg_cut_10,RR,Judged@10' -r bm25 qrels.txt bm25.run mine.run",
    "sinodex-bench evaluate -k corpus/judgements/intents.tsv corpus/judgements/qrels.txt mine.run",
};

}  // namespace

constinit const ProgramSpec kEvaluateProgram{
    "sinodex-bench evaluate",
    "how good rankings are that any program made, and whether they differ",
    "QRELS RUN...",
    "QRELS are judgements, lines of topic, iteration, document and gain as trec_eval reads them, "
    "or "
    "as BEIR has them. Each RUN is a file of lines of topic, Q0, document, rank, score and tag; it "
    "goes by its tag, or by its path where tags are equal. As in trec_eval the score ranks, not "
    "the "
    "rank. Numbers agree with trec_eval 10. Every measure is tested for every run against the "
    "reference, by a paired randomisation test with 100,000 samples and by the paired t test.",
    kEvaluateOptions,
    kEvaluateExamples,
    {},
    "not used",
};

namespace {

std::vector<Measure> measures_of(const Arguments& arguments) {
    std::vector<Measure> measures;
    std::set<std::string> seen;
    for (const std::string& name : split_list(arguments.text("measures"))) {
        measures.push_back(parse_measure(name));
        if (seen.insert(measures.back().name).second) continue;
        throw Error(ErrorKind::usage, "--measures: " + name + " comes twice");
    }
    return measures;
}

std::vector<NamedRun> runs_of(const Arguments& arguments) {
    std::vector<NamedRun> runs;
    std::map<std::string, int> tags;
    for (std::size_t i = 1; i < arguments.operands().size(); ++i) {
        TrecRun run = read_run(arguments.operands()[i]);
        ++tags[run.tag];
        runs.push_back({run.tag, std::move(run)});
    }
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (tags[runs[i].run.tag] > 1) runs[i].name = arguments.operands()[i + 1];
    }
    return runs;
}

std::size_t reference_of(const Arguments& arguments, const std::vector<NamedRun>& runs) {
    if (!arguments.has("reference")) return 0;
    const std::string wanted = arguments.text("reference");
    std::string known;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (runs[i].name == wanted) return i;
        known.append(i == 0 ? "" : ", ").append(runs[i].name);
    }
    throw Error(ErrorKind::usage, "--reference: there is no run \"" + wanted + "\"",
                "the runs are " + known);
}

// The judgements of the topics that were asked for.
Qrels qrels_of(const Arguments& arguments) {
    Qrels qrels = read_qrels(arguments.operands().front());
    if (!arguments.has("topics")) return qrels;
    std::set<std::string> wanted;
    for (const Topic& topic : read_topics(arguments.text("topics"))) wanted.insert(topic.id);
    std::erase_if(qrels, [&](const auto& topic) { return !wanted.contains(topic.first); });
    if (!qrels.empty()) return qrels;
    throw Error(ErrorKind::input, arguments.text("topics") + ": none of these topics is judged",
                "see whether topics and judgements are of one collection, with the same ids");
}

}  // namespace

ExitStatus run_evaluate(const Arguments& arguments, const std::vector<std::string>& command) {
    if (arguments.operands().size() < 2) {
        throw Error(ErrorKind::usage, "judgements and at least one run are needed",
                    "see sinodex-bench evaluate --help");
    }
    const bool json = arguments.choice("format", kEvaluateFormats) == "json";
    ComparisonOptions options;
    options.measures = measures_of(arguments);
    options.seed = arguments.number("seed", 0, UINT64_MAX);
    options.only_common = arguments.has("common");
    if (arguments.has("kinds")) options.kinds = read_topic_kinds(arguments.text("kinds"));
    const std::vector<NamedRun> runs = runs_of(arguments);
    options.reference = reference_of(arguments, runs);
    const ComparisonReport report{command, arguments.operands().front(), options.seed,
                                  compare_runs(qrels_of(arguments), runs, options)};
    json ? write_comparison_json(report, std::cout)
         : write_comparison_text(report, arguments.has("per-topic"), std::cout);
    return ExitStatus::fine;
}

}  // namespace sinodex
