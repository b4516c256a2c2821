#include <unistd.h>

#include <array>
#include <iostream>
#include <sstream>

#include "corpus/program/program.h"
#include "searcher/cli/alerts.h"
#include "searcher/cli/evidence.h"
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

// Passages that --context prints on each side of a hit, at most.
constexpr std::uint32_t kMostContext = 100;

constexpr std::array<OptionSpec, 18> kOptions{{
    {"db", 'd', "DB", "", "The database. SINODEX_DB stands in for it."},
    {"limit", 'n', "N", "10",
     "Print at most so many hits a query, groups of figures, or places of a quotation."},
    {"unit", 'u', "UNIT", "passage", "What a hit is: passage, or article (with its best passage)."},
    {"format", 'f', "FORMAT", "text",
     "text, json, jsonl (a hit a line) or trec (a TREC run, which also lists passages that hold "
     "none of the words but stand in an article that does)."},
    {"queries", 'Q', "FILE", "",
     "Run every query of FILE, lines of qid<TAB>query; - is standard input. Blank lines and lines "
     "that begin with # are passed over."},
    {"since", 's', "WHEN", "",
     "Print only passages whose text came into the database after revision r12, or was indexed at "
     "2021-04-10 or 2021-04-10T08:00 (UTC) or later; it is not about dates of publication. Where "
     "there is nothing new, nothing is printed."},
    {"state", 0, "FILE", "",
     "With --queries: print only what is new since the last successful run with FILE, which keeps "
     "the revision that each query has seen. A query that is not in it begins with --since, or "
     "else with all there is. The limit is 1000 unless -n says otherwise."},
    {"view", 'v', "VIEW", "passages",
     "passages; or over all articles that match: facets (counts of entities, sources, authors, "
     "years, languages), timeline (by month), related (entities that are mentioned more often "
     "than elsewhere); or figures (the amounts that passages give, whose they are, and how far "
     "sources agree)."},
    {"top", 't', "N", "10", "Values of a facet, or related entities, at most."},
    {"by", 0, "DATE", "published",
     "Months of the timeline: published, or mentioned in the articles' texts."},
    {"like", 0, "ID", "",
     "Search for more on the subject of the article or passage (article#n) with this id, by its "
     "most telling words and entities; hits are articles then unless --unit says otherwise. A "
     "query is a filter then, and all its words must be there."},
    {"verify", 0, "", "",
     "Tell whether the operands (or standard input, for -) are a quotation that stands in the "
     "collection: exactly, nearly (with what was changed) or not, and where. The status is 0 for "
     "exactly and nearly."},
    {"per-article", 0, "N", "3",
     "Print at most so many passages of one article; 0 for any number. A TREC run has them all."},
    {"all-versions", 0, "", "",
     "Print each version of a story that is there several times (copies, rewrites), not only the "
     "best-written one. A TREC run always has them all."},
    {"expand", 0, "LIST", "all",
     "What the query's words match beside themselves: all, none, or some of names (of entities, "
     "amounts, times), synonyms, related (subsidiaries, products, parents), and spelling (of "
     "words that no article holds), separated by commas."},
    {"context", 'C', "N", "0",
     "With each passage print the N passages before and after it, with a bar at their left."},
    {"explain", 'x', "", "", "Print how the query was understood and what each score is made of."},
    {"color", 0, "WHEN", "auto", "auto, always or never; NO_COLOR is respected."},
}};

