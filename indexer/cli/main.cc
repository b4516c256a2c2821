// SPDX-License-Identifier: GPL-2.0-or-later
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>
#include <iostream>

#include "corpus/program/program.h"
#include "corpus/schema/revisions.h"
#include "indexer/cli/folder_watch.h"
#include "indexer/cli/inspection_json.h"
#include "indexer/cli/inspection_text.h"
#include "indexer/cli/report.h"
#include "indexer/export.h"
#include "indexer/indexer.h"
#include "indexer/inspection.h"
#include "indexer/serving.h"

namespace {

using namespace sinodex;

constexpr std::array<std::string_view, 2> kFormats{"text", "json"};
constexpr std::array<std::string_view, 2> kExports{"opensearch-bulk", "opensearch-mapping"};
constexpr std::array<std::string_view, 3> kColors{"auto", "always", "never"};

constexpr std::array<OptionSpec, 21> kOptions{{
    {"db", 'd', "DB", "",
     "The database, a folder; made if it is not there. SINODEX_DB stands in for it."},
    {"prune", 'p', "", "",
     "Remove articles that the paths no longer hold; given twice, also when a path holds nothing."},
    {"rebuild", 0, "", "",
     "Start from nothing, also when the database is damaged or of another version."},
    {"optimize", 0, "", "",
     "Merge all segments of the database into one, after reading what PATHs there are; a search is "
     "a little faster then, and deleted articles count in no statistics."},
    {"check", 0, "", "",
     "Read the whole database, compare it with its checksums, and do nothing else."},
    {"entities", 'e', "FILE", "",
     "A file of entities that are added to the ones that come with the program, or replace them; "
     "may come several times. Articles read with other knowledge are read anew."},
    {"dictionary", 0, "FILE", "",
     "A Chinese-English dictionary in the format of CC-CEDICT, .u8 or .u8.gz, by which searches "
     "find what is written in the other language. The database keeps it."},
    {"words-only", 0, "", "",
     "Index words alone: no entities, amounts, dates, and versions of a story."},
    {"shard", 0, "K/N", "",
     "Index only the articles that fall into shard K of N by their ids: 3/8. The database keeps "
     "it."},
    {"serve", 0, "FOLDER", "",
     "Put into FOLDER what xapian-tcpsrv serves of the database to searches on other machines, "
     "after "
     "reading what PATHs there are; with --optimize, as it must be one segment."},
    {"export", 0, "FORMAT", "",
     "Write the database to standard output, and do nothing else: opensearch-bulk, two lines of "
     "JSON for each article for the bulk interface of OpenSearch or Elasticsearch; or "
     "opensearch-mapping, the index that takes them, which needs no database.",
     kExports},
    {"inspect", 'i', "", "",
     "Show on standard output how each article is read, and write nothing. Needs no database; with "
     "--db, the versions of the story that are in it are shown."},
    {"format", 'f', "FORMAT", "text", "Of --inspect: text, or json (an object a line).", kFormats},
    {"color", 0, "WHEN", "auto", "Of --inspect: auto, always or never; NO_COLOR is respected.",
     kColors},
    {"threads", 'j', "N", "0", "Threads that analyse; 0 for one a core."},
    {"max-size", 0, "MIB", "16", "Skip documents that are larger, in MiB."},
    {"memory", 0, "MIB", "512",
     "Take no more memory than this, in MiB, from 128. A document that does not fit, which may "
     "have "
     "about a fourteenth of it, is skipped and reported."},
    {"wait", 'w', "SECONDS", "0",
     "Wait so long for another process that is writing to the database."},
    {"watch", 0, "", "",
     "Go on: whenever something changes under the paths, bring the database up to date, until "
     "Ctrl-C."},
    {"quiet", 'q', "", "", "Print neither progress nor report, only errors."},
    {"verbose", 'v', "", "",
     "Name a hundred of the documents that were skipped and of the files that were passed over, "
     "not "
     "only ten."},
}};

constexpr std::array<std::string_view, 8> kExamples{
    "sinodex-index --db news.db articles/",
    "sinodex-index --db news.db --prune articles/ more.jsonl.gz",
    "sinodex-index --db news.db --entities ours.txt articles/",
    "sinodex-index --inspect article.html",
    "sinodex-index --db news.db --prune --watch articles/",
    "zcat crawl.jsonl.gz | sinodex-index --db news.db -",
    "sinodex-index --db part-3.db --shard 3/8 articles/",
    "sinodex-index --db part-3.db --optimize --serve /srv/part-3",
};

constexpr ProgramSpec kProgram{
    "sinodex-index",
    "bring a Sinodex database up to date with a folder of articles",
    "PATH...",
    "Each PATH is a file, a folder that is walked recursively, or - for JSON lines on standard "
    "input. Read are text, Markdown, HTML, JSON, tables (.csv), .pdf, .docx, .odt, .epub, mail "
    "(.eml, .mbox), feeds (.rss, .atom, .xml) and web archives (.warc, .wet), each also with .gz. "
    "Articles that have not changed are "
    "passed over. The database can be searched all the time; it changes in one instant at the end, "
    "or, if anything goes wrong, not at all.",
    kOptions,
    kExamples,
    {},
    "no article was found in any PATH",
};

ExitStatus check(const std::string& database) {
    const IndexCheck check = check_index(database);
    std::cout << database << ": fine, " << check.bytes << " bytes checked, revision "
              << revision_text(check.revision) << " of " << check.revision_time << '\n';
    return ExitStatus::fine;
}

// The options by which documents are read.
IndexOptions reading_options(const Arguments& arguments) {
    IndexOptions options;
    options.paths = arguments.operands();
    const bool asked = arguments.has("optimize") || arguments.has("serve");
    const bool may_do_without =
        asked && !arguments.has("prune") && !arguments.has("rebuild") && !arguments.has("inspect");
    if (options.paths.empty() && !may_do_without) {
        throw Error(ErrorKind::usage, "nothing to read: no PATH was given",
                    "see sinodex-index --help");
    }
    options.entity_files = arguments.all("entities");
    if (arguments.has("dictionary")) options.dictionary_file = arguments.text("dictionary");
    options.words_only = arguments.has("words-only");
    if (options.words_only && !options.entity_files.empty()) {
        throw Error(ErrorKind::usage, "--entities and --words-only exclude each other");
    }
    options.max_document_bytes = arguments.number("max-size", 1, 1024) << 20U;
    return options;
}

ExitStatus inspect(const Arguments& arguments) {
    if (arguments.has("shard")) {
        throw Error(ErrorKind::usage, "--shard does not go with --inspect");
    }
    IndexOptions options = reading_options(arguments);
    if (arguments.has("db")) options.database = database_path(arguments);
    const bool json = arguments.choice("format", kFormats) == "json";
    const bool color = use_color(arguments.choice("color", kColors), STDOUT_FILENO);
    const IndexReport report = inspect_documents(options, [&](const Inspection& inspection) {
        if (json) {
            print_inspection_json(std::cout, inspection);
        } else {
            print_inspection_text(std::cout, inspection, color);
        }
        if (!std::cout) throw Error(ErrorKind::output, "standard output: cannot be written");
    });
    if (!arguments.has("quiet")) {
        print_skipped(std::cerr, report, arguments.has("verbose"));
        print_passed_over(std::cerr, report, arguments.has("verbose"));
    }
    return report.read == 0 ? ExitStatus::nothing_found : ExitStatus::fine;
}

ExitStatus export_database(const Arguments& arguments) {
    if (arguments.choice("export", kExports) == "opensearch-mapping") {
        std::cout << export_mapping() << std::flush;
        return ExitStatus::fine;
    }
    return export_bulk(database_path(arguments), std::cout) > 0 ? ExitStatus::fine
                                                                : ExitStatus::nothing_found;
}

IndexReport index_once(IndexOptions options, const Arguments& arguments) {
    ProgressLine line(std::cerr, !arguments.has("quiet") && isatty(STDERR_FILENO) == 1);
    options.progress = [&line](const IndexProgress& progress) { line.show(progress); };
    IndexReport report = index_documents(options);
    line.clear();
    return report;
}

void tell(const IndexReport& report, const IndexOptions& options, const Arguments& arguments) {
    if (!options.paths.empty()) print_report(std::cerr, report, arguments.has("verbose"));
    print_database(std::cerr, report, options.database);
}

// A run that fails because of what may pass is told of, and tried again at the next change.
void index_for_watch(const IndexOptions& options, const Arguments& arguments, bool first) {
    try {
        const IndexReport report = index_once(options, arguments);
        if (arguments.has("quiet") || !(first || report.wrote)) return;
        tell(report, options, arguments);
    } catch (const Error& error) {
        const bool passes = error.kind() == ErrorKind::input || error.kind() == ErrorKind::locked;
        if (first || !passes) throw;
        std::cerr << "sinodex-index: " << error.what() << '\n';
    }
}

ExitStatus watch(IndexOptions options, const Arguments& arguments) {
    if (arguments.has("serve")) {
        throw Error(ErrorKind::usage, "--serve does not go with --watch");
    }
    if (std::find(options.paths.begin(), options.paths.end(), "-") != options.paths.end()) {
        throw Error(ErrorKind::usage, "--watch: standard input cannot be watched",
                    "give folders or files");
    }
    FolderWatch folders(options.paths, options.database);
    index_for_watch(options, arguments, true);
    options.rebuild = false;
    while (folders.wait()) index_for_watch(options, arguments, false);
    return ExitStatus::fine;
}

ExitStatus run(const Arguments& arguments) {
    if (arguments.has("inspect")) return inspect(arguments);
    for (const char* option : {"format", "color"}) {
        if (!arguments.has(option)) continue;
        throw Error(ErrorKind::usage, "--" + std::string(option) + " goes with --inspect only");
    }
    if (arguments.has("export")) return export_database(arguments);
    const std::string database = database_path(arguments);
    if (arguments.has("check")) return check(database);
    IndexOptions options = reading_options(arguments);
    options.database = database;
    if (arguments.has("shard")) options.shard = arguments.text("shard");
    options.prune = arguments.has("prune");
    options.prune_empty = arguments.times("prune") > 1;
    options.rebuild = arguments.has("rebuild");
    options.optimize = arguments.has("optimize");
    options.threads = static_cast<unsigned>(arguments.number("threads", 0, 256));
    options.memory = arguments.number("memory", IndexOptions::kLeastMemory >> 20U, 1U << 20U)
                     << 20U;
    options.wait_seconds = static_cast<unsigned>(arguments.number("wait", 0, 86400));
    if (arguments.has("watch")) return watch(options, arguments);
    const IndexReport report = index_once(options, arguments);
    if (!arguments.has("quiet")) tell(report, options, arguments);
    if (arguments.has("serve")) serve_index(database, arguments.text("serve"));
    const bool empty = report.read == 0 && !options.paths.empty() && !options.prune_empty;
    return empty ? ExitStatus::nothing_found : ExitStatus::fine;
}

[[noreturn]] void end_with(const char* cause) {
    dprintf(STDERR_FILENO, "sinodex-index: %s\n  %s\n", cause, outcome_of_run());
    _exit(static_cast<int>(ExitStatus::io));
}

// What goes wrong while the program ends orderly has no memory for that.
[[noreturn]] void end_at_once() { end_with("out of memory"); }

// libxapian throws in destructors where a full disk stops it, which nobody can catch.
[[noreturn]] void end_orderly() {
    std::set_terminate(end_at_once);
    const std::string cause = abandon_runs();
    end_with(cause.c_str());
}

}  // namespace

int main(int argc, char** argv) {
    std::set_terminate(end_orderly);
    return run_program(kProgram, argc, argv, run);
}
