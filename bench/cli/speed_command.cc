// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/cli/speed_command.h"

#include <array>
#include <charconv>
#include <fstream>
#include <iostream>
#include <utility>

#include "bench/cli/progress.h"
#include "bench/quality/lists.h"
#include "bench/speed/speed_experiment.h"
#include "bench/speed/systems.h"
#include "bench/speed/worker.h"

namespace sinodex {
namespace {

constexpr std::array<std::string_view, 2> kSpeedFormats{"text", "json"};

constexpr std::array<std::string_view, 2> kClocks{"wall", "cpu"};

constexpr std::array<OptionSpec, 9> kSpeedOptions{{
    {"workloads", 'w', "NAMES", "all",
     "What to do, names separated by commas: build, no-change, update-1%, cold-open, short, long, "
     "entity, phrase, filter, batch, concurrent."},
    {"generate", 0, "SIZE", "16MB",
     "Invent articles with so much text, as 500kB, 64MB or 1GB, where no PATH is given."},
    {"growth", 0, "FACTORS", "",
     "Measure at that size times each factor, such as 1,4,16, and tell how times and sizes grow."},
    {"against", 'g', "SYSTEMS", "all",
     "Compare with what one would take instead: all, none, or some of fts5, xapian and lucene."},
    {"runs", 'k', "N", "3", "Times that each system indexes."},
    {"clock", 0, "CLOCK", "wall",
     "Which time counts: wall, or cpu, processor time, which other programs hardly change: of all "
     "threads where articles are indexed, of the one that asks where they are searched."},
    {"seed", 's', "N", "1", "Seed of the articles and of the queries."},
    {"format", 'f', "FORMAT", "text", "text or json."},
    {"html", 0, "FILE", "", "Write a report with plots, one HTML page without outside parts."},
}};

constexpr std::array<std::string_view, 4> kSpeedExamples{
    "sinodex-bench speed",
    "sinodex-bench speed -w build,short --against none corpus/articles",
    "sinodex-bench speed --generate 4MB --growth 1,4,16 -w build,short",
    "sinodex-bench speed --format json --html speed.html collections/cranfield/docs.jsonl",
};

}  // namespace

constinit const ProgramSpec kSpeedProgram{
    "sinodex-bench speed",
    "how fast Sinodex indexes and searches, and how much memory and disk it takes",
    "[PATH...]",
    "The articles are those of the PATHs, read as sinodex-index reads them, or invented ones: the "
    "same for the same seed. The queries are drawn from the articles. All systems get the same "
    "texts and queries, in turn. Xapian's scriptindex and quest (Debian: xapian-omega, "
    "xapian-tools) and Lucene (liblucene8-java, openjdk-17-jdk-headless) are left out where they "
    "are not installed. Everything is written below TMPDIR and removed. For figures that mean "
    "something, let nothing else run; the ratios mean more than the figures in any case.",
    kSpeedOptions,
    kSpeedExamples,
    {},
    "not used",
};

constinit const ProgramSpec kSpeedWorkerProgram{
    "sinodex-bench speed-worker",
    "a part of sinodex-bench speed",
    "WORDS...",
    "Not for users.",
    {},
    {},
};

namespace {

// "16MB" in bytes.
std::uint64_t parse_size(const std::string& text) {
    constexpr std::array<std::pair<std::string_view, std::uint64_t>, 4> kUnits{
        {{"kB", 1'000}, {"KB", 1'000}, {"MB", 1'000'000}, {"GB", 1'000'000'000}}};
    std::uint64_t number = 0;
    const char* end = text.data() + text.size();
    const auto [rest, failed] = std::from_chars(text.data(), end, number);
    for (const auto& [unit, bytes] : kUnits) {
        const bool fits = number >= 1 && number <= 64'000'000'000 / bytes;
        if (failed == std::errc{} && std::string_view(rest, end) == unit && fits) {
            return number * bytes;
        }
    }
    throw Error(ErrorKind::usage, "--generate: \"" + text + "\" is no size",
                "write 500kB, 16MB or 1GB; at most 64GB");
}

std::vector<std::uint64_t> parse_factors(const std::string& text) {
    std::vector<std::uint64_t> factors;
    for (const std::string& part : split_list(text)) {
        std::uint64_t factor = 0;
        const char* end = part.data() + part.size();
        const auto [rest, failed] = std::from_chars(part.data(), end, factor);
        const std::uint64_t least = factors.empty() ? 1 : factors.back() + 1;
        if (failed != std::errc{} || rest != end || factor < least || factor > 10'000) {
            throw Error(ErrorKind::usage, "--growth: \"" + text + "\" cannot be used",
                        "write rising whole numbers, such as 1,4,16");
        }
        factors.push_back(factor);
    }
    if (factors.size() < 2) throw Error(ErrorKind::usage, "--growth needs two factors or more");
    return factors;
}

SpeedOptions options_of(const Arguments& arguments) {
    SpeedOptions options;
    options.corpus.paths = arguments.operands();
    options.corpus.generate = parse_size(arguments.text("generate"));
    options.corpus.seed = arguments.number("seed", 0, UINT64_MAX);
    options.workloads = parse_workloads(arguments.text("workloads"));
    options.against = arguments.text("against");
    check_systems(options.against);
    options.runs = arguments.number("runs", 1, 1000);
    options.cpu = arguments.choice("clock", kClocks) == "cpu";
    options.progress = show_progress;
    for (const char* invented : {"generate", "growth"}) {
        if (arguments.has(invented) && !options.corpus.paths.empty()) {
            throw Error(ErrorKind::usage,
                        std::string("--") + invented + " is for invented articles only",
                        "leave out either the option or the PATHs");
        }
    }
    return options;
}

std::string corpus_name(const SpeedOptions& options, const Arguments& arguments) {
    if (options.corpus.paths.empty()) return "invented, " + arguments.text("generate");
    std::string names;
    for (const std::string& path : options.corpus.paths) {
        names.append(names.empty() ? "" : " ").append(path);
    }
    return names;
}

void write_html(const std::string& path, const SpeedReport& report) {
    std::ofstream out(path, std::ios::binary);
    write_speed_html(report, out);
    out.flush();
    if (!out) throw Error(ErrorKind::output, path + ": cannot be written");
}

}  // namespace

ExitStatus run_speed(const Arguments& arguments, const std::vector<std::string>& command) {
    SpeedOptions options = options_of(arguments);
    const bool json = arguments.choice("format", kSpeedFormats) == "json";
    std::vector<std::uint64_t> factors{1};
    if (arguments.has("growth")) factors = parse_factors(arguments.text("growth"));
    SpeedReport report;
    report.command = command;
    report.environment = describe_environment();
    report.environment.emplace_back("clock", arguments.text("clock"));
    report.corpus = corpus_name(options, arguments);
    report.seed = options.corpus.seed;
    const std::uint64_t base = options.corpus.generate;
    for (const std::uint64_t factor : factors) {
        options.corpus.generate = base * factor;
        report.runs.push_back(measure_speed(options));
    }
    show_progress("");
    if (arguments.has("html")) write_html(arguments.text("html"), report);
    json ? write_speed_json(report, std::cout) : write_speed_text(report, std::cout);
    return ExitStatus::fine;
}

ExitStatus run_speed_worker(const Arguments& arguments, const std::vector<std::string>&) {
    run_worker(arguments.operands(), std::cin, std::cout);
    return ExitStatus::fine;
}

}  // namespace sinodex
