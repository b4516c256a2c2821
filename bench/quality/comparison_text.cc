// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/quality/comparison_report.h"
#include "bench/quality/figures.h"
#include "bench/quality/text_table.h"

namespace sinodex {
namespace {

std::string shown(double value, const Measure& measure) {
    return fixed(value, measure.summed ? 0 : 4);
}

std::string topics_of(const Comparison& topics) {
    return std::to_string(topics.wins) + "/" + std::to_string(topics.ties) + "/" +
           std::to_string(topics.losses);
}

std::vector<std::string> row_of(const std::string& run, const RunFigure& figure,
                                const Measure& measure) {
    std::vector<std::string> row{
        run, shown(figure.value, measure),
        shown(figure.interval.low, measure) + " to " + shown(figure.interval.high, measure)};
    if (!figure.beside) {
        row.insert(row.end(), {"reference", "", "", ""});
    } else {
        row.insert(row.end(),
                   {signed_fixed(figure.beside->difference, measure.summed ? 0 : 4),
                    probability(figure.beside->p_random_holm), probability(figure.beside->p_t_holm),
                    topics_of(figure.beside->topics)});
    }
    return row;
}

// Kinds stand above their runs, and only where there are kinds.
void add_group(TextTable& table, const RunComparison& comparison, const ComparedMeasure& compared,
               const GroupFigures& group) {
    const bool kinds = compared.groups.size() > 1;
    if (kinds) {
        const std::string name = group.kind.empty() ? "all" : group.kind;
        std::vector<std::string> heading(7);
        heading[0] = name + ", " + std::to_string(group.topics.size());
        table.add(std::move(heading));
    }
    for (std::size_t i = 0; i < group.runs.size(); ++i) {
        const std::string run = (kinds ? "  " : "") + comparison.runs[i];
        table.add(row_of(run, group.runs[i], compared.measure));
    }
}

void write_measure(const RunComparison& comparison, const ComparedMeasure& compared,
                   std::ostream& out) {
    TextTable table({"", compared.measure.name, "95% interval", "difference", "p (random.)",
                     "p (t test)", "win/tie/loss"});
    for (const GroupFigures& group : compared.groups) {
        add_group(table, comparison, compared, group);
    }
    table.write(out);
    out << '\n';
}

void write_topics(const RunComparison& comparison, const ComparedMeasure& compared,
                  std::ostream& out) {
    std::vector<std::string> header{compared.measure.name};
    header.insert(header.end(), comparison.runs.begin(), comparison.runs.end());
    TextTable table(std::move(header));
    for (std::size_t i = 0; i < comparison.topics.size(); ++i) {
        std::vector<std::string> row{comparison.topics[i]};
        for (const std::vector<double>& values : compared.values) {
            row.push_back(shown(values[i], compared.measure));
        }
        table.add(std::move(row));
    }
    table.write(out);
    out << '\n';
}

}  // namespace

void write_comparison_text(const ComparisonReport& report, bool topics, std::ostream& out) {
    const RunComparison& comparison = report.comparison;
    out << report.qrels << ": " << comparison.topics.size() << " topics\n\n";
    for (const ComparedMeasure& compared : comparison.measures) {
        if (topics) write_topics(comparison, compared, out);
        write_measure(comparison, compared, out);
    }
    out << "Intervals: percentile bootstrap over topics.";
    if (comparison.runs.size() > 1) {
        out << " p: paired randomisation test and paired t test\nagainst " +
                   comparison.runs[comparison.reference] +
                   ", two-sided, Holm's correction over the runs of a measure and kind.";
    }
    out << " Seed " << report.seed << ".\n";
}

}  // namespace sinodex
