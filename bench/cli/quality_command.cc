// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/cli/quality_command.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <set>

#include "bench/cli/progress.h"
#include "bench/evaluation/measures.h"
#include "bench/quality/assessment.h"
#include "bench/quality/expectations.h"
#include "bench/quality/experiment.h"
#include "bench/quality/html_report.h"
#include "bench/quality/json_report.h"
#include "bench/quality/lists.h"
#include "bench/quality/movers.h"
#include "bench/quality/report.h"
#include "bench/quality/run_files.h"
#include "bench/quality/text_report.h"

namespace sinodex {
namespace {

constexpr std::array<std::string_view, 2> kQualityFormats{"text", "json"};
constexpr std::array<std::string_view, 3> kQualityUnits{"auto", "article", "passage"};

constexpr std::array<OptionSpec, 17> kQualityOptions{{
    {"configuration", 'c', "NAME=WEIGHT:VALUE,...", "",
     "Compare with these weights in place of those in force. May come several times."},
    {"ablation", 'a', "WEIGHTS", "",
     "Compare with each of these weights at 0, one at a time: names separated by commas, or all."},
    {"against", 'g', "SYSTEMS", "all",
     "Compare with what one would take instead: all, none, or some of xapian-passages, "
     "xapian-articles, the same with feedback, xapian-rm3-passages and xapian-rm3-articles, and "
     "fts5-passages and fts5-articles."},
    {"reference", 'r', "NAME", "sinodex", "The system that all others are compared with."},
    {"measures", 'm', "MEASURES", "nDCG@10,AP,R@100,Success@1",
     "Measures as ir-measures names them, separated by commas; the first one decides."},
    {"unit", 'u', "UNIT", "auto", "What is judged: article, passage, or auto for what ids tell."},
    {"split", 0, "NAME", "",
     "Use the judgements of qrels/NAME.tsv, or the topics of that split in judgements/intents.tsv. "
     "Topics of splits that begin with final count only when they are named."},
    {"depth", 'n', "N", "1000", "Hits asked for, a topic."},
    {"seed", 's', "N", "1", "Seed of the bootstrap and of the randomisation test."},
    {"moved", 0, "N", "", "Print the N topics that moved most, both rankings side by side."},
    {"between", 0, "A,B", "",
     "The two systems of --moved; without it the reference and the first other one."},
    {"runs", 0, "FOLDER", "", "Write TREC runs of everything, and manifest.json, to FOLDER."},
    {"databases", 0, "FOLDER", "",
     "Keep the databases in FOLDER and bring them up to date, rather than make them anew."},
    {"dictionary", 0, "FILE", "",
     "Index with this dictionary, as sinodex-index --dictionary does."},
    {"format", 'f', "FORMAT", "text", "text or json."},
    {"html", 0, "FILE", "", "Write a report with plots, one HTML page without outside parts."},
    {"baseline", 'b', "FILE", "",
     "Check the reference against the figures in FILE, {\"collections\": {NAME: {\"nDCG@10\": "
     "0.8}}}; more than 0.01 below is a failure with exit status 1."},
}};

constexpr std::array<std::string_view, 5> kQualityExamples{
    "sinodex-bench quality cranfield wikinews",
    "sinodex-bench quality --ablation all --against none --html report.html cranfield",
    "sinodex-bench quality -c 'flat=lead:0,article_pairs:0' --moved 5 --between sinodex,flat "
    "cranfield",
    "sinodex-bench quality --measures 'RR@10,Judged@10' --runs runs/ --format json scifact",
    "sinodex-bench quality --against none --baseline expected.json cranfield",
};

}  // namespace

constinit const ProgramSpec kQualityProgram{
    "sinodex-bench quality",
    "how well Sinodex ranks, and whether a change made it better",
    "COLLECTION...",
    "Each COLLECTION is a folder with docs.jsonl, topics.tsv and qrels.txt, or as BEIR has it with "
    "corpus.jsonl, queries.jsonl and qrels/*.tsv. Judged are articles, or passages by ids such as "
    "docid#n. Every system gets the same articles, passages and topics; a passage system ranks "
    "articles by their best passage, and an article system puts the passages in the order of their "
    "articles. Milliseconds are those of one thread at the depth asked for, an indication only.",
    kQualityOptions,
    kQualityExamples,
    {},
    "a figure fell below the one of --baseline",
};

namespace {

struct Plan {
    ExperimentOptions experiment;
    AssessmentOptions assessment;
    CollectionOptions collection;
    std::optional<MoversOptions> movers;
    std::optional<Expectations> expectations;
};

std::vector<Configuration> configurations_of(const Arguments& arguments) {
    std::vector<Configuration> all{shipped_configuration()};
    for (const std::string& text : arguments.all("configuration")) {
        all.push_back(parse_configuration(text));
    }
    if (arguments.has("ablation")) {
        const std::vector<Configuration> without = ablations(arguments.text("ablation"));
        all.insert(all.end(), without.begin(), without.end());
    }
    return all;
}

std::vector<std::string> names_of(const ExperimentOptions& options) {
    std::vector<std::string> names;
    for (const Configuration& each : options.configurations) names.push_back(each.name);
    for (const Baseline& each : options.baselines) names.emplace_back(each.name);
    return names;
}

void require_known(const std::vector<std::string>& names, const std::string& option,
                   const std::string& name) {
    if (std::find(names.begin(), names.end(), name) != names.end()) return;
    std::string known;
    for (const std::string& each : names) known.append(known.empty() ? "" : ", ").append(each);
    throw Error(ErrorKind::usage, "--" + option + ": there is no system \"" + name + "\"",
                "compared are " + known);
}

void require_distinct(const std::vector<std::string>& names, const char* what) {
    std::set<std::string> seen;
    for (const std::string& name : names) {
        if (seen.insert(name).second) continue;
        throw Error(ErrorKind::usage, std::string("two ") + what + " have the name " + name);
    }
}

std::optional<MoversOptions> movers_of(const Arguments& arguments,
                                       const std::vector<std::string>& names,
                                       const std::string& reference) {
    if (!arguments.has("moved")) return {};
    MoversOptions movers;
    movers.topics = arguments.number("moved", 1, 1'000'000);
    std::vector<std::string> pair{reference};
    if (arguments.has("between")) {
        pair = split_list(arguments.text("between"));
    } else {
        const auto other = std::find_if(names.begin(), names.end(),
                                        [&](const std::string& name) { return name != reference; });
        if (other != names.end()) pair.push_back(*other);
    }
    if (pair.size() != 2) {
        throw Error(ErrorKind::usage, "--moved needs two systems", "give --between A,B");
    }
    for (const std::string& name : pair) require_known(names, "between", name);
    movers.before = pair[0];
    movers.after = pair[1];
    return movers;
}

std::vector<Measure> measures_of(const Arguments& arguments,
                                 const std::optional<Expectations>& expectations) {
    std::vector<std::string> names = split_list(arguments.text("measures"));
    require_distinct(names, "measures");
    if (expectations) {
        for (const auto& collection : expectations->collections) {
            for (const auto& expected : collection.second) {
                const bool there =
                    std::find(names.begin(), names.end(), expected.first) != names.end();
                if (!there) names.push_back(expected.first);
            }
        }
    }
    std::vector<Measure> measures;
    measures.reserve(names.size());
    for (const std::string& name : names) measures.push_back(parse_measure(name));
    return measures;
}

Plan plan_of(const Arguments& arguments) {
    Plan plan;
    plan.experiment.configurations = configurations_of(arguments);
    plan.experiment.baselines = parse_baselines(arguments.text("against"));
    plan.experiment.depth = arguments.number("depth", 1, 1'000'000);
    if (arguments.has("databases")) plan.experiment.databases = arguments.text("databases");
    if (arguments.has("dictionary")) plan.experiment.dictionary = arguments.text("dictionary");
    const std::vector<std::string> names = names_of(plan.experiment);
    require_distinct(names, "systems");
    if (arguments.has("baseline")) {
        plan.expectations = read_expectations(arguments.text("baseline"));
    }
    plan.assessment.measures = measures_of(arguments, plan.expectations);
    plan.assessment.reference = arguments.text("reference");
    plan.assessment.seed = arguments.number("seed", 0, UINT64_MAX);
    require_known(names, "reference", plan.assessment.reference);
    plan.movers = movers_of(arguments, names, plan.assessment.reference);
    const std::string unit = arguments.choice("unit", kQualityUnits);
    if (unit == "article") plan.collection.unit = SearchUnit::article;
    if (unit == "passage") plan.collection.unit = SearchUnit::passage;
    if (arguments.has("split")) plan.collection.split = arguments.text("split");
    return plan;
}

CollectionReport report_of(const Collection& collection, const Experiment& experiment,
                           const Plan& plan) {
    CollectionReport report;
    report.name = collection.name;
    report.unit = collection.unit;
    report.articles = collection.documents.size();
    report.passages = collection.passage_count();
    report.notes = collection.notes;
    report.database_fingerprint = experiment.database_fingerprint;
    report.assessment = assess(collection, experiment, plan.assessment);
    if (plan.movers) {
        report.movers = find_movers(collection, experiment, report.assessment, *plan.movers);
    }
    return report;
}

void write_html(const std::string& path, const QualityReport& report) {
    std::ofstream out(path, std::ios::binary);
    write_html_report(report, out);
    out.flush();
    if (!out) throw Error(ErrorKind::output, path + ": cannot be written");
}

ExitStatus check(const Plan& plan, const QualityReport& report) {
    if (!plan.expectations) return ExitStatus::fine;
    const std::vector<std::string> falls = check_expectations(*plan.expectations, report);
    for (const std::string& fall : falls) std::cerr << fall << '\n';
    return falls.empty() ? ExitStatus::fine : ExitStatus::check_failed;
}

}  // namespace

ExitStatus run_quality(const Arguments& arguments, const std::vector<std::string>& command) {
    Plan plan = plan_of(arguments);
    plan.experiment.progress = show_progress;
    if (arguments.operands().empty()) {
        throw Error(ErrorKind::usage, "no COLLECTION was given",
                    "see sinodex-bench quality --help");
    }
    const bool json = arguments.choice("format", kQualityFormats) == "json";
    QualityReport report;
    report.command = command;
    for (const Measure& measure : plan.assessment.measures) report.measures.push_back(measure.name);
    report.depth = plan.experiment.depth;
    report.seed = plan.assessment.seed;
    std::optional<RunFiles> runs;
    if (arguments.has("runs")) runs.emplace(arguments.text("runs"));
    std::vector<std::string> names;
    for (const std::string& folder : arguments.operands()) {
        const Collection collection = read_collection(folder, plan.collection);
        names.push_back(collection.name);
        require_distinct(names, "collections");
        const Experiment experiment = run_experiment(collection, plan.experiment);
        if (runs) runs->add(collection, experiment);
        report.collections.push_back(report_of(collection, experiment, plan));
    }
    show_progress("");
    if (runs) runs->finish(report);
    if (arguments.has("html")) write_html(arguments.text("html"), report);
    json ? write_json_report(report, std::cout) : write_text_report(report, std::cout);
    return check(plan, report);
}

}  // namespace sinodex
