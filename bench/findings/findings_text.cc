// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/findings/findings_report.h"
#include "bench/quality/figures.h"
#include "bench/quality/text_table.h"

namespace sinodex {
namespace {

constexpr int kDigits = 4;
constexpr auto kToldRow = static_cast<std::size_t>(FindingKind::told);
constexpr std::array<const char*, kFindingKinds> kKindTitles{"entities", "roles and surnames",
                                                             "told events", "amounts", "dates"};

void write_groups(const FindingsReport& report, std::ostream& out) {
    for (std::size_t kind = 0; kind < kFindingKinds; ++kind) {
        TextTable table({kKindTitles.at(kind), "passages", "labels", "found", "right", "precision",
                         "recall", "F1"});
        for (const FindingsGroup& group : report.groups) {
            const FindingCounts& counts = group.counts.at(kind);
            const bool unjudged =
                kind == kToldRow && report.groups.front().counts[kToldRow].labels() == 0;
            const auto figure = [&](double value) {
                return unjudged ? std::string("-") : fixed(value, kDigits);
            };
            table.add({"  " + group.name, std::to_string(group.passages),
                       std::to_string(counts.labels()),
                       std::to_string(counts.right + counts.falsely), std::to_string(counts.right),
                       figure(counts.precision()), figure(counts.recall()), figure(counts.f1())});
        }
        table.write(out);
        out << '\n';
    }
}

void write_errors(const FindingsReport& report, std::ostream& out) {
    for (const FindingError& error : report.errors) {
        out << error.passage << (error.missed ? "  missed  " : "  false   ") << error.before << '['
            << error.surface << '|' << error.finding.meaning << ']' << error.behind << '\n';
    }
    if (!report.errors.empty()) out << '\n';
}

void write_figures(const FigureReport& report, bool errors, std::ostream& out) {
    TextTable table({"figures", "texts", "owned", "nobody's", "attributed", "right owner", "right",
                     "precision", "recall"});
    for (const FigureCounts& counts : report.groups) {
        table.add({"  " + counts.name, std::to_string(counts.texts), std::to_string(counts.owned),
                   std::to_string(counts.nobodys), std::to_string(counts.attributed),
                   std::to_string(counts.right_owner), std::to_string(counts.right),
                   fixed(counts.precision(), kDigits), fixed(counts.recall(), kDigits)});
    }
    table.write(out);
    out << '\n';
    if (!errors) return;
    for (const FigureMistake& mistake : report.mistakes) {
        out << mistake.text << "  " << mistake.value << "  is " << mistake.labelled << ", given "
            << mistake.given << "  in: " << mistake.sentence << '\n';
    }
    if (!report.mistakes.empty()) out << '\n';
}

void write_stories(const StoryFigures& figures, bool errors, std::ostream& out) {
    TextTable table({"pairs of versions", "pairs", "found", "recall"});
    for (const StoryKindFigures& kind : figures.kinds) {
        table.add({"  " + kind.name, std::to_string(kind.pairs), std::to_string(kind.found),
                   fixed(kind.recall(), kDigits)});
    }
    table.write(out);
    out << "\nOf " << figures.right + figures.falsely.size() << " pairs in the stories found among "
        << figures.articles << " articles, " << figures.right << " are right: precision "
        << fixed(figures.precision(), kDigits) << ".\n";
    if (!errors) return;
    out << '\n';
    for (const StoryPair& pair : figures.missed) {
        out << "missed  " << pair.version << "  " << pair.original << "  " << pair.kind << '\n';
    }
    for (const auto& [first, second] : figures.falsely) {
        out << "false   " << first << "  " << second << '\n';
    }
}

}  // namespace

void write_findings_text(const FindingsReports& reports, bool errors, std::ostream& out) {
    if (reports.findings) {
        write_groups(*reports.findings, out);
        if (errors) write_errors(*reports.findings, out);
    }
    if (reports.figures) write_figures(*reports.figures, errors, out);
    if (reports.stories) write_stories(*reports.stories, errors, out);
}

}  // namespace sinodex
