// SPDX-License-Identifier: GPL-2.0-or-later
#include <unistd.h>

#include <array>
#include <iostream>
#include <memory>

#include "corpus/program/program.h"
#include "searcher/cli/alerts.h"
#include "searcher/cli/answers.h"
#include "searcher/cli/databases.h"
#include "searcher/cli/evidence.h"
#include "searcher/cli/interactive.h"
#include "searcher/cli/line_protocol.h"
#include "searcher/cli/options.h"
#include "searcher/cli/output.h"
#include "searcher/cli/pager.h"
#include "searcher/cli/saved_commands.h"
#include "searcher/cli/show.h"
#include "searcher/cli/topics.h"
#include "searcher/saved/saved_file.h"
#include "searcher/searcher.h"

namespace {

using namespace sinodex;

// The options that speak of the request are made from kParameters.
constexpr std::array<OptionSpec, 33> kOptions{{
    {"db", 'd', "DB", "",
     "The database; or a file that lists several, a line with name and folder for each. It may "
     "come "
     "several times, for databases that are searched as one. SINODEX_DB stands in for it."},
    {"require-all", 0, "", "",
     "Of several databases, refuse to search when one is missing. Otherwise the answers are of the "
     "others, say so, and the status is 3."},
    option_of("limit", 'n'),
    option_of("unit", 'u'),
    option_of("syntax"),
    option_of("format", 'f'),
    {"queries", 'Q', "FILE", "",
     "Run every query of FILE, lines of qid<TAB>query; - is standard input. Blank lines and lines "
     "that begin with # are passed over."},
    option_of("since", 's'),
    {"state", 0, "FILE", "",
     "With --queries or --saved: print only what is new since the last successful run with FILE, "
     "which keeps "
     "the revision that each query has seen. A query that is not in it begins with --since, or "
     "else with all there is. The limit is 1000 unless -n says otherwise."},
    option_of("view", 'v'),
    option_of("top", 't'),
    option_of("by"),
    option_of("like"),
    {"verify", 0, "", "",
     "Tell whether the operands (or standard input, for -) are a quotation that stands in the "
     "collection: exactly, nearly (with what was changed) or not, and where. The status is 0 for "
     "exactly and nearly."},
    {"show", 0, "ID", "",
     "Print the article with this id, or the one whose passage has it, which is marked, and where "
     "that stands in the original file."},
    {"open", 0, "N", "",
     "Open the Nth hit in $VISUAL or $EDITOR at its line, or its URL with xdg-open."},
    {"files", 0, "DIR", "",
     "A folder that was indexed, where --show and --open find original files; may come several "
     "times. Otherwise they look here and beside the database. Of a text file that is found there, "
     "hits tell the line."},
    {"tag", 0, "TAG", "",
     "Tag the articles and passages whose ids are the operands. tag:TAG in a query finds them. "
     "Tags, "
     "notes and saved searches are kept beside the database, in DB.saved.jsonl, or in the file "
     "that "
     "SINODEX_SAVED names."},
    {"untag", 0, "TAG", "", "Take the tag off them."},
    {"note", 0, "TEXT", "", "Write a note on them, or with an empty TEXT take it away."},
    {"notes", 0, "", "",
     "Print all tags, notes and saved searches, as text or in the formats json, jsonl and csv."},
    {"save", 0, "NAME", "", "Save the query and the options beside it under a name."},
    {"saved", 0, "NAME", "",
     "Ask the search that was saved under this name, or with the name all each of them. Options "
     "that are given go before those that were saved."},
    {"forget", 0, "NAME", "", "Take a saved search away."},
    option_of("sort"),
    {"cite", 0, "", "",
     "Print with each passage a line to cite it by: author, title, source, date, URL and place."},
    option_of("per-article"),
    option_of("all-versions"),
    option_of("expand"),
    option_of("context", 'C'),
    option_of("explain", 'x'),
    {"color", 0, "WHEN", "auto", "auto, always or never; NO_COLOR is respected.", kColorNames},
    {"no-pager", 0, "", "",
     "At a terminal, print all at once. Otherwise text goes through $PAGER, or less."},
}};

constexpr std::array<std::string_view, 7> kExamples{
    "sinodex-search --db news.db Hangzhou deals",
    "sinodex-search --db news.db '\"equity stakes\" +Alibaba date:2022..2023'",
    "sinodex-search --db news.db --format json 蚂蚁集团",
    "sinodex-search --db news.db --view timeline --by mentioned company:didi",
    "sinodex-search -d news.db -Q topics.tsv -f trec -u article -n 1000",
    "sinodex-search --db news.db --queries alerts.tsv --state alerts.state",
    "sinodex-search --db part-1.db --db part-2.db golden shares",
};

constexpr ProgramSpec kProgram{
    "sinodex-search",
    "find the passages of a Sinodex database that answer a query",
    "[QUERY...]",
    "Words are wanted, the more of them the better; passages with \"a phrase\" come first. +word, "
    "+\"a phrase\", field:value and (a OR b) must hold; -word must not. a NEAR/5 b stand near each "
    "other, regulat* is the "
    "beginning "
    "of a word, word^2 weighs more. Fields are title, source, author, lang, date and id; "
    "mentions (a time that is mentioned), amount (amount:>10bn), entity or a type of one "
    "(company:alibaba, person:\"Jack Ma\"), type (type:regulator) and tag (what you have tagged). "
    "Times are given as 2021, "
    "2021-04-10 or 2021-08..2022-03; lang:(en OR zh) are values of one field, cluster:all all "
    "versions of a story. Between -- and the end, a query may start with a minus. "
    "Without a query, a terminal gets a prompt: lines are edited, completed with Tab and "
    "remembered "
    "in $XDG_STATE_HOME/sinodex/history (~/.local/state/sinodex/history) unless SINODEX_NO_HISTORY "
    "is set; :help lists the commands. From a pipe, each line of standard input is a query, and "
    "with "
    "--format jsonl a query or a JSON object, which is answered with one line of JSON.",
    kOptions,
    kExamples,
};

// Bounds a query with --state: what is cut off now will not be new next time.
constexpr std::size_t kMostNews = 1000;

// The entries of two queries would be there twice, and two lists are no list.
void refuse_bibliography_of_batch(const Arguments& arguments) {
    const auto format = values_of(arguments).choice<ResultFormat>("format");
    if (format != ResultFormat::bibtex && format != ResultFormat::csl_json) return;
    throw Error(ErrorKind::usage,
                "--format " + arguments.text("format") + " is for one query on the command line",
                "join several queries with OR");
}

std::vector<TopicLine> topics_of(const Arguments& arguments) {
    if (arguments.has("saved")) {
        if (arguments.text("saved") == "all") refuse_bibliography_of_batch(arguments);
        return saved_topics(arguments);
    }
    if (arguments.has("like")) {
        refuse_beside(arguments, "like", {"queries"});
        return {{"", operands_of(arguments)}};  // a filter
    }
    if (arguments.has("queries")) {
        refuse_bibliography_of_batch(arguments);
        if (!arguments.operands().empty()) {
            throw Error(ErrorKind::usage,
                        "--queries and a query on the command line exclude each other");
        }
        return read_topic_lines(arguments.text("queries"));
    }
    const std::string query = operands_of(arguments);
    if (query.empty()) {
        throw Error(ErrorKind::usage, "no query was given", "see sinodex-search --help");
    }
    return {{"", query}};
}

AnswerQuery make_answer(const Arguments& arguments, const Alerts* alerts) {
    const auto saved = std::make_shared<const SavedFile>(saved_path(arguments));
    const ParameterValues values = values_of(arguments);
    const bool of_all = arguments.has("saved") && arguments.text("saved") == "all";
    if (!of_all) decode_request(values, saved->read());  // to tell what is wrong before all else
    const bool keeps_state = arguments.has("state");
    const bool only_news = alerts != nullptr && alerts->only_news();
    Printing printing{output_of(arguments), only_news, keeps_state};
    return [=](const Searcher& searcher, const TopicLine& topic) mutable {
        ParameterValues of_topic = values;
        if (of_all) of_topic.set("saved", topic.qid);
        Request asked = decode_request(of_topic, saved->read());
        if (!values.has("saved")) asked.search.query = topic.query;
        if (keeps_state && !values.has("limit")) asked.search.limit = kMostNews;
        if (alerts != nullptr) {  // they know since when, of each query
            asked.since.reset();
            asked.search.since = alerts->since(topic.qid);
        }
        const Answer answer = answer_request(searcher, asked);
        const std::uint64_t amount = print_answer(answer, asked, topic.qid, printing);
        // The tables of a batch are one.
        const bool begun = !topic.qid.empty() && (amount > 0 || !only_news);
        if (begun) printing.header = CsvHeader::without;
        return amount;
    };
}

bool is_for_people(const Arguments& arguments) {
    return arguments.text("format") == "text" && !arguments.has("no-pager");
}

// The options of the command line, for requests that name theirs.
ParameterValues defaults_of(const Arguments& arguments) {
    const ParameterValues options = values_of(arguments);
    ParameterValues defaults;
    for (const Parameter& parameter : kParameters) {
        if (options.has(parameter.name)) defaults.set(parameter.name, options.text(parameter.name));
    }
    return defaults;
}

AnsweredAmount answer_programs(const Arguments& arguments) {
    decode_request(values_of(arguments));
    Searcher searcher = open_databases(arguments);
    const SavedFile saved(saved_path(arguments));
    return answered(answer_requests(defaults_of(arguments), searcher, saved, std::cin, std::cout),
                    searcher);
}

AnsweredAmount answer_topics(const Arguments& arguments) {
    const std::vector<TopicLine> topics = topics_of(arguments);
    const Searcher searcher = open_databases(arguments);
    const Alerts alerts(arguments, searcher);
    const AnswerQuery answer = make_answer(arguments, &alerts);
    std::uint64_t hits = 0;
    Pager pager(is_for_people(arguments));
    for (const TopicLine& topic : topics) {
        hits += answer(searcher, topic);
        if (!std::cout) break;
    }
    pager.finish();
    std::cout.flush();
    if (!std::cout) throw Error(ErrorKind::output, "standard output: cannot be written");
    if (!pager.left()) alerts.save(topics);  // else what was not read would never be told
    return answered(hits, searcher);
}

ExitStatus run(const Arguments& arguments) {
    if (arguments.has("verify")) {
        return run_verify(arguments, open_databases(arguments), output_of(arguments));
    }
    if (arguments.has("show")) return run_show(arguments, open_databases(arguments));
    if (arguments.has("open")) return run_open(arguments, open_databases(arguments));
    if (const auto status = run_saved(arguments)) return *status;
    const bool asked = arguments.has("queries") || arguments.has("like") ||
                       arguments.has("saved") || !arguments.operands().empty();
    const bool at_terminal = isatty(STDIN_FILENO) == 1;
    const auto plain = [](const Arguments& given) { return make_answer(given, nullptr); };
    if (!asked && at_terminal && isatty(STDOUT_FILENO) == 1) {
        return answer_terminal(arguments, kOptions, plain);
    }
    const bool batch = !asked && !at_terminal;
    if (batch) refuse_bibliography_of_batch(arguments);
    const bool programs = batch && arguments.text("format") == "jsonl";
    const auto [hits, whole] = programs ? answer_programs(arguments)
                               : batch  ? answer_lines(arguments, plain)
                                        : answer_topics(arguments);
    const bool quiet = arguments.has("since") || arguments.has("state");
    if (hits == 0 && arguments.text("format") == "text" && !quiet) std::cerr << "nothing found\n";
    if (!whole) return ExitStatus::database;
    return hits == 0 ? ExitStatus::nothing_found : ExitStatus::fine;
}

}  // namespace

int main(int argc, char** argv) { return run_program(kProgram, argc, argv, run); }
