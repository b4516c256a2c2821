// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/cli/findings_command.h"

#include <array>
#include <iostream>
#include <iterator>

#include "bench/findings/measure_findings.h"

namespace sinodex {
namespace {

constexpr std::array<std::string_view, 2> kFindingsFormats{"text", "json"};

constexpr std::array<OptionSpec, 7> kFindingsOptions{{
    {"errors", 'e', "", "", "Print what was missed or found falsely, each in its context."},
    {"figures", 'g', "FILE", "",
     "Whose amounts are and what for, in the texts of this file, where each is marked as "
     "[surface|F OWNER WHAT]. May come several times."},
    {"stories", 's', "PATH", "",
     "Look for versions of one story among the documents of this file or folder. May come several "
     "times: all are taken together."},
    {"pairs", 'p', "FILE", "",
     "Which of them are: a line for each pair, two ids parted by a tab, then, if known, kind and "
     "split. May come several times."},
    {"split", 0, "NAME", "", "Only pairs of this split; articles of others do not count."},
    {"entities", 0, "FILE", "",
     "Entities that extend or replace the built-in ones. May come several times."},
    {"format", 'f', "FORMAT", "text", "text or json."},
}};

constexpr std::array<std::string_view, 4> kFindingsExamples{
    "sinodex-bench findings corpus/judgements/mentions-dev.jsonl",
    "sinodex-bench findings --errors my-passages.jsonl",
    "sinodex-bench findings --errors --figures corpus/judgements/figures-dev.jsonl",
    "sinodex-bench findings --stories corpus/articles --pairs corpus/judgements/rewrites.tsv",
};

}  // namespace

constinit const ProgramSpec kFindingsProgram{
    "sinodex-bench findings",
    "how well entities, amounts, dates, figures and versions of a story are found",
    "[FILE...]",
    "Each FILE holds passages in which all mentions are labelled, a JSON object a line with id, "
    "kind, published, title and text; in the last two a mention is marked as [surface|LABEL], with "
    "the labels E id (entity), R id (role or surname), T id (event told of), A unit value (amount) "
    "and "
    "D from..to (date). What is found in each is compared with its labels: where both overlap and "
    "mean the "
    "same, the finding is right. In stories, pairs of articles are counted: a pair in one story "
    "that neither a FILE of pairs has nor follows from one is false.",
    kFindingsOptions,
    kFindingsExamples,
    {},
    "not used",
};

namespace {

FindingsReport findings_of(const Arguments& arguments) {
    Knowledge knowledge = Knowledge::built_in();
    for (const std::string& path : arguments.all("entities")) {
        knowledge = knowledge.extended_by_file(path);
    }
    std::vector<LabelledPassage> passages;
    for (const std::string& path : arguments.operands()) {
        std::vector<LabelledPassage> more = read_labelled_passages(path, knowledge);
        passages.insert(passages.end(), std::make_move_iterator(more.begin()),
                        std::make_move_iterator(more.end()));
    }
    return measure_findings(passages, knowledge);
}

FigureReport figures_of(const Arguments& arguments) {
    Knowledge knowledge = Knowledge::built_in();
    for (const std::string& path : arguments.all("entities")) {
        knowledge = knowledge.extended_by_file(path);
    }
    std::vector<LabelledFigures> texts;
    for (const std::string& path : arguments.all("figures")) {
        std::vector<LabelledFigures> more = read_labelled_figures(path, knowledge);
        texts.insert(texts.end(), std::make_move_iterator(more.begin()),
                     std::make_move_iterator(more.end()));
    }
    return measure_figures(texts, arguments.all("entities"));
}

StoryFigures stories_of(const Arguments& arguments) {
    StoryPairs pairs;
    for (const std::string& path : arguments.all("pairs")) {
        StoryPairs more =
            read_story_pairs(path, arguments.has("split") ? arguments.text("split") : "");
        pairs.pairs.insert(pairs.pairs.end(), more.pairs.begin(), more.pairs.end());
        pairs.left_out.merge(more.left_out);
    }
    return measure_stories(arguments.all("stories"), arguments.all("entities"), pairs);
}

void check(const Arguments& arguments) {
    const bool stories = arguments.has("stories");
    if (stories != arguments.has("pairs")) {
        throw Error(ErrorKind::usage, "--stories and --pairs belong together",
                    "name the documents by the one, their known versions by the other");
    }
    if (arguments.has("split") && !stories)
        throw Error(ErrorKind::usage, "--split is for --pairs only");
    if (arguments.operands().empty() && !stories && !arguments.has("figures")) {
        throw Error(ErrorKind::usage,
                    "nothing to measure: neither a FILE nor --figures nor --stories",
                    "see sinodex-bench findings --help");
    }
}

}  // namespace

ExitStatus run_findings(const Arguments& arguments, const std::vector<std::string>& command) {
    check(arguments);
    const bool json = arguments.choice("format", kFindingsFormats) == "json";
    FindingsReports reports;
    reports.command = command;
    if (!arguments.operands().empty()) reports.findings = findings_of(arguments);
    if (arguments.has("figures")) reports.figures = figures_of(arguments);
    if (arguments.has("stories")) reports.stories = stories_of(arguments);
    if (json) {
        write_findings_json(reports, std::cout);
    } else {
        write_findings_text(reports, arguments.has("errors"), std::cout);
    }
    return ExitStatus::fine;
}

}  // namespace sinodex