constexpr std::array<std::string_view, 6> kExamples{
    "sinodex-search --db news.db Hangzhou deals",
    "sinodex-search --db news.db '\"equity stakes\" +Alibaba date:2022..2023'",
    "sinodex-search --db news.db --format json 蚂蚁集团",
    "sinodex-search --db news.db --view timeline --by mentioned company:didi",
    "sinodex-search --db news.db --queries topics.tsv --format trec --unit article -n 1000",
    "sinodex-search --db news.db --queries alerts.tsv --state alerts.state",
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

// Of a query with --state: what is cut off now will not be new next time.
constexpr std::size_t kMostNews = 1000;

std::size_t limit_of(const Arguments& arguments) {
    if (arguments.has("state") && !arguments.has("limit")) return kMostNews;
    return arguments.number("limit", 1, 1'000'000);
}

void print(const SearchResult& result, const std::string& qid, const Output& output) {
    render_warnings(result.query, result.warnings, std::cerr);
    render_suggestion(result, std::cerr);
    if (output.format == "json") {
        render_json(result, qid, std::cout);
    } else if (output.format == "jsonl") {
        render_jsonl(result, qid, std::cout);
    } else if (output.format == "trec") {
        render_trec(result, qid, std::cout);
    } else {
        if (!qid.empty()) std::cout << "== " << qid << ": " << result.query << "\n\n";
        render_stages(result, std::cout);
        render_legend(result, output.style, std::cout);
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

Expansions expansions(const std::string& list) {
    if (list == "all") return {};
    Expansions some = Expansions::none();
    std::istringstream names(list == "none" ? "" : list);
    for (std::string name; std::getline(names, name, ',');) {
        if (name == "names") {
            some.names = true;
        } else if (name == "synonyms") {
            some.synonyms = true;
        } else if (name == "spelling") {
            some.spelling = true;
        } else if (name == "related") {
            some.related = some.names = true;  // of what is named
        } else {
            throw Error(ErrorKind::usage, "--expand: '" + name + "' is none of its values",
                        "all, none, or some of names,synonyms,related,spelling");
        }
    }
    return some;
}

Output output_of(const Arguments& arguments) {
    return {arguments.choice("format", kFormats),
            {use_color(arguments.choice("color", kColors), STDOUT_FILENO),
             std::min<std::size_t>(terminal_width(STDOUT_FILENO, 100), 120)}};
}

Answer make_answer(const Arguments& arguments, const Alerts* alerts) {
    SearchRequest request;
    request.limit = limit_of(arguments);
    const Output output = output_of(arguments);
    request.unit =
        arguments.choice("unit", kUnits) == "article" ? SearchUnit::article : SearchUnit::passage;
    request.context = static_cast<std::uint32_t>(arguments.number("context", 0, kMostContext));
    request.explain = arguments.has("explain");
    request.texts = output.format != "trec";
    request.carried = output.format == "trec";
    request.per_article =
        output.format == "trec" ? 0 : arguments.number("per-article", 0, 1'000'000);
    request.collapse = output.format != "trec" && !arguments.has("all-versions");
    request.expand = expansions(arguments.text("expand"));
    const bool like = arguments.has("like");
    ViewOptions options = view_options(arguments, output);
    options.only_news = alerts != nullptr && alerts->only_news();
    return [=](const Searcher& searcher, const TopicLine& topic) -> std::uint64_t {
        SearchRequest asked = request;
        asked.query = topic.query;
        if (alerts != nullptr) asked.since = alerts->since(topic.qid);
        if (options.view != "passages" && !like) {
            return print_view(searcher, asked, topic.qid, options, output);
        }
        const SearchResult result =
            like ? search_like(arguments, searcher, asked) : searcher.search(asked);
        if (options.only_news && result.hits.empty()) {
            // Once is enough to be told what is wrong with a query.
            if (*asked.since == 0) render_warnings(result.query, result.warnings, std::cerr);
            return 0;
        }
        if (arguments.has("state") && result.hits.size() == asked.limit) {
            std::cerr << "note: " << topic.qid << ": only the best " << asked.limit
                      << " hits are printed; -n N prints more\n";
        }
        print(result, topic.qid.empty() && output.format == "trec" ? "1" : topic.qid, output);
        return result.hits.size();
    };
}

std::uint64_t answer_topics(const Arguments& arguments) {
    const std::vector<TopicLine> topics =
        arguments.has("like") ? std::vector<TopicLine>{{}} : topics_of(arguments);
    const Searcher searcher(database_path(arguments));
    const Alerts alerts(arguments, searcher);
    const Answer answer = make_answer(arguments, &alerts);
    std::uint64_t hits = 0;
    for (const TopicLine& topic : topics) {
        hits += answer(searcher, topic);
        if (!std::cout) throw Error(ErrorKind::output, "standard output: cannot be written");
    }
    std::cout.flush();
    if (!std::cout) throw Error(ErrorKind::output, "standard output: cannot be written");
    alerts.save(topics);
    return hits;
}

ExitStatus run(const Arguments& arguments) {
    if (arguments.has("verify")) {
        return run_verify(arguments, Searcher(database_path(arguments)), output_of(arguments));
    }
    const bool asked =
        arguments.has("queries") || arguments.has("like") || !arguments.operands().empty();
    const bool at_terminal = isatty(STDIN_FILENO) == 1;
    const auto plain = [](const Arguments& given) { return make_answer(given, nullptr); };
    if (!asked && at_terminal && isatty(STDOUT_FILENO) == 1) {
        return answer_terminal(arguments, kOptions, plain);
    }
    const std::uint64_t hits =
        asked || at_terminal ? answer_topics(arguments) : answer_lines(arguments, plain);
    const bool quiet = arguments.has("since") || arguments.has("state");
    if (hits == 0 && arguments.text("format") == "text" && !quiet) std::cerr << "nothing found\n";
    return hits == 0 ? ExitStatus::nothing_found : ExitStatus::fine;
}

}  // namespace

int main(int argc, char** argv) { return run_program(kProgram, argc, argv, run); }
