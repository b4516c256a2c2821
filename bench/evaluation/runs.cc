// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/evaluation/runs.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <ostream>
#include <string_view>

#include "bench/evaluation/line_reader.h"
#include "corpus/error.h"

namespace sinodex {

namespace {

using lines::fields;
using lines::LineReader;

double parse_score(const LineReader& reader, std::string_view text) {
    double score = 0;
    const std::string_view digits = text.starts_with('+') ? text.substr(1) : text;
    const char* const end = digits.data() + digits.size();
    const auto [parsed_to, error] = std::from_chars(digits.data(), end, score);
    if (error != std::errc{} || parsed_to != end || !std::isfinite(score)) {
        reader.fail("the score \"" + std::string(text) + "\" is not a finite number");
    }
    return score;
}

bool same_id(const ScoredDocument& a, const ScoredDocument& b) { return a.id == b.id; }

void refuse_duplicates(const LineReader& reader, const std::string& topic, Ranking& ranking) {
    std::sort(ranking.begin(), ranking.end(),
              [](const ScoredDocument& a, const ScoredDocument& b) { return a.id < b.id; });
    const auto twice = std::adjacent_find(ranking.begin(), ranking.end(), same_id);
    if (twice == ranking.end()) return;
    reader.fail_file("document " + twice->id + " comes twice in topic " + topic);
}

const std::string& checked(const std::string& id) {
    if (id.empty() || id.find_first_of(" \t\r\n") != std::string::npos) {
        throw Error(ErrorKind::output, "\"" + id + "\" cannot stand in a TREC run",
                    "ids and tags must not be empty or have blanks in them");
    }
    return id;
}

void write_ranking(std::ostream& out, const std::string& topic, Ranking ranking,
                   const std::string& tag) {
    std::sort(ranking.begin(), ranking.end(), ranks_before);
    std::size_t rank = 0;
    for (const ScoredDocument& document : ranking) {
        std::array<char, 32> score{};
        const auto end = std::to_chars(score.data(), score.data() + score.size(), document.score);
        out << topic << " Q0 " << checked(document.id) << ' ' << ++rank << ' '
            << std::string_view(score.data(), static_cast<std::size_t>(end.ptr - score.data()))
            << ' ' << tag << '\n';
    }
}

}  // namespace

bool ranks_before(const ScoredDocument& a, const ScoredDocument& b) {
    return a.score != b.score ? a.score > b.score : a.id > b.id;
}

TrecRun read_run(const std::string& path) {
    LineReader reader(path);
    TrecRun run;
    while (reader.next()) {
        const std::vector<std::string_view> parts = fields(reader.line());
        if (parts.size() != 6) {
            reader.fail("a line of a run with " + std::to_string(parts.size()) + " columns",
                        "runs have six columns: topic Q0 document rank score tag");
        }
        run.topics[std::string(parts[0])].push_back(
            {std::string(parts[2]), parse_score(reader, parts[4])});
        run.tag = parts[5];
    }
    if (run.topics.empty()) reader.fail_file("has no rankings");
    for (auto& [topic, ranking] : run.topics) {
        refuse_duplicates(reader, topic, ranking);
        std::sort(ranking.begin(), ranking.end(), ranks_before);
    }
    return run;
}

void write_run(std::ostream& out, const TrecRun& run) {
    checked(run.tag);
    for (const auto& [topic, ranking] : run.topics) {
        write_ranking(out, checked(topic), ranking, run.tag);
    }
    out.flush();
    if (!out) throw Error(ErrorKind::output, "the run could not be written");
}

}  // namespace sinodex
