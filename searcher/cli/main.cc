#include <unistd.h>

#include <array>
#include <iostream>

#include "corpus/program/program.h"
#include "searcher/cli/interactive.h"
#include "searcher/cli/topics.h"
#include "searcher/cli/views.h"
#include "searcher/rendering/json.h"
#include "searcher/rendering/text.h"
#include "searcher/rendering/trec.h"
#include "searcher/searcher.h"

namespace {

using namespace sinodex;

constexpr std::array<std::string_view, 4> kFormats{"text", "json", "jsonl", "trec"};
constexpr std::array<std::string_view, 2> kUnits{"passage", "article"};
constexpr std::array<std::string_view, 3> kColors{"auto", "always", "never"};

constexpr std::array<OptionSpec, 12> kOptions{{
    {"db", 'd', "DB", "", "The database. SINODEX_DB stands in for it."},
    {"limit", 'n', "N", "10", "Print at most so many hits a query."},
    {"unit", 'u', "UNIT", "passage", "What a hit is: passage, or article (with its best passage)."},
    {"format", 'f', "FORMAT", "text",
     "text, json, jsonl (a hit a line) or trec (a TREC run, which also lists passages that hold "
     "none of the words but stand in an article that does)."},
    {"queries", 'Q', "FILE", "",
     "Run every query of FILE, lines of qid<TAB>query; - is standard input."},
    {"view", 'v', "VIEW", "passages",
     "passages; or over all articles that match: facets (counts of entities, sources, authors, "
     "years, languages), timeline (by month), related (entities that are mentioned more often "
     "than elsewhere)."},
    {"top", 't', "N", "10", "Values of a facet, or related entities, at most."},
    {"by", 0, "DATE", "published",
     "Months of the timeline: published, or mentioned in the articles' texts."},
    {"all-versions", 0, "", "",
     "Print each version of a story that is there several times (copies, rewrites), not only the "
     "best-written one. A TREC run always has them all."},
    {"no-expand", 0, "", "",
     "Match the query's words only, not what they name (an entity, an amount, a time) under other "
     "names and in other notations."},
    {"explain", 'x', "", "", "Print how the query was understood and what each score is made of."},
    {"color", 0, "WHEN", "auto", "auto, always or never; NO_COLOR is respected."},
}};

constexpr std::array<std::string_view, 5> kExamples{
    "sinodex-search --db news.db Hangzhou deals",
    "sinodex-search --db news.db '\"equity stakes\" +Alibaba date:2022..2023'",
    "sinodex-search --db news.db --format json 蚂蚁集团",
    "sinodex-search --db news.db --view timeline --by mentioned company:didi",
    "sinodex-search --db news.db --queries topics.tsv --format trec --unit article -n 1000",
};

constexpr ProgramSpec kProgram{
    "sinodex-search",
    "find the passages of a Sinodex database that answer a query",
    "[QUERY...]",
    "Words are wanted, the more of them the better. \"A phrase\", +word, field:value and "
    "(a OR b) must hold; -word must not. a NEAR/5 b stand near each other, regulat* is the "
    "beginning "
    "of a word, word^2 weighs more. Fields are title, source, author, lang, date and id; "
    "mentions (a time that is mentioned), amount (amount:>10bn), entity or a type of one "
    "(company:alibaba, person:\"Jack Ma\") and type (type:regulator). Times are given as 2021, "
    "2021-04-10 or 2021-08..2022-03; lang:(en OR zh) are values of one field, cluster:all all "
    "versions of a story. Between -- and the end, a query may start with a minus. "
    "Without a query, a terminal gets a prompt: lines are edited, completed with Tab and "
    "remembered "
    "in $XDG_STATE_HOME/sinodex/history (~/.local/state/sinodex/history) unless SINODEX_NO_HISTORY "
    "is set; :help lists the commands. From a pipe, each line of standard input is a query.",
    kOptions,
    kExamples,
};

struct Output {
    std::string format;
    TextStyle style;
};

void print(const SearchResult& result, const std::string& qid, const Output& output) {
    render_warnings(result.query, result.warnings, std::cerr);
    if (output.format == "json") {
        render_json(result, qid, std::cout);
    } else if (output.format == "jsonl") {
        render_jsonl(result, qid, std::cout);
    } else if (output.format == "trec") {
        render_trec(result, qid, std::cout);
    } else {
        if (!qid.empty()) std::cout << "== " << qid << ": " << result.query << "\n\n";
        render_stages(result, std::cout);
        render_text(result, output.style, std::cout);
    }
}

std::vector<TopicLine> topics_of(const Arguments& arguments) {
    if (arguments.has("queries")) {
        if (!arguments.operands().empty()) {
            throw Error(ErrorKind::usage,
                        "--queries and a query on the command line exclude each other");
        }
        return read_topic_lines(arguments.text("queries"));
    }
    std::string query;
    for (const std::string& word : arguments.operands()) {
        query.append(query.empty() ? "" : " ").append(word);
    }
    if (query.empty()) {
        throw Error(ErrorKind::usage, "no query was given", "see sinodex-search --help");
    }
    return {{"", query}};
}

Answer make_answer(const Arguments& arguments) {
    SearchRequest request;
    request.limit = arguments.number("limit", 1, 1'000'000);
    const Output output{arguments.choice("format", kFormats),
                        {use_color(arguments.choice("color", kColors), STDOUT_FILENO),
                         std::min<std::size_t>(terminal_width(STDOUT_FILENO, 100), 120)}};
    request.unit =
        arguments.choice("unit", kUnits) == "article" ? SearchUnit::article : SearchUnit::passage;
    request.explain = arguments.has("explain");
    request.texts = output.format != "trec";
    request.carried = output.format == "trec";
    request.collapse = output.format != "trec" && !arguments.has("all-versions");
    request.expand = !arguments.has("no-expand");
    const ViewOutput view = view_output(arguments, output.format, output.style);
    return [=](const Searcher& searcher, const TopicLine& topic) -> std::uint64_t {
        SearchRequest asked = request;
        asked.query = topic.query;
        if (view.view != "passages") return print_view(searcher, asked, topic.qid, view);
        const SearchResult result = searcher.search(asked);
        print(result, topic.qid.empty() && output.format == "trec" ? "1" : topic.qid, output);
        return result.hits.size();
    };
}

std::uint64_t answer_topics(const Arguments& arguments) {
    const Answer answer = make_answer(arguments);
    const std::vector<TopicLine> topics = topics_of(arguments);
    const Searcher searcher(database_path(arguments));
    std::uint64_t hits = 0;
    for (const TopicLine& topic : topics) {
        hits += answer(searcher, topic);
        if (!std::cout) throw Error(ErrorKind::output, "standard output: cannot be written");
    }
    return hits;
}

ExitStatus run(const Arguments& arguments) {
    const bool asked = arguments.has("queries") || !arguments.operands().empty();
    const bool at_terminal = isatty(STDIN_FILENO) == 1;
    if (!asked && at_terminal && isatty(STDOUT_FILENO) == 1) {
        return answer_terminal(arguments, kOptions, make_answer);
    }
    const std::uint64_t hits =
        asked || at_terminal ? answer_topics(arguments) : answer_lines(arguments, make_answer);
    if (hits == 0 && arguments.text("format") == "text") std::cerr << "nothing found\n";
    return hits == 0 ? ExitStatus::nothing_found : ExitStatus::fine;
}

}  // namespace

int main(int argc, char** argv) { return run_program(kProgram, argc, argv, run); }
